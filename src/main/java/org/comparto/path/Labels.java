package org.comparto.path;

import java.util.Arrays;

/**
 * By arc, the best way found so far to its beginning: cost first, then milliseconds, metres and the index of the source. This order is
 * kept by going on along a path, so the labels of a finished search do not depend on the order in which it found them.
 */
final class Labels {

  final int[] cost;
  final int[] millis;
  final float[] metres;
  final int[] source;

  Labels(int arcs) {
    cost = new int[arcs];
    millis = new int[arcs];
    metres = new float[arcs];
    source = new int[arcs];
    clear();
  }

  private Labels(Labels other) {
    cost = other.cost.clone();
    millis = other.millis.clone();
    metres = other.metres.clone();
    source = other.source.clone();
  }

  Labels copy() {
    return new Labels(this);
  }

  void clear() {
    Arrays.fill(cost, Travel.NEVER);
  }

  void forget(int arc) {
    cost[arc] = Travel.NEVER;
  }

  /** Whether a label comes before the one that an arc has. */
  boolean better(int arc, int newCost, int newMillis, float newMetres, int newSource) {
    return newCost != cost[arc] ? newCost < cost[arc]
        : newMillis != millis[arc] ? newMillis < millis[arc]
        : newMetres != metres[arc] ? newMetres < metres[arc]
        : newSource < source[arc];
  }

  void set(int arc, int newCost, int newMillis, float newMetres, int newSource) {
    cost[arc] = newCost;
    millis[arc] = newMillis;
    metres[arc] = newMetres;
    source[arc] = newSource;
  }
}
