package org.comparto.host;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request for hosts; each refusal names the parameter and what it may be. */
final class Asked {

  private static final int MOST_VALUES = 100;
  private static final int MOST_CHARACTERS = 2_000;

  private Asked() {}

  static @Nullable Integer integer(String parameter, @Nullable String text, int least, int most) {
    if (text != null && (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most)) {
      throw new InvalidInputException(parameter, parameter + " is \"" + text + "\"; it must be an integer from " + least + " to " + most);
    }
    return text == null ? null : Integer.valueOf(text);
  }

  static int integer(String parameter, @Nullable String text, int least, int most, int otherwise) {
    Integer read = integer(parameter, text, least, most);
    return read == null ? otherwise : read;
  }

  /** Metres, with a dot. */
  static @Nullable BigDecimal metres(String parameter, @Nullable String text, int most) {
    if (text != null && (!text.matches("\\d{1,3}(\\.\\d{1,3})?") || new BigDecimal(text).compareTo(BigDecimal.valueOf(most)) > 0)) {
      throw new InvalidInputException(parameter, parameter + " is \"" + text + "\"; it must be a number from 0 to " + most);
    }
    return text == null ? null : new BigDecimal(text);
  }

  /** Only true asks for something: whoever does not need it leaves it out. */
  static boolean yes(String parameter, @Nullable String text) {
    if (text != null && !Set.of("true", "false").contains(text)) {
      throw new InvalidInputException(parameter, parameter + " is \"" + text + "\"; there are true, false");
    }
    return "true".equals(text);
  }

  static @Nullable LocalDate day(String parameter, @Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidInputException(parameter, parameter + " is \"" + text + "\"; it must be a day such as 2026-11-26");
    }
  }

  /** Values with commas between them, any of which will do; null for all. */
  static @Nullable List<String> list(String parameter, @Nullable String text) {
    String line = Field.optional(parameter, text, MOST_CHARACTERS);
    List<String> values = line == null ? null : Arrays.stream(line.split(",")).map(String::strip).filter(value -> !value.isEmpty()).toList();
    if (values != null && values.size() > MOST_VALUES) {
      throw new InvalidInputException(parameter, parameter + " has " + values.size() + " values; there may be " + MOST_VALUES);
    }
    return values == null || values.isEmpty() ? null : values;
  }

  /** Values of a code list. */
  static @Nullable List<String> codes(String parameter, @Nullable String text, List<String> known) {
    List<String> values = list(parameter, text);
    if (values != null) {
      values.stream().filter(value -> !known.contains(value)).findFirst().ifPresent(value -> {
        throw new InvalidInputException(parameter, parameter + " holds \"" + value + "\"; there are " + String.join(", ", known));
      });
    }
    return values;
  }

  static @Nullable LonLat place(String parameter, @Nullable String text) {
    if (text == null) {
      return null;
    }
    String[] parts = text.split(",", -1);
    if (parts.length == 2 && Arrays.stream(parts).allMatch(part -> part.strip().matches("-?\\d{1,3}(\\.\\d{1,15})?"))) {
      LonLat place = new LonLat(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
      if (Math.abs(place.lon()) <= 180 && Math.abs(place.lat()) <= 90) {
        return place;
      }
    }
    throw new InvalidInputException(parameter, parameter + " must be lon,lat in degrees, for instance 10.02,45.13");
  }
}
