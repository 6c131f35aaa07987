package org.comparto.ranking;

import org.jspecify.annotations.Nullable;

/**
 * One criterion as somebody states it.
 *
 * @param attribute a number, a day or a yes-or-no of plots
 * @param weight 0 to 100
 * @param worst counts nothing; a number, a day (YYYY-MM-DD) or true and false; null for the extreme of the filtered set
 * @param best counts fully, likewise
 * @param required whether plots that do not reach {@code worst}, or whose value is not known, take no part
 * @param shape null for linear
 */
record Wish(@Nullable String attribute, @Nullable Direction direction, @Nullable Double weight, @Nullable Object worst, @Nullable Object best,
    @Nullable Boolean required, @Nullable Shape shape) {

  boolean isRequired() {
    return Boolean.TRUE.equals(required);
  }

  Shape form() {
    return shape == null ? Shape.LINEAR : shape;
  }
}
