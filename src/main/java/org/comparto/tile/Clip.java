package org.comparto.tile;

import java.util.function.Consumer;

/** Cuts lines and rings at the margin around a tile. */
final class Clip {

  private final Path first = new Path();
  private final Path second = new Path();

  /**
   * The part of a ring where things are drawn, as one ring: Sutherland and Hodgman, Reentrant polygon clipping, CACM 17 (1974).
   * A ring that leaves and enters again runs along the margin in between, there and back; {@link Polygons} parts it.
   *
   * @return a path of this object, valid until it is used again
   */
  Path ring(Path ring) {
    cutX(ring, first, TileGrid.LOW, 1);
    cutX(first, second, TileGrid.HIGH, -1);
    cutY(second, first, TileGrid.LOW, 1);
    cutY(first, second, TileGrid.HIGH, -1);
    return second;
  }

  private static void cutX(Path in, Path out, double edge, int side) {
    out.clear();
    for (int i = 0, j = in.size() - 1; i < in.size(); j = i++) {
      boolean from = (in.x(j) - edge) * side >= 0;
      boolean to = (in.x(i) - edge) * side >= 0;
      if (from != to) {
        out.add(edge, in.y(j) + (edge - in.x(j)) / (in.x(i) - in.x(j)) * (in.y(i) - in.y(j)));
      }
      if (to) {
        out.add(in.x(i), in.y(i));
      }
    }
  }

  private static void cutY(Path in, Path out, double edge, int side) {
    out.clear();
    for (int i = 0, j = in.size() - 1; i < in.size(); j = i++) {
      boolean from = (in.y(j) - edge) * side >= 0;
      boolean to = (in.y(i) - edge) * side >= 0;
      if (from != to) {
        out.add(in.x(j) + (edge - in.y(j)) / (in.y(i) - in.y(j)) * (in.x(i) - in.x(j)), edge);
      }
      if (to) {
        out.add(in.x(i), in.y(i));
      }
    }
  }

  /**
   * The parts of a line where things are drawn, one after the other: Liang and Barsky, A new concept and method for line
   * clipping, ACM TOG 3 (1984), segment by segment.
   *
   * @param part gets each part in a path that is reused for the next
   */
  void line(Path line, Consumer<Path> part) {
    first.clear();
    for (int i = 1; i < line.size(); i++) {
      double x = line.x(i - 1);
      double y = line.y(i - 1);
      double dx = line.x(i) - x;
      double dy = line.y(i) - y;
      double from = Math.max(0, Math.max(enter(x, dx), enter(y, dy)));
      double to = Math.min(1, Math.min(leave(x, dx), leave(y, dy)));
      if (from > to) {
        continue;
      }
      if (from > 0 || first.size() == 0) {
        hand(part);
        first.add(x + from * dx, y + from * dy);
      }
      first.add(x + to * dx, y + to * dy);
      if (to < 1) {
        hand(part);
      }
    }
    hand(part);
  }

  private void hand(Consumer<Path> part) {
    if (first.size() > 1) {
      part.accept(first);
    }
    first.clear();
  }

  /** At which share of a step d from a place it comes between the two margins of one axis. */
  private static double enter(double at, double d) {
    if (d == 0) {
      return at < TileGrid.LOW || at > TileGrid.HIGH ? Double.POSITIVE_INFINITY : 0;
    }
    return ((d > 0 ? TileGrid.LOW : TileGrid.HIGH) - at) / d;
  }

  private static double leave(double at, double d) {
    return d == 0 ? 1 : ((d > 0 ? TileGrid.HIGH : TileGrid.LOW) - at) / d;
  }
}
