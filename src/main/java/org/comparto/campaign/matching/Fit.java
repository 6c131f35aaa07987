package org.comparto.campaign.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The hard limits, all of them in one place: what stands between a group and a slot. */
final class Fit {

  private final Problem problem;

  Fit(Problem problem) {
    this.problem = problem;
  }

  /** Whether the group could be there if it were alone. */
  boolean alone(int group, int slot) {
    return own(group, slot).isEmpty();
  }

  /** What would be broken if the group came as well. @param mine its other slots */
  List<Violation> violations(Load load, int group, int slot, List<Integer> mine) {
    List<Violation> found = own(group, slot);
    capacity(found, load, group, slot);
    for (int other : mine) {
      found.addAll(together(group, slot, other));
    }
    return found;
  }

  /** What has to do with nobody else. */
  List<Violation> own(int group, int slot) {
    List<Violation> found = new ArrayList<>(4);
    Group who = problem.groups().get(group);
    Slot when = problem.slots().get(slot);
    Host host = problem.hosts().get(when.host());
    int there = problem.ways().there()[group][when.host()];
    int back = problem.ways().back()[group][when.host()];
    is(found, Limit.LEVEL, who.level() != null && !host.levels().isEmpty() && !host.levels().contains(who.level()));
    over(found, Limit.AGE, who.age() == 0 ? 0 : Math.max(host.ageFrom() - who.age(), who.age() - host.ageTo()));
    is(found, Limit.LANGUAGE, !who.languages().isEmpty() && !host.languages().isEmpty() && Collections.disjoint(who.languages(), host.languages()));
    is(found, Limit.WHEELCHAIR, who.wheelchair() && !host.wheelchair());
    is(found, Limit.DAY, !who.days()[when.day()]);
    over(found, Limit.COACH_SEATS, who.people() - problem.rules().coachSeats());
    if (there >= Ways.NONE || back >= Ways.NONE) {
      is(found, Limit.NO_ROAD, true);
    } else {
      over(found, Limit.DISTANCE, problem.ways().metres()[group][when.host()] - who.mostMetres());
      over(found, Limit.LEAVES, who.leaves() + there - when.from());
      over(found, Limit.BACK, when.to() + back - who.back());
    }
    return found;
  }

  private void capacity(List<Violation> found, Load load, int group, int slot) {
    Slot when = problem.slots().get(slot);
    over(found, Limit.SEATS, problem.groups().get(group).people() - load.seatsLeft[slot]);
    over(found, Limit.GROUPS, 1 - load.groupsLeft[slot]);
    over(found, Limit.HOST_DAY, 1 - load.dayLeft[when.host()][when.day()]);
    over(found, Limit.HOST_TOTAL, 1 - load.allLeft[when.host()]);
  }

  /** What is broken between two visits of one group. */
  List<Violation> together(int group, int one, int other) {
    List<Violation> found = new ArrayList<>(2);
    Slot a = problem.slots().get(one);
    Slot b = problem.slots().get(other);
    is(found, Limit.SAME_HOST, a.host() == b.host());
    boolean sameDay = a.day() == b.day();
    is(found, Limit.SECOND_DAY, sameDay ? problem.rules().second() == Rules.Second.OTHER_DAY : problem.rules().second() == Rules.Second.SAME_DAY);
    is(found, Limit.BETWEEN, sameDay && a.host() != b.host() && !reaches(a, b) && !reaches(b, a));
    return found;
  }

  /** The same without making lists, for searches. */
  boolean goTogether(Slot a, Slot b) {
    if (a.host() == b.host()) {
      return false;
    }
    return a.day() != b.day() ? problem.rules().second() != Rules.Second.SAME_DAY
        : problem.rules().second() != Rules.Second.OTHER_DAY && (reaches(a, b) || reaches(b, a));
  }

  private boolean reaches(Slot a, Slot b) {
    int way = problem.ways().between()[a.host()][b.host()];
    return way < Ways.NONE && a.to() + way + problem.rules().minutesBetween() <= b.from();
  }

  private static void is(List<Violation> found, Limit limit, boolean broken) {
    over(found, limit, broken ? 1 : 0);
  }

  private static void over(List<Violation> found, Limit limit, int quantity) {
    if (quantity > 0) {
      found.add(new Violation(limit, quantity));
    }
  }
}
