package org.comparto.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quickest ways of a village as slowly and plainly as can be: everything stands at quarters of an arc, before or behind what lies there,
 * and steps between such stands are tried again and again until nothing gets better (Bellman and Ford). Shares no code with the module.
 */
final class Exhaustive {

  private record Value(long cost, long millis, double metres, int source) implements Comparable<Value> {

    Value plus(Step step) {
      return new Value(cost + step.cost, millis + step.millis, metres + step.metres, source);
    }

    @Override
    public int compareTo(Value other) {
      return Arrays.compare(new double[] {cost, millis, metres, source}, new double[] {other.cost, other.millis, other.metres, other.source});
    }
  }

  private record Step(int from, int to, long cost, long millis, double metres) {}

  private final Village village;
  private final List<Step> steps = new ArrayList<>();

  Exhaustive(Village village) {
    this.village = village;
    Network network = village.network();
    for (int arc = 0; arc < network.arcs(); arc++) {
      for (int quarter = 0; quarter <= 4; quarter++) {
        pass(arc, quarter);
        if (quarter < 4 && village.millis()[arc] != Travel.NEVER) {
          steps.add(new Step(stand(arc, quarter, true), stand(arc, quarter + 1, false),
              village.cost()[arc] / 4, village.millis()[arc] / 4, network.metres(arc) / 4));
        }
      }
      for (int next = 0; next < network.arcs(); next++) {
        boolean meet = network.head(arc) == network.head(next ^ 1);
        boolean turn = village.walking() || (next != (arc ^ 1) && !village.forbidden().contains((long) arc << 32 | next));
        if (meet && turn) {
          steps.add(new Step(stand(arc, 4, true), stand(next, 0, false), 0, 0, 0));
        }
      }
    }
  }

  private void pass(int arc, int quarter) {
    long delay = 0;
    for (Spot spot : village.spots()) {
      if (spot.arc() == arc && spot.fraction() == quarter / 4.0) {
        if (spot.millis() == Travel.NEVER) {
          return;
        }
        delay += spot.millis();
      }
    }
    if (village.millis()[arc] != Travel.NEVER) {
      steps.add(new Step(stand(arc, quarter, false), stand(arc, quarter, true), delay, delay, 0));
    }
  }

  private static int stand(int arc, int quarter, boolean behind) {
    return (arc * 5 + quarter) * 2 + (behind ? 1 : 0);
  }

  private static int stand(Place place, boolean twin, boolean behind) {
    int quarter = (int) (place.fraction() * 4);
    return stand(2 * place.edge() + (twin ? 1 : 0), twin ? 4 - quarter : quarter, behind);
  }

  /** By target, how it is reached from the nearest source; null if it is not. */
  List<@Nullable Reach> reaches(List<Place> sources, List<Place> targets) {
    return reaches(sources, targets, false);
  }

  /** By source, how the nearest target is reached from it. */
  List<@Nullable Reach> reachesTo(List<Place> targets, List<Place> sources) {
    return reaches(targets, sources, true);
  }

  private List<@Nullable Reach> reaches(List<Place> roots, List<Place> ends, boolean back) {
    Value[] values = new Value[village.network().arcs() * 10];
    for (int i = 0; i < roots.size(); i++) {
      for (boolean twin : new boolean[] {false, true}) {
        offer(values, stand(roots.get(i), twin, back), new Value(0, 0, 0, i));
      }
    }
    boolean better = true;
    while (better) {
      better = false;
      for (Step step : steps) {
        Value value = values[back ? step.to : step.from];
        better |= value != null && offer(values, back ? step.from : step.to, value.plus(step));
      }
    }
    List<@Nullable Reach> reaches = new ArrayList<>();
    for (Place end : ends) {
      Value one = values[stand(end, false, !back)];
      Value other = values[stand(end, true, !back)];
      Value best = one == null || other != null && other.compareTo(one) < 0 ? other : one;
      reaches.add(best == null ? null : new Reach((int) best.millis, (float) best.metres, best.source));
    }
    return reaches;
  }

  private static boolean offer(Value[] values, int stand, Value value) {
    if (values[stand] != null && values[stand].compareTo(value) <= 0) {
      return false;
    }
    values[stand] = value;
    return true;
  }
}
