package org.comparto.tile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;

/** The attributes that a layer's tiles carry: what is asked of the database for them, how they are kept and how they are written. */
final class TileValues {

  private final List<Attribute> carried;
  private final String select;

  TileValues(Layer layer) {
    this.carried = of(layer);
    PublicReading reading = new PublicReading(layer);
    this.select = carried.stream().map(a -> ", (" + reading.value(a) + ")::" + sqlType(a) + " AS " + Sql.quote(a.name()))
        .collect(Collectors.joining());
  }

  /** What tiles carry of a layer, in the order of its descriptor. */
  static List<Attribute> of(Layer layer) {
    return layer.publicAttributes().stream().filter(Attribute::tile).toList();
  }

  /** The end of a select list, beginning with a comma where there is anything. */
  String select() {
    return select;
  }

  List<String> names() {
    return carried.stream().map(Attribute::name).toList();
  }

  /**
   * Writes what is known of a row, each value behind its length; of length 0 what is not known.
   *
   * @param firstColumn the first of the selected columns
   */
  void pack(ResultSet row, int firstColumn, ProtoBuffer out) throws SQLException {
    ProtoBuffer value = new ProtoBuffer(64);
    for (int i = 0; i < carried.size(); i++) {
      value.cutTo(0);
      encode(row, firstColumn + i, carried.get(i), value);
      out.varint(value.size());
      out.raw(value.array(), 0, value.size());
    }
  }

  /**
   * Tags the feature that is added next with what is known about it.
   *
   * @param packed values as {@link #pack} wrote them, from a position on
   * @param firstKey the key of the first attribute
   */
  void tag(byte[] packed, int from, LayerWriter out, int firstKey) {
    int at = from;
    for (int i = 0; i < carried.size(); i++) {
      int length = packed[at++];
      if (length < 0) {
        length &= 0x7f;
        int shift = 7;
        byte next;
        do {
          next = packed[at++];
          length |= (next & 0x7f) << shift;
          shift += 7;
        } while (next < 0);
      }
      if (length > 0) {
        out.tag(firstKey + i, out.values().encoded(packed, at, length));
        at += length;
      }
    }
  }

  /** Bytes of a text are passed on as they come. */
  private static void encode(ResultSet row, int column, Attribute attribute, ProtoBuffer out) throws SQLException {
    switch (attribute.type()) {
      case INTEGER -> {
        long value = row.getLong(column);
        if (!row.wasNull()) {
          EncodedValue.integer(value, out);
        }
      }
      case NUMBER -> {
        double value = row.getDouble(column);
        if (!row.wasNull()) {
          EncodedValue.number(value, out);
        }
      }
      case BOOLEAN -> {
        boolean value = row.getBoolean(column);
        if (!row.wasNull()) {
          EncodedValue.truth(value, out);
        }
      }
      default -> {
        byte[] value = row.getBytes(column);
        if (value != null) {
          EncodedValue.text(value, out);
        }
      }
    }
  }

  private static String sqlType(Attribute attribute) {
    return switch (attribute.type()) {
      case INTEGER -> "bigint";
      case NUMBER -> "float8";
      case BOOLEAN -> "boolean";
      default -> "text";
    };
  }
}
