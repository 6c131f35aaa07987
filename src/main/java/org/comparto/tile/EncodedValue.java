package org.comparto.tile;

/** Writes single values as a tile's {@code Value} messages have them (specification 2.1, 4.4). */
final class EncodedValue {

  private EncodedValue() {}

  static void text(byte[] utf8, ProtoBuffer out) {
    out.field(1, utf8);
  }

  static void number(double value, ProtoBuffer out) {
    out.tag(3, ProtoBuffer.FIXED64);
    out.fixed64(Double.doubleToLongBits(value));
  }

  static void integer(long value, ProtoBuffer out) {
    out.tag(value < 0 ? 6 : 5, ProtoBuffer.VARINT);
    out.varint(value < 0 ? value << 1 ^ value >> 63 : value);
  }

  static void truth(boolean value, ProtoBuffer out) {
    out.tag(7, ProtoBuffer.VARINT);
    out.varint(value ? 1 : 0);
  }
}
