package org.comparto.tile;

import java.util.Arrays;

/** A line or ring on the whole-numbered grid of a tile, y downwards; a ring's first point is not repeated at its end. */
final class GridPath {

  private int[] xy;
  private int size;

  GridPath() {
    this(new int[128], 0);
  }

  private GridPath(int[] xy, int size) {
    this.xy = xy;
    this.size = size;
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int x(int i) {
    return xy[2 * i];
  }

  int y(int i) {
    return xy[2 * i + 1];
  }

  void add(int x, int y) {
    if (2 * size == xy.length) {
      xy = Arrays.copyOf(xy, xy.length * 2);
    }
    xy[2 * size] = x;
    xy[2 * size++ + 1] = y;
  }

  /** Adds a point of a line unless the line is there already. */
  void addToLine(int x, int y) {
    if (size == 0 || x(size - 1) != x || y(size - 1) != y) {
      add(x, y);
    }
  }

  /** Adds a point of a ring; whatever then lies on a straight line between its neighbours, there and back too, goes. */
  void addToRing(int x, int y) {
    while (size > 0 && (isLast(x, y) || size > 1 && turn(size - 2, size - 1, x, y) == 0)) {
      size--;
    }
    add(x, y);
  }

  /** Does at the seam of a ring what {@link #addToRing} did along it. Fewer than three points are left of a ring without area. */
  void closeRing() {
    int first = 0;
    boolean changed = true;
    while (changed && size - first >= 3) {
      changed = false;
      if (isLast(x(first), y(first)) || turn(size - 2, size - 1, x(first), y(first)) == 0) {
        size--;
        changed = true;
      } else if (turn(size - 1, first, x(first + 1), y(first + 1)) == 0) {
        first++;
        changed = true;
      }
    }
    System.arraycopy(xy, 2 * first, xy, 0, 2 * (size - first));
    size -= first;
  }

  /** Keeps the points that are marked. */
  void keepOnly(boolean[] kept) {
    int left = 0;
    for (int i = 0; i < size; i++) {
      if (kept[i]) {
        xy[2 * left] = x(i);
        xy[2 * left++ + 1] = y(i);
      }
    }
    size = left;
  }

  /** Twice the area of a ring by the surveyor's formula: positive if it turns clockwise on a screen. */
  long doubleArea() {
    long sum = 0;
    for (int i = 0, j = size - 1; i < size; j = i++) {
      sum += (long) x(j) * y(i) - (long) x(i) * y(j);
    }
    return sum;
  }

  /** Whether no two sides of a ring touch but at the corner they share. Of a ring that is not convex every pair is asked: it is for short ones. */
  boolean isSimpleRing() {
    return isConvexRing() || noTwoSidesMeet();
  }

  /** A ring that always turns to the same side, and goes to the right once and to the left once, goes round once. */
  private boolean isConvexRing() {
    int side = 0;
    int reversals = 0;
    int direction = 0;
    int firstDirection = 0;
    for (int i = 0; i < size; i++) {
      int next = i + 1 == size ? 0 : i + 1;
      int afterNext = next + 1 == size ? 0 : next + 1;
      int turn = turn(i, next, x(afterNext), y(afterNext));
      if (turn == 0 || turn == -side) {
        return false;
      }
      side = turn;
      int step = Integer.compare(x(next), x(i));
      if (step != 0) {
        reversals += direction == -step ? 1 : 0;
        firstDirection = firstDirection == 0 ? step : firstDirection;
        direction = step;
      }
    }
    return reversals + (direction == -firstDirection ? 1 : 0) == 2;
  }

  private boolean noTwoSidesMeet() {
    for (int i = 0; i < size; i++) {
      int iEnd = i + 1 == size ? 0 : i + 1;
      int west = Math.min(x(i), x(iEnd));
      int east = Math.max(x(i), x(iEnd));
      int north = Math.min(y(i), y(iEnd));
      int south = Math.max(y(i), y(iEnd));
      for (int j = i + 2; j < size; j++) {
        int jEnd = j + 1 == size ? 0 : j + 1;
        int x1 = x(j);
        int x2 = x(jEnd);
        int y1 = y(j);
        int y2 = y(jEnd);
        boolean apart = x1 < west && x2 < west || x1 > east && x2 > east || y1 < north && y2 < north || y1 > south && y2 > south;
        if (!apart && jEnd != i && turn(i, iEnd, x1, y1) * turn(i, iEnd, x2, y2) <= 0
            && turn(j, jEnd, x(i), y(i)) * turn(j, jEnd, x(iEnd), y(iEnd)) <= 0) {
          return false;
        }
      }
    }
    return true;
  }

  GridPath copy() {
    return new GridPath(Arrays.copyOf(xy, Math.max(2 * size, 2)), size);
  }

  private boolean isLast(int x, int y) {
    return x(size - 1) == x && y(size - 1) == y;
  }

  /** On which side of the line from a to b a point lies; 0 on it. */
  private int turn(int a, int b, int x, int y) {
    return Long.signum((long) (x(b) - x(a)) * (y - y(a)) - (long) (y(b) - y(a)) * (x - x(a)));
  }
}
