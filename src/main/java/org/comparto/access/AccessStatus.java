package org.comparto.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far access times are computed.
 *
 * @param graph the road graph in use; null where no road data are loaded
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AccessStatus(Access.@Nullable Graph graph, List<OfLayer> layers) {

  /**
   * A layer whose features have times.
   *
   * @param features about how many there are
   * @param done how many of them the pass under way has looked at, or the last one
   * @param computed features that have times, or that no road is near to
   * @param offTheRoads features that no road is near to
   * @param finishedAt of the pass; null while it is under way
   * @param writtenAt when a time was written last
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record OfLayer(String layer, long features, long done, long computed, long offTheRoads, Instant startedAt, @Nullable Instant finishedAt, Instant writtenAt) {}
}
