package org.comparto.orienteering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which stops are visited on which route in what order.
 *
 * @param routes by route, indexes of stops
 * @param score of the visited stops
 * @param musts how many stops that must be visited are
 * @param duration ticks that all routes take, from leaving the start to being at the end
 * @param waiting of these, ticks before windows open
 */
public record Plan(List<int[]> routes, long score, int musts, long duration, long waiting) {

  /** The worse plan comes first: fewer musts, then less score, then more time, then more waiting. */
  public static final Comparator<Plan> BY_WORTH = Comparator.comparingInt(Plan::musts).thenComparingLong(Plan::score)
      .thenComparing(Plan::duration, Comparator.reverseOrder()).thenComparing(Plan::waiting, Comparator.reverseOrder());

  public Plan {
    routes = routes.stream().map(int[]::clone).toList();
  }

  /** Counts what is visited; whether it fits is asked of {@link Schedule}. */
  public static Plan of(Problem problem, List<int[]> routes) {
    long score = 0;
    int musts = 0;
    long duration = 0;
    long waiting = 0;
    for (int route = 0; route < routes.size(); route++) {
      for (int stop : routes.get(route)) {
        score += problem.stops().get(stop).score();
        musts += problem.stops().get(stop).must() ? 1 : 0;
      }
      Schedule schedule = Schedule.of(problem, route, routes.get(route));
      duration += schedule.duration();
      waiting += schedule.waiting();
    }
    return new Plan(routes, score, musts, duration, waiting);
  }

  /** Nobody goes anywhere. */
  public static Plan empty(Problem problem) {
    List<int[]> routes = new ArrayList<>();
    problem.routes().forEach(route -> routes.add(new int[0]));
    return of(problem, routes);
  }
}
