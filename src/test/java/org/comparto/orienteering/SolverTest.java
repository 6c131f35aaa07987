package org.comparto.orienteering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the search finds, against trying everything on problems that are small enough, and that nothing it finds breaks a rule on larger ones. */
class SolverTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @Test
  void findsWhatTryingEverythingFinds() {
    int musts = 0;
    for (int seed = 0; seed < 120; seed++) {
      int routes = 1 + seed % 3;
      Problem problem = RandomProblem.of(seed, 5, routes);
      Plan plan = solve(problem, seed, 2_000).plan();

      assertSound(problem, plan, "problem " + seed);
      assertThat(new long[] {plan.musts(), plan.score()}).as("musts and score of problem %d", seed).isEqualTo(tryEverything(problem));
      musts += plan.musts();
    }
    assertThat(musts).isPositive();
  }

  @Test
  void neverFindsWhatDoesNotFit() {
    for (int seed = 0; seed < 24; seed++) {
      Problem problem = RandomProblem.of(1_000 + seed, 20, 1 + seed % 4);
      String about = "problem " + seed;
      List<Plan> better = new ArrayList<>();
      Outcome outcome = Solver.solve(problem, new Search(seed, 200, LONG, null), better::add, () -> false);

      better.forEach(plan -> assertSound(problem, plan, about));
      assertThat(better).as(about).isSortedAccordingTo(Plan.BY_WORTH).last().isSameAs(outcome.plan());
    }
  }

  @Test
  void findsTheSameAgain() {
    Problem problem = RandomProblem.of(5, 40, 3);
    Outcome once = solve(problem, 17, 500);
    Outcome again = solve(problem, 17, 500);

    assertThat(again.iterations()).isEqualTo(once.iterations());
    assertThat(again.endedBy()).isEqualTo(EndedBy.CONVERGED);
    assertThat(again.plan().routes()).usingElementComparator(java.util.Arrays::compare).isEqualTo(once.plan().routes());
  }

  @Test
  void beginsWithAPlanAndIsNeverWorse() {
    Problem problem = RandomProblem.of(8, 40, 2);
    Plan good = solve(problem, 1, 1_000).plan();
    List<Plan> better = new ArrayList<>();
    Solver.solve(problem, new Search(2, 0, LONG, good), better::add, () -> false);

    assertThat(Plan.BY_WORTH.compare(better.get(0), good)).isNotNegative();
  }

  @Test
  void keepsOfABadBeginningWhatFits() {
    Problem problem = RandomProblem.of(8, 30, 2);
    Plan nonsense = new Plan(List.of(IntStream.range(0, 30).toArray(), IntStream.range(0, 30).toArray()), 0, 0, 0, 0);

    assertSound(problem, Solver.solve(problem, new Search(2, 10, LONG, nonsense), plan -> { }, () -> false).plan(), "begun with nonsense");
  }

  @Test
  void stopsWhenItIsToldTo() {
    assertThat(Solver.solve(RandomProblem.of(3, 30, 2), new Search(1, Long.MAX_VALUE, LONG, null), plan -> { }, () -> true).endedBy()).isEqualTo(EndedBy.STOPPED);
    assertThat(Solver.solve(RandomProblem.of(3, 30, 2), new Search(1, Long.MAX_VALUE, Duration.ZERO, null), plan -> { }, () -> false).endedBy()).isEqualTo(EndedBy.TIME);
  }

  @Test
  void plansNothingWhereThereIsNothing() {
    Problem nobody = new Problem(List.of(), List.of(), List.<int[][]>of(new int[1][1]));
    Problem nowhere = new Problem(List.of(new Route(0, 0, 0, 9, 0, null)), List.of(), List.<int[][]>of(new int[1][1]));

    assertThat(solve(nobody, 1, 10).plan().routes()).isEmpty();
    assertThat(solve(nowhere, 1, 10).plan()).usingRecursiveComparison().isEqualTo(Plan.empty(nowhere));
  }

  private static Outcome solve(Problem problem, long seed, long iterations) {
    return Solver.solve(problem, new Search(seed, iterations, LONG, null), plan -> { }, () -> false);
  }

  private static void assertSound(Problem problem, Plan plan, String about) {
    Set<Integer> seen = new HashSet<>();
    for (int route = 0; route < problem.routes().size(); route++) {
      int[] order = plan.routes().get(route);
      for (int stop : order) {
        assertThat(seen.add(stop)).as("%s visits %d once", about, stop).isTrue();
      }
      assertThat(StepByStep.arrives(problem, route, order)).as("%s: route %d is at its end", about, route).isLessThanOrEqualTo(problem.routes().get(route).latest());
      assertThat(keepsOrder(problem, order)).as("%s: orders of route %d", about, route).isTrue();
    }
    assertThat(plan.score()).as(about).isEqualTo(seen.stream().mapToLong(stop -> problem.stops().get(stop).score()).sum());
    assertThat(plan.musts()).as(about).isEqualTo((int) seen.stream().filter(stop -> problem.stops().get(stop).must()).count());
  }

  private static boolean keepsOrder(Problem problem, int[] order) {
    List<Integer> list = IntStream.of(order).boxed().toList();
    return problem.follows().stream().noneMatch(pair -> list.contains(pair.first()) && list.contains(pair.second()) && list.indexOf(pair.first()) > list.indexOf(pair.second()));
  }

  /** Musts and score of the best of all plans there are. */
  private static long[] tryEverything(Problem problem) {
    int sets = 1 << problem.stops().size();
    boolean[] reached = new boolean[sets];
    reached[0] = true;
    for (int route = 0; route < problem.routes().size(); route++) {
      boolean[] alone = new boolean[sets];
      tryOrders(problem, route, new int[0], 0, alone);
      boolean[] together = reached.clone();
      for (int one = 0; one < sets; one++) {
        for (int other = 0; other < sets; other++) {
          together[one | other] |= reached[one] && alone[other] && (one & other) == 0;
        }
      }
      reached = together;
    }
    long[] best = {0, 0};
    for (int set = 0; set < sets; set++) {
      long[] value = {0, 0};
      for (int stop = 0; stop < problem.stops().size(); stop++) {
        if ((set >> stop & 1) == 1) {
          value[0] += problem.stops().get(stop).must() ? 1 : 0;
          value[1] += problem.stops().get(stop).score();
        }
      }
      best = reached[set] && java.util.Arrays.compare(value, best) > 0 ? value : best;
    }
    return best;
  }

  private static void tryOrders(Problem problem, int route, int[] order, int set, boolean[] visited) {
    if (StepByStep.arrives(problem, route, order) == StepByStep.CANNOT || !keepsOrder(problem, order)) {
      return; // nor does it with more behind it, since no way is longer than going round
    }
    visited[set] = true;
    for (int stop = 0; stop < problem.stops().size(); stop++) {
      if ((set >> stop & 1) == 0) {
        int[] longer = java.util.Arrays.copyOf(order, order.length + 1);
        longer[order.length] = stop;
        tryOrders(problem, route, longer, set | 1 << stop, visited);
      }
    }
  }
}
