package org.comparto.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.problem.InvalidInputException;

/** A time of a day as clocks in Rome show it, "HH:MM". */
record Clock(int minute) implements Comparable<Clock> {

  private static final Pattern FORM = Pattern.compile("([01]?\\d|2[0-3])[:.]([0-5]\\d)(?::00)?|(24)[:.]00");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Clock of(String text) {
    Matcher found = FORM.matcher(text.strip());
    if (!found.matches()) {
      throw new InvalidInputException("time", "\"" + text + "\" is no time of a day like 09:30");
    }
    return new Clock(found.group(3) != null ? 1440 : Integer.parseInt(found.group(1)) * 60 + Integer.parseInt(found.group(2)));
  }

  @JsonValue
  @Override
  public String toString() {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  @Override
  public int compareTo(Clock other) {
    return Integer.compare(minute, other.minute);
  }
}
