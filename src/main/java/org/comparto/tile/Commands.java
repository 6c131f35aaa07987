package org.comparto.tile;

import java.util.Arrays;

/** A feature's geometry as the drawing commands of a vector tile, in whole steps of the tile's grid. */
final class Commands {

  /** What a feature is drawn as, with its number in the tile format. */
  enum Type {
    POINT(1), LINE(2), POLYGON(3);

    private final int number;

    Type(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE = 7 | 1 << 3;

  private int[] words = new int[256];
  private int size;
  private int x;
  private int y;
  private Type type = Type.POINT;

  void begin(Type newType) {
    type = newType;
    size = 0;
    x = 0;
    y = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  Type type() {
    return type;
  }

  int size() {
    return size;
  }

  int[] array() {
    return words;
  }

  /** All points of a multi-point at once. */
  void points(GridPath path) {
    reserve(path.size() * 2 + 1);
    words[size++] = MOVE_TO | path.size() << 3;
    for (int i = 0; i < path.size(); i++) {
      step(path.x(i), path.y(i));
    }
  }

  /** A line of at least two points. */
  void line(GridPath path) {
    begin(path);
    for (int i = 1; i < path.size(); i++) {
      step(path.x(i), path.y(i));
    }
  }

  /**
   * A ring of at least three points, the first not repeated at the end.
   *
   * @param positive whether its area by the surveyor's formula shall be positive with y downwards: so for outer rings, not for holes
   */
  void ring(GridPath path, boolean positive) {
    begin(path);
    boolean forwards = path.doubleArea() > 0 == positive;
    for (int i = 1; i < path.size(); i++) {
      int at = forwards ? i : path.size() - i;
      step(path.x(at), path.y(at));
    }
    words[size++] = CLOSE;
  }

  private void begin(GridPath path) {
    reserve(path.size() * 2 + 3);
    words[size++] = MOVE_TO | 1 << 3;
    step(path.x(0), path.y(0));
    words[size++] = LINE_TO | path.size() - 1 << 3;
  }

  private void step(int toX, int toY) {
    int dx = toX - x;
    int dy = toY - y;
    words[size++] = dx << 1 ^ dx >> 31;
    words[size++] = dy << 1 ^ dy >> 31;
    x = toX;
    y = toY;
  }

  private void reserve(int more) {
    if (size + more > words.length) {
      words = Arrays.copyOf(words, Math.max(words.length * 2, size + more));
    }
  }
}
