package org.comparto.tour;

import java.util.List;

/**
 * What would let a stop into an itinerary.
 *
 * @param steps none: it fits as it is, or where another one goes
 * @param out the place of the stop that would have to go; -1 for none
 */
record Option(int route, List<Step> steps, int out) {

  Kind kind() {
    return !steps.isEmpty() ? steps.get(0).kind() : out < 0 ? Kind.FITS : Kind.NO_TIME;
  }
}
