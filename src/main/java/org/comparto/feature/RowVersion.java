package org.comparto.feature;

/** PostgreSQL's xmin: the number of the transaction that wrote a row, an unsigned 32-bit number sent as text. */
public final class RowVersion {

  private RowVersion() {}

  public static int parse(byte[] digits) {
    int version = 0;
    for (byte digit : digits) {
      version = version * 10 + (digit - '0'); // wraps to the same 32 bits
    }
    return version;
  }
}
