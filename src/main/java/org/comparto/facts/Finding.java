package org.comparto.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a plot against one constraint layer found, without words.
 *
 * @param areaM2 of the plot under the layer, counted once where classes lie over each other
 * @param percent of the plot
 * @param near what lies within the layer's distance, nearest first
 */
record Finding(String layer, Outcome outcome, double areaM2, double percent, List<Part> parts, List<Near> near, Loaded loaded) {

  /** How it came out. Nothing loaded is never the same as nothing found. */
  enum Outcome { OVERLAP, CLEAR, NEAR, FAR, NO_DATA }

  /**
   * The part of the plot under one class.
   *
   * @param type the code; null for features without one
   * @param records the features, id and version
   */
  record Part(@Nullable String type, double areaM2, double percent, List<String> records, List<String> names) {}

  /** A feature near the plot; metres are geodesic, from the plot's edge. */
  record Near(long id, int version, String name, @Nullable String type, double metres) {}

  /** What is known of the layer in the plot's territory. */
  record Loaded(long features, @Nullable LocalDate surveyedFrom, @Nullable LocalDate surveyedTo, @Nullable LocalDate updatedOn,
      boolean demonstration, List<String> sources) {}
}
