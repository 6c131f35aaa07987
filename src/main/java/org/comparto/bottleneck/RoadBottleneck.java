package org.comparto.bottleneck;

import java.util.Set;
import org.comparto.network.Effects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A bottleneck of the register as far as roads are concerned.
 *
 * @param isCorrected whether an editor has said where it acts
 * @param roadVersion of what the editor has said; 0 where nobody has said anything, or once
 * @param place where it acts, EPSG:4326 (lon, lat): its own geometry or the corrected one; null if it acts on no road
 * @param ways OpenStreetMap's numbers of the ways it acts on; none: whichever lie there
 * @param delayByFormula whether the delay is computed by {@link CrossingDelay}
 */
record RoadBottleneck(long id, String title, @Nullable String type, @Nullable String status, boolean isRoad, boolean isCorrected, int roadVersion,
    Direction direction, Set<Long> ways, @Nullable Geometry place, Effects effects, boolean delayByFormula) {

  private static final Set<String> ACTING = Set.of("verified", "planned", "funded", "works");

  /** Which way along its line it acts. */
  enum Direction { BOTH, FORWARD, BACKWARD }

  /** Whether it is a bottleneck of roads that is there: somebody has verified it, and nobody has solved it. */
  boolean isActing() {
    return isRoad && status != null && ACTING.contains(status);
  }

  /** A road that is not there holds nobody up; it is driven when it is built. */
  boolean isMissingLink() {
    return "missing_link".equals(type);
  }

  /** Hours that can not be read count as always. */
  boolean hasUnreadHours() {
    return effects.hasUnreadHours();
  }
}
