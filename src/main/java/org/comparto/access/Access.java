package org.comparto.access;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.comparto.network.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how a feature is reached by road, at a moment.
 *
 * @param graphs the road graphs that the ways were computed on: one, but while times are being computed anew
 * @param ways by profile, each with the kinds of gateways in their order; also those to which there is none
 */
public record Access(State state, List<Graph> graphs, List<Way> ways, List<Joint> joints) {

  /** Why there are ways or none: an unknown is said. */
  public enum State {
    KNOWN,
    /** No road is near enough. */
    NO_ROAD_DATA,
    /** The times of the layer are computed, this one's not yet. */
    NOT_COMPUTED,
    /** No time of the layer has ever been computed. */
    NO_GRAPH
  }

  /**
   * The road graph.
   *
   * @param date of the road data
   * @param demonstration made by us, not official
   */
  public record Graph(String version, Instant date, String source, boolean demonstration) {}

  /**
   * The way to the nearest gateway of a kind.
   *
   * @param gateway its id; null if no way leads to one, as is all that follows
   */
  public record Way(Profile profile, String kind, @Nullable Long gateway, @Nullable Integer seconds, @Nullable Integer metres) {}

  /**
   * Where a profile's ways begin.
   *
   * @param snapMetres from the feature to the road, in a straight line that no time is counted for; null if no road is near
   * @param computedAt since when it is so
   */
  public record Joint(Profile profile, @Nullable Float snapMetres, Instant computedAt) {}

  static Access none(State state) {
    return new Access(state, List.of(), List.of(), List.of());
  }

  /** Of one profile and kind. */
  public @Nullable Way way(Profile profile, String kind) {
    return ways.stream().filter(way -> way.profile() == profile && way.kind().equals(kind)).findFirst().orElse(null);
  }

  /** The gateways that ways lead to. */
  public List<Long> gateways() {
    return ways.stream().flatMap(way -> Stream.ofNullable(way.gateway())).distinct().sorted().toList();
  }
}
