package org.comparto.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Access in words of one language, as pages and sheets show it.
 *
 * @param state known, no_road_data, not_computed or no_graph
 * @param note why there are no times; null where there are
 * @param origin which road graph, of which day and from whom, and when the times were computed; null where there are none
 * @param rows one for each kind of gateway; none where there are no times
 */
public record AccessTable(String state, @Nullable String note, @Nullable String origin, boolean demonstration, List<Row> rows) {

  /**
   * The way to the nearest gateway of a kind.
   *
   * @param name of the gateway that is nearest by truck; where a car comes sooner to another one, that one too
   * @param road how far the truck drives
   * @param known whether a way leads to one
   */
  public record Row(String kind, String title, @Nullable Long gateway, String name, String car, String truck, String road, @Nullable Integer carSeconds,
      @Nullable Integer truckSeconds, @Nullable Integer truckMetres, boolean known) {}
}
