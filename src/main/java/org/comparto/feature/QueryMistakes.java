package org.comparto.feature;

import java.sql.SQLException;
import org.comparto.filter.Uncomputable;
import org.comparto.problem.InvalidInputException;
import org.springframework.dao.DataAccessException;

/** Tells what a caller's values made impossible in the database from what is our own fault. */
final class QueryMistakes {

  private static final String DATA_EXCEPTION = "22";
  private static final String POSTGIS_ERROR = "XX000";

  private QueryMistakes() {}

  /** The caller's mistake, or the failure as it was. */
  static RuntimeException explain(DataAccessException e, FeatureQuery query) {
    if (!(e.getMostSpecificCause() instanceof SQLException cause) || cause.getSQLState() == null) {
      return e;
    }
    if (cause.getSQLState().equals(POSTGIS_ERROR) && cause.getMessage().contains("transform")) {
      return new InvalidInputException("crs", "What is asked for lies outside of the area in which " + query.crs().uri()
          + " or the reference system of the box or filter can be used.");
    }
    if (!cause.getSQLState().startsWith(DATA_EXCEPTION)) {
      return e;
    }
    if (query.after() != null && !query.after().keys().isEmpty()) {
      return Position.unreadable("after");
    }
    return Uncomputable.explain(e, query.where());
  }
}
