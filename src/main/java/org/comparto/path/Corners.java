package org.comparto.path;

import java.util.Arrays;

/**
 * Which corners of a contour are needed. One that is left out moves the line by a fifth of a cell at most; and the line goes on crossing
 * the same edges of the grid in the same order, each by itself, so that it still meets no other line.
 */
final class Corners {

  private static final double TOLERANCE = 0.2;
  private static final double OFF = 0.01;
  /** Bounds the time for straight lines. */
  private static final int MOST = 64;

  private final double[] x;
  private final double[] y;
  private final int size;

  /**
   * @param x and y of a ring's corners in cells, each on an edge of the grid: one of both is a whole number, and the other is not; the
   *     last corner is not the first again
   */
  Corners(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    size = x.length;
  }

  /** Their indices in order, beginning with the first. */
  int[] needed() {
    int[] needed = new int[size];
    int count = 0;
    for (int from = 0; from < size; ) {
      needed[count++] = from;
      int to = from + 1;
      while (to < size && to - from < MOST && straight(from, to + 1)) {
        to++;
      }
      from = to;
    }
    return Arrays.copyOf(needed, count);
  }

  /** Whether a line from one corner to another crosses nearly where those between them lie. */
  private boolean straight(int from, int to) {
    double dx = x[to % size] - x[from];
    double dy = y[to % size] - y[from];
    double before = 0;
    for (int i = from + 1; i < to; i++) {
      boolean onRow = y[i] == Math.rint(y[i]);
      double along = onRow ? (y[i] - y[from]) / dy : (x[i] - x[from]) / dx;
      double crosses = onRow ? x[from] + along * dx : y[from] + along * dy;
      double meant = onRow ? x[i] : y[i];
      // Written so that what is no number, where the line is parallel to the edge, is refused too.
      if (!(along > before && along < 1 && Math.abs(crosses - meant) <= TOLERANCE
          && crosses >= Math.floor(meant) + OFF && crosses <= Math.floor(meant) + 1 - OFF)) {
        return false;
      }
      before = along;
    }
    return true;
  }
}
