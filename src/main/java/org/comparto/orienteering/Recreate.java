package org.comparto.orienteering;

import java.util.Arrays;

/**
 * Puts stops back, each where it costs least, in an order drawn anew each time; now and then a place is overlooked (a blink), so that the same ruin does not always
 * end the same.
 */
final class Recreate {

  private static final double BLINK = 0.01;

  private final Model model;
  private final Dice dice;
  private final long[] keys;
  private final boolean[] everywhere;
  private int untilBlink = 1;
  private int bestTrip;
  private int bestAt;

  Recreate(Model model, Dice dice) {
    this.model = model;
    this.dice = dice;
    keys = new long[model.stops];
    everywhere = new boolean[model.terms.length];
    Arrays.fill(everywhere, true);
  }

  /**
   * Tries every absent stop on every trip.
   *
   * @param seed goes first if it is absent
   */
  void apply(Draft draft, int seed) {
    apply(draft, seed, everywhere, draft);
  }

  /**
   * Tries every absent stop on the trips with room, and those also on the others that {@code before} visited: what was absent then found no place there.
   *
   * @param seed goes first if it is absent
   * @param room by trip, whether something was taken out
   */
  void apply(Draft draft, int seed, boolean[] room, Draft before) {
    int count = draft.absentees;
    sort(draft, seed);
    int left = 0;
    for (int i = 0; i < count; i++) {
      int stop = (int) keys[i];
      if (place(draft, stop, before.on[stop] >= 0 ? everywhere : room)) {
        draft.trips[bestTrip].insert(bestAt, stop);
        draft.on[stop] = bestTrip;
        draft.worth += model.worth[stop];
      } else {
        draft.absent[left++] = stop;
      }
    }
    draft.absentees = left;
  }

  private void sort(Draft draft, int seed) {
    int rule = dice.below(8);
    for (int i = 0; i < draft.absentees; i++) {
      int stop = draft.absent[i];
      double key = switch (rule) {
        case 0, 1, 2 -> dice.share();
        case 3, 4, 5 -> -model.worth[stop] * (0.5 + dice.share());
        case 6 -> model.terms[0].closes[stop] - model.terms[0].opens[stop];
        default -> model.terms[0].closes[stop];
      };
      if (stop == seed) {
        key = -Double.MAX_VALUE;
      }
      keys[i] = (long) Float.floatToIntBits((float) key) << 32 | stop;
      if (keys[i] < 0) {
        keys[i] ^= 0x7FFFFFFF_00000000L;
      }
    }
    Arrays.sort(keys, 0, draft.absentees);
  }

  private boolean place(Draft draft, int stop, boolean[] where) {
    int best = Terms.FAR;
    for (int t = 0; t < draft.trips.length; t++) {
      if (!where[t]) {
        continue;
      }
      Trip trip = draft.trips[t];
      int closes = trip.terms.closes[stop];
      int first = 0;
      int last = trip.size;
      if (model.isOrdered(stop)) {
        first = model.first(trip, stop);
        last = model.last(trip, stop);
      }
      for (int at = first; at <= last && !trip.leavesAfter(at, closes); at++) {
        if (--untilBlink == 0) {
          untilBlink = 1 + (int) (Math.log(1 - dice.share()) / Math.log(1 - BLINK));
          continue;
        }
        int cost = trip.cost(at, stop);
        if (cost < best) {
          best = cost;
          bestTrip = t;
          bestAt = at;
        }
      }
    }
    return best < Terms.FAR;
  }
}
