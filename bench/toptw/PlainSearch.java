package org.comparto.orienteering;

import java.util.function.BooleanSupplier;

/**
 * The iterated local search that the field measures itself by (Vansteenwegen, Souffriau, Vanden Berghe and Van Oudheusden, Computers and Operations Research 36(12), 2009): insert what has the best ratio of
 * squared score and time, then shake some consecutive stops out of every route and insert again. Where the paper stops after 150 shakes without a gain, this begins again from the best with
 * a shake drawn at random, so that it uses its time.
 */
final class PlainSearch {

  private static final int PATIENCE = 150;

  private final Model model;
  private final Dice dice;
  private Draft draft;

  PlainSearch(Problem problem, long seed) {
    model = new Model(problem);
    dice = new Dice(seed);
  }

  Plan solve(BooleanSupplier over) {
    draft = new Draft(model);
    Draft best = new Draft(model);
    int from = 1;
    int length = 1;
    int since = 0;
    while (!over.getAsBoolean()) {
      insertAll();
      if (draft.worth > best.worth) {
        best.copy(draft);
        length = 1;
        since = 0;
      } else if (++since % PATIENCE == 0) {
        draft.copy(best);
        from = dice.below(model.stops);
        length = 1 + dice.below(Math.max(1, model.stops / (3 * model.terms.length)));
      }
      int shortest = Integer.MAX_VALUE;
      for (Trip trip : draft.trips) {
        shake(trip, from, length);
        shortest = Math.min(shortest, Math.max(1, trip.size));
      }
      draft.gather();
      from += length;
      length++;
      from = from >= shortest ? from % shortest : from;
      length = length >= Math.max(2, model.stops / (3 * model.terms.length)) ? 1 : length;
    }
    return Plan.of(model.problem, best.orders());
  }

  /** Goes on at the beginning where the route ends. */
  private static void shake(Trip trip, int from, int length) {
    for (int i = 0; i < length && trip.size > 0; i++) {
      trip.remove(from % trip.size);
    }
  }

  private void insertAll() {
    while (true) {
      double bestRatio = 0;
      int bestStop = -1;
      int bestTrip = 0;
      int bestAt = 0;
      for (int i = 0; i < draft.absentees; i++) {
        int stop = draft.absent[i];
        int least = Terms.FAR;
        int trip = 0;
        int at = 0;
        for (int t = 0; t < draft.trips.length; t++) {
          for (int place = 0; place <= draft.trips[t].size && !draft.trips[t].leavesAfter(place, draft.trips[t].terms.closes[stop]); place++) {
            int cost = draft.trips[t].cost(place, stop);
            if (cost < least) {
              least = cost;
              trip = t;
              at = place;
            }
          }
        }
        double ratio = least == Terms.FAR ? 0 : (double) model.worth[stop] * model.worth[stop] / Math.max(1, least);
        if (ratio > bestRatio) {
          bestRatio = ratio;
          bestStop = stop;
          bestTrip = trip;
          bestAt = at;
        }
      }
      if (bestStop < 0) {
        return;
      }
      draft.trips[bestTrip].insert(bestAt, bestStop);
      draft.gather();
    }
  }
}
