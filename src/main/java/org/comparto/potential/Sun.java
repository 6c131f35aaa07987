package org.comparto.potential;

/**
 * Where the sun stands, of one day: J. W. Spencer, "Fourier series representation of the position of the sun", Search 2 (5), 1971, p. 172, as in
 * M. Iqbal, "An Introduction to Solar Radiation", 1983, ch. 1. Angles in radians.
 *
 * @param declination of the sun at noon UTC of the day
 * @param equationOfTime minutes by which the sun is ahead of the mean sun
 */
record Sun(double declination, double equationOfTime) {

  /** @param dayOfYear 1 on 1 January */
  static Sun on(int dayOfYear) {
    double b = 2 * Math.PI * (dayOfYear - 0.5) / 365;
    double declination = 0.006918 - 0.399912 * Math.cos(b) + 0.070257 * Math.sin(b) - 0.006758 * Math.cos(2 * b) + 0.000907 * Math.sin(2 * b)
        - 0.002697 * Math.cos(3 * b) + 0.00148 * Math.sin(3 * b);
    double minutes = 229.18 * (0.000075 + 0.001868 * Math.cos(b) - 0.032077 * Math.sin(b) - 0.014615 * Math.cos(2 * b) - 0.040849 * Math.sin(2 * b));
    return new Sun(declination, minutes);
  }

  /** @param hour of the day in UTC, with its fraction @return the hour angle: 0 when the sun stands in the south, positive towards west */
  double hourAngle(double hour, double lon) {
    return Math.toRadians(15 * (hour + lon / 15 + equationOfTime / 60 - 12));
  }
}
