package org.comparto.campaign.matching;

import java.util.Collection;

/** What is taken of slots and hosts. */
final class Load {

  private final Problem problem;
  final int[] seatsLeft;
  final int[] groupsLeft;
  final int[][] dayLeft;
  final int[] allLeft;
  /** Groups by host. */
  final int[] visits;

  Load(Problem problem) {
    this.problem = problem;
    seatsLeft = problem.slots().stream().mapToInt(Slot::seats).toArray();
    groupsLeft = problem.slots().stream().mapToInt(Slot::groups).toArray();
    allLeft = problem.hosts().stream().mapToInt(Host::mostInAll).toArray();
    dayLeft = new int[problem.hosts().size()][problem.days()];
    for (int host = 0; host < dayLeft.length; host++) {
      java.util.Arrays.fill(dayLeft[host], problem.hosts().get(host).mostPerDay());
    }
    visits = new int[problem.hosts().size()];
  }

  static Load of(Problem problem, Collection<Visit> visits) {
    Load load = new Load(problem);
    visits.forEach(visit -> load.take(visit.group(), visit.slot(), 1));
    return load;
  }

  /** @param sign 1 to take, -1 to give back */
  void take(int group, int slot, int sign) {
    Slot taken = problem.slots().get(slot);
    seatsLeft[slot] -= sign * problem.groups().get(group).people();
    groupsLeft[slot] -= sign;
    dayLeft[taken.host()][taken.day()] -= sign;
    allLeft[taken.host()] -= sign;
    visits[taken.host()] += sign;
  }

  boolean hasRoom(int people, int slot, Slot of) {
    return seatsLeft[slot] >= people && groupsLeft[slot] > 0 && dayLeft[of.host()][of.day()] > 0 && allLeft[of.host()] > 0;
  }
}
