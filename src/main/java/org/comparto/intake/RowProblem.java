package org.comparto.intake;

import org.comparto.feature.GeoJsonCheck;

/**
 * Something wrong with one row, seen before the row reached the database.
 *
 * @param row 1-based
 * @param code stable, as in load_problem
 */
record RowProblem(long row, String code, String reason) {

  /** A ring that GDAL closes by itself; all other codes mean that the row's geometry or the whole row could not be read. */
  static final String UNCLOSED = GeoJsonCheck.UNCLOSED;

  boolean isUnclosed() {
    return code.equals(UNCLOSED);
  }
}
