package org.comparto.verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comparto.layer.Layer;
import org.comparto.ruleset.Source;
import org.jspecify.annotations.Nullable;

/**
 * What lies in reach of an area, and what is known there.
 *
 * @param srid of the compute CRS
 * @param territories those in which the area lies
 * @param features of each source, by id; none of a source whose layer there is not
 * @param layers what is known of each layer that is read, by its id
 */
record Surroundings(int srid, List<Place> territories, Map<Source, List<Feature>> features, Map<String, State> layers) {

  /** A territory; holdsAll says that no part of the area lies outside of it. */
  record Place(String code, long id, boolean holdsAll) {}

  /**
   * A feature as far as it matters before its shape is read.
   *
   * @param from the first day on which it counts
   * @param to the first on which it does not
   * @param doubtful whether it meets the condition of its source can not be said: a value that is asked for is not known of it
   */
  record Feature(long id, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Instant changedAt, boolean demonstration, boolean doubtful) {

    boolean countsOn(LocalDate date) {
      return (from == null || !date.isBefore(from)) && (to == null || date.isBefore(to));
    }
  }

  /**
   * A layer.
   *
   * @param layer null if there is none of this id
   * @param knownIn codes of the territories in which it was loaded
   * @param demonstration what it has there is invented
   */
  record State(@Nullable Layer layer, long revision, Set<String> knownIn, boolean demonstration) {}

  /** The features of a source that count on a day: those that surely meet its condition, or those that may. */
  List<Long> on(LocalDate date, Source source, boolean doubtful) {
    return features.getOrDefault(source, List.of()).stream().filter(feature -> feature.doubtful() == doubtful && feature.countsOn(date)).map(Feature::id).toList();
  }

  boolean isAvailable(String layer) {
    return !territories.isEmpty() && territories.stream().allMatch(place -> layers.get(layer).knownIn().contains(place.code()));
  }
}
