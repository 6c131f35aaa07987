package org.comparto.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes one layer of a Mapbox Vector Tile (specification 2.1), feature by feature: its values by {@link #values()} and
 * {@link #tag}, then the feature itself by {@link #add}. Features come out in the order of their ids, whatever order they were added
 * in, so that what is drawn over what is the same in neighbouring tiles.
 */
final class LayerWriter {

  private static final int VERSION = 2;
  private static final int POSITION_BITS = 20;

  private final byte[] name;
  private final List<String> keys;
  private final ProtoBuffer features = new ProtoBuffer(16 * 1024);
  private final ProtoBuffer one = new ProtoBuffer(512);
  private final ValueDictionary values = new ValueDictionary();
  private final int[] tags;
  private int tagged;
  private int count;
  private long[] ids = new long[256];
  private int[] starts = new int[257];

  LayerWriter(String name, List<String> keys) {
    this.name = name.getBytes(StandardCharsets.UTF_8);
    this.keys = keys;
    this.tags = new int[keys.size() * 2];
  }

  ValueDictionary values() {
    return values;
  }

  /** Gives the feature that is added next a value. */
  void tag(int key, int value) {
    tags[tagged++] = key;
    tags[tagged++] = value;
  }

  /** @param id 0 for none */
  void add(long id, Commands geometry) {
    one.cutTo(0);
    if (id != 0) {
      one.tag(1, ProtoBuffer.VARINT);
      one.varint(id);
    }
    one.packed(2, tags, tagged);
    one.tag(3, ProtoBuffer.VARINT);
    one.varint(geometry.type().number());
    one.packed(4, geometry.array(), geometry.size());
    features.tag(2, ProtoBuffer.BYTES);
    features.varint(one.size());
    features.raw(one.array(), 0, one.size());
    tagged = 0;
    ids[count++] = id;
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, count * 2);
      starts = Arrays.copyOf(starts, count * 2 + 1);
    }
    starts[count] = features.size();
  }

  /** About how many bytes the layer takes so far. */
  int size() {
    return features.size() + values.size();
  }

  /** The whole tile; of length 0 if it holds nothing. */
  byte[] toTile() {
    if (count == 0) {
      return new byte[0];
    }
    ProtoBuffer layer = new ProtoBuffer(size() + 1024);
    layer.tag(15, ProtoBuffer.VARINT);
    layer.varint(VERSION);
    layer.field(1, name);
    for (int feature : order()) {
      layer.raw(features.array(), starts[feature], starts[feature + 1] - starts[feature]);
    }
    keys.forEach(key -> layer.field(3, key.getBytes(StandardCharsets.UTF_8)));
    values.writeTo(layer);
    layer.tag(5, ProtoBuffer.VARINT);
    layer.varint(TileGrid.EXTENT);
    ProtoBuffer tile = new ProtoBuffer(layer.size() + 16);
    tile.tag(3, ProtoBuffer.BYTES);
    tile.varint(layer.size());
    tile.raw(layer.array(), 0, layer.size());
    return tile.toBytes();
  }

  /** Sorts ids and positions together as single numbers: ids come from one sequence and do not reach 2^43, nor a tile 2^20 features. */
  private int[] order() {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = ids[i] << POSITION_BITS | i;
    }
    Arrays.sort(keys);
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = (int) keys[i] & (1 << POSITION_BITS) - 1;
    }
    return order;
  }
}
