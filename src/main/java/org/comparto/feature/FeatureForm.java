package org.comparto.feature;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;

/**
 * What all features of a layer have in common in GeoJSON: the names of the public attributes, ready as bytes. What differs,
 * the geometry's text and the values, is packed into one array a feature; attributes of a plot are called by two thirds of
 * its text. The order of attributes is the layer's.
 *
 * <p>Packed: row version, number of the form (4 bytes each), then the geometry and each value as JSON text behind its
 * length; length 0 stands for null.
 */
final class FeatureForm {

  private static final byte[] OPENING = bytes("{\"type\":\"Feature\",\"id\":");
  private static final byte[] GEOMETRY = bytes(",\"geometry\":");
  private static final byte[] PROPERTIES = bytes(",\"properties\":{");
  private static final byte[] COMMA = bytes(",");
  private static final byte[] CLOSING = bytes("}");
  private static final int HEADER = 8;

  private final int number;
  private final String tag;
  private final List<Attribute> attributes;
  private final byte[][] names;
  /** {@code "a":null,"b":null,…}: attributes that follow one another and are all null are one piece of it. */
  private final byte[] allNull;
  private final int[] nullFrom;

  /** @param tag differs where layers are read differently, on every instance alike */
  FeatureForm(int number, String tag, Layer layer) {
    this.number = number;
    this.tag = tag;
    this.attributes = layer.publicAttributes();
    this.names = new byte[attributes.size()][];
    this.nullFrom = new int[attributes.size() + 1];
    StringBuilder nulls = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      String name = '"' + attributes.get(i).name() + "\":"; // snake_case, as descriptors are checked for
      names[i] = bytes(name);
      nulls.append(name).append("null,");
      nullFrom[i + 1] = nulls.length();
    }
    this.allNull = bytes(nulls.toString());
  }

  String tag() {
    return tag;
  }

  List<Attribute> attributes() {
    return attributes;
  }

  /** Which of the form's attributes a query wants; null for all. */
  boolean @Nullable [] choose(List<Attribute> wanted) {
    if (wanted.size() == attributes.size()) {
      return null;
    }
    boolean[] chosen = new boolean[attributes.size()];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = wanted.contains(attributes.get(i));
    }
    return chosen;
  }

  /** @param properties a JSON object with exactly the form's attributes in their order, as row_to_json writes it */
  byte[] pack(int version, byte[] geometry, byte[] properties) {
    byte[] packed = new byte[HEADER + length(geometry.length) + geometry.length + packedValues(properties, null, 0)];
    putInt(packed, 0, version);
    putInt(packed, 4, number);
    int at = put(packed, HEADER, geometry, 0, geometry.length);
    packedValues(properties, packed, at);
    return packed;
  }

  /** Whether an array was packed in this form from this version of its row. */
  boolean holds(byte[] packed, int version) {
    return getInt(packed, 0) == version && getInt(packed, 4) == number;
  }

  /**
   * Writes a feature as GeoJSON.
   *
   * @param chosen which attributes; null for all
   * @param member further members of the feature, each with a comma in front; may be empty
   */
  void write(byte[] packed, long id, boolean @Nullable [] chosen, byte[] member, Utf8Output out) {
    out.write(OPENING);
    out.write(id);
    out.write(GEOMETRY);
    int length = lengthAt(packed, HEADER);
    int at = HEADER + length(length);
    out.write(packed, at, length);
    out.write(PROPERTIES);
    writeValues(packed, at + length, chosen, out);
    out.write(CLOSING);
    out.write(member);
    out.write(CLOSING);
  }

  private void writeValues(byte[] packed, int begin, boolean @Nullable [] chosen, Utf8Output out) {
    int at = begin;
    boolean first = true;
    for (int i = 0; i < names.length; i++) {
      if (packed[at] == 0 && (chosen == null || chosen[i])) {
        int run = i;
        while (run < names.length && packed[at] == 0 && (chosen == null || chosen[run])) {
          run++;
          at++;
        }
        first = comma(first, out);
        out.write(allNull, nullFrom[i], nullFrom[run] - nullFrom[i] - 1);
        i = run - 1;
        continue;
      }
      int length = lengthAt(packed, at);
      at += length(length);
      if (chosen == null || chosen[i]) {
        first = comma(first, out);
        out.write(names[i]);
        out.write(packed, at, length);
      }
      at += length;
    }
  }

  private static boolean comma(boolean first, Utf8Output out) {
    if (!first) {
      out.write(COMMA);
    }
    return false;
  }

  /** Packs the values of a JSON object, or only measures them. @return where they end */
  private int packedValues(byte[] json, byte @Nullable [] packed, int begin) {
    int at = begin;
    int read = 1; // behind the brace
    for (byte[] name : names) {
      int from = read + name.length;
      int to = endOfValue(json, from);
      int length = json[from] == 'n' ? 0 : to - from;
      at = packed == null ? at + length(length) + length : put(packed, at, json, from, length);
      read = to + 1; // behind the comma
    }
    return at;
  }

  private static int endOfValue(byte[] json, int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; ; i++) {
      byte c = json[i];
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (depth == 0 && (c == ',' || c == '}')) {
        return i;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
  }

  private static int put(byte[] packed, int at, byte[] from, int begin, int length) {
    int rest = length;
    int to = at;
    while (rest >= 0x80) {
      packed[to++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    packed[to++] = (byte) rest;
    System.arraycopy(from, begin, packed, to, length);
    return to + length;
  }

  private static int lengthAt(byte[] packed, int at) {
    int length = 0;
    for (int i = at, shift = 0; ; i++, shift += 7) {
      length |= (packed[i] & 0x7F) << shift;
      if (packed[i] >= 0) {
        return length;
      }
    }
  }

  /** How many bytes a length takes, 7 bits each. */
  private static int length(int length) {
    return length < 1 << 7 ? 1 : length < 1 << 14 ? 2 : length < 1 << 21 ? 3 : length < 1 << 28 ? 4 : 5;
  }

  private static void putInt(byte[] bytes, int at, int value) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }

  private static int getInt(byte[] bytes, int at) {
    return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | (bytes[at + 3] & 0xFF) << 24;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
