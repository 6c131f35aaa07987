package org.comparto.orienteering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the routes of good drafts, and combines those that share no stop into a draft that is better than all of them were. Each stop is given a price that a route pays for visiting it
 * (Lagrangian relaxation of the set packing problem; Fisher, Management Science 27(1), 1981): prices bound what any combination can be worth, so that few routes are left to be tried.
 */
final class RoutePool {

  /** Routes of one kind that are remembered; of more, the better half stays. */
  private static final int MOST = 8_000;
  private static final int PRICINGS = 150;
  private static final double TINY = 1e-6;
  /** Combinations that are begun at most. */
  private static final int MOST_TRIED = 200_000;

  private static final class Known {
    final int[] order;
    final BitSet stops = new BitSet();
    final long worth;
    final int ticks;
    double net;

    Known(Trip trip, long[] worths) {
      order = trip.order();
      long sum = 0;
      for (int stop : order) {
        stops.set(stop);
        sum += worths[stop];
      }
      worth = sum;
      ticks = trip.ticks();
    }
  }

  private final Model model;
  /** By trip, the first trip that stops on the same terms. */
  private final int[] kinds;
  /** By kind, its routes by the stops on them. */
  private final List<Map<BitSet, Known>> routes = new ArrayList<>();
  private final double[] prices;
  private double bound;
  private int tried;
  private long goal;
  private Known @Nullable [] found;

  RoutePool(Model model) {
    this.model = model;
    kinds = new int[model.terms.length];
    for (int t = 0; t < kinds.length; t++) {
      kinds[t] = t;
      for (int other = t - 1; other >= 0; other--) {
        kinds[t] = model.terms[other].isLike(model.terms[t]) ? kinds[other] : kinds[t];
      }
      routes.add(new HashMap<>());
    }
    prices = new double[model.stops];
  }

  void remember(Draft draft) {
    for (int t = 0; t < kinds.length; t++) {
      Trip trip = draft.trips[t];
      if (trip.size == 0) {
        continue;
      }
      Map<BitSet, Known> alike = routes.get(kinds[t]);
      Known known = new Known(trip, model.worth);
      Known former = alike.get(known.stops);
      if (former == null || known.ticks < former.ticks) {
        alike.put(known.stops, known);
        if (alike.size() > MOST) {
          keepBetterHalf(alike);
        }
      }
    }
  }

  private void keepBetterHalf(Map<BitSet, Known> alike) {
    List<Known> all = priced(alike);
    alike.clear();
    all.subList(0, MOST / 2).forEach(known -> alike.put(known.stops, known));
  }

  /** Answers one order for each trip that together are worth more than {@code worth}, null if none was found. */
  @Nullable List<int[]> combine(long worth) {
    goal = worth;
    found = null;
    tried = 0;
    price();
    if (bound < goal + 1 - TINY) {
      return null;
    }
    List<List<Known>> sorted = new ArrayList<>();
    double most = Arrays.stream(prices).sum();
    for (int t = 0; t < kinds.length; t++) {
      sorted.add(t == kinds[t] ? priced(routes.get(t)) : sorted.get(kinds[t]));
      most += best(sorted.get(t), 0);
    }
    extend(new Combination(sorted), 0, 0, most);
    return found == null ? null : Arrays.stream(found).map(one -> one == null ? new int[0] : one.order).toList();
  }

  /** Routes of the first trips, as far as they are chosen. */
  private static final class Combination {
    /** By trip, what it can choose from, by falling net worth. */
    final List<List<Known>> sorted;
    final Known[] chosen;
    /** By trip, the place of its choice in the list: of trips of one kind the later ones choose behind. */
    final int[] at;
    final BitSet visited = new BitSet();

    Combination(List<List<Known>> sorted) {
      this.sorted = sorted;
      chosen = new Known[sorted.size()];
      at = new int[sorted.size()];
    }
  }

  /** @param most what the combination and all that it can become is worth at most */
  private void extend(Combination combination, int t, long worth, double most) {
    if (worth > goal) {
      goal = worth;
      found = combination.chosen.clone();
    }
    if (t == kinds.length) {
      return;
    }
    List<Known> all = combination.sorted.get(t);
    double others = most - best(all, 0);
    for (int i = first(combination, t); i < all.size() && tried < MOST_TRIED; i++) {
      Known one = all.get(i);
      if (others + one.net - lost(all, t, i) < goal + 1 - TINY) {
        break; // those behind it are worth no more
      }
      if (!combination.visited.intersects(one.stops)) {
        tried++;
        combination.chosen[t] = one;
        combination.at[t] = i;
        combination.visited.or(one.stops);
        extend(combination, t + 1, worth + one.worth, others + one.net);
        combination.visited.andNot(one.stops);
        combination.chosen[t] = null;
      }
    }
    combination.at[t] = all.size();
    if (others >= goal + 1 - TINY) {
      extend(combination, t + 1, worth, others);
    }
  }

  private int first(Combination combination, int t) {
    for (int other = t - 1; other >= 0; other--) {
      if (kinds[other] == kinds[t]) {
        return combination.at[other] + 1;
      }
    }
    return 0;
  }

  /** By how much the later trips of the same kind fall short of the best, since they choose behind a place. */
  private double lost(List<Known> all, int t, int place) {
    double lost = 0;
    for (int later = t + 1; later < kinds.length; later++) {
      lost += kinds[later] == kinds[t] ? best(all, 0) - best(all, place + 1) : 0;
    }
    return lost;
  }

  private static double best(List<Known> sorted, int from) {
    return from < sorted.size() ? Math.max(0, sorted.get(from).net) : 0;
  }

  private List<Known> priced(Map<BitSet, Known> alike) {
    List<Known> all = new ArrayList<>(alike.values());
    for (Known known : all) {
      known.net = known.worth;
      for (int stop : known.order) {
        known.net -= prices[stop];
      }
    }
    all.sort(Comparator.comparingDouble((Known known) -> -known.net).thenComparingInt(known -> known.ticks).thenComparing(known -> known.order, Arrays::compare));
    return all;
  }

  /** Finds prices with a low bound, by subgradients. */
  private void price() {
    double[] best = prices.clone();
    bound = Double.MAX_VALUE;
    double pace = 1;
    int idle = 0;
    List<Known[]> all = new ArrayList<>();
    for (Map<BitSet, Known> alike : routes) {
      Known[] sorted = alike.values().toArray(new Known[0]);
      Arrays.sort(sorted, Comparator.comparing((Known known) -> known.order, Arrays::compare));
      all.add(sorted);
    }
    int[] visits = new int[prices.length];
    for (int i = 0; i < PRICINGS; i++) {
      Arrays.fill(visits, 0);
      double reach = Arrays.stream(prices).sum();
      for (int t = 0; t < kinds.length; t++) {
        if (kinds[t] == t) {
          reach += choose(all.get(t), t, visits);
        }
      }
      if (reach < bound - 1e-9) {
        bound = reach;
        System.arraycopy(prices, 0, best, 0, best.length);
        idle = 0;
      } else if (++idle == 8) {
        idle = 0;
        pace /= 2;
      }
      double length = 0;
      for (int stop = 0; stop < visits.length; stop++) {
        int much = 1 - visits[stop];
        length += much < 0 || prices[stop] > 0 ? much * much : 0;
      }
      if (length == 0 || bound < goal + 1 - TINY) {
        break;
      }
      double step = pace * Math.max(1, reach - goal) / length;
      for (int stop = 0; stop < visits.length; stop++) {
        prices[stop] = Math.max(0, prices[stop] - step * (1 - visits[stop]));
      }
    }
    System.arraycopy(best, 0, prices, 0, best.length);
  }

  /** Counts the visits of the routes of a kind that are worth most after their prices, as many as there are trips of it, and answers what they are worth together. */
  private double choose(Known[] all, int kind, int[] visits) {
    int trips = 0;
    for (int each : kinds) {
      trips += each == kind ? 1 : 0;
    }
    Known[] top = new Known[trips];
    for (Known known : all) {
      double net = known.worth;
      for (int stop : known.order) {
        net -= prices[stop];
      }
      known.net = net;
      int i = trips;
      while (i > 0 && net > 0 && (top[i - 1] == null || top[i - 1].net < net)) {
        if (i < trips) {
          top[i] = top[i - 1];
        }
        top[--i] = known;
      }
    }
    double sum = 0;
    for (Known known : top) {
      if (known != null) {
        sum += known.net;
        for (int stop : known.order) {
          visits[stop]++;
        }
      }
    }
    return sum;
  }
}
