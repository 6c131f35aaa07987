package org.comparto.community;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Checks of what callers give: each refusal names the member and the cure, and for rows the first that is wrong. */
final class Given {

  private Given() {}

  static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new InvalidInputException(name, name + " is required");
    }
    return value;
  }

  static double within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new InvalidInputException(name, name + " is " + plainly(value) + "; it must be from " + plainly(least) + " to " + plainly(most));
    }
    return value;
  }

  static String oneOf(String name, String value, Collection<String> known) {
    if (!known.contains(value)) {
      throw new InvalidInputException(name, name + " must be one of " + String.join(", ", known));
    }
    return value;
  }

  static <E extends Enum<E>> E oneOf(String name, String value, Class<E> known) {
    return Arrays.stream(known.getEnumConstants()).filter(one -> one.toString().equals(value)).findFirst().orElseThrow(() -> new InvalidInputException(name,
        name + " must be one of " + Arrays.stream(known.getEnumConstants()).map(Enum::toString).collect(Collectors.joining(", "))));
  }

  /** @param expected how many there must be; rows are counted from 1 */
  static double[] rows(String name, double[] values, int expected, double least) {
    if (values.length != expected) {
      throw new InvalidInputException(name, name + " has " + values.length + " rows; this year needs " + expected);
    }
    for (int row = 0; row < values.length; row++) {
      if (!(values[row] >= least && values[row] < 1e9)) {
        throw new InvalidInputException(name, name + " holds " + plainly(values[row]) + " in row " + (row + 1) + "; every row must be a number from " + plainly(least)
            + " to 1000000000");
      }
    }
    return values;
  }

  static String plainly(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? String.valueOf((long) value) : String.valueOf(value);
  }
}
