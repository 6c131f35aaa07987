package org.comparto.intake;

import org.jspecify.annotations.Nullable;

/**
 * The coordinate reference system of a source layer.
 *
 * @param epsg its code; null where it is not known and must be asked
 * @param name as the source calls it; null where it says nothing
 * @param note how it was found, or why it was not; for people
 */
record SourceCrs(@Nullable Integer epsg, How how, @Nullable String name, @Nullable String note) {

  /** How sure the code is. */
  enum How {
    /** the source names the code, or its format or its column names leave no other */
    STATED,
    /** the source describes a system, and exactly one known system is that one, up to the order of its axes */
    MATCHED,
    /** nothing or nothing unambiguous is said: ask */
    MISSING
  }

  static SourceCrs stated(int epsg, String note) {
    return new SourceCrs(epsg, How.STATED, SupportedCrs.nameOf(epsg), note);
  }

  static SourceCrs missing(@Nullable String name, String note) {
    return new SourceCrs(null, How.MISSING, name, note);
  }
}
