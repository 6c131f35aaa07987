package org.comparto.filter;

import java.sql.SQLException;
import org.comparto.problem.InvalidInputException;
import org.springframework.dao.DataAccessException;

/** A filter that reads well and yet can not be computed for the values that there are. */
public final class Uncomputable {

  private static final String DATA_EXCEPTION = "22";

  private Uncomputable() {}

  /** The caller's mistake if what failed is his condition, or the failure as it was. */
  public static RuntimeException explain(DataAccessException e, Condition where) {
    return where != Condition.NONE && e.getMostSpecificCause() instanceof SQLException cause && cause.getSQLState() != null
        && cause.getSQLState().startsWith(DATA_EXCEPTION)
        ? new InvalidInputException("filter", "The filter can not be computed for every feature; a number may be divided by zero or be too large.") : e;
  }
}
