package org.comparto.tile;

import java.util.Arrays;

/** The values of a tile's layer, each once and in the order of first use, kept as the encoded {@code values} fields that they are written as. */
final class ValueDictionary {

  private static final int VALUES = 4;

  private final ProtoBuffer encoded = new ProtoBuffer(4096);
  private final ProtoBuffer one = new ProtoBuffer(64);
  private int count;
  /** Per value: where its bytes begin and end, and their hash. */
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int[] hashes = new int[256];
  /** Open addressing: the index of a value plus one, 0 for a free place; never more than half full. */
  private int[] table = new int[512];

  /** The index of a value that is encoded already, as {@link EncodedValue} does. */
  int encoded(byte[] bytes, int from, int length) {
    return indexOf(bytes, from, from + length);
  }

  int integer(long value) {
    one.cutTo(0);
    EncodedValue.integer(value, one);
    return indexOf(one.array(), 0, one.size());
  }

  /** Bytes that the values take so far. */
  int size() {
    return encoded.size();
  }

  void writeTo(ProtoBuffer out) {
    out.raw(encoded.array(), 0, encoded.size());
  }

  private int indexOf(byte[] bytes, int from, int to) {
    int hash = hash(bytes, from, to);
    int place = hash & table.length - 1;
    while (table[place] != 0 && !isAt(table[place] - 1, hash, bytes, from, to)) {
      place = place + 1 & table.length - 1;
    }
    if (table[place] == 0) {
      table[place] = count + 1;
      hashes[count] = hash;
      encoded.tag(VALUES, ProtoBuffer.BYTES);
      encoded.varint(to - from);
      starts[count] = encoded.size();
      encoded.raw(bytes, from, to - from);
      ends[count] = encoded.size();
      if (++count == starts.length) {
        grow();
      }
      return count - 1;
    }
    return table[place] - 1;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ hash >>> 15;
  }

  private boolean isAt(int index, int hash, byte[] bytes, int from, int to) {
    return hashes[index] == hash && Arrays.equals(encoded.array(), starts[index], ends[index], bytes, from, to);
  }

  private void grow() {
    starts = Arrays.copyOf(starts, count * 2);
    ends = Arrays.copyOf(ends, count * 2);
    hashes = Arrays.copyOf(hashes, count * 2);
    table = new int[count * 4];
    for (int index = 0; index < count; index++) {
      int place = hashes[index] & table.length - 1;
      while (table[place] != 0) {
        place = place + 1 & table.length - 1;
      }
      table[place] = index + 1;
    }
  }
}
