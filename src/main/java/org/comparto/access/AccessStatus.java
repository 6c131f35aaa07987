package org.comparto.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far access times are computed.
 *
 * @param graph the road graph in use; absent where no road data are loaded
 */
record AccessStatus(Access.@Nullable Graph graph, List<OfLayer> layers) {

  /**
   * A layer whose features have times.
   *
   * @param features how many there are
   * @param done how many of them the pass under way has looked at, or the last one
   * @param computed features that have times, or that no road is near to
   * @param offTheRoads features that no road is near to
   * @param finishedAt of the pass; absent while it is under way
   * @param writtenAt when a time was written last
   */
  record OfLayer(String layer, long features, long done, long computed, long offTheRoads, Instant startedAt, @Nullable Instant finishedAt, Instant writtenAt) {}
}
