package org.comparto.feature;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Text put together from bytes that lie ready, through one buffer of fixed size: however long an answer is, this is all
 * that it holds. Failures to write become {@link UncheckedIOException}: the client went away.
 */
public final class Utf8Output {

  private static final int SIZE = 1 << 15;
  private static final int LONGEST_NUMBER = 20;

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE];
  private int filled;

  public Utf8Output(OutputStream out) {
    this.out = out;
  }

  public void write(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  void write(byte[] bytes, int from, int length) {
    if (length > SIZE - filled) {
      spill();
      if (length > SIZE) {
        passOn(bytes, from, length);
        return;
      }
    }
    System.arraycopy(bytes, from, buffer, filled, length);
    filled += length;
  }

  void write(long number) {
    if (number < 0) {
      write(Long.toString(number));
      return;
    }
    if (LONGEST_NUMBER > SIZE - filled) {
      spill();
    }
    int end = filled + 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      end++;
    }
    long rest = number;
    for (int at = end - 1; at >= filled; at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    filled = end;
  }

  /** Hands on what the buffer holds. The stream below is neither flushed nor closed. */
  public void finish() {
    spill();
  }

  private void spill() {
    passOn(buffer, 0, filled);
    filled = 0;
  }

  private void passOn(byte[] bytes, int from, int length) {
    if (length == 0) {
      return;
    }
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
