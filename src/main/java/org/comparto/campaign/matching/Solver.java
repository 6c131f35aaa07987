package org.comparto.campaign.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds who goes where: takes some groups out of the assignment, puts them back one by one where they are best placed then, and keeps what came of it
 * if it is better, or by chance if it is a little worse (ruin and recreate: G. Schrimpf and others, 2000). Which groups are taken out is the heart of it: those
 * in the way of somebody who lacks a visit or has not what it prefers. Every state in between holds all hard limits.
 */
public final class Solver {

  private static final int CYCLE = 3000;
  private static final double WARMEST = 40;
  private static final double COLDEST = 0.4;
  private static final int BOUND_STEPS = 120;
  private static final int[] VISIT_PRICES = {50, 100, 200, 400, 800};

  private final Problem problem;
  private final Effort effort;
  private final BooleanSupplier stop;
  private final Consumer<Outcome> better;
  private final SplittableRandom random;
  private final State state;
  private final Options options;
  private final Ruin ruin;
  private final Relaxed points;
  private final List<Visit> locked;
  private final long end;
  private Bound bound;
  private Score best;
  private int[][] bestChosen;

  private Solver(Problem problem, List<Visit> begin, Effort effort, Consumer<Outcome> better, BooleanSupplier stop) {
    this.problem = problem;
    this.effort = effort;
    this.better = better;
    this.end = System.nanoTime() + effort.most().toNanos();
    this.stop = stop;
    this.random = new SplittableRandom(effort.seed());
    this.locked = begin.stream().filter(Visit::locked).toList();
    this.state = new State(problem, locked);
    this.options = new Options(problem);
    this.ruin = new Ruin(state, options, random);
    this.points = new Relaxed(problem, state, options.possible, 0, true);
    this.bound = Relaxed.none(problem, locked);
    begin(begin);
    this.best = state.score();
    this.bestChosen = state.copy();
  }

  /**
   * Searches until nothing better turns up, time is over or somebody wants it to stop.
   *
   * @param begin what to begin with: locked visits are kept whatever they break; of the others what holds the limits, and a search may move them
   * @param better gets every assignment that is better than all before, and once more whenever the bound became tighter
   */
  public static Outcome solve(Problem problem, List<Visit> begin, Effort effort, Consumer<Outcome> better, BooleanSupplier stop) {
    return new Solver(problem, begin, effort, better, stop).run();
  }

  /** What no assignment that keeps the locked visits can exceed, without searching for one. */
  public static Bound bound(Problem problem, List<Visit> visits) {
    List<Visit> locked = visits.stream().filter(Visit::locked).toList();
    State state = new State(problem, locked);
    int[][] possible = new Options(problem).possible;
    Score reached = Fairness.score(problem, visits);
    int most = whole(new Relaxed(problem, state, possible, 100, false).tighten(100.0 * reached.visits(), BOUND_STEPS, () -> false) / 100);
    int points = whole(new Relaxed(problem, state, possible, 0, true).tighten(reached.points(), 4 * BOUND_STEPS, () -> false));
    int ofAsMany = points;
    // that as many visits are served is one limit more, whose price every visit earns and all that are asked for cost together
    for (int price : VISIT_PRICES) {
      double cost = (double) price * reached.visits();
      ofAsMany = Math.min(ofAsMany, whole(new Relaxed(problem, state, possible, price, true).tighten(reached.points() + cost, 4 * BOUND_STEPS, () -> false) - cost));
    }
    return new Bound(most, points, ofAsMany);
  }

  private static int whole(double value) {
    return (int) Math.floor(value + 1e-6);
  }

  /** Takes over what was there as far as it holds the limits, and gives the rest a first place, those first who are hardest to place. */
  private void begin(List<Visit> begin) {
    Fit fit = new Fit(problem);
    int[][] wanted = new int[problem.groups().size()][0];
    begin.stream().filter(visit -> !visit.locked()).forEach(visit -> {
      int[] before = wanted[visit.group()];
      List<Integer> mine = new ArrayList<>();
      for (int slot : before) {
        mine.add(slot);
      }
      for (int slot : state.locked(visit.group())) {
        mine.add(slot);
      }
      if (before.length < state.open(visit.group()) && fit.violations(state.load, visit.group(), visit.slot(), mine).isEmpty()) {
        int[] after = java.util.Arrays.copyOf(before, before.length + 1);
        after[before.length] = visit.slot();
        wanted[visit.group()] = after;
        state.put(visit.group(), after);
      }
    });
    List<Integer> rest = new ArrayList<>();
    for (int group = 0; group < wanted.length; group++) {
      if (state.chosen(group).length < state.open(group)) {
        state.clear(group);
        rest.add(group);
      }
    }
    rest.sort(Comparator.comparingInt(group -> options.possible[group].length / problem.groups().get(group).visits()));
    rest.forEach(group -> state.put(group, options.best(state, group, random)));
  }

  private Outcome run() {
    tighten(BOUND_STEPS);
    tell(0);
    long step = 0;
    long lastBetter = 0;
    Score present = best;
    Outcome.End ended = null;
    for (; ended == null; step++) {
      double warmth = WARMEST * Math.pow(COLDEST / WARMEST, (double) (step % CYCLE) / CYCLE);
      if (step % CYCLE == 0 && step > 0) {
        state.restore(bestChosen);
        present = best;
        tighten(BOUND_STEPS / 3);
      }
      List<Change> changes = remake();
      Score made = state.score();
      if (made.guide() > present.guide() + warmth * Math.log(random.nextDouble())) {
        present = made;
        if (made.compareTo(best) > 0) {
          // only what counts for much keeps a search going once the bound is reached
          lastBetter = step;
          best = made;
          bestChosen = state.copy();
          tell(step);
        }
      } else {
        undo(changes);
      }
      ended = ended(step, lastBetter);
    }
    tighten(BOUND_STEPS);
    return outcome(step, ended);
  }

  private Outcome.@Nullable End ended(long step, long lastBetter) {
    long patience = bound.isReachedBy(best) ? effort.patience() / 5 : effort.patience();
    return step - lastBetter >= patience ? Outcome.End.CONVERGED
        : stop.getAsBoolean() ? Outcome.End.STOPPED
        : (step & 15) == 0 && System.nanoTime() > end ? Outcome.End.TIME : null;
  }

  private record Change(int group, int[] before) {}

  private List<Change> remake() {
    List<Integer> out = ruin.choose();
    List<Change> changes = new ArrayList<>(out.size());
    for (int group : out) {
      changes.add(new Change(group, state.chosen(group)));
      state.clear(group);
    }
    ruin.order(out);
    for (int group : out) {
      state.put(group, options.best(state, group, random));
    }
    return changes;
  }

  private void undo(List<Change> changes) {
    changes.forEach(change -> state.clear(change.group()));
    changes.forEach(change -> state.put(change.group(), change.before()));
  }

  private void tighten(int steps) {
    int before = bound.points();
    if (bound.points() > best.points()) {
      bound = bound.tighter(new Bound(Integer.MAX_VALUE, whole(points.tighten(best.points(), steps, this::isOver)), Integer.MAX_VALUE));
    }
    if (bound.visits() > best.visits()) {
      Relaxed visits = new Relaxed(problem, new State(problem, locked), options.possible, 100, false);
      bound = bound.tighter(new Bound(whole(visits.tighten(100.0 * best.visits(), steps, this::isOver) / 100), Integer.MAX_VALUE, Integer.MAX_VALUE));
    }
    if (bound.points() < before) {
      tell(0);
    }
  }

  private boolean isOver() {
    return stop.getAsBoolean() || System.nanoTime() > end;
  }

  private void tell(long step) {
    better.accept(outcome(step, Outcome.End.STOPPED));
  }

  private Outcome outcome(long step, Outcome.End ended) {
    State shown = new State(problem, locked);
    shown.restore(bestChosen);
    return new Outcome(shown.visits(), best, bound, step, ended);
  }
}
