package org.comparto.columns;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of one attribute in one block of rows, in the fewest bytes that hold them: codes of a dictionary (0: not known),
 * or numbers (NaN: not known), which are kept as whole hundredths or the like where all of them are.
 */
abstract class Chunk {

  /** Rows in a block; a multiple of 64. */
  static final int ROWS = 4096;

  private static final double[] SCALES = {1, 10, 100, 10_000};

  /** Not known, all of them. */
  static final Chunk EMPTY = new Chunk() {
    @Override
    void numbers(double[] into) {
      Arrays.fill(into, Double.NaN);
    }

    @Override
    void codes(int[] into) {
      Arrays.fill(into, 0);
    }

    @Override
    int bytes() {
      return 0;
    }
  };

  /** Reads all rows of the block. */
  void numbers(double[] into) {
    throw new IllegalStateException("these are codes");
  }

  /** Reads all rows of the block. */
  void codes(int[] into) {
    throw new IllegalStateException("these are numbers");
  }

  abstract int bytes();

  static Chunk ofNumbers(double[] numbers) {
    boolean known = false;
    for (double number : numbers) {
      known |= number == number;
    }
    if (!known) {
      return EMPTY;
    }
    for (double scale : SCALES) {
      int[] whole = whole(numbers, scale);
      if (whole != null) {
        return new Whole(whole, scale);
      }
    }
    return new Doubles(numbers.clone());
  }

  static Chunk ofCodes(int[] codes) {
    int largest = 0;
    for (int code : codes) {
      largest = Math.max(largest, code);
    }
    if (largest == 0) {
      return EMPTY;
    } else if (largest < 256) {
      byte[] small = new byte[ROWS];
      for (int i = 0; i < ROWS; i++) {
        small[i] = (byte) codes[i];
      }
      return new Bytes(small);
    } else if (largest < 65_536) {
      char[] middle = new char[ROWS];
      for (int i = 0; i < ROWS; i++) {
        middle[i] = (char) codes[i];
      }
      return new Chars(middle);
    }
    throw new IllegalArgumentException("a dictionary holds fewer than 65,536 values");
  }

  /** The numbers times the scale, if that brings every one of them back when it is divided again. */
  private static int @Nullable [] whole(double[] numbers, double scale) {
    int[] whole = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      double number = numbers[i];
      if (number == number) {
        double scaled = Math.rint(number * scale);
        if (Math.abs(scaled) >= Integer.MAX_VALUE || scaled / scale != number) {
          return null;
        }
        whole[i] = (int) scaled;
      } else {
        whole[i] = Integer.MIN_VALUE;
      }
    }
    return whole;
  }

  private static final class Whole extends Chunk {
    private final int[] values;
    private final double scale;

    Whole(int[] values, double scale) {
      this.values = values;
      this.scale = scale;
    }

    @Override
    void numbers(double[] into) {
      for (int i = 0; i < ROWS; i++) {
        into[i] = values[i] == Integer.MIN_VALUE ? Double.NaN : values[i] / scale;
      }
    }

    @Override
    int bytes() {
      return 4 * ROWS;
    }
  }

  private static final class Doubles extends Chunk {
    private final double[] values;

    Doubles(double[] values) {
      this.values = values;
    }

    @Override
    void numbers(double[] into) {
      System.arraycopy(values, 0, into, 0, ROWS);
    }

    @Override
    int bytes() {
      return 8 * ROWS;
    }
  }

  private static final class Bytes extends Chunk {
    private final byte[] values;

    Bytes(byte[] values) {
      this.values = values;
    }

    @Override
    void codes(int[] into) {
      for (int i = 0; i < ROWS; i++) {
        into[i] = values[i] & 0xFF;
      }
    }

    @Override
    int bytes() {
      return ROWS;
    }
  }

  private static final class Chars extends Chunk {
    private final char[] values;

    Chars(char[] values) {
      this.values = values;
    }

    @Override
    void codes(int[] into) {
      for (int i = 0; i < ROWS; i++) {
        into[i] = values[i];
      }
    }

    @Override
    int bytes() {
      return 2 * ROWS;
    }
  }
}
