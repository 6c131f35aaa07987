package org.comparto.target;

import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * What the rules would allow: the suitable area of a technology, and the power that a usual density puts on it.
 *
 * @param m2 suitable on the day; null, as is all that follows, where the eligible areas of the territory are not computed
 * @param complete whether nothing is waiting to be computed anew
 * @param mw m2 · kwpPerM2; null where no density is known for the technology
 * @param gwh of a year, mw · kwhPerKwp · planningFactor; null where no yield is known
 * @param source of the yield
 */
record Computed(@Nullable Double m2, @Nullable Boolean complete, @Nullable Double mw, @Nullable Double gwh, @Nullable Double kwpPerM2, @Nullable Double kwhPerKwp,
    @Nullable Double planningFactor, @Nullable Localized source) {

  static final Computed NOT_KNOWN = new Computed(null, null, null, null, null, null, null, null);
}
