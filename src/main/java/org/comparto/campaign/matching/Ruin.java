package org.comparto.campaign.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Chooses which groups a step takes out of the assignment, and in what order they are put back. */
final class Ruin {

  private final Problem problem;
  private final State state;
  private final Options options;
  private final SplittableRandom random;
  private final int[] best;
  /** Groups that the search may move. */
  private final int[] movable;
  /** For whom room is made; -1 for nobody. */
  private int favoured = -1;

  Ruin(State state, Options options, SplittableRandom random) {
    this.problem = state.problem;
    this.state = state;
    this.options = options;
    this.random = random;
    best = problem.groups().stream().mapToInt(Group::bestPoints).toArray();
    movable = java.util.stream.IntStream.range(0, best.length).filter(group -> state.open(group) > 0).toArray();
  }

  List<Integer> choose() {
    favoured = -1;
    if (movable.length == 0) {
      return List.of();
    }
    Set<Integer> out = new LinkedHashSet<>();
    int kind = random.nextInt(10);
    int unhappy = kind < 7 ? unhappy() : -1;
    if (unhappy >= 0) {
      favoured = unhappy;
      out.add(unhappy);
      makeRoom(out, unhappy);
    } else if (kind < 9) {
      atHost(out, problem.slots().get(aSlotOf(aGroup())).host(), 2 + random.nextInt(5));
    }
    int more = random.nextInt(kind == 9 ? 12 : 3) + (out.isEmpty() ? 2 : 0);
    for (int i = 0; i < more; i++) {
      out.add(aGroup());
    }
    return new ArrayList<>(out);
  }

  /** Whoever room was made for comes first, mostly; the others by chance, or those who are hardest to place first. */
  void order(List<Integer> out) {
    for (int i = out.size() - 1; i > 0; i--) {
      Collections.swap(out, i, random.nextInt(i + 1));
    }
    switch (random.nextInt(4)) {
      case 0 -> out.sort(Comparator.comparingInt(group -> -problem.groups().get(group).people()));
      case 1 -> out.sort(Comparator.comparingInt(group -> options.possible[group].length));
      default -> { }
    }
    if (favoured >= 0 && random.nextInt(8) > 0) {
      out.remove(Integer.valueOf(favoured));
      out.add(0, favoured);
    }
  }

  private int aGroup() {
    return movable[random.nextInt(movable.length)];
  }

  /** Somebody who lacks a visit first, else who has less than it prefers; -1 if there is nobody. */
  private int unhappy() {
    int lacking = 0;
    int wishing = 0;
    int first = -1;
    int second = -1;
    for (int group : movable) {
      if (state.chosen(group).length < state.open(group) && options.possible[group].length > 0) {
        first = random.nextInt(++lacking) == 0 ? group : first;
      } else if (state.pointsOf(group) < best[group]) {
        second = random.nextInt(++wishing) == 0 ? group : second;
      }
    }
    return first >= 0 && (second < 0 || random.nextInt(3) > 0) ? first : second;
  }

  /** Takes others out of one or two slots in which this group would rather be, and out of their hosts' days. */
  private void makeRoom(Set<Integer> out, int group) {
    if (options.possible[group].length == 0) {
      return;
    }
    for (int i = random.nextInt(2); i < 2; i++) {
      int slot = aSlotOf(group);
      int missing = problem.groups().get(group).people() - state.load.seatsLeft[slot];
      List<Integer> there = new ArrayList<>();
      List<Integer> thatDay = new ArrayList<>();
      Slot at = problem.slots().get(slot);
      for (int other : movable) {
        for (int taken : state.chosen(other)) {
          Slot its = problem.slots().get(taken);
          if (taken == slot) {
            there.add(other);
          } else if (its.host() == at.host() && (its.day() == at.day() || state.load.allLeft[at.host()] <= 0)) {
            thatDay.add(other);
          }
        }
      }
      boolean needsRoom = missing > 0 || state.load.groupsLeft[slot] <= 0;
      if (needsRoom && !there.isEmpty()) {
        if (random.nextInt(3) == 0) {
          out.addAll(there);
        } else {
          takeSome(out, there, missing);
        }
      } else if (!thatDay.isEmpty()) {
        out.add(thatDay.get(random.nextInt(thatDay.size())));
      }
    }
  }

  private void takeSome(Set<Integer> out, List<Integer> there, int missing) {
    int freed = 0;
    do {
      int one = there.remove(random.nextInt(there.size()));
      out.add(one);
      freed += problem.groups().get(one).people();
    } while (freed < missing && !there.isEmpty());
  }

  /** One of the slots in which the group could be, of the hosts that it prefers most of the time. */
  private int aSlotOf(int group) {
    int[] possible = options.possible[group];
    if (possible.length == 0) {
      return random.nextInt(problem.slots().size());
    }
    int wanted = options.preferred(group);
    return wanted > 0 && random.nextInt(6) > 0 ? possible[random.nextInt(wanted)] : possible[random.nextInt(possible.length)];
  }

  private void atHost(Set<Integer> out, int host, int most) {
    List<Integer> there = new ArrayList<>();
    for (int group : movable) {
      for (int slot : state.chosen(group)) {
        if (problem.slots().get(slot).host() == host) {
          there.add(group);
        }
      }
    }
    for (int i = 0; i < most && !there.isEmpty(); i++) {
      out.add(there.remove(random.nextInt(there.size())));
    }
  }
}
