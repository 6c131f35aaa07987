package org.comparto.ranking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a value counts between worst and best. */
enum Shape {
  /** In proportion: 0 at worst, 1 at best. */
  @JsonProperty("linear") LINEAR,
  /** All or nothing: 1 from best on, else 0. */
  @JsonProperty("threshold") THRESHOLD;

  @Override
  public String toString() {
    return this == LINEAR ? "linear" : "threshold";
  }
}
