package org.comparto.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Reads instants as RFC 3339 writes them: a day, or a moment with its offset from UTC. */
final class Instants {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");
  /** PostgreSQL keeps microseconds. */
  private static final LocalTime LAST = LocalTime.of(23, 59, 59, 999_999_000);

  private Instants() {}

  /** A date or a timestamp, whichever is written. */
  static Expression read(String text) {
    return DATE.matcher(text).matches() ? new Expression.Date(date(text)) : new Expression.Timestamp(timestamp(text));
  }

  static LocalDate date(String text) {
    if (!DATE.matcher(text).matches() || text.startsWith("0000")) {
      throw new Mistake(Mistake.shown(text) + " is not a date; write 2026-03-31");
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Mistake(Mistake.shown(text) + " is not a day of the calendar");
    }
  }

  static OffsetDateTime timestamp(String text) {
    if (!TIMESTAMP.matcher(text).matches() || text.startsWith("0000")) {
      throw new Mistake(Mistake.shown(text) + " is not a date with time; write 2026-03-31T12:00:00Z, or 2026-03-31 for a day");
    }
    try {
      return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Mistake(Mistake.shown(text) + " is not a moment of the calendar");
    }
  }

  static OffsetDateTime edgeOf(LocalDate day, boolean first) {
    return (first ? day.atStartOfDay() : day.atTime(LAST)).atOffset(ZoneOffset.UTC);
  }
}
