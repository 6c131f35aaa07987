package org.comparto.ranking;

/**
 * One thing that counts, ready for computing. Days are counted from 1970-01-01, truth is 1 and 0; NaN is not known.
 *
 * @param weight 0 to 100
 * @param worst the value that counts nothing; NaN if no plot has a value and nobody named one
 * @param best the value that counts fully, likewise
 * @param knockOut the bound that a plot has to reach to take part; NaN for none
 * @param needsValue whether a plot without a value is knocked out
 */
record Criterion(String attribute, Direction direction, Shape shape, double weight, double worst, double best, double knockOut, boolean needsValue) {

  /** The value function, 0 to 1; NaN where the value is not known. */
  double worth(double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    double range = best - worst;
    if (shape == Shape.THRESHOLD || range == 0) {
      return direction.reaches(value, best) ? 1 : 0;
    }
    return Math.max(0, Math.min(1, (value - worst) / range));
  }

  /** Whether a plot with this value takes part. */
  boolean admits(double value) {
    return Double.isNaN(value) ? !needsValue : Double.isNaN(knockOut) || direction.reaches(value, knockOut);
  }
}
