package org.comparto.target;

import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** A target as somebody sends it: one of the three amounts at least. Units as in {@link Target}. */
record NewTarget(@Nullable Double mw, @Nullable Double gwh, @Nullable Double farmlandPercent, @Nullable String note) {

  private static final double MOST = 1_000_000;
  private static final int LONGEST_NOTE = 1_000;

  NewTarget {
    mw = Field.quantity("mw", mw, 0, MOST);
    gwh = Field.quantity("gwh", gwh, 0, MOST);
    farmlandPercent = Field.quantity("farmlandPercent", farmlandPercent, 0, 100);
    note = Field.text("note", note, LONGEST_NOTE);
    if (mw == null && gwh == null && farmlandPercent == null) {
      throw new InvalidInputException("mw", "a target has at least one of mw, gwh and farmlandPercent");
    }
  }
}
