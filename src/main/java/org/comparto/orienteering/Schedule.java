package org.comparto.orienteering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a route is where, if it visits its stops in a given order. What does not fit is told and not refused: visits start late, roads that are not there take no time. A route
 * that fits leaves its start as late as it can without being at its end any later, so that it waits as little as it may.
 *
 * @param departs tick at which it leaves its start
 * @param pause where it rests; null if it needs to nowhere
 * @param arrives tick at which it is at its end, after a pause that is taken there
 * @param lateness ticks by which that is too late
 * @param reached whether there is a way to the end from the last stop
 */
public record Schedule(int departs, List<Visit> visits, @Nullable Rest pause, int arrives, int lateness, boolean reached) {

  /** @param order indexes of stops */
  public static Schedule of(Problem problem, int route, int... order) {
    return new Timing(problem, route, order).best();
  }

  /** Whether every visit, the pause and the end are in time, and every leg has a way. */
  public boolean fits() {
    return reached && lateness == 0 && (pause == null || pause.lateness() == 0) && visits.stream().allMatch(visit -> visit.reached() && visit.lateness() == 0);
  }

  /** Ticks on the way; none if nothing is visited. */
  public int duration() {
    return visits.isEmpty() ? 0 : arrives - departs;
  }

  /** Ticks before windows open. */
  public long waiting() {
    return visits.stream().mapToLong(Visit::waits).sum();
  }

  /** All that is too late, a road or a window that is not there as a very long time. */
  long trouble() {
    long trouble = (long) lateness + (pause == null ? 0 : pause.lateness()) + (reached ? 0 : Problem.NEVER);
    for (Visit visit : visits) {
      trouble += visit.lateness() + (visit.reached() ? 0L : Problem.NEVER);
    }
    return trouble;
  }
}
