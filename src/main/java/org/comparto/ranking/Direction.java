package org.comparto.ranking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether more or less of something is better. */
enum Direction {
  @JsonProperty("max") MAX,
  @JsonProperty("min") MIN;

  /** Whether a value is at least as good as a bound. What is not known (NaN) reaches nothing. */
  boolean reaches(double value, double bound) {
    return this == MAX ? value >= bound : value <= bound;
  }

  /** The better one of two. */
  double better(double a, double b) {
    return this == MAX ? Math.max(a, b) : Math.min(a, b);
  }

  @Override
  public String toString() {
    return this == MAX ? "max" : "min";
  }
}
