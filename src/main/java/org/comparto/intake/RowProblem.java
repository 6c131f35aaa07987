package org.comparto.intake;

/**
 * Something wrong with one row, seen before the row reached the database.
 *
 * @param row 1-based
 * @param code stable, as in load_problem
 */
record RowProblem(long row, String code, String reason) {}
