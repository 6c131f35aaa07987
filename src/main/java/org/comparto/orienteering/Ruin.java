package org.comparto.orienteering;

import java.util.Arrays;

/**
 * Takes strings of stops that lie near each other out of a draft (slack induction by string removals; Christiaens and Vanden Berghe, Transportation Science 54(2), 2020): what
 * is left has room in one place, in space and in time.
 */
final class Ruin {

  /** Stops of the longest string, and of all strings together in the mean where there are routes enough. */
  private static final int LONGEST = 10;
  private static final int MEAN = 10;

  private final Dice dice;
  /** By trip, whether the last ruin made room on it. */
  final boolean[] touched;

  Ruin(Model model, Dice dice) {
    this.dice = dice;
    touched = new boolean[model.terms.length];
  }

  /** Answers a stop in the middle of the room that was made. */
  int apply(Draft draft) {
    int stops = draft.model.stops;
    int seed = dice.below(stops);
    int visited = stops - draft.absentees;
    if (visited == 0) {
      return seed;
    }
    Arrays.fill(touched, false);
    double usual = Math.min(LONGEST, (double) visited / draft.trips.length);
    int strings = 1 + (int) (dice.share() * Math.min(draft.trips.length, 4.0 * MEAN / (1 + usual)));
    int cut = 0;
    int[] near = draft.model.neighbours[seed];
    for (int i = -1; i < near.length && cut < strings; i++) {
      int stop = i < 0 ? seed : near[i];
      int t = draft.on[stop];
      if (t >= 0 && !touched[t]) {
        touched[t] = true;
        cut(draft, draft.trips[t], stop, usual);
        cut++;
      }
    }
    draft.gather();
    return seed;
  }

  private void cut(Draft draft, Trip trip, int stop, double usual) {
    int at = 0;
    while (trip.stop(at) != stop) {
      at++;
    }
    int length = 1 + dice.below((int) Math.min(usual + 1, trip.size));
    int from = Math.max(0, Math.min(trip.size - length, at - dice.below(length)));
    trip.cut(from, from + length);
  }
}
