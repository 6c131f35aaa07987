package org.comparto.ruleset;

import org.jspecify.annotations.Nullable;

/**
 * Features of a layer.
 *
 * @param where which of them, CQL2 text over the layer's public attributes; null for all
 */
public record Source(String layer, @Nullable String where) {}
