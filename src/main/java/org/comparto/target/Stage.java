package org.comparto.target;

import org.jspecify.annotations.Nullable;

/**
 * What energy areas of one technology and stage amount to.
 *
 * @param m2 in the metric CRS of the territory
 * @param mw the sum of those that are known; null if none is
 * @param gwh per year, likewise
 * @param withoutPower areas whose power is not known, and which therefore count nothing in mw
 * @param withoutYield the same of gwh
 * @param demonstration some of them are made by us, not official
 */
record Stage(int areas, double m2, @Nullable Double mw, @Nullable Double gwh, int withoutPower, int withoutYield, boolean demonstration) {

  /** There are none of them, which is known. */
  static final Stage NONE = new Stage(0, 0, 0.0, 0.0, 0, 0, false);
}
