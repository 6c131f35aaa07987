package org.comparto.campaign.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who goes where: judged by a checker that knows nothing of the solver, by trying everything, and by what was planted. */
class SolverTest {

  private static final Effort EFFORT = new Effort(1, 4_000, Duration.ofMinutes(2));

  @ParameterizedTest
  @EnumSource(Planted.Kind.class)
  void everybodyGetsWhatWasPlantedForThem(Planted.Kind kind) {
    for (int seed = 1; seed <= 2; seed++) {
      Planted planted = Planted.of(kind, 40, 20, 5, seed);
      assertThat(Checker.broken(planted.problem(), planted.perfect())).isEmpty();

      Outcome outcome = solve(planted.problem());

      assertThat(Checker.broken(planted.problem(), outcome.visits())).isEmpty();
      assertThat(outcome.visits()).hasSizeGreaterThanOrEqualTo((int) Math.ceil(0.98 * planted.problem().wanted()));
      assertThat(Checker.points(planted.problem(), outcome.visits())).isGreaterThanOrEqualTo((int) (0.98 * planted.problem().bestPoints()));
      assertThat(outcome.bound().points()).isGreaterThanOrEqualTo(planted.problem().bestPoints());
      assertThat(outcome.bound().visits()).isGreaterThanOrEqualTo(planted.problem().wanted());
    }
  }

  @Test
  void tinyCampaignsAreSolvedAsWellAsByTryingEverythingAndNeverBeatTheBound() {
    for (int seed = 0; seed < 60; seed++) {
      Problem problem = Contested.of(4, 3, 2, 2, seed);
      BruteForce everything = BruteForce.of(problem);

      Outcome outcome = solve(problem);

      assertThat(Checker.broken(problem, outcome.visits())).isEmpty();
      assertThat(outcome.score().visits()).as("seed %d", seed).isEqualTo(outcome.visits().size()).isEqualTo(everything.mostVisits);
      assertThat(outcome.score().points()).as("seed %d", seed).isEqualTo(Checker.points(problem, outcome.visits())).isEqualTo(everything.pointsOfThose);
      for (Bound bound : List.of(outcome.bound(), Solver.bound(problem, List.of()))) {
        assertThat(bound.visits()).as("seed %d", seed).isGreaterThanOrEqualTo(everything.mostVisits);
        assertThat(bound.points()).as("seed %d", seed).isGreaterThanOrEqualTo(everything.mostPoints);
      }
      assertThat(Solver.bound(problem, outcome.visits()).pointsOfAsMany()).as("seed %d", seed).isGreaterThanOrEqualTo(everything.pointsOfThose);
    }
  }

  @Test
  void everyAssignmentOnTheWayHoldsAllLimitsAndIsBetterThanTheOneBefore() {
    Problem problem = Contested.of(40, 12, 3, 8, 7);
    List<Outcome> shown = new ArrayList<>();
    Solver.solve(problem, List.of(), EFFORT, shown::add, () -> false);

    assertThat(shown).hasSizeGreaterThan(2).allSatisfy(one -> assertThat(Checker.broken(problem, one.visits())).isEmpty());
    assertThat(shown).isSortedAccordingTo((a, b) -> a.score().compareTo(b.score()));
    assertThat(shown).allSatisfy(one -> assertThat(one.bound().points()).isGreaterThanOrEqualTo(shown.get(shown.size() - 1).score().points()));
  }

  @Test
  void theSameSeedFindsTheSameAndAnotherMayNot() {
    Problem problem = Contested.of(30, 10, 3, 6, 3);
    assertThat(solve(problem).visits()).isEqualTo(solve(problem).visits());
    assertThat(solve(problem).iterations()).isEqualTo(solve(problem).iterations());
  }

  @Test
  void whatSomebodyHasLockedStaysEvenWhereItBreaksALimit() {
    Problem problem = Contested.of(30, 10, 3, 6, 3);
    List<Visit> begin = new ArrayList<>(solve(problem).visits());
    Visit moved = begin.remove(0);
    int elsewhere = (moved.slot() + 7) % problem.slots().size();
    begin.removeIf(visit -> visit.group() == moved.group());
    begin.add(new Visit(moved.group(), elsewhere, true));

    Outcome outcome = Solver.solve(problem, begin, EFFORT, better -> { }, () -> false);

    assertThat(outcome.visits()).contains(new Visit(moved.group(), elsewhere, true));
    List<Visit> others = outcome.visits().stream().filter(visit -> !visit.locked()).toList();
    assertThat(Checker.broken(problem, others)).isEmpty();
    // beside what the locked visit breaks by itself, nothing is broken
    List<String> alone = Checker.broken(problem, List.of(new Visit(moved.group(), elsewhere, true)));
    assertThat(Checker.broken(problem, outcome.visits())).hasSameSizeAs(alone);
  }

  @Test
  void stoppedItKeepsTheBestSoFar() {
    Problem problem = Contested.of(30, 10, 3, 6, 3);
    int[] asked = {0};
    Outcome outcome = Solver.solve(problem, List.of(), new Effort(1, Long.MAX_VALUE, Duration.ofMinutes(2)), better -> { }, () -> ++asked[0] > 600);

    assertThat(outcome.endedBy()).isEqualTo(Outcome.End.STOPPED);
    assertThat(Checker.broken(problem, outcome.visits())).isEmpty();
    assertThat(outcome.visits()).isNotEmpty();
  }

  @Test
  void hostsShareTheGroupsEvenlyWhereNothingElseCounts() {
    List<Host> hosts = new ArrayList<>();
    List<Slot> slots = new ArrayList<>();
    for (int host = 0; host < 4; host++) {
      hosts.add(new Host(java.util.Set.of(), 0, Problem.ANY, java.util.Set.of(), true, Problem.ANY, Problem.ANY));
      for (int i = 0; i < 6; i++) {
        slots.add(new Slot(host, i % 2, 480 + 60 * i, 530 + 60 * i, 30, 1));
      }
    }
    List<Group> groups = new ArrayList<>();
    for (int group = 0; group < 12; group++) {
      groups.add(new Group(20, 1, new boolean[] {true, true}, 0, 1440, Problem.ANY, null, 0, java.util.Set.of(), false, new int[4]));
    }
    // the first host is by far the nearest
    int[][] there = new int[12][];
    java.util.Arrays.setAll(there, i -> new int[] {1, 40, 50, 60});
    Problem problem = new Problem(hosts, slots, groups, 2, new Rules(54, Rules.Second.ANY_DAY, 10), new Ways(there, there, there, new int[4][4]));

    Fairness fairness = Fairness.of(problem, solve(problem).visits());

    assertThat(fairness).isEqualTo(new Fairness(3, 3, 3, 0, 1));
  }

  private static Outcome solve(Problem problem) {
    return Solver.solve(problem, List.of(), EFFORT, better -> { }, () -> false);
  }
}
