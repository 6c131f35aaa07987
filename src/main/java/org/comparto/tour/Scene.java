package org.comparto.tour;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.comparto.orienteering.Problem;
import org.comparto.orienteering.Route;
import org.comparto.orienteering.Schedule;
import org.comparto.orienteering.Stop;
import org.comparto.orienteering.Window;
import org.comparto.tour.Openings.Span;
import org.jspecify.annotations.Nullable;

/**
 * A shown itinerary and a stop that is to be put into it; what it is asked for is changed by small steps to see what has to give.
 *
 * @param order of the itinerary, indexes of candidates
 * @param index of the stop that was left out
 * @param open when it is open, without taking off what is taken; null for any time
 * @param pinFrom and {@code pinTo}: when its visit may begin besides; equal for a pin, wide for none
 */
record Scene(Setting setting, int route, int[] order, Route bounds, int index, Candidate candidate, @Nullable List<Span> open, int pinFrom, int pinTo) {

  private static final int NO_PIN = 1 << 20;

  /** Where a stop fits, and when its visit begins there. */
  record Fit(int position, int start) {}

  static Scene of(Setting setting, int route, int[] order, int index) {
    Candidate candidate = setting.candidates.get(index);
    Question.Pin pin = candidate.wish().pin();
    return new Scene(setting, route, order, setting.problem().routes().get(route), index, candidate, Openings.of(candidate.wish(), candidate.host(), setting.date(route)),
        pin == null ? 0 : pin.time(), pin == null ? NO_PIN : pin.time());
  }

  Scene bounds(Route other) {
    return new Scene(setting, route, order, other, index, candidate, open, pinFrom, pinTo);
  }

  Scene lasting(int minutes) {
    return new Scene(setting, route, order, bounds, index, candidate.lasting(minutes), open, pinFrom, pinTo);
  }

  Scene open(@Nullable List<Span> spans) {
    return new Scene(setting, route, order, bounds, index, candidate, spans, pinFrom, pinTo);
  }

  Scene pinned(int from, int to) {
    return new Scene(setting, route, order, bounds, index, candidate, open, from, to);
  }

  Scene without(int position) {
    int[] rest = new int[order.length - 1];
    System.arraycopy(order, 0, rest, 0, position);
    System.arraycopy(order, position + 1, rest, position, rest.length - position);
    return new Scene(setting, route, rest, bounds, index, candidate, open, pinFrom, pinTo);
  }

  boolean fits() {
    return fit(true) != null;
  }

  /** The place where it costs least time; null if it fits nowhere. */
  @Nullable Fit fit() {
    return fit(false);
  }

  private @Nullable Fit fit(boolean any) {
    Problem small = problem(bounds);
    if (small.stops().get(order.length).windows().get(0).isEmpty()) {
      return null;
    }
    // what does not fit without the pause does not with it, and with it there are many places to try
    Problem unpaused = bounds.pause() == null ? small
        : problem(new Route(bounds.start(), bounds.end(), bounds.earliest(), bounds.latest(), bounds.matrix(), null));
    Fit best = null;
    int soonest = Integer.MAX_VALUE;
    for (int position = 0; position <= order.length; position++) {
      int[] stops = inserted(position);
      if (!keepsOrder(position) || unpaused != small && !Schedule.of(unpaused, 0, stops).fits()) {
        continue;
      }
      Schedule schedule = Schedule.of(small, 0, stops);
      if (schedule.fits() && schedule.duration() < soonest) {
        soonest = schedule.duration();
        best = new Fit(position, schedule.visits().get(position).start());
        if (any) {
          return best;
        }
      }
    }
    return best;
  }

  /** Only this route, and only its stops with the new one behind them. */
  private Problem problem(Route asIs) {
    Problem whole = setting.problem();
    List<Stop> stops = new ArrayList<>();
    for (int stop : order) {
      stops.add(onOneRoute(whole.stops().get(stop), whole.stops().get(stop).windows().get(route)));
    }
    List<Window> starts = Openings.starts(Openings.free(open, setting.busy(candidate, route), candidate.host(), setting.people(setting.group(route))), candidate.visit());
    starts = Openings.within(starts, pinFrom, pinTo);
    if (setting.isLunch(candidate)) {
      starts = Openings.within(starts, setting.question.lunch().from(), setting.question.lunch().to());
    }
    Stop asked = setting.stop(index, candidate, Collections.nCopies(setting.routeCount(), List.of()));
    stops.add(onOneRoute(asked, starts));
    return new Problem(List.of(asIs), stops, whole.travel());
  }

  private static Stop onOneRoute(Stop stop, List<Window> starts) {
    return new Stop(stop.place(), stop.score(), stop.must(), new int[] {stop.service()[0]}, List.of(starts), stop.before());
  }

  private int[] inserted(int position) {
    int[] stops = new int[order.length + 1];
    for (int i = 0; i < stops.length; i++) {
      stops[i] = i < position ? i : i == position ? order.length : i - 1;
    }
    return stops;
  }

  private boolean keepsOrder(int position) {
    return setting.problem().follows().isEmpty() || setting.problem().keepsOrder(with(order, index, position));
  }

  /** An order with one more stop in it. */
  static int[] with(int[] order, int index, int position) {
    int[] longer = new int[order.length + 1];
    System.arraycopy(order, 0, longer, 0, position);
    longer[position] = index;
    System.arraycopy(order, position, longer, position + 1, order.length - position);
    return longer;
  }
}
