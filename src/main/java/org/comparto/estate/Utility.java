package org.comparto.estate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One utility at a plot; null means not known.
 *
 * @param capacity in the unit that the plot states for this utility
 * @param distanceM metres from the plot to the connection point
 */
@Embeddable
record Utility(
    @Nullable Boolean present,
    @Nullable BigDecimal capacity,
    @Nullable String operator,
    @Column(name = "distance_m") @Nullable BigDecimal distanceM) {}
