package org.comparto.path;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network as one kind of vehicle meets it at one time: what every arc takes and which turns it may make. The quickest way is the one of
 * least cost; cost is time, made dearer where one should not drive through (access only for those who have business there). Immutable.
 */
public final class Travel {

  /** An arc that can not be driven, a place that can not be reached. */
  public static final int NEVER = Integer.MAX_VALUE;

  private final Network network;
  private final int[] millis;
  private final int[] cost;
  private final Turns turns;
  private final Map<Integer, List<Spot>> spots;

  /**
   * @param millis by arc, milliseconds for the whole of it without spots; {@link #NEVER} if it is closed
   * @param cost by arc, at least {@code millis}, {@link #NEVER} exactly where that is
   * @param spots what holds up or stops at single points, in any order
   * @throws IllegalArgumentException if the arrays do not fit the network
   */
  public Travel(Network network, int[] millis, int[] cost, Turns turns, Collection<Spot> spots) {
    if (millis.length != network.arcs() || cost.length != network.arcs()) {
      throw new IllegalArgumentException("time and cost for each of %d arcs".formatted(network.arcs()));
    }
    this.network = network;
    this.millis = millis;
    this.cost = cost;
    this.turns = turns;
    Map<Integer, List<Spot>> byArc = new HashMap<>();
    for (Spot spot : spots) {
      byArc.merge(spot.arc(), List.of(spot), (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream())
          .sorted(Comparator.comparingDouble(Spot::fraction)).toList());
    }
    this.spots = Map.copyOf(byArc);
  }

  public Network network() {
    return network;
  }

  public Turns turns() {
    return turns;
  }

  /** Whether any part of an arc can be driven; single points of it may still be closed. */
  public boolean isOpen(int arc) {
    return millis[arc] != NEVER;
  }

  /** Milliseconds for a whole arc, spots included. */
  public int millis(int arc) {
    return part(arc, 0, 1, millis);
  }

  /** What a whole arc costs, spots included. */
  public int cost(int arc) {
    return part(arc, 0, 1, cost);
  }

  /** Milliseconds from one fraction of an arc's way on to a later one. */
  public int millis(int arc, double from, double to) {
    return part(arc, from, to, millis);
  }

  /** What it costs from one fraction of an arc's way on to a later one. */
  public int cost(int arc, double from, double to) {
    return part(arc, from, to, cost);
  }

  private int part(int arc, double from, double to, int[] whole) {
    int base = whole[arc];
    if (base == NEVER) {
      return NEVER;
    }
    long sum = from == 0 && to == 1 ? base : Math.round((to - from) * base);
    for (Spot spot : spots.getOrDefault(arc, List.of())) {
      if (spot.fraction() >= from && spot.fraction() <= to) {
        sum += spot.millis();
      }
    }
    return sum >= NEVER ? NEVER : (int) sum;
  }
}
