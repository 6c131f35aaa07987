package org.comparto.community;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * Archetype loads as {@code gis-data/tariffs/loads.yaml} says them: assumptions, no measurements.
 *
 * @param source where they are from
 */
record Loads(Localized source, Map<String, Archetype> archetypes, Holidays holidays, Stop augustStop) {

  static final Loads ALL = TariffFiles.read("loads", Loads.class);

  private static final List<String> WEEK = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  /**
   * One shape.
   *
   * @param from first full hour of the clock @param to first hour after them
   * @param curve 24 weights of a day instead
   * @param rest weight on days of rest; base where it is null
   */
  record Archetype(int from, int to, double base, List<String> days, boolean august, @Nullable Double summer, @Nullable Double rest,
      @Nullable List<Double> curve, Localized title) {

    double weight(boolean isRest, int month, int clock) {
      double day = curve != null ? curve.get(clock) : !isRest && clock >= from && clock < to ? 1 : isRest && rest != null ? rest : base;
      return summer != null && month >= 5 && month <= 7 ? day * summer : day;
    }
  }

  /** @param since holidays that are so only from some year on */
  record Holidays(List<String> fixed, List<Since> since, boolean easter, boolean easterMonday) {

    record Since(String day, int year, String source) {}

    boolean contains(LocalDate day) {
      String name = String.format(Locale.ROOT, "%02d-%02d", day.getMonthValue(), day.getDayOfMonth());
      LocalDate sunday = Easter.of(day.getYear());
      return fixed.contains(name) || since.stream().anyMatch(one -> one.day().equals(name) && day.getYear() >= one.year())
          || easter && day.equals(sunday) || easterMonday && day.equals(sunday.plusDays(1));
    }
  }

  /** Both days belong to it, month-day. */
  record Stop(String from, String to, String source) {

    boolean contains(LocalDate day) {
      MonthDay of = MonthDay.from(day);
      return !of.isBefore(first()) && !of.isAfter(last());
    }

    MonthDay first() {
      return MonthDay.parse("--" + from);
    }

    MonthDay last() {
      return MonthDay.parse("--" + to);
    }
  }

  Set<String> names() {
    return new TreeMap<>(archetypes).keySet();
  }

  /** The part of a year's energy that is used in each hour; they sum up to 1. */
  double[] shape(String archetype, EnergyYear year) {
    Archetype of = archetypes.get(archetype);
    boolean[] rest = new boolean[LocalDate.of(year.year(), 1, 1).lengthOfYear()];
    for (int d = 0; d < rest.length; d++) {
      LocalDate day = LocalDate.ofYearDay(year.year(), d + 1);
      rest[d] = !of.days().contains(WEEK.get(day.getDayOfWeek().getValue() - 1)) || holidays.contains(day) && of.days().size() < 7
          || of.august() && augustStop.contains(day);
    }
    double[] shape = new double[year.hours()];
    double sum = 0;
    for (int h = 0; h < shape.length; h++) {
      shape[h] = of.weight(rest[year.dayOf()[h]], year.monthOf()[h], year.clockOf()[h]);
      sum += shape[h];
    }
    for (int h = 0; h < shape.length; h++) {
      shape[h] /= sum;
    }
    return shape;
  }
}
