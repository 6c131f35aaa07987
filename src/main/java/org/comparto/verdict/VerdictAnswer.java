package org.comparto.verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.comparto.layer.Localized;
import org.comparto.ruleset.Cite;
import org.comparto.ruleset.Limit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A verdict as it is answered and kept. Geometries are GeoJSON in CRS84, areas m² in the plane of the compute CRS.
 *
 * @param id a hash of everything that the answer follows from
 * @param whole whether the result holds for all of the area, but for at most 1 m² or 0.1 %
 * @param cut the ground that is suitable; null for none
 */
record VerdictAnswer(String id, Result result, boolean whole, String technology, LocalDate date, String territory, SortedSet<String> project,
    VerdictQuestion.@Nullable FeatureRef feature, JsonNode geometry, String computeCrs, int quadrantSegments, double areaM2, List<Part> parts,
    List<RuleLine> rules, List<SetLine> rulesets, @Nullable JsonNode cut, List<UsedLayer> layers, List<Warning> warnings, List<Localized> notes,
    Instant createdAt) {

  /** One result for one basis; share is of the whole area, 0 to 1. */
  record Part(Result result, List<String> basis, List<String> missingLayers, double m2, double share, JsonNode geometry) {}

  /** A set that was asked. */
  record SetLine(String id, int version, String status, @Nullable String confirmedBy, @Nullable LocalDate from, @Nullable LocalDate to, Localized title,
      boolean demonstration) {}

  /** What one rule says; citation is on one line. Where a rule of a higher priority decided against it, it is set aside. */
  record RuleLine(String ruleset, int version, String status, String rule, Localized title, String effect, String outcome, double m2, double setAsideM2,
      double unknownM2, List<String> missingLayers, @Nullable JsonNode geometry, String citation, Cite cite, List<Limit> limits, int priority,
      List<MinimumArea> minimumAreas) {}

  /** The size from which features of a layer count for a rule. */
  record MinimumArea(String layer, double m2) {}
}
