package org.comparto.verdict;

import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * Something to know beside the result.
 *
 * @param kind one word, the same wherever the same is meant
 * @param m2 how much of the area it concerns; null where it is not a matter of ground
 * @param layer that it comes from; null for none
 */
public record Warning(String kind, Localized text, @Nullable Double m2, @Nullable String layer) {}
