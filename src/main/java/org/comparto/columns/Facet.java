package org.comparto.columns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one attribute are spread over some rows.
 *
 * @param values the values there are with their counts, the most frequent first; empty for numbers and days
 * @param min the smallest number, or day as days since 1970; null if none is known
 * @param max the largest
 * @param unknown rows whose value is not known
 */
public record Facet(String attribute, List<Value> values, @Nullable Double min, @Nullable Double max, long unknown) {

  /** One value; of a list each member counts once. */
  public record Value(Object value, long count) {}
}
