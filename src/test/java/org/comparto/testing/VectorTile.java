package org.comparto.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a Mapbox Vector Tile (specification 2.1) so far as tests need: one layer's name, and its features' ids, types and tags. */
public record VectorTile(String layer, List<Feature> features) {

  /**
   * One feature.
   *
   * @param id 0 if the tile gives none
   * @param type 1 point, 2 line, 3 polygon
   */
  public record Feature(long id, int type, Map<String, Object> tags) {}

  public static VectorTile read(byte[] bytes) {
    Message tile = new Message(bytes);
    return tile.next() ? layer(tile.message()) : new VectorTile("", List.of());
  }

  private static VectorTile layer(Message layer) {
    String name = "";
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<byte[]> features = new ArrayList<>();
    while (layer.next()) {
      switch (layer.field) {
        case 1 -> name = layer.string();
        case 2 -> features.add(layer.bytes);
        case 3 -> keys.add(layer.string());
        case 4 -> values.add(value(layer.message()));
        default -> { }
      }
    }
    return new VectorTile(name, features.stream().map(f -> feature(new Message(f), keys, values)).toList());
  }

  private static Feature feature(Message feature, List<String> keys, List<Object> values) {
    long id = 0;
    int type = 0;
    Map<String, Object> tags = new HashMap<>();
    while (feature.next()) {
      switch (feature.field) {
        case 1 -> id = feature.number;
        case 2 -> {
          Message pairs = feature.message();
          while (pairs.in.hasRemaining()) {
            tags.put(keys.get((int) pairs.varint()), values.get((int) pairs.varint()));
          }
        }
        case 3 -> type = (int) feature.number;
        default -> { }
      }
    }
    return new Feature(id, type, tags);
  }

  private static Object value(Message value) {
    value.next();
    return switch (value.field) {
      case 1 -> value.string();
      case 2 -> Float.intBitsToFloat((int) value.number);
      case 3 -> Double.longBitsToDouble(value.number);
      case 6 -> (value.number >>> 1) ^ -(value.number & 1);
      case 7 -> value.number != 0;
      default -> value.number;
    };
  }

  /** A protocol-buffer message, field by field. */
  private static final class Message {

    private final ByteBuffer in;
    private int field;
    private long number;
    private byte[] bytes = {};

    Message(byte[] bytes) {
      this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean next() {
      if (!in.hasRemaining()) {
        return false;
      }
      long tag = varint();
      field = (int) (tag >>> 3);
      switch ((int) tag & 7) {
        case 0 -> number = varint();
        case 1 -> number = in.getLong();
        case 2 -> {
          bytes = new byte[(int) varint()];
          in.get(bytes);
        }
        case 5 -> number = in.getInt();
        default -> throw new IllegalArgumentException("no such wire type");
      }
      return true;
    }

    long varint() {
      long result = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = in.get();
        result |= (long) (b & 0x7f) << shift;
        if (b >= 0) {
          return result;
        }
      }
    }

    String string() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    Message message() {
      return new Message(bytes);
    }
  }
}
