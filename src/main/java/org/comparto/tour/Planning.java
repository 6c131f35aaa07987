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

/**
 * Searches the itineraries of a question. Where every group makes every visit, groups are planned one after another, each without the times that the
 * ones before have taken; several orders of groups are tried, and the best is kept.
 */
final class Planning {

  /** @param shown by route, indexes of candidates @param setting in which they fit */
  record Shown(Setting setting, List<int[]> shown, long iterations, EndedBy endedBy) {}

  private final Setting setting;
  private final Question question;
  private final Consumer<Shown> better;
  private final BooleanSupplier stop;
  private final long end;

  Planning(Setting setting, Consumer<Shown> better, BooleanSupplier stop) {
    this.setting = setting;
    this.question = setting.question;
    this.better = better;
    this.stop = stop;
    end = System.nanoTime() + Duration.ofSeconds(question.seconds()).toNanos();
  }

  Shown run() {
    return completed(question.each() && question.groups().size() > 1 ? inTurn() : together());
  }

  private Shown together() {
    Problem problem = setting.problem();
    Outcome outcome = Solver.solve(problem, search(problem, left(), question.iterations()), plan -> better.accept(new Shown(setting, plan.routes(), 0, EndedBy.STOPPED)), stop);
    return new Shown(setting, outcome.plan().routes(), outcome.iterations(), outcome.endedBy());
  }

  private Shown inTurn() {
    List<List<Integer>> orders = Turns.orders(question.groups().size());
    Shown best = null;
    Plan worth = null;
    long iterations = 0;
    for (int i = 0; i < orders.size() && (best == null || !stop.getAsBoolean() && !left().isZero()); i++) {
      Shown found = inTurn(orders.get(i), orders.size() - i);
      iterations += found.iterations();
      Plan plan = Plan.of(found.setting().problem(), found.shown());
      if (best == null || Plan.BY_WORTH.compare(plan, worth) > 0) {
        EndedBy endedBy = best != null && best.endedBy() != EndedBy.CONVERGED ? best.endedBy() : found.endedBy();
        best = new Shown(found.setting(), found.shown(), iterations, endedBy);
        worth = plan;
        better.accept(best);
      } else {
        best = new Shown(best.setting(), best.shown(), iterations, found.endedBy() == EndedBy.CONVERGED ? best.endedBy() : found.endedBy());
      }
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
      Duration most = left().dividedBy((long) (order.size() - i) + (long) (ordersLeft - 1) * order.size());
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

  private Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
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
