package org.comparto.path;

import java.util.Arrays;

/**
 * Junctions and the stretches of road between them, without anything that depends on a vehicle. An edge joins two junctions and is two
 * arcs: {@code 2 * edge} from its first junction to its second, {@code 2 * edge + 1} back. Immutable; safe for many threads.
 */
public final class Network {

  private final int nodes;
  /** By arc, the junction it leads to; an arc comes from where its twin ({@code arc ^ 1}) leads. */
  private final int[] head;
  /** By edge, in metres. */
  private final float[] metres;
  private final int[] firstOut;
  private final int[] out;

  /**
   * @param nodes how many junctions; they are numbered from 0
   * @param ends by edge two numbers: its first junction and its second
   * @param metres by edge, its length
   * @throws IllegalArgumentException if the sizes do not fit each other or a junction is out of range
   */
  public Network(int nodes, int[] ends, float[] metres) {
    if (ends.length != 2 * metres.length) {
      throw new IllegalArgumentException("two ends for each of %d edges, not %d numbers".formatted(metres.length, ends.length));
    }
    this.nodes = nodes;
    this.metres = metres.clone();
    head = new int[ends.length];
    firstOut = new int[nodes + 1];
    for (int edge = 0; edge < metres.length; edge++) {
      head[2 * edge] = checked(ends[2 * edge + 1]);
      head[2 * edge + 1] = checked(ends[2 * edge]);
      firstOut[ends[2 * edge]]++;
      firstOut[ends[2 * edge + 1]]++;
    }
    int sum = 0;
    for (int node = 0; node <= nodes; node++) {
      int count = firstOut[node];
      firstOut[node] = sum;
      sum += count;
    }
    out = new int[ends.length];
    int[] next = Arrays.copyOf(firstOut, nodes);
    for (int arc = 0; arc < out.length; arc++) {
      out[next[tail(arc)]++] = arc;
    }
  }

  private int checked(int node) {
    if (node < 0 || node >= nodes) {
      throw new IllegalArgumentException("there is no junction %d among %d".formatted(node, nodes));
    }
    return node;
  }

  public int nodes() {
    return nodes;
  }

  public int edges() {
    return metres.length;
  }

  /** Twice the number of edges. */
  public int arcs() {
    return head.length;
  }

  /** The junction that an arc leads to. */
  public int head(int arc) {
    return head[arc];
  }

  /** The junction that an arc comes from. */
  public int tail(int arc) {
    return head[arc ^ 1];
  }

  /** The length of an arc in metres. */
  public float metres(int arc) {
    return metres[arc >> 1];
  }

  /** Where the arcs that leave a junction begin in {@link #out}; those of the last end at {@code outBegin(nodes())}. */
  public int outBegin(int node) {
    return firstOut[node];
  }

  /** The arc at a place of the list of arcs by the junction they leave; its twin arrives there. */
  public int out(int index) {
    return out[index];
  }
}
