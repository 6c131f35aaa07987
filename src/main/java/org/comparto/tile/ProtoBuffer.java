package org.comparto.tile;

import java.util.Arrays;

/** Growing bytes written in protocol-buffer encoding: tags, varints, little-endian doubles and length-prefixed pieces. */
final class ProtoBuffer {

  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  private static final int LONGEST_VARINT = 10;

  private byte[] bytes;
  private int size;

  ProtoBuffer(int capacity) {
    this.bytes = new byte[capacity];
  }

  int size() {
    return size;
  }

  byte[] array() {
    return bytes;
  }

  void cutTo(int newSize) {
    size = newSize;
  }

  void tag(int field, int wireType) {
    varint((long) field << 3 | wireType);
  }

  void varint(long value) {
    reserve(LONGEST_VARINT);
    size = write(value, bytes, size);
  }

  void fixed64(long value) {
    reserve(8);
    for (int shift = 0; shift < 64; shift += 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  void raw(byte[] piece, int from, int length) {
    reserve(length);
    System.arraycopy(piece, from, bytes, size, length);
    size += length;
  }

  void field(int field, byte[] piece) {
    tag(field, BYTES);
    varint(piece.length);
    raw(piece, 0, piece.length);
  }

  /** A packed field of unsigned 32-bit varints. */
  void packed(int field, int[] values, int count) {
    int length = 0;
    for (int i = 0; i < count; i++) {
      length += sizeOf(Integer.toUnsignedLong(values[i]));
    }
    tag(field, BYTES);
    varint(length);
    reserve(length);
    int at = size;
    for (int i = 0; i < count; i++) {
      at = write(Integer.toUnsignedLong(values[i]), bytes, at);
    }
    size = at;
  }

  /** Returns where it ends. */
  private static int write(long value, byte[] out, int from) {
    int at = from;
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    out[at++] = (byte) rest;
    return at;
  }

  /** How many bytes a varint takes. */
  static int sizeOf(long value) {
    return (63 - Long.numberOfLeadingZeros(value | 1)) / 7 + 1;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
