package org.comparto.target;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a territory on a day, by technology. Technologies may lie on the same ground, so what is computed is never added up.
 *
 * @param computeCrs in which areas are measured, EPSG:7791, 7792 or 7793
 * @param withProposals whether what lies in proposals is counted among what is marked; the public does not see proposals
 * @param suitableM2 ground that is suitable for one photovoltaic technology at least, counted once; null where nothing is computed
 */
record Figures(LocalDate date, String computeCrs, boolean withProposals, List<Technology> technologies, @Nullable Double suitableM2,
    Farmland farmland) {

  /** One technology; a stage without areas is known to be none. */
  record Technology(String technology, Computed computed, Stage marked, Stage approved, Stage built) {}
}
