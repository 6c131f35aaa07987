package org.comparto.orienteering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the times of one route in one order: straight ahead from the start, with the pause tried on every leg. */
final class Timing {

  /** Where the pause may be taken; its beginning follows from the times. */
  private record Place(int leg, boolean onArrival) {

    boolean before(int other) {
      return leg == other && !onArrival;
    }

    boolean arriving(int other) {
      return leg == other && onArrival;
    }
  }

  private static final Place NOWHERE = new Place(-1, false);

  private static final Comparator<Schedule> BEST_FIRST = Comparator.comparingLong(Schedule::trouble).thenComparingInt(Schedule::arrives)
      .thenComparingLong(Schedule::waiting);

  private final Problem problem;
  private final int index;
  private final Route route;
  private final int[] order;

  Timing(Problem problem, int index, int[] order) {
    this.problem = problem;
    this.index = index;
    this.route = problem.routes().get(index);
    this.order = order;
  }

  Schedule best() {
    if (order.length == 0) {
      return new Schedule(route.earliest(), List.of(), null, route.earliest(), 0, true);
    }
    Schedule best = null;
    Place at = NOWHERE;
    for (Place place : places()) {
      Schedule schedule = ahead(route.earliest(), place);
      boolean due = route.pause() != null && schedule.arrives() > route.pause().earliest();
      if (place == NOWHERE && due) {
        continue;
      }
      if (best == null || BEST_FIRST.compare(schedule, best) < 0) {
        best = schedule;
        at = place;
      }
    }
    return best.fits() ? ahead(latestDeparture(best.arrives(), at), at) : best;
  }

  /** Between two stops rather than at an end of the route, where both are as good. */
  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    places.add(NOWHERE);
    if (route.pause() != null) {
      for (int leg = 1; leg < order.length; leg++) {
        places.add(new Place(leg, true));
        places.add(new Place(leg, false));
      }
      for (int leg : new int[] {order.length, 0}) {
        places.add(new Place(leg, true));
        places.add(new Place(leg, false));
      }
    }
    return places;
  }

  private Schedule ahead(int departs, Place pause) {
    List<Visit> visits = new ArrayList<>(order.length);
    Rest rest = null;
    int now = departs;
    int place = route.start();
    for (int leg = 0; leg < order.length; leg++) {
      if (pause.before(leg)) {
        rest = rest(pause, now);
        now = rest.begins() + route.pause().length();
      }
      Stop stop = problem.stops().get(order[leg]);
      int way = problem.travel(route, place, stop.place());
      int arrive = now + (way == Problem.NEVER ? 0 : way);
      now = arrive;
      if (pause.arriving(leg)) {
        rest = rest(pause, now);
        now = rest.begins() + route.pause().length();
      }
      Visit visit = visit(leg, stop, arrive, now, way != Problem.NEVER);
      visits.add(visit);
      now = visit.leave();
      place = stop.place();
    }
    if (pause.before(order.length)) {
      rest = rest(pause, now);
      now = rest.begins() + route.pause().length();
    }
    int way = problem.travel(route, place, route.end());
    now += way == Problem.NEVER ? 0 : way;
    if (pause.arriving(order.length)) {
      rest = rest(pause, now);
      now = rest.begins() + route.pause().length();
    }
    return new Schedule(departs, visits, rest, now, Math.max(0, now - route.latest()), way != Problem.NEVER);
  }

  private Rest rest(Place place, int now) {
    int begins = Math.max(now, route.pause().earliest());
    return new Rest(place.leg(), place.onArrival(), begins, Math.max(0, begins - route.pause().latest()));
  }

  private Visit visit(int leg, Stop stop, int arrive, int ready, boolean reached) {
    int soonest = ready + stop.before();
    int start = soonest;
    int lateness = Problem.NEVER;
    for (Window window : stop.windows().get(index)) {
      lateness = Math.max(0, soonest - window.closes());
      if (lateness == 0) {
        start = Math.max(soonest, window.opens());
        break;
      }
    }
    return new Visit(order[leg], arrive, start - soonest, start, start + stop.service()[index] - stop.before(), lateness, reached);
  }

  /** From the end back: the last tick at which the route may leave its start to be at its end by a tick that it can reach. */
  private int latestDeparture(int arrives, Place pause) {
    int by = arrives;
    int next = route.end();
    for (int leg = order.length; leg >= 0; leg--) {
      if (pause.arriving(leg)) {
        by = pausedBy(by);
      }
      Stop stop = leg == 0 ? null : problem.stops().get(order[leg - 1]);
      by -= problem.travel(route, stop == null ? route.start() : stop.place(), next);
      if (pause.before(leg)) {
        by = pausedBy(by);
      }
      if (stop != null) {
        by = arrivedBy(stop, by);
        next = stop.place();
      }
    }
    return by;
  }

  private int pausedBy(int by) {
    return Math.min(route.pause().latest(), by - route.pause().length());
  }

  private int arrivedBy(Stop stop, int leave) {
    int start = leave - (stop.service()[index] - stop.before());
    @Nullable Window last = null;
    for (Window window : stop.windows().get(index)) {
      if (window.opens() <= start) {
        last = window;
      }
    }
    return Math.min(start, last.closes()) - stop.before();
  }
}
