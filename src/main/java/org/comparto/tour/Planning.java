package org.comparto.tour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.comparto.orienteering.EndedBy;
import org.comparto.orienteering.Outcome;
import org.comparto.orienteering.Plan;
import org.comparto.orienteering.Problem;
import org.comparto.orienteering.Search;
import org.comparto.orienteering.Solver;
import org.comparto.tour.Setting.Visited;
import org.jspecify.annotations.Nullable;

/**
 * Searches the itineraries of a question. Where every group makes every visit, groups are planned one after another, each without the times that the
 * ones before have taken; several orders of groups are tried, and the best is kept.
 */
final class Planning {

  /** @param shown by route, indexes of candidates @param setting in which they fit */
  record Shown(Setting setting, List<int[]> shown, long iterations, EndedBy endedBy) {}

  private final Setting setting;
  private final Question question;
  private final Deadline deadline;
  private final Consumer<Shown> better;
  private final BooleanSupplier stop;

  Planning(Setting setting, Deadline deadline, Consumer<Shown> better, BooleanSupplier stop) {
    this.setting = setting;
    this.question = setting.question;
    this.deadline = deadline;
    this.better = better;
    this.stop = stop;
  }

  Shown run() {
    return completed(question.each() && question.groups().size() > 1 ? inTurn() : together());
  }

  private Shown together() {
    Problem problem = setting.problem();
    Outcome outcome = Solver.solve(problem, search(problem, deadline.left(), question.iterations()), plan -> better.accept(new Shown(setting, plan.routes(), 0, EndedBy.STOPPED)), stop);
    return new Shown(setting, outcome.plan().routes(), outcome.iterations(), outcome.endedBy());
  }

  /** What was found in one order of groups. @param plan in the setting that it was found in, for comparing */
  private record Found(int rank, Shown shown, Plan plan) {

    boolean isBetter(@Nullable Found other) {
      int more = other == null ? 1 : Plan.BY_WORTH.compare(plan, other.plan);
      return more > 0 || more == 0 && rank < other.rank;
    }
  }

  /** Orders do not depend on each other, so that two are tried at a time. */
  private Shown inTurn() {
    List<List<Integer>> orders = Turns.orders(question.groups().size());
    List<Found> all = new ArrayList<>();
    Together.run(orders.size(), i -> {
      if (i > 0 && (stop.getAsBoolean() || deadline.isOver())) {
        return;
      }
      Shown shown = inTurn(orders.get(i), (orders.size() - i + 1) / 2);
      Found found = new Found(i, shown, Plan.of(shown.setting().problem(), shown.shown()));
      synchronized (all) {
        if (found.isBetter(best(all))) {
          better.accept(shown);
        }
        all.add(found);
      }
    });
    Shown best = best(all).shown();
    long iterations = all.stream().mapToLong(one -> one.shown().iterations()).sum();
    EndedBy endedBy = all.size() < orders.size() ? stop.getAsBoolean() ? EndedBy.STOPPED : EndedBy.TIME
        : all.stream().map(one -> one.shown().endedBy()).filter(one -> one != EndedBy.CONVERGED).findFirst().orElse(EndedBy.CONVERGED);
    return new Shown(best.setting(), best.shown(), iterations, endedBy);
  }

  private static @Nullable Found best(List<Found> all) {
    Found best = null;
    for (Found one : all) {
      best = one.isBetter(best) ? one : best;
    }
    return best;
  }

  private Shown inTurn(List<Integer> order, int ordersLeft) {
    List<int[]> shown = new ArrayList<>();
    IntStream.range(0, setting.routeCount()).forEach(route -> shown.add(new int[0]));
    List<Visited> visited = new ArrayList<>();
    long iterations = 0;
    long perOrder = Math.max(1, question.iterations() / Turns.orders(question.groups().size()).size());
    EndedBy endedBy = EndedBy.CONVERGED;
    for (int i = 0; i < order.size(); i++) {
      int group = order.get(i);
      Setting now = setting.with(List.copyOf(visited));
      Problem problem = now.only(group);
      Duration most = deadline.left().dividedBy((long) (order.size() - i) + (long) (ordersLeft - 1) * order.size());
      Outcome outcome = Solver.solve(problem, search(problem, most, perOrder), plan -> { }, stop);
      iterations += outcome.iterations();
      endedBy = outcome.endedBy() == EndedBy.CONVERGED ? endedBy : outcome.endedBy();
      for (int route = 0; route < now.routeCount(); route++) {
        if (now.group(route) == group) {
          shown.set(route, outcome.plan().routes().get(route));
          visited.addAll(Turns.visits(now, problem, route, shown.get(route)));
        }
      }
    }
    return new Shown(setting.with(List.copyOf(visited)), shown, iterations, endedBy);
  }

  private Search search(Problem problem, Duration most, long iterations) {
    List<int[]> begin = begin();
    return new Search(question.seed(), iterations, most, begin.isEmpty() ? null : Plan.of(problem, begin));
  }

  /** The order that was given; empty if none was. */
  private List<int[]> begin() {
    if (question.order().isEmpty()) {
      return List.of();
    }
    List<int[]> begin = new ArrayList<>();
    IntStream.range(0, setting.routeCount()).forEach(route -> begin.add(new int[0]));
    for (Question.Ordered ordered : question.order()) {
      int route = setting.route(ordered.group(), ordered.date());
      begin.set(route, ordered.stops().stream().mapToInt(stop -> setting.candidate(stop.id(), route)).toArray());
    }
    return begin;
  }

  /** What a search that was ended early has left out although it fits is put in, so that every reason that is told is one. */
  private static Shown completed(Shown found) {
    Setting setting = found.setting();
    List<int[]> shown = new ArrayList<>(found.shown());
    for (int index = 0; index < setting.candidates.size(); index++) {
      int missing = index;
      for (int route = 0; route < shown.size() && shown.stream().noneMatch(order -> IntStream.of(order).anyMatch(one -> one == missing)); route++) {
        Scene.Fit fit = setting.terms(index, route).bars().isEmpty() ? Scene.of(setting, route, shown.get(route), index).fit() : null;
        if (fit != null) {
          shown.set(route, Scene.with(shown.get(route), index, fit.position()));
          setting = Turns.known(setting, shown);
        }
      }
    }
    return new Shown(setting, shown, found.iterations(), found.endedBy());
  }
}
