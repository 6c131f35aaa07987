package org.comparto.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One search for one way: as {@link Search}, but it looks first where the way is likely, and remembers where it came from (A*). */
final class WaySearch {

  private final Travel travel;
  private final Network network;
  private final Place from;
  private final Place to;
  private final Bound bound;
  private final Seen seen = new Seen();
  private final Queue queue = new Queue();
  private @Nullable Way best;
  private int bestCost = Travel.NEVER;
  /** What the best way costs at most, as far as labels tell. */
  private int until = Travel.NEVER;

  WaySearch(Travel travel, @Nullable Landmarks landmarks, Place from, Place to) {
    this.travel = travel;
    this.network = travel.network();
    this.from = from;
    this.to = to;
    bound = Bound.of(landmarks, travel, from, to);
  }

  @Nullable Way find() {
    for (int arc = 2 * from.edge(); arc <= 2 * from.edge() + 1; arc++) {
      double begin = Direction.fraction(from, arc);
      double end = Direction.fraction(to, arc);
      if (from.edge() == to.edge() && begin <= end) {
        offer(travel.cost(arc, begin, end), List.of(arc), begin, end);
      }
      int cost = travel.cost(arc, begin, 1);
      if (cost != Travel.NEVER) {
        goOn(arc, -1 - arc, cost, travel.millis(arc, begin, 1), (1 - begin) * network.metres(arc));
      }
    }
    for (int key = queue.nextKey(); key >= 0 && key <= until; key = queue.nextKey()) {
      int number = queue.take();
      int arc = seen.arc(number);
      int end = seen.cost(number) + travel.cost(arc);
      if (key == end + bound.at(network.head(arc))) {
        goOn(arc, number, end, seen.millis(number) + travel.millis(arc), seen.metres(number) + network.metres(arc));
      }
    }
    for (int arc = 2 * to.edge(); arc <= 2 * to.edge() + 1; arc++) {
      int number = seen.number(arc);
      double end = Direction.fraction(to, arc);
      int rest = travel.cost(arc, 0, end);
      if (seen.cost(number) != Travel.NEVER && rest != Travel.NEVER && seen.cost(number) + rest == until) {
        List<Integer> arcs = traced(number);
        offer(seen.cost(number) + rest, arcs, Direction.fraction(from, arcs.get(0)), end);
      }
    }
    return best;
  }

  /** @param before the number of the arc at whose end one is, or -1 minus the arc if one has started on it */
  private void goOn(int arc, int before, int cost, int millis, double metres) {
    int node = network.head(arc);
    for (int i = network.outBegin(node), end = network.outBegin(node + 1); i < end; i++) {
      int next = network.out(i);
      if (travel.turns().allowed(arc, next)) {
        int number = seen.number(next);
        if (seen.better(number, cost, millis, metres)) {
          seen.set(number, cost, millis, metres, before);
          enter(next, number, cost);
        }
      }
    }
  }

  private void enter(int arc, int number, int cost) {
    if (arc >> 1 == to.edge()) {
      int rest = travel.cost(arc, 0, Direction.fraction(to, arc));
      if (rest != Travel.NEVER && cost + rest >= 0) {
        until = Math.min(until, cost + rest);
      }
    }
    int end = cost + travel.cost(arc);
    int left = travel.cost(arc) == Travel.NEVER || end < 0 ? Travel.NEVER : bound.at(network.head(arc));
    if (left != Travel.NEVER && end + left >= 0 && end + left <= until) {
      queue.add(end + left, number);
    }
  }

  private List<Integer> traced(int last) {
    List<Integer> arcs = new ArrayList<>();
    int number = last;
    while (number >= 0) {
      arcs.add(seen.arc(number));
      number = seen.before(number);
    }
    arcs.add(-1 - number);
    Collections.reverse(arcs);
    return arcs;
  }

  private void offer(int cost, List<Integer> arcs, double begin, double end) {
    if (cost == Travel.NEVER || cost > bestCost) {
      return;
    }
    Way way = Way.of(travel, arcs, begin, end);
    if (best == null || cost < bestCost || way.millis() < best.millis() || way.millis() == best.millis() && way.metres() < best.metres()) {
      best = way;
      bestCost = cost;
      until = Math.min(until, cost);
    }
  }
}
