package org.comparto.potential;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * In which hours a plant produces. The irradiation of a clear sky on the modules shapes the hours; how much a month or a year brings is not said
 * here. Clear sky: B. Haurwitz, "Insolation in relation to cloudiness and cloud density", Journal of Meteorology 2, 1945, with the figures of
 * M. Reno, C. Hansen, J. Stein, Sandia report SAND2012-2389: 1098 · cos z · exp(−0.059 / cos z). On the modules: angle of incidence by J. Duffie,
 * W. Beckman, "Solar Engineering of Thermal Processes", eq. 1.6.2 (fixed) and 1.7.2b (axis north–south), the diffuse part as in an even
 * sky and a fifth of all thrown back by the ground (Liu, Jordan 1963).
 */
public final class Production {

  private static final double CLEAR = 1098;
  private static final double AIR = 0.059;
  /** What ground throws back: the usual figure where nothing is known of it. */
  private static final double GROUND = 0.2;

  private Production() {}

  /**
   * Relative irradiation on the modules, hour by hour, taken in the middle of each hour.
   *
   * @param firstHour hours since 1970-01-01T00 UTC of the first one
   * @param diffuseShare part of the irradiation that comes from the whole sky, 0 to 1
   */
  public static double[] shape(Panel panel, long firstHour, int hours, double diffuseShare) {
    double[] shape = new double[hours];
    Geometry geometry = new Geometry(panel, diffuseShare);
    long day = Long.MIN_VALUE;
    Sun sun = null;
    for (int h = 0; h < hours; h++) {
      long hour = firstHour + h;
      long today = Math.floorDiv(hour, 24L);
      if (today != day) {
        day = today;
        sun = Sun.on(LocalDate.ofEpochDay(today).getDayOfYear());
      }
      shape[h] = geometry.irradiation(sun, sun.hourAngle(Math.floorMod(hour, 24L) + 0.5, panel.lon()));
    }
    return shape;
  }

  /** The same over one year of UTC. */
  public static double[] year(Panel panel, int year, double diffuseShare) {
    return shape(panel, firstHour(year), LocalDate.of(year, 1, 1).lengthOfYear() * 24, diffuseShare);
  }

  static long firstHour(int year) {
    return TimeUnit.SECONDS.toHours(LocalDate.of(year, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC));
  }

  /** Sums by calendar month of UTC, January first. */
  static double[] months(double[] hourly, long firstHour) {
    double[] months = new double[12];
    for (int h = 0; h < hourly.length; h++) {
      int month = Instant.ofEpochSecond((firstHour + h) * 3600).atZone(ZoneOffset.UTC).getMonthValue();
      months[month - 1] += hourly[h];
    }
    return months;
  }

  /** What of a panel does not change with the hour. */
  private static final class Geometry {

    private final double sinLat;
    private final double cosLat;
    private final double sinTilt;
    private final double cosTilt;
    private final double sinAzimuth;
    private final double cosAzimuth;
    private final boolean tracking;
    private final double diffuse;

    Geometry(Panel panel, double diffuse) {
      double lat = Math.toRadians(panel.lat());
      double tilt = Math.toRadians(panel.tracking() ? 0 : panel.tilt());
      double azimuth = Math.toRadians(panel.azimuth());
      sinLat = Math.sin(lat);
      cosLat = Math.cos(lat);
      sinTilt = Math.sin(tilt);
      cosTilt = Math.cos(tilt);
      sinAzimuth = Math.sin(azimuth);
      cosAzimuth = Math.cos(azimuth);
      tracking = panel.tracking();
      this.diffuse = diffuse;
    }

    double irradiation(Sun sun, double hourAngle) {
      double sinDec = Math.sin(sun.declination());
      double cosDec = Math.cos(sun.declination());
      double cosHour = Math.cos(hourAngle);
      double zenith = sinLat * sinDec + cosLat * cosDec * cosHour;
      if (zenith <= 0) {
        return 0;
      }
      double sinHour = Math.sin(hourAngle);
      double incidence = tracking ? Math.sqrt(zenith * zenith + cosDec * cosDec * sinHour * sinHour)
          : sinDec * sinLat * cosTilt - sinDec * cosLat * sinTilt * cosAzimuth + cosDec * cosLat * cosTilt * cosHour
              + cosDec * sinLat * sinTilt * cosAzimuth * cosHour + cosDec * sinTilt * sinAzimuth * sinHour;
      // the horizontal irradiation over cos z times what each part keeps on the modules; finite at the horizon
      return CLEAR * Math.exp(-AIR / zenith) * ((1 - diffuse) * Math.max(0, incidence) + diffuse * zenith * (1 + cosTilt) / 2
          + GROUND * zenith * (1 - cosTilt) / 2);
    }
  }
}
