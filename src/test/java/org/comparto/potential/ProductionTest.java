package org.comparto.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the sun stands and what modules see of it, held against figures of almanacs and symmetry. */
class ProductionTest {

  private static final double CREMONA_LON = 10.02;
  private static final double CREMONA_LAT = 45.13;
  private static final double DIFFUSE = 0.35;

  /** Declination and equation of time as almanacs have them: solstices, equinoxes, and the extremes of the sun's clock. Spencer's own error is 35 seconds. */
  @ParameterizedTest
  @CsvSource({"2026-06-21, 23.44, -1.9", "2026-12-21, -23.44, 2.0", "2026-03-20, 0.0, -7.4", "2026-09-23, 0.0, 7.5",
      "2026-02-11, -14.1, -14.2", "2026-11-03, -15.0, 16.4"})
  void theSunOfADay(LocalDate day, double declination, double minutes) {
    Sun sun = Sun.on(day.getDayOfYear());
    assertThat(Math.toDegrees(sun.declination())).isCloseTo(declination, within(0.45));
    assertThat(sun.equationOfTime()).isCloseTo(minutes, within(0.65));
  }

  /** In Cremona the sun stands in the south 40 minutes before noon UTC, less its own clock. */
  @Test
  void noonIsWhereLongitudeSaysInUtc() {
    Sun sun = Sun.on(LocalDate.of(2026, 4, 15).getDayOfYear()); // its clock is right on this day
    assertThat(sun.hourAngle(12 - CREMONA_LON / 15, CREMONA_LON)).isCloseTo(0, within(Math.toRadians(0.25)));
    assertThat(sun.hourAngle(18, 0)).isCloseTo(Math.PI / 2, within(Math.toRadians(0.25)));
  }

  @Test
  void nightHasNoneAndASouthernPlantPeaksAtNoon() {
    double[] year = Production.year(new Panel(CREMONA_LON, CREMONA_LAT, 35, 0, false), 2026, DIFFUSE);
    assertThat(year).hasSize(8760);
    int summer = 24 * (LocalDate.of(2026, 6, 21).getDayOfYear() - 1);
    assertThat(IntStream.of(0, 1, 2, 20, 21, 22, 23).mapToDouble(h -> year[summer + h]).sum()).isZero();
    assertThat(IntStream.range(0, 24).boxed().max((a, b) -> Double.compare(year[summer + a], year[summer + b])).orElseThrow()).isEqualTo(11);
    long daylight = Arrays.stream(year).filter(hour -> hour > 0).count();
    assertThat(daylight).isBetween(4300L, 4500L);
  }

  @Test
  void eastHasItsMorningAndWestTheSameAfternoon() {
    int noonUtc = 12;
    double[] east = Production.year(new Panel(0, 45, 30, -90, false), 2026, DIFFUSE);
    double[] west = Production.year(new Panel(0, 45, 30, 90, false), 2026, DIFFUSE);
    double morning = IntStream.range(0, 8760).filter(h -> h % 24 < noonUtc).mapToDouble(h -> east[h]).sum();
    double afternoon = IntStream.range(0, 8760).filter(h -> h % 24 >= noonUtc).mapToDouble(h -> west[h]).sum();
    assertThat(morning / Arrays.stream(east).sum()).isGreaterThan(0.6);
    assertThat(afternoon).isCloseTo(morning, within(0.02 * morning));
    assertThat(Arrays.stream(east).sum()).isCloseTo(Arrays.stream(west).sum(), within(0.01 * morning));
  }

  /** What installers reckon with at 45° N, each with a few hundredths: flat 0.85–0.87, 10° south 0.93, 20° south 0.98, east–west at 10° 0.86–0.88, a wall 0.70. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0.86", "10, 0, 0.93", "20, 0, 0.98", "35, 0, 1.00", "10, -90, 0.87", "10, 90, 0.87", "90, 0, 0.70"})
  void orientationIsNearTheRuleOfThumb(double tilt, double azimuth, double expected) {
    assertThat(Yields.orientation(new Panel(CREMONA_LON, CREMONA_LAT, tilt, azimuth, false))).isCloseTo(expected, within(0.05));
  }

  @Test
  void whatFollowsTheSunGetsMore() {
    assertThat(Yields.orientation(new Panel(CREMONA_LON, CREMONA_LAT, 0, 0, true))).isBetween(1.05, 1.3);
  }

  @Test
  void monthsSumUpToTheYearAndSummerHasMost() {
    var months = Yields.spread(new Panel(CREMONA_LON, CREMONA_LAT, 35, 0, false), 1330);
    assertThat(months.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1330, within(1e-9));
    assertThat(months.get(6)).isGreaterThan(3 * months.get(11));
  }
}
