package org.comparto.path;

import java.util.Arrays;

/**
 * By arc, the best way found so far to its beginning: cost first, then milliseconds, metres and the index of the source. This order is
 * kept by going on along a path, so the labels of a finished search do not depend on the order in which it found them.
 */
final class Labels {

  /** Four numbers for each arc lie together, since whoever needs one needs the others: cost, milliseconds, metres (a float), source. */
  private final int[] labels;

  Labels(int arcs) {
    labels = new int[4 * arcs];
    clear();
  }

  private Labels(Labels other) {
    labels = other.labels.clone();
  }

  Labels copy() {
    return new Labels(this);
  }

  void clear() {
    Arrays.fill(labels, Travel.NEVER);
  }

  void forget(int arc) {
    labels[4 * arc] = Travel.NEVER;
  }

  /** {@link Travel#NEVER} if the arc has no label; then the rest means nothing. */
  int cost(int arc) {
    return labels[4 * arc];
  }

  int millis(int arc) {
    return labels[4 * arc + 1];
  }

  float metres(int arc) {
    return Float.intBitsToFloat(labels[4 * arc + 2]);
  }

  int source(int arc) {
    return labels[4 * arc + 3];
  }

  /** Whether a label comes before the one that an arc has. */
  boolean better(int arc, int cost, int millis, float metres, int source) {
    int now = labels[4 * arc];
    return cost < now || cost == now && betterAtTheSameCost(arc, millis, metres, source);
  }

  private boolean betterAtTheSameCost(int arc, int millis, float metres, int source) {
    return millis != millis(arc) ? millis < millis(arc) : metres != metres(arc) ? metres < metres(arc) : source < source(arc);
  }

  void set(int arc, int cost, int millis, float metres, int source) {
    labels[4 * arc] = cost;
    labels[4 * arc + 1] = millis;
    labels[4 * arc + 2] = Float.floatToRawIntBits(metres);
    labels[4 * arc + 3] = source;
  }
}
