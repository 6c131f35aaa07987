package org.comparto.filter;

import java.util.HashMap;
import java.util.Map;

/**
 * A SQL condition on the rows of one layer's relation, whose columns it names without alias.
 *
 * @param sql with named parameters ({@code :name}); never holds anything that a caller wrote
 * @param values what is bound to them; names are unique across the conditions of one query
 */
public record Condition(String sql, Map<String, Object> values) {

  /** What every row meets. */
  public static final Condition NONE = new Condition("true", Map.of());

  public Condition {
    values = Map.copyOf(values);
  }

  public Condition and(Condition other) {
    if (this == NONE) {
      return other;
    }
    if (other == NONE) {
      return this;
    }
    Map<String, Object> both = new HashMap<>(values);
    both.putAll(other.values);
    if (both.size() < values.size() + other.values.size()) {
      throw new IllegalArgumentException("two conditions bind the same name: " + sql + " / " + other.sql);
    }
    return new Condition("(" + sql + ") AND (" + other.sql + ")", both);
  }
}
