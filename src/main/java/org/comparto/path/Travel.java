package org.comparto.path;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/**
 * A network as one kind of vehicle meets it at one time: what every arc takes and which turns it may make. The quickest way is the one of
 * least cost; cost is time, made dearer where one should not drive through (access only for those who have business there). Immutable.
 */
public final class Travel {

  /** An arc that can not be driven, a place that can not be reached. */
  public static final int NEVER = Integer.MAX_VALUE;

  private static final Comparator<Spot> BY_ARC = Comparator.comparingInt(Spot::arc).thenComparingDouble(Spot::fraction);

  private final Network network;
  private final Turns turns;
  private final Spot[] spots;
  private final Measure millis;
  private final Measure cost;

  /**
   * @param millis by arc, milliseconds for the whole of it without spots; {@link #NEVER} if it is closed
   * @param cost by arc, at least {@code millis}, {@link #NEVER} exactly where that is; the same array if nothing is made dearer
   * @param spots what holds up or stops at single points, in any order
   * @throws IllegalArgumentException if the arrays do not fit the network
   */
  public Travel(Network network, int[] millis, int[] cost, Turns turns, Collection<Spot> spots) {
    if (millis.length != network.arcs() || cost.length != network.arcs()) {
      throw new IllegalArgumentException("time and cost for each of %d arcs".formatted(network.arcs()));
    }
    this.network = network;
    this.turns = turns;
    this.spots = spots.stream().sorted(BY_ARC).toArray(Spot[]::new);
    this.millis = new Measure(millis, this.spots);
    this.cost = cost == millis ? this.millis : new Measure(cost, this.spots);
  }

  public Network network() {
    return network;
  }

  public Turns turns() {
    return turns;
  }

  /** Whether any part of an arc can be driven; single points of it may still be closed. */
  public boolean isOpen(int arc) {
    return millis.plain[arc] != NEVER;
  }

  /** Milliseconds for a whole arc, spots included. */
  public int millis(int arc) {
    return millis.whole[arc];
  }

  /** What a whole arc costs, spots included. */
  public int cost(int arc) {
    return cost.whole[arc];
  }

  /** Milliseconds from one fraction of an arc's way on to a later one. */
  public int millis(int arc, double from, double to) {
    return millis.part(arc, from, to);
  }

  /** What it costs from one fraction of an arc's way on to a later one. */
  public int cost(int arc, double from, double to) {
    return cost.part(arc, from, to);
  }

  /** Milliseconds by arc, spots included; not to be written to. */
  int[] millis() {
    return millis.whole;
  }

  /** Costs by arc, spots included; not to be written to. */
  int[] cost() {
    return cost.whole;
  }

  /** Whether nothing is made dearer than it takes. */
  boolean costIsTime() {
    return cost == millis;
  }

  /** At least what it costs to stand anywhere on an arc that one has begun; {@link #NEVER} if one can not begin it. */
  int costWithin(int arc) {
    return cost.within(arc);
  }

  /** Spots do not lie on an arc as its time does, so parts of an arc are measured without them first. */
  private static final class Measure {

    private final Spot[] spots;
    /** By arc, without spots. */
    private final int[] plain;
    /** By arc, with spots; the same array if there are none. */
    private final int[] whole;

    Measure(int[] plain, Spot[] spots) {
      this.plain = plain;
      this.spots = spots;
      whole = spots.length == 0 ? plain : plain.clone();
      for (Spot spot : spots) {
        whole[spot.arc()] = sum(whole[spot.arc()], spot.millis());
      }
    }

    private static int sum(int a, int b) {
      return (int) Math.min((long) a + b, NEVER);
    }

    int part(int arc, double from, double to) {
      int sum = plain[arc];
      if (sum == NEVER) {
        return NEVER;
      }
      boolean spotted = sum != whole[arc];
      sum = (int) Math.round((to - from) * sum);
      if (spotted) {
        for (int i = firstOn(arc); i < spots.length && spots[i].arc() == arc; i++) {
          if (spots[i].fraction() >= from && spots[i].fraction() <= to) {
            sum = sum(sum, spots[i].millis());
          }
        }
      }
      return sum;
    }

    int within(int arc) {
      int sum = plain[arc];
      if (sum != whole[arc]) {
        for (int i = firstOn(arc); i < spots.length && spots[i].arc() == arc; i++) {
          sum = spots[i].millis() == NEVER ? sum : sum(sum, spots[i].millis());
        }
      }
      return sum;
    }

    private int firstOn(int arc) {
      int found = Arrays.binarySearch(spots, new Spot(arc, -1, 0), BY_ARC);
      return -1 - found;
    }
  }
}
