package org.comparto.eligible;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the ground before and after, where it is not the same: a GeoJSON feature collection with totals.
 *
 * @param features none where only totals were asked for
 */
record Difference(String type, List<Feature> features, Summary summary) {

  /** What became of ground. */
  enum Change { gained, lost, basis, other }

  /** What is said of it; ordinary rests on nothing. */
  record Said(String result, List<String> basis) {}

  /** @param geometry GeoJSON, longitude before latitude */
  record Feature(String type, @JsonRawValue String geometry, Properties properties) {}

  /** @param rulesLost those that it rested on and does no longer */
  record Properties(Change change, String technology, String territory, String piece, Said before, Said after, List<String> rulesLost, List<String> rulesGained,
      double m2) {}

  /** Ground with the same fate for the same reasons, in all. */
  record Cause(Change change, Said before, Said after, List<String> rulesLost, List<String> rulesGained, double m2) {}

  /** @param ruleset id@version; null for what is in force on the day */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record End(LocalDate day, @Nullable String ruleset) {

    static End of(Moment moment) {
      return new End(moment.day(), moment.ruleset() == null ? null : moment.ruleset().id() + "@" + moment.ruleset().version());
    }
  }

  /**
   * Totals in m² of the compute CRS.
   *
   * @param complete whether every piece is as rule sets and layers are now
   * @param causes the largest first
   */
  record Summary(String technology, @Nullable String territory, End from, End to, boolean complete, SortedMap<String, Double> m2, List<Cause> causes) {}
}
