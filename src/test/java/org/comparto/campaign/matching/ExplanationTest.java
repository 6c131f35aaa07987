package org.comparto.campaign.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said to help does: applied, one visit more fits and nobody else moves; for quantities half of it does not. */
class ExplanationTest {

  @Test
  void everyRelaxationMakesOneVisitMoreFitAndHalfOfItDoesNot() {
    int relaxations = 0;
    Set<Limit> seen = new HashSet<>();
    for (int seed = 0; seed < 40; seed++) {
      Problem problem = Contested.of(14, 5, 2, 3, seed);
      List<Visit> visits = Solver.solve(problem, List.of(), new Effort(1, 300, Duration.ofMinutes(1)), better -> { }, () -> false).visits();
      for (Unserved unserved : new Explanation(problem, visits).unserved()) {
        for (Relaxation relaxation : unserved.relaxations()) {
          Visit more = new Visit(unserved.group(), relaxation.slot(), false);
          assertThat(fits(problem, visits, more)).isFalse();
          assertThat(fits(relaxed(problem, relaxation, unserved.group(), relaxation.quantity()), visits, more)).as("%s", relaxation).isTrue();
          if (isQuantity(relaxation.limit())) {
            assertThat(fits(relaxed(problem, relaxation, unserved.group(), relaxation.quantity() / 2), visits, more)).as("half of %s", relaxation).isFalse();
          }
          relaxations++;
          seen.add(relaxation.limit());
        }
        assertThat(unserved.relaxations()).isSorted();
        if (unserved.insteadOf() != null) {
          List<Visit> without = new ArrayList<>(visits);
          without.remove(unserved.insteadOf());
          int host = problem.slots().get(unserved.insteadOf().slot()).host();
          assertThat(anySlot(problem, without, unserved.group(), host)).isTrue();
          assertThat(anySlot(problem, visits, unserved.group(), host)).isFalse();
        }
        Problem given = problem;
        for (Relaxation relaxation : unserved.together()) {
          assertThat(fits(given, visits, new Visit(unserved.group(), relaxation.slot(), false))).isFalse();
          given = relaxed(given, relaxation, unserved.group(), relaxation.quantity());
        }
        assertThat(unserved.together().isEmpty() || fits(given, visits, new Visit(unserved.group(), unserved.together().get(0).slot(), false))).isTrue();
        if (unserved.free() == null && unserved.relaxations().isEmpty()) {
          assertThat(unserved.limits()).isNotEmpty();
        }
      }
    }
    assertThat(relaxations).isGreaterThan(150);
    assertThat(seen).contains(Limit.SEATS, Limit.GROUPS, Limit.HOST_DAY, Limit.HOST_TOTAL, Limit.DISTANCE, Limit.DAY, Limit.BACK, Limit.LANGUAGE, Limit.LEVEL, Limit.AGE,
        Limit.WHEELCHAIR, Limit.SECOND_DAY);
  }

  @Test
  void whatIsPutSomewhereByForceShowsWhatItBreaks() {
    for (int seed = 0; seed < 20; seed++) {
      Problem problem = Contested.of(8, 4, 2, 3, seed);
      for (int slot = 0; slot < problem.slots().size(); slot++) {
        Visit forced = new Visit(seed % 8, slot, true);
        List<Violation> shown = new Explanation(problem, List.of(forced)).violations(forced);
        assertThat(shown.isEmpty()).isEqualTo(Checker.broken(problem, List.of(forced)).isEmpty());
      }
    }
  }

  @Test
  void preferencesThatWereNotMetSayWhoIsThere() {
    Problem problem = Contested.of(20, 5, 2, 3, 11);
    List<Visit> visits = Solver.solve(problem, List.of(), new Effort(1, 2000, Duration.ofMinutes(1)), better -> { }, () -> false).visits();
    List<Wish> wishes = new Explanation(problem, visits).wishes();

    assertThat(wishes).isNotEmpty().allSatisfy(wish -> {
      assertThat(problem.groups().get(wish.group()).points()[wish.host()]).isPositive();
      assertThat(problem.slots().get(wish.slot()).host()).isEqualTo(wish.host());
      assertThat(visits).noneMatch(visit -> visit.group() == wish.group() && problem.slots().get(visit.slot()).host() == wish.host());
      wish.by().forEach(other -> assertThat(visits).anyMatch(visit -> visit.group() == other && problem.slots().get(visit.slot()).host() == wish.host()));
    });
  }

  private static boolean isQuantity(Limit limit) {
    return Set.of(Limit.SEATS, Limit.DISTANCE, Limit.LEAVES, Limit.BACK, Limit.COACH_SEATS, Limit.AGE, Limit.GROUPS, Limit.HOST_DAY, Limit.HOST_TOTAL).contains(limit);
  }

  private static boolean anySlot(Problem problem, List<Visit> visits, int group, int host) {
    for (int slot = 0; slot < problem.slots().size(); slot++) {
      if (problem.slots().get(slot).host() == host && fits(problem, visits, new Visit(group, slot, false))) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(Problem problem, List<Visit> visits, Visit more) {
    List<Visit> all = new ArrayList<>(visits);
    all.add(more);
    return Checker.broken(problem, all).isEmpty();
  }

  /** The campaign in which somebody gave way by as much. */
  private static Problem relaxed(Problem p, Relaxation relaxation, int group, int by) {
    List<Host> hosts = new ArrayList<>(p.hosts());
    List<Slot> slots = new ArrayList<>(p.slots());
    List<Group> groups = new ArrayList<>(p.groups());
    Rules rules = p.rules();
    Slot s = slots.get(relaxation.slot());
    Host h = hosts.get(s.host());
    Group g = groups.get(group);
    int leaves = g.leaves();
    int back = g.back();
    int metres = g.mostMetres();
    boolean[] days = g.days().clone();
    switch (relaxation.limit()) {
      case SEATS -> slots.set(relaxation.slot(), new Slot(s.host(), s.day(), s.from(), s.to(), s.seats() + by, s.groups()));
      case GROUPS -> slots.set(relaxation.slot(), new Slot(s.host(), s.day(), s.from(), s.to(), s.seats(), s.groups() + by));
      case HOST_DAY -> hosts.set(s.host(), new Host(h.levels(), h.ageFrom(), h.ageTo(), h.languages(), h.wheelchair(), h.mostPerDay() + by, h.mostInAll()));
      case HOST_TOTAL -> hosts.set(s.host(), new Host(h.levels(), h.ageFrom(), h.ageTo(), h.languages(), h.wheelchair(), h.mostPerDay(), h.mostInAll() + by));
      case LANGUAGE -> hosts.set(s.host(), new Host(h.levels(), h.ageFrom(), h.ageTo(), Set.of(), h.wheelchair(), h.mostPerDay(), h.mostInAll()));
      case LEVEL -> hosts.set(s.host(), new Host(Set.of(), h.ageFrom(), h.ageTo(), h.languages(), h.wheelchair(), h.mostPerDay(), h.mostInAll()));
      case AGE -> hosts.set(s.host(), new Host(h.levels(), g.age() < h.ageFrom() ? h.ageFrom() - by : h.ageFrom(), g.age() > h.ageTo() ? h.ageTo() + by : h.ageTo(),
          h.languages(), h.wheelchair(), h.mostPerDay(), h.mostInAll()));
      case WHEELCHAIR -> hosts.set(s.host(), new Host(h.levels(), h.ageFrom(), h.ageTo(), h.languages(), true, h.mostPerDay(), h.mostInAll()));
      case COACH_SEATS -> rules = new Rules(rules.coachSeats() + by, rules.second(), rules.minutesBetween());
      case SECOND_DAY -> rules = new Rules(rules.coachSeats(), Rules.Second.ANY_DAY, rules.minutesBetween());
      case LEAVES -> leaves -= by;
      case BACK -> back += by;
      case DISTANCE -> metres += by;
      case DAY -> days[s.day()] = true;
      default -> throw new AssertionError(relaxation.limit());
    }
    groups.set(group, new Group(g.people(), g.visits(), days, leaves, back, metres, g.level(), g.age(), g.languages(), g.wheelchair(), g.points()));
    return new Problem(hosts, slots, groups, p.days(), rules, p.ways());
  }
}
