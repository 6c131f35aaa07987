package org.comparto.community;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/**
 * The hours of a calendar year in Europe/Rome in the order in which they pass: 8,760, or 8,784 in a leap year. The day on which clocks go forward has 23
 * of them, the day on which they go back 25, so the first hour begins at 23 UTC of the day before.
 *
 * @param firstHour hours since 1970-01-01T00 UTC of the first one
 * @param dayOf of each hour, its day counted from 1 January as 0
 * @param clockOf of each hour, the hour that clocks show at its beginning
 * @param monthOf of each hour, 0 for January
 */
record EnergyYear(int year, long firstHour, int hours, short[] dayOf, byte[] clockOf, byte[] monthOf) {

  static final ZoneId ROME = ZoneId.of("Europe/Rome");

  static EnergyYear of(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    long begin = hourOf(first);
    int hours = (int) (hourOf(first.plusYears(1)) - begin);
    short[] days = new short[hours];
    byte[] clocks = new byte[hours];
    byte[] months = new byte[hours];
    int h = 0;
    for (LocalDate day = first; day.getYear() == year; day = day.plusDays(1)) {
      long next = hourOf(day.plusDays(1));
      for (; begin + h < next; h++) {
        days[h] = (short) (day.getDayOfYear() - 1);
        clocks[h] = (byte) Instant.ofEpochSecond(TimeUnit.HOURS.toSeconds(begin + h)).atZone(ROME).getHour();
        months[h] = (byte) (day.getMonthValue() - 1);
      }
    }
    return new EnergyYear(year, begin, hours, days, clocks, months);
  }

  LocalDate day(int hour) {
    return LocalDate.ofYearDay(year, dayOf[hour] + 1);
  }

  /** The beginning of an hour as clocks in Rome show it, with the offset that tells the two equal hours of October apart. */
  OffsetDateTime begin(int hour) {
    return Instant.ofEpochSecond(TimeUnit.HOURS.toSeconds(firstHour + hour)).atZone(ROME).toOffsetDateTime();
  }

  /** Sums by month, January first. */
  double[] months(double[] hourly) {
    double[] sums = new double[12];
    for (int h = 0; h < hours; h++) {
      sums[monthOf[h]] += hourly[h];
    }
    return sums;
  }

  private static long hourOf(LocalDate day) {
    return TimeUnit.SECONDS.toHours(day.atStartOfDay(ROME).toEpochSecond());
  }
}
