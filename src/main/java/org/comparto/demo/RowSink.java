package org.comparto.demo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes generated rows, one table after the other; all rows of one table have the same columns. */
interface RowSink {

  /**
   * @param row column to value: text, number, boolean, date, List of text, {@link Json}, geometry in degrees, or null for
   *            "not known"
   */
  void row(String table, Map<String, @Nullable Object> row);

  /** Announces a thematic layer before its rows. */
  default void thematicLayer(String layer) {}

  /** A value that goes to a jsonb column. */
  record Json(Object value) {}
}
