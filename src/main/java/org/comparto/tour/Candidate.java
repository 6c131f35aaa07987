package org.comparto.tour;

import org.comparto.host.Host;
import org.comparto.tour.Question.Point;
import org.comparto.tour.Question.Wish;
import org.jspecify.annotations.Nullable;

/**
 * A visit that a plan may make.
 *
 * @param index of the wish in the question
 * @param group the only one that may, by its index; -1 for any
 * @param route the only one that may, by its index; -1 for any
 * @param entrance where the visit begins
 * @param parking where the vehicle stops; null: at the entrance
 * @param walk seconds between the two
 * @param minutes of the visit
 * @param least minutes that it may be made shorter to
 */
record Candidate(int index, Wish wish, @Nullable Host host, int group, int route, Point entrance, @Nullable Point parking, int walk, int minutes, int least, int setup,
    int buffer) {

  /** Where the vehicle stops. */
  Point place() {
    return parking == null ? entrance : parking;
  }

  String name(String language) {
    return wish.name() != null ? wish.name() : host == null ? wish.id() : host.name().in(language);
  }

  /** Seconds between arriving and the beginning of the visit. */
  int before() {
    return walk + setup * 60;
  }

  int visit() {
    return minutes * 60;
  }

  /** Seconds between arriving and leaving. */
  int service() {
    return before() + visit() + buffer * 60 + walk;
  }

  Candidate lasting(int shorter) {
    return new Candidate(index, wish, host, group, route, entrance, parking, walk, shorter, least, setup, buffer);
  }
}
