package org.comparto.tile;

import java.util.Arrays;

/** Leaves out corners that are no more than a tolerance off the line without them: Douglas and Peucker, The Canadian Cartographer 10 (1973). */
final class Simplification {

  /** Below it there is little to win. */
  private static final int SHORTEST = 9;

  private boolean[] kept = new boolean[256];
  private int[] open = new int[64];

  void line(GridPath path, int tolerance) {
    if (tolerance > 0 && path.size() >= SHORTEST) {
      begin(path);
      keep(path, 0, path.size() - 1, tolerance);
      path.keepOnly(kept);
    }
  }

  /** Both halves between the first point and the one farthest from it; what remains of a ring has three points at least, or was one line. */
  void ring(GridPath path, int tolerance) {
    if (tolerance == 0 || path.size() < SHORTEST) {
      return;
    }
    int far = 0;
    long farthest = -1;
    for (int i = 1; i < path.size(); i++) {
      long dx = path.x(i) - path.x(0);
      long dy = path.y(i) - path.y(0);
      if (dx * dx + dy * dy > farthest) {
        farthest = dx * dx + dy * dy;
        far = i;
      }
    }
    path.add(path.x(0), path.y(0));
    begin(path);
    kept[far] = true;
    keep(path, 0, far, tolerance);
    keep(path, far, path.size() - 1, tolerance);
    kept[path.size() - 1] = false;
    path.keepOnly(kept);
  }

  private void begin(GridPath path) {
    if (kept.length <= path.size()) {
      kept = new boolean[path.size() * 2];
    }
    Arrays.fill(kept, 0, path.size(), false);
    kept[0] = true;
    kept[path.size() - 1] = true;
  }

  private void keep(GridPath path, int begin, int end, int tolerance) {
    int waiting = 0;
    open[waiting++] = begin;
    open[waiting++] = end;
    while (waiting > 0) {
      int to = open[--waiting];
      int from = open[--waiting];
      int far = farthest(path, from, to, tolerance);
      if (far > 0) {
        kept[far] = true;
        if (waiting + 4 > open.length) {
          open = Arrays.copyOf(open, open.length * 2);
        }
        open[waiting++] = from;
        open[waiting++] = far;
        open[waiting++] = far;
        open[waiting++] = to;
      }
    }
  }

  /** The point farthest from the segment between two others; 0 if none is farther than the tolerance. */
  private static int farthest(GridPath path, int from, int to, int tolerance) {
    double x = path.x(from);
    double y = path.y(from);
    double dx = path.x(to) - x;
    double dy = path.y(to) - y;
    double squared = dx * dx + dy * dy;
    double most = (double) tolerance * tolerance;
    int far = 0;
    for (int i = from + 1; i < to; i++) {
      double px = path.x(i) - x;
      double py = path.y(i) - y;
      double along = squared == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / squared));
      double offX = px - along * dx;
      double offY = py - along * dy;
      double off = offX * offX + offY * offY;
      if (off > most) {
        most = off;
        far = i;
      }
    }
    return far;
  }
}
