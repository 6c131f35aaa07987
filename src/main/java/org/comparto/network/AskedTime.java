package org.comparto.network;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The parameter {@code at}: when somebody is on the road. */
public final class AskedTime {

  private AskedTime() {}

  /**
   * On the clock of the place; null if nothing is said.
   *
   * @throws InvalidInputException if it is no local date and time
   */
  public static @Nullable LocalDateTime of(@Nullable String at) {
    try {
      return at == null || at.isBlank() ? null : LocalDateTime.parse(at.strip());
    } catch (DateTimeParseException e) {
      throw new InvalidInputException("at", "at must be a local date and time as 2026-11-23T08:00");
    }
  }
}
