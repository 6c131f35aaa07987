package org.comparto.path;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A small random network with everything that makes ways hard: one-ways, closed arcs, several edges between the same junctions, edges
 * that come back to where they began, edges of no length, forbidden turns, arcs to be avoided, spots that delay and spots that stop.
 * Times, lengths and places are such that quarters of an edge are whole numbers, so that two ways of adding up agree to the last digit.
 */
record Village(Network network, int[] millis, int[] cost, Set<Long> forbidden, boolean walking, List<Spot> spots) {

  static Village random(Random random) {
    int nodes = 2 + random.nextInt(6);
    int edges = nodes + random.nextInt(2 * nodes);
    int[] ends = random.ints(2L * edges, 0, nodes).toArray();
    float[] metres = new float[edges];
    int[] millis = new int[2 * edges];
    int[] cost = new int[2 * edges];
    List<Spot> spots = new ArrayList<>();
    for (int edge = 0; edge < edges; edge++) {
      metres[edge] = 4 * random.nextInt(6);
    }
    boolean alike = random.nextInt(3) == 0;
    for (int arc = 0; arc < 2 * edges; arc++) {
      millis[arc] = random.nextInt(5) == 0 ? Travel.NEVER : 4 * random.nextInt(5);
      cost[arc] = millis[arc] == Travel.NEVER || alike || random.nextInt(4) > 0 ? millis[arc] : 3 * millis[arc];
      while (random.nextInt(8) == 0) {
        spots.add(new Spot(arc, random.nextInt(5) / 4.0, random.nextInt(3) == 0 ? Travel.NEVER : random.nextInt(9)));
      }
    }
    Network network = new Network(nodes, ends, metres);
    Set<Long> forbidden = new HashSet<>();
    for (int arc = 0; arc < 2 * edges; arc++) {
      for (int i = network.outBegin(network.head(arc)); i < network.outBegin(network.head(arc) + 1); i++) {
        if (random.nextInt(8) == 0) {
          forbidden.add((long) arc << 32 | network.out(i));
        }
      }
    }
    return new Village(network, millis, alike ? millis : cost, forbidden, random.nextInt(5) == 0, spots);
  }

  Travel travel() {
    return new Travel(network, millis, cost, walking ? Turns.free() : Turns.without(forbidden), spots);
  }

  /** The same without what hinders: what every other state of this village is compared to by landmarks. */
  Travel ideal() {
    int[] open = new int[millis.length];
    for (int arc = 0; arc < open.length; arc++) {
      open[arc] = Math.min(millis[arc], 40);
    }
    return new Travel(network, open, open, Turns.free(), List.of());
  }

  /** The same with some arcs and spots changed, each as {@code change} says. */
  Village changed(int[] arcs, Random random, boolean cheaper) {
    int[] newMillis = millis.clone();
    int[] newCost = cost == millis ? newMillis : cost.clone();
    List<Spot> newSpots = new ArrayList<>(spots);
    for (int arc : arcs) {
      if (cheaper) {
        newSpots.removeIf(spot -> spot.arc() == arc);
        newMillis[arc] = millis[arc] == Travel.NEVER ? 4 * random.nextInt(5) : 4 * random.nextInt(millis[arc] / 4 + 1);
        newCost[arc] = Math.min(cost[arc], newMillis[arc]);
      } else if (random.nextBoolean()) {
        newMillis[arc] = newCost[arc] = Travel.NEVER;
      } else {
        newSpots.add(new Spot(arc, random.nextInt(5) / 4.0, random.nextBoolean() ? Travel.NEVER : 4));
      }
    }
    return new Village(network, newMillis, newCost, forbidden, walking, newSpots);
  }

  int[] someArcs(Random random) {
    return random.ints(1 + random.nextInt(3), 0, network.arcs()).distinct().toArray();
  }

  Place place(Random random) {
    return new Place(random.nextInt(network.edges()), random.nextInt(5) / 4.0);
  }

  List<Place> places(Random random, int most) {
    return random.ints(1 + random.nextInt(most), 0, 1).mapToObj(i -> place(random)).toList();
  }

  List<Place> allPlaces() {
    List<Place> all = new ArrayList<>();
    for (int edge = 0; edge < network.edges(); edge++) {
      for (int quarter = 0; quarter <= 4; quarter++) {
        all.add(new Place(edge, quarter / 4.0));
      }
    }
    return all;
  }
}
