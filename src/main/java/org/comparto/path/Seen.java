package org.comparto.path;

import java.util.Arrays;

/**
 * The arcs that a search for one way has seen, numbered as they came, with their labels and what came before each. It grows with the
 * search and not with the network, of which one way sees little: a hash table from arcs to numbers, and arrays by number.
 */
final class Seen {

  /** By hash, one more than the number; 0 if free. Never more than half full. */
  private int[] table = new int[2048];
  private int size;
  private int[] arcs = new int[1024];
  private int[] costs = new int[1024];
  private int[] millis = new int[1024];
  private double[] metres = new double[1024];
  private int[] before = new int[1024];

  /** The number of an arc; a new one has the cost {@link Travel#NEVER}. */
  int number(int arc) {
    int mask = table.length - 1;
    int slot = hash(arc) & mask;
    while (table[slot] != 0) {
      if (arcs[table[slot] - 1] == arc) {
        return table[slot] - 1;
      }
      slot = slot + 1 & mask;
    }
    if (size == arcs.length) {
      grow();
      return number(arc);
    }
    arcs[size] = arc;
    costs[size] = Travel.NEVER;
    table[slot] = ++size;
    return size - 1;
  }

  private static int hash(int arc) {
    int mixed = arc * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }

  private void grow() {
    arcs = Arrays.copyOf(arcs, 2 * size);
    costs = Arrays.copyOf(costs, 2 * size);
    millis = Arrays.copyOf(millis, 2 * size);
    metres = Arrays.copyOf(metres, 2 * size);
    before = Arrays.copyOf(before, 2 * size);
    table = new int[4 * size];
    for (int number = 0; number < size; number++) {
      int slot = hash(arcs[number]) & table.length - 1;
      while (table[slot] != 0) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = number + 1;
    }
  }

  int arc(int number) {
    return arcs[number];
  }

  int cost(int number) {
    return costs[number];
  }

  int millis(int number) {
    return millis[number];
  }

  double metres(int number) {
    return metres[number];
  }

  /** As it was given to {@link #set}. */
  int before(int number) {
    return before[number];
  }

  /** Whether a label comes before the one that an arc has; the order is that of {@link Labels}. */
  boolean better(int number, int newCost, int newMillis, double newMetres) {
    return newCost != costs[number] ? newCost < costs[number]
        : newMillis != millis[number] ? newMillis < millis[number] : newMetres < metres[number];
  }

  void set(int number, int newCost, int newMillis, double newMetres, int newBefore) {
    costs[number] = newCost;
    millis[number] = newMillis;
    metres[number] = newMetres;
    before[number] = newBefore;
  }
}
