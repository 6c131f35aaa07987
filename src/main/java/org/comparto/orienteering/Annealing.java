package org.comparto.orienteering;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ruins and recreates a draft over and over. A worse one is kept the more seldom the colder it is; every cycle cools down from the best so far and is twice as long as the one before, so that a search may
 * be cut off at any time. Heat goes by iterations and never by the clock.
 */
final class Annealing {

  /** Iterations between looks at the clock; so many are made at least, however late it is, since the very first plan may have missed a must. */
  private static final int CLOCK = 64;
  private static final int FIRST_CYCLE = 10_000;
  private static final int LONGEST_CYCLE = 1 << 29;
  /** Heat when a cycle begins and ends, in mean worths of a stop. */
  private static final double HOT = 0.5;
  private static final double COLD = 0.02;
  /** Mean worths of a stop for which a route would be on its way all of its time: time is pressed for before it buys another stop. */
  private static final double TIME = 4;
  /** Of so many recreations one tries every stop everywhere. */
  private static final int THOROUGH = 8;
  /** Routes are remembered of drafts that are so many mean worths of a stop below the best at most. */
  private static final double GOOD = 2;

  private final Model model;
  private final Search search;
  private final Consumer<Plan> better;
  private final BooleanSupplier stop;
  private final Dice dice;
  private final Ruin ruin;
  private final Recreate recreate;
  private final RoutePool pool;
  private final double worthOfTick;
  private Draft current;
  private Draft next;
  private double value;
  private final Draft best;
  private Plan plan;
  private final long deadline;
  private long iterations;
  private long lastGain;

  /** @param deadline by the system's nanoseconds */
  Annealing(Model model, Search search, long deadline, Consumer<Plan> better, BooleanSupplier stop) {
    this.deadline = deadline;
    this.model = model;
    this.search = search;
    this.better = better;
    this.stop = stop;
    dice = new Dice(search.seed());
    ruin = new Ruin(model, dice);
    recreate = new Recreate(model, dice);
    pool = new RoutePool(model);
    current = new Draft(model);
    next = new Draft(model);
    best = new Draft(model);
    plan = Plan.empty(model.problem);
    long horizon = 1;
    for (Terms terms : model.terms) {
      horizon += terms.latest - terms.earliest;
    }
    worthOfTick = TIME * model.meanWorth * model.terms.length / horizon;
  }

  Outcome run() {
    begin(search.begin());
    better.accept(plan);
    if (model.stops == 0 || model.terms.length == 0) {
      return new Outcome(plan, 0, EndedBy.CONVERGED);
    }
    EndedBy ended = null;
    for (int cycle = FIRST_CYCLE; ended == null; cycle = Math.min(LONGEST_CYCLE, 2 * cycle)) {
      ended = cool(cycle);
      current.copy(best);
      combine();
    }
    return new Outcome(plan, iterations, ended);
  }

  /** Answers why the search has ended, null if it has not. */
  private @Nullable EndedBy cool(int cycle) {
    value = value(current);
    for (int i = 0; i < cycle; i++) {
      if (iterations - lastGain >= search.iterations()) {
        return EndedBy.CONVERGED;
      }
      boolean looks = iterations > 0 && iterations % CLOCK == 0;
      if (looks && stop.getAsBoolean()) {
        return EndedBy.STOPPED;
      }
      if (looks && System.nanoTime() - deadline >= 0) {
        return EndedBy.TIME;
      }
      iterations++;
      step(model.meanWorth * HOT * Math.pow(COLD / HOT, (double) i / cycle));
    }
    return null;
  }

  private void step(double heat) {
    next.copy(current);
    int seed = ruin.apply(next);
    if (dice.below(THOROUGH) == 0) {
      recreate.apply(next, seed);
    } else {
      recreate.apply(next, seed, ruin.touched, current);
    }
    double reached = value(next);
    // more worth than ever is kept, however long it takes
    if (next.worth > best.worth || reached > value + heat * Math.log(1 - dice.share())) {
      Draft former = current;
      current = next;
      next = former;
      value = reached;
      if (model.terms.length > 1 && current.worth > best.worth - GOOD * model.meanWorth) {
        pool.remember(current);
      }
      keepIfBetter();
    }
  }

  /** Goes on from routes of different drafts where these are worth more together than any draft was. */
  private void combine() {
    List<int[]> orders = model.terms.length > 1 ? pool.combine(best.worth) : null;
    if (orders != null) {
      for (int t = 0; t < orders.size(); t++) {
        current.trips[t].set(orders.get(t), orders.get(t).length);
      }
      current.gather();
      recreate.apply(current, 0);
      keepIfBetter();
    }
  }

  private double value(Draft draft) {
    return draft.worth - worthOfTick * draft.ticks();
  }

  private void begin(@Nullable Plan begin) {
    for (int t = 0; begin != null && t < model.terms.length; t++) {
      for (int each : begin.routes().get(t)) {
        Trip trip = current.trips[t];
        if (current.on[each] >= 0) {
          continue;
        }
        trip.insert(trip.size, each);
        if (trip.fits() && model.problem.keepsOrder(trip.order())) {
          current.on[each] = t;
        } else {
          trip.remove(trip.size - 1);
        }
      }
    }
    current.gather();
    keepIfBetter();
    if (model.stops > 0) {
      recreate.apply(current, 0);
    }
    keepIfBetter();
  }

  private void keepIfBetter() {
    if (current.worth < best.worth || current.worth == best.worth && best.worth > 0 && current.ticks() > best.ticks()) {
      return;
    }
    Plan found = Plan.of(model.problem, current.orders());
    if (Plan.BY_WORTH.compare(found, plan) > 0) {
      plan = found;
      best.copy(current);
      lastGain = iterations;
      if (iterations > 0) {
        better.accept(plan);
      }
    }
  }
}
