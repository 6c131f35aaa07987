package org.comparto.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Days for tests that plan ahead, whenever they run: on a holiday those who keep "PH off" would be closed. */
public final class OrdinaryWeek {

  private static final ZoneId ITALY = ZoneId.of("Europe/Rome");

  private OrdinaryWeek() {}

  /** That day of the first week without a holiday that begins so many days from now, or later. */
  public static LocalDate ahead(int days, DayOfWeek day) {
    LocalDate monday = LocalDate.now(ITALY).plusDays(days).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    return Stream.iterate(monday, week -> week.plusWeeks(1)).filter(OrdinaryWeek::hasNoHoliday).findFirst().orElseThrow().with(TemporalAdjusters.nextOrSame(day));
  }

  private static boolean hasNoHoliday(LocalDate monday) {
    return IntStream.range(0, 7).mapToObj(monday::plusDays).noneMatch(Holidays::hold);
  }
}
