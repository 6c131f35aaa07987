package org.comparto.orienteering;

import java.util.Arrays;

/**
 * Whether a route can visit stops in an order, and how early it is at its end then: found by letting time pass tick by tick and trying everything that may be done at each, as the records define
 * it. Slow, and written apart from the search and from {@link Schedule}.
 */
final class StepByStep {

  static final int CANNOT = Integer.MAX_VALUE;

  private final Problem problem;
  private final int index;
  private final Route route;
  private final int[] order;
  /** By tick, leg, whether the pause is over and whether the leg is behind: what was found, -1 for nothing yet. */
  private final int[][] known;

  private StepByStep(Problem problem, int index, int[] order) {
    this.problem = problem;
    this.index = index;
    this.route = problem.routes().get(index);
    this.order = order;
    known = new int[route.latest() + 1][4 * (order.length + 1)];
    for (int[] tick : known) {
      Arrays.fill(tick, -1);
    }
  }

  /** The earliest tick at which the route is at its end, {@link #CANNOT} if it cannot be. */
  static int arrives(Problem problem, int route, int... order) {
    return arrives(problem, route, problem.routes().get(route).earliest(), order);
  }

  /** The same, leaving the start at a tick or later. */
  static int arrives(Problem problem, int route, int from, int... order) {
    Route one = problem.routes().get(route);
    return order.length == 0 ? one.earliest() : new StepByStep(problem, route, order).standing(from, 0, one.pause() == null);
  }

  /** Standing at the start (leg 0) or where the stop before a leg was served. */
  private int standing(int tick, int leg, boolean paused) {
    int state = 4 * leg + (paused ? 1 : 0);
    if (tick > route.latest()) {
      return CANNOT;
    }
    if (known[tick][state] < 0) {
      int best = standing(tick + 1, leg, paused);
      if (!paused && pauseMayBegin(tick)) {
        best = Math.min(best, standing(tick + route.pause().length(), leg, true));
      }
      int here = leg == 0 ? route.start() : problem.stops().get(order[leg - 1]).place();
      int there = leg == order.length ? route.end() : problem.stops().get(order[leg]).place();
      int way = problem.travel().get(route.matrix())[here][there];
      if (way != Problem.NEVER) {
        best = Math.min(best, leg == order.length ? atEnd(tick + way, paused) : arrived(tick + way, leg, paused));
      }
      known[tick][state] = best;
    }
    return known[tick][state];
  }

  /** At the next stop, its service not begun. */
  private int arrived(int tick, int leg, boolean paused) {
    int state = 4 * leg + 2 + (paused ? 1 : 0);
    if (tick > route.latest()) {
      return CANNOT;
    }
    if (known[tick][state] < 0) {
      int best = arrived(tick + 1, leg, paused);
      if (!paused && pauseMayBegin(tick)) {
        best = Math.min(best, arrived(tick + route.pause().length(), leg, true));
      }
      Stop stop = problem.stops().get(order[leg]);
      int start = tick + stop.before();
      if (stop.windows().get(index).stream().anyMatch(window -> window.opens() <= start && start <= window.closes())) {
        best = Math.min(best, standing(tick + stop.service()[index], leg + 1, paused));
      }
      known[tick][state] = best;
    }
    return known[tick][state];
  }

  private int atEnd(int tick, boolean paused) {
    if (paused || tick <= route.pause().earliest()) {
      return tick <= route.latest() ? tick : CANNOT;
    }
    int over = tick + route.pause().length();
    return pauseMayBegin(tick) && over <= route.latest() ? over : CANNOT;
  }

  private boolean pauseMayBegin(int tick) {
    return tick >= route.pause().earliest() && tick <= route.pause().latest();
  }
}
