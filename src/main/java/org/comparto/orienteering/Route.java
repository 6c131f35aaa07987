package org.comparto.orienteering;

import org.jspecify.annotations.Nullable;

/**
 * One group (or vehicle) on one day.
 *
 * @param start place where it begins
 * @param end place where it ends, often the same
 * @param earliest tick at which it leaves the start, or later
 * @param latest tick by which it is at the end
 * @param matrix which of the problem's travel times it travels by
 * @param pause what it needs on the way, if anything
 */
public record Route(int start, int end, int earliest, int latest, int matrix, @Nullable Pause pause) {

  public Route {
    if (earliest < 0 || earliest > latest || latest > Problem.LONGEST) {
      throw new IllegalArgumentException("a route from tick " + earliest + " to " + latest);
    }
  }
}
