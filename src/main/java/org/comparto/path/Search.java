package org.comparto.path;

import java.util.List;

/**
 * Dijkstra's algorithm on arcs: which arc one came by decides which turns are open, so arcs and not junctions have labels. An arc with a
 * label can be begun; it waits in the queue at what it costs to have reached its end.
 */
final class Search {

  private final Direction direction;
  private final Network network;
  private final Labels labels;
  private final int limitMillis;
  private final int[] costs;
  private final int[] millis;
  private final int flip;
  private final Queue queue = new Queue();
  /** Labels up to this cost have to be right: those within the limit of time may be dearer than others beyond it. */
  private int until = -1;

  Search(Direction direction, Labels labels, int limitMillis) {
    this.direction = direction;
    this.network = direction.travel.network();
    this.labels = labels;
    this.limitMillis = limitMillis;
    costs = direction.travel.cost();
    millis = direction.travel.millis();
    flip = direction.flip;
  }

  /** Begins at places; the index of each becomes the source of what is reached from it first. */
  void begin(List<Place> sources) {
    for (int source = 0; source < sources.size(); source++) {
      begin(sources.get(source), source);
    }
  }

  void begin(Place place, int source) {
    for (int arc = 2 * place.edge(); arc <= 2 * place.edge() + 1; arc++) {
      double fraction = Direction.fraction(place, arc);
      int cost = direction.cost(arc, fraction, 1);
      if (cost != Travel.NEVER) {
        goOn(arc, cost, direction.millis(arc, fraction, 1), (float) ((1 - fraction) * network.metres(arc)), source);
      }
    }
  }

  /** Follows an arc with a label to its end later on, if it can be followed so far. */
  void wait(int arc) {
    int cost = labels.cost(arc);
    int end = cost + costs[arc ^ flip];
    if (costs[arc ^ flip] != Travel.NEVER && end >= 0) {
      queue.add(end, arc);
    }
    if (labels.millis(arc) <= limitMillis) {
      until = Math.max(until, (int) Math.min((long) cost + direction.travel.costWithin(arc ^ flip), Travel.NEVER));
    }
  }

  /** Until everything within the limit has its label. */
  void run() {
    for (int key = queue.nextKey(); key >= 0 && key <= until; key = queue.nextKey()) {
      int arc = queue.take();
      if (key == labels.cost(arc) + costs[arc ^ flip]) {
        goOn(arc, key, labels.millis(arc) + millis[arc ^ flip], labels.metres(arc) + network.metres(arc), labels.source(arc));
      }
    }
  }

  /** From the end of an arc into all that follow. */
  private void goOn(int arc, int cost, int millisHere, float metres, int source) {
    int node = network.head(arc);
    for (int i = network.outBegin(node), end = network.outBegin(node + 1); i < end; i++) {
      int next = network.out(i);
      if (labels.better(next, cost, millisHere, metres, source) && direction.allowed(arc, next)) {
        labels.set(next, cost, millisHere, metres, source);
        wait(next);
      }
    }
  }
}
