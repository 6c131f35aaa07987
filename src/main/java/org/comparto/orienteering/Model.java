package org.comparto.orienteering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A problem as the search sees it: the routes' terms, what every stop weighs, who its neighbours are, who must come before whom. */
final class Model {

  final Problem problem;
  final int stops;
  final Terms[] terms;
  /** By stop: its score, and for musts more than all scores together. */
  final long[] worth;
  /** By stop, all others by rising distance there and back on the first route. */
  final int[][] neighbours;
  /** By stop, the stops that must be visited before and after it on the same route; null where there are none. */
  private final int[][] before;
  private final int[][] after;
  /** Of a stop, musts counted by their scores alone. */
  final double meanWorth;

  Model(Problem problem) {
    this.problem = problem;
    stops = problem.stops().size();
    terms = IntStream.range(0, problem.routes().size()).mapToObj(route -> new Terms(problem, route)).toArray(Terms[]::new);
    long all = problem.stops().stream().mapToLong(Stop::score).sum();
    worth = problem.stops().stream().mapToLong(stop -> stop.score() + (stop.must() ? all + 1 : 0)).toArray();
    meanWorth = stops == 0 ? 1 : Math.max(1, (double) all / stops);
    neighbours = neighbours();
    before = new int[stops][];
    after = new int[stops][];
    for (Problem.Follows pair : problem.follows()) {
      before[pair.second()] = with(before[pair.second()], pair.first());
      after[pair.first()] = with(after[pair.first()], pair.second());
    }
  }

  private static int[] with(int[] list, int one) {
    int[] longer = list == null ? new int[1] : Arrays.copyOf(list, list.length + 1);
    longer[longer.length - 1] = one;
    return longer;
  }

  private int[][] neighbours() {
    int[][] all = new int[stops][];
    for (int stop = 0; stop < stops && terms.length > 0; stop++) {
      int from = stop;
      int[] travel = terms[0].travel;
      int width = terms[0].width;
      List<Integer> others = new ArrayList<>(IntStream.range(0, stops).filter(other -> other != from).boxed().toList());
      others.sort(Comparator.comparingLong(other -> (long) travel[from * width + other] + travel[other * width + from]));
      all[stop] = others.stream().mapToInt(Integer::intValue).toArray();
    }
    return all;
  }

  boolean isOrdered(int stop) {
    return before[stop] != null || after[stop] != null;
  }

  /** How many stops of a trip must come before one at least. */
  int first(Trip trip, int stop) {
    int first = 0;
    if (before[stop] != null) {
      for (int i = 0; i < trip.size; i++) {
        first = contains(before[stop], trip.stop(i)) ? i + 1 : first;
      }
    }
    return first;
  }

  /** How many stops of a trip may come before one at most. */
  int last(Trip trip, int stop) {
    if (after[stop] != null) {
      for (int i = 0; i < trip.size; i++) {
        if (contains(after[stop], trip.stop(i))) {
          return i;
        }
      }
    }
    return trip.size;
  }

  private static boolean contains(int[] list, int one) {
    for (int each : list) {
      if (each == one) {
        return true;
      }
    }
    return false;
  }
}
