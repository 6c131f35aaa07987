package org.comparto.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.comparto.problem.InvalidInputException;

/**
 * The moment whose data are shown. Where nobody names one it is the last change, or the beginning of today if that is later:
 * as long as nothing changes, everybody who asks on one day is shown the same.
 *
 * @param at to the microsecond, as the database keeps time
 */
public record Moment(Instant at) {

  static final ZoneId ITALY = ZoneId.of("Europe/Rome");

  public Moment {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Reads a moment as links carry it, for instance {@code 2026-11-22T09:30:00Z}.
   *
   * @throws InvalidInputException if it is none, or has yet to come
   */
  static Moment parse(String text) {
    try {
      Moment moment = new Moment(Instant.parse(text));
      if (moment.at.isAfter(Instant.now())) {
        throw new InvalidInputException("at", "at is \"" + text + "\", which has yet to come; leave it out for the present");
      }
      return moment;
    } catch (DateTimeParseException e) {
      throw new InvalidInputException("at", "at is \"" + text + "\"; it is a moment like 2026-11-22T09:30:00Z, or leave it out for the present");
    }
  }

  static Moment ofPresent(Instant lastChange) {
    Instant today = LocalDate.now(ITALY).atStartOfDay(ITALY).toInstant();
    return new Moment(lastChange.isAfter(today) ? lastChange : today);
  }

  /** The day in Italy. */
  public LocalDate day() {
    return at.atZone(ITALY).toLocalDate();
  }

  @Override
  public String toString() {
    return at.toString();
  }
}
