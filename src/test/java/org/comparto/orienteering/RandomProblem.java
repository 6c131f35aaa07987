package org.comparto.orienteering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small problems with something of everything: pauses, several windows, musts, orders, ways that are not there or longer than back. */
final class RandomProblem {

  private static final int DAY = 60;

  private final Random random;
  private final int stops;
  private final int routes;

  private RandomProblem(long seed, int stops, int routes) {
    this.random = new Random(seed);
    this.stops = stops;
    this.routes = routes;
  }

  static Problem of(long seed, int stops, int routes) {
    return new RandomProblem(seed, stops, routes).make();
  }

  private Problem make() {
    List<Route> ways = new ArrayList<>();
    for (int route = 0; route < routes; route++) {
      int earliest = random.nextInt(8);
      int noon = 15 + random.nextInt(20);
      Pause pause = random.nextInt(3) == 0 ? null : new Pause(noon, noon + random.nextInt(12), random.nextInt(8));
      ways.add(new Route(random.nextInt(stops), random.nextInt(stops), earliest, earliest + DAY / 2 + random.nextInt(DAY / 2), random.nextInt(2), pause));
    }
    List<Stop> all = new ArrayList<>();
    for (int stop = 0; stop < stops; stop++) {
      int before = random.nextInt(3);
      int[] service = random.ints(routes, before, before + 8).toArray();
      List<List<Window>> windows = new ArrayList<>();
      for (int route = 0; route < routes; route++) {
        windows.add(windows());
      }
      all.add(new Stop(stop, 1 + random.nextInt(9), random.nextInt(5) == 0, service, windows, before));
    }
    List<Problem.Follows> follows = new ArrayList<>();
    for (int pair = random.nextInt(3); pair > 0 && stops > 1; pair--) {
      int first = random.nextInt(stops - 1);
      follows.add(new Problem.Follows(first, first + 1 + random.nextInt(stops - first - 1)));
    }
    return new Problem(ways, all, List.of(travel(), travel()), follows);
  }

  private List<Window> windows() {
    List<Window> windows = new ArrayList<>();
    int from = random.nextInt(20);
    for (int count = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3); count > 0; count--) {
      int to = from + random.nextInt(15);
      windows.add(new Window(from, to));
      from = to + 1 + random.nextInt(15);
    }
    return windows;
  }

  private int[][] travel() {
    int[][] travel = new int[stops][stops];
    for (int from = 0; from < stops; from++) {
      for (int to = 0; to < stops; to++) {
        travel[from][to] = from == to ? 0 : random.nextInt(3) == 0 ? Problem.NEVER : 1 + random.nextInt(12);
      }
    }
    shorten(travel);
    return travel;
  }

  /** No way is longer than going round by another place. */
  private void shorten(int[][] travel) {
    for (int by = 0; by < stops; by++) {
      for (int from = 0; from < stops; from++) {
        for (int to = 0; to < stops; to++) {
          if (travel[from][by] != Problem.NEVER && travel[by][to] != Problem.NEVER) {
            travel[from][to] = Math.min(travel[from][to], travel[from][by] + travel[by][to]);
          }
        }
      }
    }
  }
}
