package org.comparto.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hours of a year in Italy, its days of rest, and the loads that follow them. */
class EnergyYearTest {

  @ParameterizedTest
  @CsvSource({"2024, 8784", "2025, 8760", "2026, 8760", "2028, 8784"})
  void aYearHasItsHoursAndTwoOddDays(int number, int hours) {
    EnergyYear year = EnergyYear.of(number);
    assertThat(year.hours()).isEqualTo(hours);
    long[] ofDay = new long[LocalDate.of(number, 1, 1).lengthOfYear()];
    IntStream.range(0, hours).forEach(h -> ofDay[year.dayOf()[h]]++);
    LocalDate forward = lastSunday(number, 3);
    LocalDate back = lastSunday(number, 10);
    for (int d = 0; d < ofDay.length; d++) {
      LocalDate day = LocalDate.ofYearDay(number, d + 1);
      assertThat(ofDay[d]).as(day.toString()).isEqualTo(day.equals(forward) ? 23 : day.equals(back) ? 25 : 24);
    }
  }

  @Test
  void clocksSkipAnHourInMarchAndShowOneTwiceInOctober() {
    EnergyYear year = EnergyYear.of(2026);
    assertThat(clocks(year, LocalDate.of(2026, 3, 29))).startsWith(0, 1, 3, 4).hasSize(23);
    assertThat(clocks(year, LocalDate.of(2026, 10, 25))).startsWith(0, 1, 2, 2, 3).hasSize(25);
    assertThat(Instant.ofEpochSecond(year.firstHour() * 3600)).isEqualTo("2025-12-31T23:00:00Z");
    assertThat(year.begin(0).toString()).isEqualTo("2026-01-01T00:00+01:00");
    assertThat(year.begin(year.hours() - 1).atZoneSameInstant(ZoneId.of("Europe/Rome")).toLocalDateTime().toString()).isEqualTo("2026-12-31T23:00");
  }

  @ParameterizedTest
  @CsvSource({"2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"})
  void easter(LocalDate sunday) {
    assertThat(Easter.of(sunday.getYear())).isEqualTo(sunday);
  }

  @ParameterizedTest
  @CsvSource({"2026-01-01", "2026-01-06", "2026-04-05", "2026-04-06", "2026-04-25", "2026-05-01", "2026-06-02", "2026-08-15", "2026-10-04",
      "2026-11-01", "2026-12-08",
      "2026-12-25", "2026-12-26"})
  void italianHolidays(LocalDate day) {
    assertThat(Loads.ALL.holidays().contains(day)).isTrue();
    assertThat(Loads.ALL.holidays().contains(day.plusDays(day.getMonthValue() == 12 && day.getDayOfMonth() == 25
        || day.equals(LocalDate.of(2026, 4, 5)) ? 2 : 1))).isFalse();
  }

  @Test
  void saintFrancisIsNoHolidayBefore2026() {
    assertThat(Loads.ALL.holidays().contains(LocalDate.of(2025, 10, 4))).isFalse();
  }

  @Test
  void everyArchetypeSumsUpToOneInEveryYear() {
    for (int number : new int[] {2024, 2026}) {
      EnergyYear year = EnergyYear.of(number);
      for (String archetype : Loads.ALL.names()) {
        double[] shape = Loads.ALL.shape(archetype, year);
        assertThat(shape).hasSize(year.hours());
        assertThat(Arrays.stream(shape).sum()).as(archetype).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(shape).min().orElseThrow()).isPositive();
      }
    }
  }

  /** Works Monday to Friday from 7 to 17, rests on Easter Monday and in the August stop, and on a summer clock as on a winter one. */
  @Test
  void oneShiftFollowsTheClockAndTheCalendar() {
    EnergyYear year = EnergyYear.of(2026);
    double[] shape = Loads.ALL.shape("one_shift", year);
    double full = Arrays.stream(shape).max().orElseThrow();
    for (String day : new String[] {"2026-01-14", "2026-07-15", "2026-10-26"}) {
      int[] hours = hours(year, LocalDate.parse(day));
      assertThat(shape[hours[6]]).isCloseTo(0.15 * full, within(1e-15));
      assertThat(shape[hours[7]]).isEqualTo(full);
      assertThat(shape[hours[16]]).isEqualTo(full);
      assertThat(shape[hours[17]]).isCloseTo(0.15 * full, within(1e-15));
    }
    for (String day : new String[] {"2026-01-17", "2026-04-06", "2026-08-12", "2026-12-25"}) {
      assertThat(shape[hours(year, LocalDate.parse(day))[10]]).as(day).isCloseTo(0.15 * full, within(1e-15));
    }
  }

  @Test
  void aColdStoreTakesAFifthMoreInSummer() {
    EnergyYear year = EnergyYear.of(2026);
    double[] shape = Loads.ALL.shape("cold_store", year);
    assertThat(shape[hours(year, LocalDate.of(2026, 7, 5))[3]] / shape[hours(year, LocalDate.of(2026, 2, 3))[12]]).isCloseTo(1.2, within(1e-12));
  }

  private static LocalDate lastSunday(int year, int month) {
    LocalDate day = LocalDate.of(year, month, 31);
    return day.minusDays(day.getDayOfWeek().getValue() % 7);
  }

  private static Integer[] clocks(EnergyYear year, LocalDate day) {
    return Arrays.stream(hours(year, day)).mapToObj(h -> (int) year.clockOf()[h]).toArray(Integer[]::new);
  }

  private static int[] hours(EnergyYear year, LocalDate day) {
    return IntStream.range(0, year.hours()).filter(h -> year.day(h).equals(day)).toArray();
  }
}
