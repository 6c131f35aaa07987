package org.comparto.campaign.matching;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Upper bounds by Lagrangian relaxation: seats and numbers of groups are not forbidden to be exceeded but priced, whereupon every group can be given its best slot or
 * pair of slots by itself. Whatever the prices are, no assignment within the limits is worth more than that and the prices of all that is there together (A. M.
 * Geoffrion, Lagrangean relaxation for integer programming, 1974); steps along the subgradient make the prices good (M. Held, P. Wolfe, H. P. Crowder, 1974).
 * At best it is the bound of the linear program that has a column for every slot and every feasible pair of a group.
 */
final class Relaxed {

  private static final int CANDIDATES = 48;

  private final Problem problem;
  private final Fit fit;
  private final Slot[] slots;
  private final int[][] possible;
  private final int[][] worth;
  private final int[] open;
  private final int[][] lockedSlots;
  private final double fixed;
  // what is left beside the locked visits, and its prices
  private final Load left;
  private final double[] seatPrice;
  private final double[] groupPrice;
  private final double[][] dayPrice;
  private final double[] allPrice;
  private final int[] seats;
  private final int[] groups;
  private final int[][] day;
  private final int[] all;
  private double[] reduced = new double[0];
  private int[] order = new int[0];
  private final int[] pick = new int[2];
  private double best = Double.MAX_VALUE;
  private double step = 1;
  private int stalled;

  /**
   * @param possible by group, the slots in which it could be
   * @param eachVisit what every visit counts
   * @param points whether preferences count
   */
  Relaxed(Problem problem, State locked, int[][] possible, int eachVisit, boolean points) {
    this.problem = problem;
    this.fit = new Fit(problem);
    this.slots = problem.slots().toArray(Slot[]::new);
    this.left = Load.of(problem, locked.visits().stream().filter(Visit::locked).toList());
    int count = problem.groups().size();
    this.possible = new int[count][];
    this.worth = new int[count][];
    this.open = new int[count];
    this.lockedSlots = new int[count][];
    double sum = 0;
    for (int group = 0; group < count; group++) {
      open[group] = locked.open(group);
      lockedSlots[group] = locked.locked(group);
      for (int slot : lockedSlots[group]) {
        sum += eachVisit + (points ? locked.worth(group, slot) : 0);
      }
      int g = group;
      this.possible[group] = Arrays.stream(possible[group]).filter(slot -> eachVisit > 0 || locked.worth(g, slot) > 0).filter(slot -> goes(g, slot)).toArray();
      worth[group] = Arrays.stream(this.possible[group]).map(slot -> eachVisit + (points ? locked.worth(g, slot) : 0)).toArray();
    }
    fixed = sum;
    seatPrice = new double[slots.length];
    groupPrice = new double[slots.length];
    allPrice = new double[problem.hosts().size()];
    dayPrice = new double[problem.hosts().size()][problem.days()];
    seats = new int[slots.length];
    groups = new int[slots.length];
    all = new int[allPrice.length];
    day = new int[allPrice.length][problem.days()];
  }

  private boolean goes(int group, int slot) {
    return Arrays.stream(lockedSlots[group]).allMatch(other -> fit.goTogether(slots[slot], slots[other]));
  }

  /** @param reached what an assignment is known to be worth: prices are sought until the bound meets it */
  double tighten(double reached, int iterations, BooleanSupplier stop) {
    for (int i = 0; i < iterations && best >= reached + 1 && step > 1e-4 && !stop.getAsBoolean(); i++) {
      double value = evaluate();
      if (value < best - 1e-7) {
        best = value;
        stalled = 0;
      } else if (++stalled >= 8) {
        step /= 1.6;
        stalled = 0;
      }
      move(value, reached);
    }
    return best;
  }

  /** The bound under the present prices; leaves what every group would take in seats, groups, day and all. */
  private double evaluate() {
    Arrays.fill(seats, 0);
    Arrays.fill(groups, 0);
    Arrays.fill(all, 0);
    for (int[] one : day) {
      Arrays.fill(one, 0);
    }
    double value = fixed;
    for (int slot = 0; slot < slots.length; slot++) {
      value += seatPrice[slot] * Math.max(0, left.seatsLeft[slot]) + groupPrice[slot] * Math.max(0, left.groupsLeft[slot]);
    }
    for (int host = 0; host < all.length; host++) {
      value += allPrice[host] * Math.max(0, left.allLeft[host]);
      for (int d = 0; d < day[host].length; d++) {
        value += dayPrice[host][d] * Math.max(0, left.dayLeft[host][d]);
      }
    }
    for (int group = 0; group < open.length; group++) {
      value += open[group] == 0 ? 0 : group(group);
    }
    return value;
  }

  private double group(int group) {
    int[] mine = possible[group];
    if (reduced.length < mine.length) {
      reduced = new double[mine.length];
      order = new int[mine.length];
    }
    int people = problem.groups().get(group).people();
    int count = 0;
    int top = -1;
    for (int i = 0; i < mine.length; i++) {
      Slot slot = slots[mine[i]];
      double value = worth[group][i] - seatPrice[mine[i]] * people - groupPrice[mine[i]] - dayPrice[slot.host()][slot.day()] - allPrice[slot.host()];
      reduced[i] = value;
      if (value > 0) {
        order[count++] = i;
        top = top < 0 || value > reduced[top] ? i : top;
      }
    }
    if (top < 0) {
      return 0;
    }
    pick[0] = top;
    pick[1] = -1;
    double value = reduced[top];
    if (open[group] > 1) {
      int sorted = Math.min(count, CANDIDATES);
      select(count, sorted);
      double found = pair(group, sorted, value);
      // whoever is not among the candidates is worth no more than the last of them
      if (sorted < count && found < value + reduced[order[sorted - 1]]) {
        select(count, count);
        found = pair(group, count, value);
      }
      value = found;
    }
    taken(group, mine[pick[0]]);
    if (pick[1] >= 0) {
      taken(group, mine[pick[1]]);
    }
    return value;
  }

  /** Brings the best {@code most} of the first {@code count} of order to its begin, sorted. */
  private void select(int count, int most) {
    if (most == count && count > CANDIDATES) {
      Integer[] boxed = new Integer[count];
      Arrays.setAll(boxed, i -> order[i]);
      Arrays.sort(boxed, (a, b) -> Double.compare(reduced[b], reduced[a]));
      Arrays.setAll(order, i -> i < count ? boxed[i] : order[i]);
      return;
    }
    for (int i = 1; i < count; i++) {
      int one = order[i];
      int j = Math.min(i, most);
      if (i >= most && reduced[one] <= reduced[order[most - 1]]) {
        continue;
      }
      if (i >= most) {
        order[i] = order[most - 1];
        j = most - 1;
      }
      for (; j > 0 && reduced[order[j - 1]] < reduced[one]; j--) {
        order[j] = order[j - 1];
      }
      order[j] = one;
    }
  }

  private double pair(int group, int count, double single) {
    double found = single;
    for (int i = 0; i < count - 1; i++) {
      if (reduced[order[i]] + reduced[order[i + 1]] <= found) {
        break;
      }
      Slot one = slots[possible[group][order[i]]];
      for (int j = i + 1; j < count && reduced[order[i]] + reduced[order[j]] > found; j++) {
        if (fit.goTogether(one, slots[possible[group][order[j]]])) {
          found = reduced[order[i]] + reduced[order[j]];
          pick[0] = order[i];
          pick[1] = order[j];
        }
      }
    }
    return found;
  }

  private void taken(int group, int slot) {
    seats[slot] += problem.groups().get(group).people();
    groups[slot]++;
    all[slots[slot].host()]++;
    day[slots[slot].host()][slots[slot].day()]++;
  }

  /** A step of Polyak's length along the subgradient, each kind of limit in its own measure: people by the dozen, groups one by one. */
  private void move(double value, double reached) {
    double square = 0;
    for (int slot = 0; slot < slots.length; slot++) {
      square += squared((seats[slot] - Math.max(0, left.seatsLeft[slot])) / 20.0, seatPrice[slot]);
      square += squared(groups[slot] - Math.max(0, left.groupsLeft[slot]), groupPrice[slot]);
    }
    for (int host = 0; host < all.length; host++) {
      square += squared(all[host] - Math.max(0, left.allLeft[host]), allPrice[host]);
      for (int d = 0; d < day[host].length; d++) {
        square += squared(day[host][d] - Math.max(0, left.dayLeft[host][d]), dayPrice[host][d]);
      }
    }
    if (square == 0) {
      step = 0; // nothing is exceeded, and what has a price is used up: the bound is exact
      return;
    }
    double length = step * Math.max(value - reached, 0.5) / square;
    for (int slot = 0; slot < slots.length; slot++) {
      seatPrice[slot] = Math.max(0, seatPrice[slot] + length / 20 * (seats[slot] - Math.max(0, left.seatsLeft[slot])) / 20.0);
      groupPrice[slot] = Math.max(0, groupPrice[slot] + length * (groups[slot] - Math.max(0, left.groupsLeft[slot])));
    }
    for (int host = 0; host < all.length; host++) {
      allPrice[host] = Math.max(0, allPrice[host] + length * (all[host] - Math.max(0, left.allLeft[host])));
      for (int d = 0; d < day[host].length; d++) {
        dayPrice[host][d] = Math.max(0, dayPrice[host][d] + length * (day[host][d] - Math.max(0, left.dayLeft[host][d])));
      }
    }
  }

  /** What has no price and is not used up stays so. */
  private static double squared(double gradient, double price) {
    return gradient < 0 && price == 0 ? 0 : gradient * gradient;
  }

  static Bound none(Problem problem, List<Visit> locked) {
    int points = problem.bestPoints() * 2 + 1;
    return new Bound(problem.wanted() + locked.size(), points, points);
  }
}
