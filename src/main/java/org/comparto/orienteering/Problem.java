package org.comparto.orienteering;

import java.util.List;

/**
 * A team orienteering problem with time windows. Times are whole ticks of a length that the caller chooses, each route's from an origin of its own; places are
 * indexes into the travel times.
 *
 * @param travel square matrices of ticks by places from and to, {@link #NEVER} where there is no way; they need not be symmetric, nor keep the triangle inequality
 * @param follows which stops keep their order when they are on one route
 */
public record Problem(List<Route> routes, List<Stop> stops, List<int[][]> travel, List<Follows> follows) {

  /** No way from one place to another. */
  public static final int NEVER = Integer.MAX_VALUE;

  /** No time, service or travel is longer, so that sums of a few of them fit into an int. */
  public static final int LONGEST = 1 << 27;

  /** When both are on one route, {@code second} is visited after {@code first}, others maybe between them. */
  public record Follows(int first, int second) { }

  public Problem {
    routes = List.copyOf(routes);
    stops = List.copyOf(stops);
    travel = List.copyOf(travel);
    follows = List.copyOf(follows);
    for (int[][] matrix : travel) {
      for (int[] row : matrix) {
        if (row.length != matrix.length) {
          throw new IllegalArgumentException("travel times are not square: " + row.length + " of " + matrix.length);
        }
      }
    }
    for (Route route : routes) {
      int places = travel.get(route.matrix()).length;
      if (route.start() >= places || route.end() >= places || stops.stream().anyMatch(stop -> stop.place() >= places)) {
        throw new IllegalArgumentException("a place is beyond the travel times of " + places);
      }
    }
    for (Stop stop : stops) {
      if (stop.service().length != routes.size()) {
        throw new IllegalArgumentException("a stop knows " + stop.service().length + " routes of " + routes.size());
      }
    }
    for (Follows pair : follows) {
      if (pair.first() >= stops.size() || pair.second() >= stops.size() || pair.first() == pair.second()) {
        throw new IllegalArgumentException(pair + " of " + stops.size() + " stops");
      }
    }
  }

  public Problem(List<Route> routes, List<Stop> stops, List<int[][]> travel) {
    this(routes, stops, travel, List.of());
  }

  /** Ticks from one place to another for a route, or {@link #NEVER}. */
  int travel(Route route, int from, int to) {
    return travel.get(route.matrix())[from][to];
  }

  /** Whether stops in this order on one route keep what {@link #follows} says. */
  public boolean keepsOrder(int[] order) {
    int[] positions = new int[stops.size()];
    for (int i = 0; i < order.length; i++) {
      positions[order[i]] = i + 1;
    }
    for (Follows pair : follows) {
      if (positions[pair.second()] > 0 && positions[pair.first()] > positions[pair.second()]) {
        return false;
      }
    }
    return true;
  }
}
