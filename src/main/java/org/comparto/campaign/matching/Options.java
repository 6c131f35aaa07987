package org.comparto.campaign.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Finds the best that a group can be given of what is left, one slot or two that go together. */
final class Options {

  /** How often a slot is overlooked, so that a search does not do the same for ever. */
  private static final double BLINK = 0.02;
  private static final int[] NOTHING = {};

  private final Problem problem;
  private final Fit fit;
  private final Slot[] slots;
  /** By group: slots in which it could be if it were alone, those of hosts that it prefers first. */
  final int[][] possible;
  private final int[] preferred;
  private long[] gains = new long[0];

  Options(Problem problem) {
    this.problem = problem;
    this.fit = new Fit(problem);
    this.slots = problem.slots().toArray(Slot[]::new);
    int groups = problem.groups().size();
    possible = new int[groups][];
    preferred = new int[groups];
    for (int group = 0; group < groups; group++) {
      List<Integer> wanted = new ArrayList<>();
      List<Integer> others = new ArrayList<>();
      for (int slot = 0; slot < slots.length; slot++) {
        if (fit.alone(group, slot) && slots[slot].seats() >= problem.groups().get(group).people() && slots[slot].groups() > 0) {
          (problem.groups().get(group).points()[slots[slot].host()] > 0 ? wanted : others).add(slot);
        }
      }
      preferred[group] = wanted.size();
      wanted.addAll(others);
      possible[group] = wanted.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** How many of {@link #possible} are with hosts that the group prefers. */
  int preferred(int group) {
    return preferred[group];
  }

  /** The best of what is left; fewer slots than are open, or none, where there are no more. The group has none of them now. */
  int[] best(State state, int group, RandomGenerator random) {
    int open = state.open(group);
    if (open == 0 || possible[group].length == 0) {
      return NOTHING;
    }
    int[] found = best(state, group, open, preferred[group], random);
    return found.length == open ? found : best(state, group, open, possible[group].length, random);
  }

  private int[] best(State state, int group, int open, int until, RandomGenerator random) {
    int count = collect(state, group, until, random);
    if (count == 0) {
      return NOTHING;
    }
    if (open == 1) {
      long most = gains[0];
      for (int i = 1; i < count; i++) {
        most = Math.max(most, gains[i]);
      }
      return new int[] {slot(group, most)};
    }
    Arrays.sort(gains, 0, count);
    int[] pair = pair(group, count);
    return pair == null ? new int[] {slot(group, gains[count - 1])} : pair;
  }

  /** Fills {@link #gains} with what has room: the gain in the upper bits, the place in {@code possible} in the lower. */
  private int collect(State state, int group, int until, RandomGenerator random) {
    Group who = problem.groups().get(group);
    int[] mine = possible[group];
    if (gains.length < mine.length) {
      gains = new long[mine.length];
    }
    int[] locked = state.locked(group);
    int count = 0;
    for (int i = 0; i < until; i++) {
      Slot slot = slots[mine[i]];
      if (state.load.hasRoom(who.people(), mine[i], slot) && goes(slot, locked) && random.nextDouble() >= BLINK) {
        gains[count++] = (long) (1e6 * gain(state, group, slot)) << 16 | i;
      }
    }
    return count;
  }

  private boolean goes(Slot slot, int[] locked) {
    for (int other : locked) {
      if (!fit.goTogether(slot, slots[other])) {
        return false;
      }
    }
    return true;
  }

  /** What one visit more adds to {@link Score#guide()} but for the visit itself; positive. */
  private double gain(State state, int group, Slot slot) {
    int load = state.load.visits[slot.host()];
    return 500 + problem.groups().get(group).points()[slot.host()] - 0.1 * Math.min(2 * load + 1, 2000)
        - 0.0005 * (problem.ways().there()[group][slot.host()] + problem.ways().back()[group][slot.host()]);
  }

  private int @org.jspecify.annotations.Nullable [] pair(int group, int count) {
    long most = -1;
    int[] found = null;
    for (int i = count - 1; i > 0; i--) {
      if (found != null && (gains[i] >> 16) + (gains[i - 1] >> 16) <= most) {
        break;
      }
      Slot one = slots[slot(group, gains[i])];
      for (int j = i - 1; j >= 0; j--) {
        long both = (gains[i] >> 16) + (gains[j] >> 16);
        if (both <= most) {
          break;
        }
        if (fit.goTogether(one, slots[slot(group, gains[j])])) {
          most = both;
          found = new int[] {slot(group, gains[i]), slot(group, gains[j])};
          break; // the next of this one are worth less
        }
      }
    }
    return found;
  }

  private int slot(int group, long gain) {
    return possible[group][(int) (gain & 0xffff)];
  }
}
