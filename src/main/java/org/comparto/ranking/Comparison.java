package org.comparto.ranking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plots side by side.
 *
 * @param plots in the order asked for
 * @param missing ids asked for that are gone, not public, or not verified for so long that they are not shown (estate/Freshness)
 * @param sections those of the descriptor that have a row
 * @param permalink opens the same table in the page
 */
record Comparison(List<Compared> plots, List<Long> missing, List<Section> sections, boolean demonstration, String permalink) {

  /** A column. */
  record Compared(long id, String code, @Nullable String name) {

    String title() {
      return name == null ? code : name;
    }
  }

  /** The rows of one section of the descriptor. */
  record Section(String id, String title, List<Row> rows) {}

  /**
   * One attribute.
   *
   * @param values of the plots, as typed JSON; null for not known
   * @param texts the same in words; null for not known
   * @param differs whether at least two known values differ
   * @param best which plots have the best value: only where which way is better is beyond doubt, every value is known and they differ
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Row(String attribute, String title, @Nullable String unit, List<@Nullable Object> values, List<@Nullable String> texts, boolean differs,
      @Nullable List<Boolean> best) {}
}
