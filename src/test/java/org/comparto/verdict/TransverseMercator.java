package org.comparto.verdict;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * UTM on GRS80 by the series of Krüger (C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, 2011, eq. 7-11 and 35),
 * written for tests only, so that no projection of the application is checked against itself. RDN2008 and WGS 84 are taken to be the same.
 */
final class TransverseMercator {

  private static final double A = 6_378_137;
  private static final double F = 1 / 298.257222101;
  private static final double N = F / (2 - F);
  private static final double E = Math.sqrt(F * (2 - F));
  private static final double RECTIFYING = A / (1 + N) * (1 + N * N / 4 + Math.pow(N, 4) / 64 + Math.pow(N, 6) / 256);
  private static final double[] ALPHA = {
      N / 2 - 2 * p(2) / 3 + 5 * p(3) / 16 + 41 * p(4) / 180 - 127 * p(5) / 288 + 7891 * p(6) / 37800,
      13 * p(2) / 48 - 3 * p(3) / 5 + 557 * p(4) / 1440 + 281 * p(5) / 630 - 1983433 * p(6) / 1935360,
      61 * p(3) / 240 - 103 * p(4) / 140 + 15061 * p(5) / 26880 + 167603 * p(6) / 181440,
      49561 * p(4) / 161280 - 179 * p(5) / 168 + 6601661 * p(6) / 7257600,
      34729 * p(5) / 80640 - 3418889 * p(6) / 1995840,
      212378941 * p(6) / 319334400};

  private final double centralMeridian;

  /** @param zone of UTM, 32 to 34 */
  TransverseMercator(int zone) {
    this.centralMeridian = Math.toRadians(6 * zone - 183);
  }

  private static double p(int power) {
    return Math.pow(N, power);
  }

  Geometry project(Geometry lonLat) {
    Geometry metric = lonLat.copy();
    metric.apply((CoordinateFilter) this::project);
    metric.geometryChanged();
    return metric;
  }

  private void project(Coordinate position) {
    double tau = Math.tan(Math.toRadians(position.y));
    double lambda = Math.toRadians(position.x) - centralMeridian;
    double sigma = Math.sinh(E * atanh(E * tau / Math.hypot(1, tau)));
    double conformal = tau * Math.hypot(1, sigma) - sigma * Math.hypot(1, tau);
    double xi = Math.atan2(conformal, Math.cos(lambda));
    double eta = asinh(Math.sin(lambda) / Math.hypot(conformal, Math.cos(lambda)));
    double northing = xi;
    double easting = eta;
    for (int j = 1; j <= ALPHA.length; j++) {
      northing += ALPHA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      easting += ALPHA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    position.setX(500_000 + 0.9996 * RECTIFYING * easting);
    position.setY(0.9996 * RECTIFYING * northing);
  }

  private static double atanh(double x) {
    return Math.log((1 + x) / (1 - x)) / 2;
  }

  private static double asinh(double x) {
    return Math.signum(x) * Math.log(Math.abs(x) + Math.hypot(1, x));
  }
}
