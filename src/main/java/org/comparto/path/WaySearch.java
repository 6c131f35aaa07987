package org.comparto.path;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One search for one way: as {@link Search}, but it looks first where the way is likely, and remembers where it came from. */
final class WaySearch {

  private final Travel travel;
  private final Network network;
  private final Place from;
  private final Place to;
  private final Bound bound;
  private final Labels labels;
  private final int[] before;
  private final Queue queue = new Queue();
  /** What the best way found so far costs. */
  private int best = Travel.NEVER;

  WaySearch(Travel travel, @Nullable Landmarks landmarks, Place from, Place to) {
    this.travel = travel;
    this.network = travel.network();
    this.from = from;
    this.to = to;
    bound = new Bound(landmarks, travel, to);
    labels = new Labels(network.arcs());
    before = new int[network.arcs()];
  }

  @Nullable Way find() {
    Way direct = direct();
    if (direct != null) {
      best = travel.cost(direct.arcs()[0], direct.fromFraction(), direct.toFraction());
    }
    for (int arc = 2 * from.edge(); arc <= 2 * from.edge() + 1; arc++) {
      double fraction = Direction.fraction(from, arc);
      int cost = travel.cost(arc, fraction, 1);
      if (cost != Travel.NEVER) {
        goOn(-1 - arc, cost, travel.millis(arc, fraction, 1), (float) ((1 - fraction) * network.metres(arc)));
      }
    }
    for (int key = queue.nextKey(); key >= 0 && key <= best; key = queue.nextKey()) {
      int arc = queue.take();
      int end = labels.cost[arc] + travel.cost(arc);
      if (key == end + bound.at(network.head(arc))) {
        goOn(arc, end, labels.millis[arc] + travel.millis(arc), labels.metres[arc] + network.metres(arc));
      }
    }
    return last(direct);
  }

  /** The better of the ways that stay on one edge. */
  private @Nullable Way direct() {
    Way direct = null;
    for (int arc = 2 * from.edge(); arc <= 2 * from.edge() + 1 && from.edge() == to.edge(); arc++) {
      double begin = Direction.fraction(from, arc);
      double end = Direction.fraction(to, arc);
      if (begin <= end && travel.cost(arc, begin, end) != Travel.NEVER
          && (direct == null || travel.cost(arc, begin, end) < travel.cost(direct.arcs()[0], direct.fromFraction(), direct.toFraction()))) {
        direct = Way.of(travel, List.of(arc), begin, end);
      }
    }
    return direct;
  }

  /** @param come the arc at whose end one is; -1 minus it if one has started on it */
  private void goOn(int come, int cost, int millis, float metres) {
    int arc = come < 0 ? -1 - come : come;
    int node = network.head(arc);
    for (int i = network.outBegin(node), end = network.outBegin(node + 1); i < end; i++) {
      int next = network.out(i);
      if (labels.better(next, cost, millis, metres, 0) && travel.turns().allowed(arc, next)) {
        labels.set(next, cost, millis, metres, 0);
        before[next] = come;
        enter(next, cost);
      }
    }
  }

  private void enter(int arc, int cost) {
    if (arc >> 1 == to.edge()) {
      int rest = travel.cost(arc, 0, Direction.fraction(to, arc));
      if (rest != Travel.NEVER && cost + rest >= 0) {
        best = Math.min(best, cost + rest);
      }
    }
    int end = cost + travel.cost(arc);
    if (travel.cost(arc) != Travel.NEVER && end >= 0) {
      int left = bound.at(network.head(arc));
      if (left != Travel.NEVER && end + left >= 0 && end + left <= best) {
        queue.add(end + left, arc);
      }
    }
  }

  private @Nullable Way last(@Nullable Way direct) {
    Way way = direct;
    int cost = direct == null ? Travel.NEVER : travel.cost(direct.arcs()[0], direct.fromFraction(), direct.toFraction());
    for (int arc = 2 * to.edge(); arc <= 2 * to.edge() + 1; arc++) {
      double fraction = Direction.fraction(to, arc);
      int rest = travel.cost(arc, 0, fraction);
      if (labels.cost[arc] == Travel.NEVER || rest == Travel.NEVER || labels.cost[arc] + rest < 0 || labels.cost[arc] + rest > cost) {
        continue;
      }
      Way around = traced(arc, fraction);
      if (labels.cost[arc] + rest < cost || around.millis() < way.millis()
          || around.millis() == way.millis() && around.metres() < way.metres()) {
        cost = labels.cost[arc] + rest;
        way = around;
      }
    }
    return way;
  }

  private Way traced(int last, double toFraction) {
    List<Integer> backwards = new ArrayList<>();
    int arc = last;
    while (arc >= 0) {
      backwards.add(arc);
      arc = before[arc];
    }
    backwards.add(-1 - arc);
    return Way.of(travel, backwards, Direction.fraction(from, -1 - arc), toFraction);
  }
}
