package org.comparto.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of how one feature is reached.
 *
 * @param state known, no_road_data, not_computed or no_graph
 * @param note why there are no times; absent where there are
 * @param graph the road graph that the times were computed on; absent where there are none
 */
record AccessAnswer(String layer, long id, String state, @Nullable String note, Access.@Nullable Graph graph, List<Travelled> profiles) {

  /**
   * By one profile.
   *
   * @param snapMetres from the feature to the road, in a straight line that no time is counted for; absent where no road is near
   * @param computedAt since when the times are these
   * @param gateways the nearest of each kind, in the order of the layer's codes
   */
  record Travelled(String profile, @Nullable Float snapMetres, Instant computedAt, List<Nearest> gateways) {}

  /**
   * The nearest gateway of a kind.
   *
   * @param id absent where no way leads to one, as are name, seconds and metres
   */
  record Nearest(String kind, String title, @Nullable Long id, @Nullable String name, @Nullable Integer seconds, @Nullable Integer metres) {}
}
