package org.comparto.community;

import java.time.LocalDate;

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of Nature (20 April 1876) as in J. Meeus, "Astronomical Algorithms", ch. 8. */
final class Easter {

  private Easter() {}

  static LocalDate of(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int g = (b - (b + 8) / 25 + 1) / 3;
    int h = (19 * a + b - b / 4 - g + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int sum = h + l - 7 * m + 114;
    return LocalDate.of(year, sum / 31, sum % 31 + 1);
  }
}
