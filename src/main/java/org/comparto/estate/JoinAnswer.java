package org.comparto.estate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * Plots that can be joined.
 *
 * @param unions the fewest plots first, then the least area beyond what was asked for
 * @param complete false if time ended before all smaller unions were looked at, or if neighbours of new plots are still to be found
 * @param permalink opens the same search on the page
 */
record JoinAnswer(List<Union> unions, boolean complete, String permalink) {

  /**
   * Plots side by side.
   *
   * @param areaM2 together
   * @param surplusM2 beyond what was asked for
   * @param owners distinct ones; a plot whose owner is not known counts as one of its own
   * @param unknownOwners plots among them whose owner is not known
   * @param priceEur together; null if one is not known
   * @param geometry GeoJSON of all plots as one shape
   * @param gaps how the plots hang together: the narrowest gaps that join all of them
   */
  record Union(List<Long> ids, List<String> names, @JsonProperty("area_m2") double areaM2, @JsonProperty("surplus_m2") double surplusM2,
      int owners, @JsonProperty("unknown_owners") int unknownOwners, @JsonProperty("price_eur") @Nullable Double priceEur,
      Localized explanation, List<Double> bbox, @JsonRawValue String geometry, List<Gap> gaps) {}

  /** Metres between two plots; 0: they touch. */
  record Gap(long from, long to, @JsonProperty("gap_m") double gapM) {}
}
