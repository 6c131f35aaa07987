package org.comparto.columns;

import java.nio.charset.StandardCharsets;

/** Reads the decimal numbers of the database as doubles, and says whether a double can tell them from all others. */
final class Exact {

  private static final double[] POWERS = new double[16];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private boolean exact = true;

  /** Whether all numbers read so far have at most 15 digits, or are whole and below 2^53: no two of those are one double. */
  boolean isExact() {
    return exact;
  }

  /** @param text as PostgreSQL writes a numeric, in ASCII */
  double read(byte[] text) {
    long digits = 0;
    int count = 0;
    int decimals = 0;
    boolean point = false;
    for (byte c : text) {
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        count += digits > 0 ? 1 : 0;
        decimals += point ? 1 : 0;
        if (count > 16) {
          return inexact(text);
        }
      } else if (c == '.') {
        point = true;
      } else if (c != '-') {
        return inexact(text); // Infinity, NaN, an exponent
      }
    }
    if (count == 16 && (decimals > 0 || digits > 1L << 53) || decimals >= POWERS.length) {
      return inexact(text);
    }
    double value = digits / POWERS[decimals]; // both exact: correctly rounded
    return text[0] == '-' ? -value : value;
  }

  private double inexact(byte[] text) {
    double value = Double.parseDouble(new String(text, StandardCharsets.US_ASCII).replace("inf", "Inf")); // days write infinity
    exact &= Double.isInfinite(value);
    return value;
  }
}
