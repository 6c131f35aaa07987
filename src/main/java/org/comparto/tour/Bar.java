package org.comparto.tour;

import org.jspecify.annotations.Nullable;

/**
 * Why a group can not visit a stop on a day, whatever the hour.
 *
 * @param quantity by how much; null where it is none
 * @param unit of the quantity
 * @param bound what the host asks for: people, years, centimetres; 0 where there is none
 */
record Bar(Kind kind, @Nullable Integer quantity, @Nullable String unit, int bound) {

  Bar(Kind kind) {
    this(kind, null, null, 0);
  }
}
