package org.comparto.feature;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The days, in UTC, that an instant or interval touches; both ends belong to it.
 *
 * @param begin null for an open end
 * @param end null for an open end
 */
public record TimeInterval(@Nullable LocalDate begin, @Nullable LocalDate end) {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DATE_TIME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:)(\\d{2})(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})");
  private static final String LEAP_SECOND = "60";

  /**
   * Reads the datetime parameter of OGC API: a date or date-time of RFC 3339, or two of them with a slash in between, of which one may
   * be {@code ..} or empty, or the second an ISO 8601 period counted from the first, as OGC's test suite sends it.
   *
   * @throws InvalidInputException naming datetime
   */
  public static TimeInterval parse(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length > 2) {
      throw wrong(text);
    }
    if (ends.length == 1) {
      LocalDate day = LocalDate.ofInstant(instant(text, text), ZoneOffset.UTC);
      return new TimeInterval(day, day);
    }
    Instant begin = isOpen(ends[0]) ? null : instant(ends[0], text);
    Instant end = isOpen(ends[1]) ? null : begin != null && ends[1].startsWith("P") ? later(begin, ends[1], text) : instant(ends[1], text);
    if (begin != null && end != null && begin.isAfter(end)) {
      throw new InvalidInputException("datetime", "the interval " + text + " ends before it begins");
    }
    return new TimeInterval(day(begin), day(end));
  }

  private static @Nullable LocalDate day(@Nullable Instant instant) {
    return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static Instant instant(String end, String text) {
    try {
      if (DATE.matcher(end).matches()) {
        return LocalDate.parse(end).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      var parts = DATE_TIME.matcher(end);
      if (parts.matches()) {
        String second = parts.group(2).equals(LEAP_SECOND) ? "59" : parts.group(2);
        String fraction = parts.group(3) == null ? "" : parts.group(3).substring(0, Math.min(parts.group(3).length(), 10));
        return OffsetDateTime.parse((parts.group(1) + second + fraction + parts.group(4)).toUpperCase(Locale.ROOT)).toInstant();
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw wrong(text);
  }

  private static Instant later(Instant begin, String period, String text) {
    try {
      String[] parts = period.split("T", -1);
      Period days = parts[0].equals("P") ? Period.ZERO : Period.parse(parts[0]);
      Duration time = parts.length == 1 ? Duration.ZERO : Duration.parse("PT" + parts[1]);
      return begin.atOffset(ZoneOffset.UTC).plus(days).plus(time).toInstant();
    } catch (DateTimeException | ArithmeticException e) {
      throw wrong(text);
    }
  }

  private static InvalidInputException wrong(String text) {
    return new InvalidInputException("datetime", "datetime is \"" + text + "\"; give a date-time like 2026-03-31T00:00:00Z, or two with a "
        + "slash in between, .. for an open end");
  }
}
