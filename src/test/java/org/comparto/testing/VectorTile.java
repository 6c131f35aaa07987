package org.comparto.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a Mapbox Vector Tile (specification 2.1) so far as tests need: its layers' names, and their features' ids, types, tags and shapes. */
public record VectorTile(String layer, List<Feature> features) {

  /**
   * One feature.
   *
   * @param id 0 if the tile gives none
   * @param type 1 point, 2 line, 3 polygon
   * @param parts one list of x, y, x, y … per point group, line or ring; rings are not closed
   */
  public record Feature(long id, int type, Map<String, Object> tags, List<List<Integer>> parts) {}

  /** The first layer; one without a name for an empty tile. */
  public static VectorTile read(byte[] bytes) {
    return readAll(bytes).stream().findFirst().orElse(new VectorTile("", List.of()));
  }

  /** All layers, in their order. */
  public static List<VectorTile> readAll(byte[] bytes) {
    Message tile = new Message(bytes);
    List<VectorTile> layers = new ArrayList<>();
    while (tile.next()) {
      layers.add(layer(tile.message()));
    }
    return layers;
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
    List<List<Integer>> parts = List.of();
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
        case 4 -> parts = parts(feature.message());
        default -> { }
      }
    }
    return new Feature(id, type, tags, parts);
  }

  private static List<List<Integer>> parts(Message commands) {
    List<List<Integer>> parts = new ArrayList<>();
    int x = 0;
    int y = 0;
    while (commands.in.hasRemaining()) {
      long command = commands.varint();
      if ((command & 7) == 1) {
        parts.add(new ArrayList<>());
      }
      for (long times = (command & 7) == 7 ? 0 : command >> 3; times > 0; times--) {
        x += commands.step();
        y += commands.step();
        parts.get(parts.size() - 1).addAll(List.of(x, y));
      }
    }
    return parts;
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

    int step() {
      int word = (int) varint();
      return (word >>> 1) ^ -(word & 1);
    }

    String string() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    Message message() {
      return new Message(bytes);
    }
  }
}
