package org.comparto.orienteering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A plan while it is being changed: the trips, and the stops that are on none. */
final class Draft {

  final Model model;
  final Trip[] trips;
  /** By stop, its trip; -1 where it is on none. */
  final int[] on;
  /** The stops on no trip, in no order. */
  final int[] absent;
  int absentees;
  long worth;

  Draft(Model model) {
    this.model = model;
    trips = new Trip[model.terms.length];
    for (int i = 0; i < trips.length; i++) {
      trips[i] = new Trip(model.terms[i]);
    }
    on = new int[model.stops];
    absent = new int[model.stops];
    gather();
  }

  void copy(Draft other) {
    for (int i = 0; i < trips.length; i++) {
      trips[i].copy(other.trips[i]);
    }
    System.arraycopy(other.on, 0, on, 0, on.length);
    System.arraycopy(other.absent, 0, absent, 0, other.absentees);
    absentees = other.absentees;
    worth = other.worth;
  }

  /** Finds out anew who is where. */
  void gather() {
    Arrays.fill(on, -1);
    worth = 0;
    for (int t = 0; t < trips.length; t++) {
      for (int i = 0; i < trips[t].size; i++) {
        on[trips[t].stop(i)] = t;
        worth += model.worth[trips[t].stop(i)];
      }
    }
    absentees = 0;
    for (int stop = 0; stop < on.length; stop++) {
      if (on[stop] < 0) {
        absent[absentees++] = stop;
      }
    }
  }

  /** Ticks under way on all routes. */
  long ticks() {
    long ticks = 0;
    for (Trip trip : trips) {
      ticks += trip.ticks();
    }
    return ticks;
  }

  List<int[]> orders() {
    List<int[]> orders = new ArrayList<>();
    for (Trip trip : trips) {
      orders.add(trip.order());
    }
    return orders;
  }
}
