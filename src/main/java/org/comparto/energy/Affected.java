package org.comparto.energy;

import org.jspecify.annotations.Nullable;

/**
 * Something that a change of perimeters touches.
 *
 * @param before the code of the area with the largest share before; null outside of all, as {@code after}
 * @param reason {@code moved} to another area, {@code shares} are others, {@code distributor} is another one, {@code named} in a saved record
 */
public record Affected(String id, @Nullable String code, @Nullable String name, @Nullable String before, @Nullable String after, String reason) {}
