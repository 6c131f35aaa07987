package org.comparto.campaign.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An assignment while it is searched: who is where, what is left, and what it is worth. Locked visits are never touched. */
final class State {

  private static final int[] NOTHING = {};

  final Problem problem;
  final Load load;
  /** Slots by group: the locked ones, then those that the search chose. */
  private final int[][] locked;
  private final int[][] chosen;
  private final int[] travel;
  private int visits;
  private int points;
  private long unfairness;
  private long roads;

  State(Problem problem, List<Visit> kept) {
    this.problem = problem;
    this.load = new Load(problem);
    int groups = problem.groups().size();
    locked = new int[groups][0];
    chosen = new int[groups][];
    Arrays.fill(chosen, NOTHING);
    travel = new int[groups];
    for (Visit visit : kept) {
      locked[visit.group()] = Arrays.copyOf(locked[visit.group()], locked[visit.group()].length + 1);
      locked[visit.group()][locked[visit.group()].length - 1] = visit.slot();
      count(visit.group(), visit.slot(), 1);
    }
    for (int group = 0; group < groups; group++) {
      travelled(group);
    }
  }

  int[] locked(int group) {
    return locked[group];
  }

  int[] chosen(int group) {
    return chosen[group];
  }

  /** Visits that are still to be found for a group of which nothing is chosen. */
  int open(int group) {
    return Math.max(0, problem.groups().get(group).visits() - locked[group].length);
  }

  int pointsOf(int group) {
    int sum = 0;
    for (int slot : locked[group]) {
      sum += worth(group, slot);
    }
    for (int slot : chosen[group]) {
      sum += worth(group, slot);
    }
    return sum;
  }

  int worth(int group, int slot) {
    return problem.groups().get(group).points()[problem.slots().get(slot).host()];
  }

  void put(int group, int[] slots) {
    for (int slot : chosen[group]) {
      count(group, slot, -1);
    }
    chosen[group] = slots;
    for (int slot : slots) {
      count(group, slot, 1);
    }
    travelled(group);
  }

  void clear(int group) {
    put(group, NOTHING);
  }

  private void count(int group, int slot, int sign) {
    int host = problem.slots().get(slot).host();
    long before = load.visits[host];
    load.take(group, slot, sign);
    long after = load.visits[host];
    visits += sign;
    points += sign * worth(group, slot);
    unfairness += after * after - before * before;
  }

  private void travelled(int group) {
    int[] all = Arrays.copyOf(locked[group], locked[group].length + chosen[group].length);
    System.arraycopy(chosen[group], 0, all, locked[group].length, chosen[group].length);
    int minutes = all.length == 0 ? 0 : problem.ways().minutes(problem, group, all, all.length);
    roads += minutes - travel[group];
    travel[group] = minutes;
  }

  Score score() {
    return new Score(visits, points, unfairness, roads);
  }

  int[][] copy() {
    return chosen.clone(); // its rows are never written to
  }

  void restore(int[][] from) {
    for (int group = 0; group < from.length; group++) {
      if (chosen[group] != from[group]) {
        clear(group);
      }
    }
    for (int group = 0; group < from.length; group++) {
      if (chosen[group] != from[group]) {
        put(group, from[group]);
      }
    }
  }

  List<Visit> visits() {
    List<Visit> all = new ArrayList<>();
    for (int group = 0; group < chosen.length; group++) {
      for (int slot : locked[group]) {
        all.add(new Visit(group, slot, true));
      }
      for (int slot : chosen[group]) {
        all.add(new Visit(group, slot, false));
      }
    }
    return all;
  }
}
