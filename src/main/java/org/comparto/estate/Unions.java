package org.comparto.estate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Finds the smallest connected sets of plots that together have a wanted area: the fewest plots first, then the least area
 * beyond what is wanted. A set is only found if none of its plots can be left out, the rest staying connected and large enough.
 *
 * <p>Connected sets of one size are walked through once each (the ESU scheme of Wernicke 2006), from the largest plot of a set to
 * smaller ones; what can not reach the area with the plots still allowed is not walked into. The number of sets grows fast with
 * their size, so the search ends at a moment given beforehand and then says that it is not complete.
 */
final class Unions {

  /**
   * What was found.
   *
   * @param sets plots by their numbers, ascending in each
   * @param complete whether no smaller set was missed
   */
  record Found(List<int[]> sets, boolean complete) {}

  private static final int STEPS_BETWEEN_LOOKS = 4096;

  private final int[][] neighbours;
  private final double[] areas;
  private final UnaryOperator<int[]> ownersOfPlots;
  private final int[] owners;
  private final double wanted;
  private final int mostOwners;
  private final int limit;
  private final long deadline;
  private final List<int[]> found = new ArrayList<>();
  private long steps;
  private boolean cut;

  /**
   * @param neighbours of each plot, in both directions
   * @param areas in m²
   * @param owners tells of some plots a number per owner; 0: not known, each an owner of its own. Asked once, of the plots that matter
   * @param wanted area in m²
   * @param limit most sets in the answer
   * @param deadline by {@link System#nanoTime()}
   */
  Unions(int[][] neighbours, double[] areas, UnaryOperator<int[]> owners, double wanted, int mostOwners, int limit, long deadline) {
    this.neighbours = neighbours;
    this.areas = areas;
    this.ownersOfPlots = owners;
    this.owners = new int[areas.length];
    this.wanted = wanted;
    this.mostOwners = mostOwners;
    this.limit = limit;
    this.deadline = deadline;
  }

  Found find() {
    List<int[]> components = components();
    askOwners(components.stream().flatMapToInt(Arrays::stream).toArray());
    int largest = components.stream().mapToInt(component -> component.length).max().orElse(0);
    List<Walk> walks = components.stream().map(Walk::new).toList();
    for (int size = 1; size <= largest && found.size() < limit && !cut; size++) {
      for (Walk walk : walks) {
        walk.all(size);
      }
    }
    if (cut) {
      components.stream().map(this::grown).filter(set -> set.length > 0 && found.stream().noneMatch(other -> Arrays.equals(other, set)))
          .forEach(found::add);
    }
    found.sort(Comparator.<int[]>comparingInt(set -> set.length).thenComparingDouble(this::area).thenComparing(Arrays::compare));
    return new Found(found.subList(0, Math.min(limit, found.size())), !cut);
  }

  private void askOwners(int[] plots) {
    int[] told = mostOwners == Integer.MAX_VALUE ? new int[plots.length] : ownersOfPlots.apply(plots);
    for (int i = 0; i < plots.length; i++) {
      owners[plots[i]] = told[i];
    }
  }

  /** Plots that hang together and have the area all together, the largest plot first in each. */
  private List<int[]> components() {
    boolean[] seen = new boolean[areas.length];
    List<int[]> components = new ArrayList<>();
    for (int start = 0; start < areas.length; start++) {
      if (seen[start]) {
        continue;
      }
      List<Integer> component = new ArrayList<>(List.of(start));
      seen[start] = true;
      double area = 0;
      for (int i = 0; i < component.size(); i++) {
        area += areas[component.get(i)];
        for (int next : neighbours[component.get(i)]) {
          if (!seen[next]) {
            seen[next] = true;
            component.add(next);
          }
        }
      }
      if (area >= wanted) {
        components.add(component.stream().sorted(Comparator.comparingDouble(plot -> -areas[plot])).mapToInt(Integer::intValue).toArray());
      }
    }
    return components;
  }

  /** The connected sets of one component; its plots are numbered from the largest to the smallest. */
  private final class Walk {
    private final int[] plots;
    private final int[][] near;
    /** The area of the first n plots. */
    private final double[] sums;
    private final boolean[] reached;
    private int[] set = new int[0];

    Walk(int[] plots) {
      this.plots = plots;
      this.sums = new double[plots.length + 1];
      this.reached = new boolean[plots.length];
      int[] sorted = plots.clone();
      Arrays.sort(sorted);
      int[] place = new int[plots.length];
      for (int i = 0; i < plots.length; i++) {
        sums[i + 1] = sums[i] + areas[plots[i]];
        place[Arrays.binarySearch(sorted, plots[i])] = i;
      }
      this.near = Arrays.stream(plots).mapToObj(plot ->
          Arrays.stream(neighbours[plot]).map(other -> place[Arrays.binarySearch(sorted, other)]).toArray()).toArray(int[][]::new);
    }

    void all(int size) {
      set = new int[size];
      for (int root = 0; root + size <= plots.length && sums[root + size] - sums[root] >= wanted && !cut; root++) {
        set[0] = root;
        reached[root] = true;
        int[] next = new int[plots.length];
        int count = 0;
        for (int other : near[root]) {
          if (other > root) {
            reached[other] = true;
            next[count++] = other;
          }
        }
        walk(1, areas[plots[root]], next, count);
        reached[root] = false;
        for (int other : near[root]) {
          reached[other] = false;
        }
      }
    }

    /** @param next plots that may come to the set, the first {@code count} */
    private void walk(int size, double area, int[] next, int count) {
      if (++steps % STEPS_BETWEEN_LOOKS == 0 && System.nanoTime() > deadline) {
        cut = true;
      }
      int missing = set.length - size;
      if (missing == 0) {
        keep(area);
        return;
      }
      int root = set[0];
      int most = Math.min(plots.length, root + 1 + missing);
      if (cut || area >= wanted || area + sums[most] - sums[root + 1] < wanted || ownersOf(size) > mostOwners) {
        return;
      }
      int left = count;
      while (left > 0) {
        int taken = next[--left];
        int[] further = Arrays.copyOf(next, plots.length);
        int grown = left;
        for (int other : near[taken]) {
          if (other > root && !reached[other]) {
            reached[other] = true;
            further[grown++] = other;
          }
        }
        set[size] = taken;
        walk(size + 1, area + areas[plots[taken]], further, grown);
        for (int i = left; i < grown; i++) {
          reached[further[i]] = false;
        }
      }
    }

    private void keep(double area) {
      if (area < wanted || ownersOf(set.length) > mostOwners) {
        return;
      }
      int[] members = Arrays.stream(set).map(i -> plots[i]).sorted().toArray();
      if (IntStream.range(0, members.length).noneMatch(i -> canDoWithout(members, i, area))) {
        found.add(members);
      }
    }

    private int ownersOf(int size) {
      int count = 0;
      for (int i = 0; i < size; i++) {
        int owner = owners[plots[set[i]]];
        boolean first = true;
        for (int j = 0; j < i && first; j++) {
          first = owner == 0 || owners[plots[set[j]]] != owner;
        }
        count += first ? 1 : 0;
      }
      return count;
    }
  }

  private boolean canDoWithout(int[] set, int left, double area) {
    return area - areas[set[left]] >= wanted && isConnected(without(set, left));
  }

  private static int[] without(int[] set, int left) {
    return IntStream.range(0, set.length).filter(i -> i != left).map(i -> set[i]).toArray();
  }

  private boolean isConnected(int[] set) {
    if (set.length == 0) {
      return false;
    }
    boolean[] reached = new boolean[set.length];
    int[] queue = new int[set.length];
    int size = 1;
    reached[0] = true;
    for (int i = 0; i < size; i++) {
      for (int other : neighbours[set[queue[i]]]) {
        int at = Arrays.binarySearch(set, other);
        if (at >= 0 && !reached[at]) {
          reached[at] = true;
          queue[size++] = at;
        }
      }
    }
    return size == set.length;
  }

  /** When time is over: a set that grows from a component's largest plot by the largest neighbour, then loses what it can do without. */
  private int[] grown(int[] component) {
    List<Integer> set = new ArrayList<>(List.of(component[0]));
    double area = areas[component[0]];
    while (area < wanted) {
      int best = set.stream().flatMapToInt(plot -> Arrays.stream(neighbours[plot])).filter(plot -> !set.contains(plot)).boxed()
          .filter(plot -> ownersWith(set, plot) <= mostOwners).max(Comparator.comparingDouble(plot -> areas[plot])).orElse(-1);
      if (best < 0) {
        return new int[0];
      }
      set.add(best);
      area += areas[best];
    }
    int[] members = set.stream().mapToInt(Integer::intValue).sorted().toArray();
    for (int i = 0; i < members.length; i++) {
      if (canDoWithout(members, i, area)) {
        area -= areas[members[i]];
        members = without(members, i);
        i = -1;
      }
    }
    return members;
  }

  private int ownersWith(List<Integer> set, int further) {
    long unknown = set.stream().filter(plot -> owners[plot] == 0).count() + (owners[further] == 0 ? 1 : 0);
    return (int) (unknown + IntStream.concat(set.stream().mapToInt(plot -> owners[plot]), IntStream.of(owners[further])).filter(o -> o > 0).distinct().count());
  }

  private double area(int[] set) {
    return Arrays.stream(set).mapToDouble(plot -> areas[plot]).sum();
  }
}
