package org.comparto.orienteering;

import java.util.Arrays;

/**
 * The stops of one route in order, with how early the route leaves each of them at best and how late it may arrive there, so that it is seen at once whether another stop fits in
 * between. Where a pause is needed both are known twice: with the pause over, and with the pause still to come.
 */
final class Trip {

  private static final int FAR = Terms.FAR;

  final Terms terms;
  /** The nodes from start to end; stop {@code i} of the trip is at {@code i + 1}. */
  int[] nodes = new int[16];
  int size;
  /** By position: the earliest leaving, without a pause or with the pause over. */
  private int[] leave = new int[16];
  /** By position: the latest arrival, without a pause or with the pause over. */
  private int[] latest = new int[16];
  /** The same two with the pause still to come. */
  private int[] leaveBefore = new int[16];
  private int[] latestBefore = new int[16];
  /** Tick at which the route is at its end. */
  int arrives;

  Trip(Terms terms) {
    this.terms = terms;
    nodes[0] = terms.start;
    nodes[1] = terms.end;
    update();
  }

  void copy(Trip other) {
    reserve(other.size);
    size = other.size;
    arrives = other.arrives;
    int length = size + 2;
    System.arraycopy(other.nodes, 0, nodes, 0, length);
    System.arraycopy(other.leave, 0, leave, 0, length);
    System.arraycopy(other.latest, 0, latest, 0, length);
    if (terms.pauses) {
      System.arraycopy(other.leaveBefore, 0, leaveBefore, 0, length);
      System.arraycopy(other.latestBefore, 0, latestBefore, 0, length);
    }
  }

  private void reserve(int stops) {
    if (stops + 2 > nodes.length) {
      int length = 2 * (stops + 2);
      nodes = Arrays.copyOf(nodes, length);
      leave = Arrays.copyOf(leave, length);
      latest = Arrays.copyOf(latest, length);
      leaveBefore = Arrays.copyOf(leaveBefore, length);
      latestBefore = Arrays.copyOf(latestBefore, length);
    }
  }

  int stop(int i) {
    return nodes[i + 1];
  }

  /** Ticks under way, beginning as early as possible. */
  int ticks() {
    return size == 0 ? 0 : arrives - terms.earliest;
  }

  int[] order() {
    return Arrays.copyOfRange(nodes, 1, size + 1);
  }

  /** @param at how many stops are before it */
  void insert(int at, int stop) {
    reserve(size + 1);
    System.arraycopy(nodes, at + 1, nodes, at + 2, size + 1 - at);
    nodes[at + 1] = stop;
    size++;
    update();
  }

  void remove(int at) {
    cut(at, at + 1);
  }

  /** Takes out the stops from one position to before another. */
  void cut(int from, int to) {
    System.arraycopy(nodes, to + 1, nodes, from + 1, size + 1 - to);
    size -= to - from;
    update();
  }

  /** Takes a whole order over, whether or not it fits. */
  void set(int[] order, int count) {
    reserve(count);
    System.arraycopy(order, 0, nodes, 1, count);
    size = count;
    nodes[size + 1] = terms.end;
    update();
  }

  /** What it costs to visit a stop after {@code at} others: ticks by which all that follows is moved; {@link Terms#FAR} if it does not fit. */
  int cost(int at, int stop) {
    return terms.pauses ? pausedCost(at, stop) : plainCost(at, stop);
  }

  private int plainCost(int at, int stop) {
    int from = nodes[at] * terms.width;
    int next = nodes[at + 1];
    int served = terms.serve(stop, leave[at] + terms.travel[from + stop]);
    int arrive = served + terms.service[stop] + terms.travel[stop * terms.width + next];
    return arrive > latest[at + 1] ? FAR : arrive - leave[at] - terms.travel[from + next];
  }

  private int pausedCost(int at, int stop) {
    int from = nodes[at] * terms.width;
    int next = nodes[at + 1];
    int there = terms.travel[from + stop];
    int on = terms.service[stop] + terms.travel[stop * terms.width + next];
    int straight = terms.travel[from + next];
    int cost = FAR;
    int arrive = terms.serve(stop, leave[at] + there) + on;
    if (arrive <= latest[at + 1]) {
      cost = arrive - leave[at] - straight;
    }
    if (leaveBefore[at] < FAR) {
      int served = terms.serve(stop, leaveBefore[at] + there);
      if (served + on <= latestBefore[at + 1]) {
        cost = Math.min(cost, served + on - leaveBefore[at] - straight);
      }
      int paused = Math.min(pausedAt(leaveBefore[at]) + there, pausedAt(leaveBefore[at] + there));
      int over = Math.min(terms.serve(stop, paused) + on, pausedAt(served + terms.service[stop]) + on - terms.service[stop]);
      if (over <= latest[at + 1]) {
        cost = Math.min(cost, Math.max(0, over - terms.pauseLength - leaveBefore[at] - straight));
      }
    }
    return cost;
  }

  /** The tick at which a pause is over that is taken from a tick on; {@link Terms#FAR} if it is too late for it. */
  private int pausedAt(int tick) {
    int begins = Math.max(tick, terms.pauseEarliest);
    return begins > terms.pauseLatest ? FAR : begins + terms.pauseLength;
  }

  /** The last tick from which a pause can be taken that is over by another; {@code -FAR} if there is none. */
  private int pauseBy(int tick) {
    int begins = Math.min(terms.pauseLatest, tick - terms.pauseLength);
    return begins < terms.pauseEarliest ? -FAR : begins;
  }

  /** Before this position no stop that closes at a tick can be left behind: they all are left later. */
  boolean leavesAfter(int at, int tick) {
    return leave[at] > tick && (!terms.pauses || leaveBefore[at] > tick);
  }

  boolean fits() {
    return terms.pauses ? terms.earliest <= latestBefore[0] : terms.earliest <= latest[0];
  }

  private void update() {
    if (terms.pauses) {
      updatePaused();
    } else {
      updatePlain();
    }
  }

  private void updatePlain() {
    int now = leave[0] = terms.earliest;
    int end = size + 1;
    for (int i = 1; i < end; i++) {
      int node = nodes[i];
      now = leave[i] = Math.min(FAR, terms.serve(node, now + terms.travel[nodes[i - 1] * terms.width + node]) + terms.service[node]);
    }
    arrives = now + terms.travel[nodes[size] * terms.width + terms.end];
    int by = latest[end] = terms.latest;
    for (int i = size; i > 0; i--) {
      int node = nodes[i];
      by = latest[i] = Math.max(-FAR, terms.servedBy(node, by - terms.travel[node * terms.width + nodes[i + 1]] - terms.service[node]));
    }
    latest[0] = by - terms.travel[terms.start * terms.width + nodes[1]];
  }

  private void updatePaused() {
    leave[0] = FAR;
    leaveBefore[0] = terms.earliest;
    int end = size + 1;
    for (int i = 1; i <= end; i++) {
      int node = nodes[i];
      int way = terms.travel[nodes[i - 1] * terms.width + node];
      int before = Math.min(FAR, leaveBefore[i - 1] + way);
      int over = Math.min(leave[i - 1] + way, Math.min(pausedAt(leaveBefore[i - 1]) + way, pausedAt(before)));
      if (i == end) {
        arrives = before <= terms.pauseEarliest ? before : over;
      } else {
        leaveBefore[i] = Math.min(FAR, terms.serve(node, before) + terms.service[node]);
        leave[i] = Math.min(FAR, terms.serve(node, over) + terms.service[node]);
      }
    }
    latest[end] = terms.latest;
    latestBefore[end] = Math.max(Math.min(terms.pauseEarliest, terms.latest), pauseBy(terms.latest));
    for (int i = size; i >= 0; i--) {
      int node = nodes[i];
      int way = terms.travel[node * terms.width + nodes[i + 1]];
      int by = Math.max(latestBefore[i + 1] - way, pauseBy(latest[i + 1] - way));
      if (i == 0) {
        latestBefore[0] = by;
      } else {
        latest[i] = Math.max(-FAR, terms.servedBy(node, latest[i + 1] - way - terms.service[node]));
        latestBefore[i] = Math.max(pauseBy(latest[i]), Math.max(-FAR, terms.servedBy(node, by - terms.service[node])));
      }
    }
  }
}
