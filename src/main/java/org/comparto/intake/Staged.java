package org.comparto.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source layer in its staging table; what is wrong with single rows is in load_problem.
 *
 * @param table with its schema, ready for a query's text
 * @param columns the source's fields under the names they have in the table
 * @param sourceCrs what the coordinates were read as; null for a table without geometry
 * @param transform how coordinates became WGS 84: a name and the PROJ pipeline; null where nothing had to be done
 * @param accuracyM the transform's stated accuracy in metres; 0 where it is exact, null for a table without geometry
 * @param problems how many rows have a problem, by code
 * @param warnings about the whole load, each "code: sentence"
 */
record Staged(long rows, String table, List<SourceField> columns, @Nullable SourceCrs sourceCrs, @Nullable String transform,
    @Nullable Double accuracyM, List<ProblemCount> problems, List<String> warnings) {

  /** A kind of problem and how many rows have it. */
  record ProblemCount(String code, String severity, long count) {}
}
