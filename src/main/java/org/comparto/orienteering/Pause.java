package org.comparto.orienteering;

/**
 * A rest on a route (lunch): taken once, on arrival somewhere before the service there, or before leaving. A route that is at its end by {@code earliest} needs none; on
 * arrival at the end it may be taken too.
 *
 * @param earliest it begins at this tick or later
 * @param latest and at this one or before
 * @param length ticks
 */
public record Pause(int earliest, int latest, int length) {

  public Pause {
    if (earliest > latest || length < 0) {
      throw new IllegalArgumentException("a pause of " + length + " ticks from " + earliest + " to " + latest);
    }
  }
}
