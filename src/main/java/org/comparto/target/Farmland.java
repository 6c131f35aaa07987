package org.comparto.target;

import org.jspecify.annotations.Nullable;

/**
 * The farmland of a territory (zones E of the municipal plans, DM 1444/1968) and what ground-mounted PV takes of it.
 *
 * @param m2 in the metric CRS of the territory; null, as is all that follows, where no zone E is loaded
 * @param markedM2 of it under areas that are marked and not yet approved
 * @param demonstration the plan is made by us, not official
 */
record Farmland(@Nullable Double m2, @Nullable Double markedM2, @Nullable Double approvedM2, @Nullable Double builtM2, @Nullable Boolean demonstration) {

  static final Farmland NOT_KNOWN = new Farmland(null, null, null, null, null);
}
