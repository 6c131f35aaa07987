package org.comparto.path;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Makes the labels of a tree right again after some arcs have changed: forgets those that may rest on a changed arc, gives them what the
 * others offer, and searches on from there. Labels follow from the travel alone, so the result is the one of a new search.
 */
final class Repair {

  private final Direction before;
  private final Direction after;
  private final Labels old;
  private final Labels labels;
  private final List<Place> sources;
  private final Network network;
  private final Search search;
  private final BitSet sourceEdges = new BitSet();
  private final BitSet forgotten = new BitSet();
  /** The same arcs as they were forgotten; those after them are looked at in this order. */
  private int[] order = new int[64];
  private int size;

  /** @param old the labels of a finished search without a limit that cuts off labels it would need again; they are left as they are */
  Repair(Direction before, Direction after, Labels old, List<Place> sources, int limitMillis) {
    this.before = before;
    this.after = after;
    this.old = old;
    this.sources = sources;
    labels = old.copy();
    network = after.travel.network();
    search = new Search(after, labels, limitMillis);
    sources.forEach(source -> sourceEdges.set(source.edge()));
  }

  /** Arcs that became cheaper: nothing is forgotten, since whatever rests on them only becomes better. */
  Labels cheaper(int[] changed) {
    for (int arc : changed) {
      resume(arc ^ after.flip);
    }
    search.run();
    return labels;
  }

  /** Arcs that became dearer, or any change. */
  Labels dearer(int[] changed) {
    for (int arc : changed) {
      int x = arc ^ after.flip;
      forgetAfter(x, old.cost(x), before.travel.cost()[arc]);
      if (sourceEdges.get(x >> 1)) {
        for (Place source : sources) {
          if (source.edge() == x >> 1) {
            forgetAfter(x, 0, before.cost(x, Direction.fraction(source, x), 1));
          }
        }
      }
    }
    for (int i = 0; i < size; i++) {
      forgetAfter(order[i], old.cost(order[i]), before.travel.cost()[order[i] ^ before.flip]);
    }
    for (int i = 0; i < size; i++) {
      labels.forget(order[i]);
    }
    for (int i = 0; i < size; i++) {
      askAround(order[i]);
    }
    for (int arc : changed) {
      resume(arc ^ after.flip);
    }
    search.run();
    return labels;
  }

  /** Whoever may have come over this arc: more than did, where several ways cost the same, which does no harm. */
  private void forgetAfter(int x, int cost, int more) {
    if (cost == Travel.NEVER || more == Travel.NEVER) {
      return;
    }
    int node = network.head(x);
    for (int i = network.outBegin(node); i < network.outBegin(node + 1); i++) {
      int next = network.out(i);
      if (old.cost(next) == cost + more && !forgotten.get(next)) {
        forgotten.set(next);
        order = size == order.length ? Arrays.copyOf(order, 2 * size) : order;
        order[size++] = next;
      }
    }
  }

  /** Lets all arcs that lead to the beginning of one go on, those that keep their label. */
  private void askAround(int x) {
    int node = network.tail(x);
    for (int i = network.outBegin(node); i < network.outBegin(node + 1); i++) {
      resume(network.out(i) ^ 1);
    }
  }

  private void resume(int x) {
    if (labels.cost(x) != Travel.NEVER) {
      search.wait(x);
    }
    for (int source = 0; sourceEdges.get(x >> 1) && source < sources.size(); source++) {
      if (sources.get(source).edge() == x >> 1) {
        search.begin(sources.get(source), source);
      }
    }
  }
}
