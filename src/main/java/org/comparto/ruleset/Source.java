package org.comparto.ruleset;

import org.jspecify.annotations.Nullable;

/**
 * Features of a layer.
 *
 * @param where which of them, CQL2 text over the layer's public attributes; null for all
 * @param minAreaM2 only those of at least so many m² in the compute CRS, each by itself; 0 for whatever size. Lines and points have none
 */
public record Source(String layer, @Nullable String where, double minAreaM2) {}
