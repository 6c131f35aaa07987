package org.comparto.district;

import org.jspecify.annotations.Nullable;

/** The firms of an area that have one value of a variable; all of them where there is no variable. */
record Slot(@Nullable Variable variable, @Nullable String value) {

  static final Slot ALL = new Slot(null, null);
}
