package org.comparto.hours;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/**
 * The public holidays of Italy: law 260/1949 as amended by 54/1977, 792/1985 and 336/2000, and from 2026 the 4th of October by law 151/2025.
 * The patron saint of a municipality is not among them.
 */
final class Holidays {

  private static final Set<MonthDay> EVERY_YEAR = Set.of(MonthDay.of(1, 1), MonthDay.of(1, 6), MonthDay.of(4, 25), MonthDay.of(5, 1), MonthDay.of(6, 2),
      MonthDay.of(8, 15), MonthDay.of(11, 1), MonthDay.of(12, 8), MonthDay.of(12, 25), MonthDay.of(12, 26));
  private static final MonthDay SAINT_FRANCIS = MonthDay.of(Month.OCTOBER, 4);

  private Holidays() {}

  static boolean hold(LocalDate day) {
    LocalDate easter = easter(day.getYear());
    MonthDay date = MonthDay.from(day);
    return EVERY_YEAR.contains(date) || date.equals(SAINT_FRANCIS) && day.getYear() >= 2026 || day.equals(easter) || day.equals(easter.plusDays(1));
  }

  /** Sunday of Easter in the Gregorian calendar: the anonymous algorithm of Nature, 20 April 1876, as Meeus gives it (Astronomical Algorithms, ch. 8). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int g = (8 * b + 13) / 25;
    int h = (19 * a + b - b / 4 - g + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
