package org.comparto.tile;

import java.util.Arrays;

/** Points in steps of a tile's grid before they are rounded to it, with the box around them. */
final class Path {

  private double[] xy = new double[128];
  private int size;
  private double minX;
  private double minY;
  private double maxX;
  private double maxY;

  void clear() {
    size = 0;
    minX = Double.POSITIVE_INFINITY;
    minY = Double.POSITIVE_INFINITY;
    maxX = Double.NEGATIVE_INFINITY;
    maxY = Double.NEGATIVE_INFINITY;
  }

  void add(double x, double y) {
    if (2 * size == xy.length) {
      xy = Arrays.copyOf(xy, xy.length * 2);
    }
    xy[2 * size] = x;
    xy[2 * size++ + 1] = y;
    minX = x < minX ? x : minX; // not by Math.min, which has an eye on NaN and -0
    minY = y < minY ? y : minY;
    maxX = x > maxX ? x : maxX;
    maxY = y > maxY ? y : maxY;
  }

  int size() {
    return size;
  }

  double x(int i) {
    return xy[2 * i];
  }

  double y(int i) {
    return xy[2 * i + 1];
  }

  double minX() {
    return minX;
  }

  double minY() {
    return minY;
  }

  double maxX() {
    return maxX;
  }

  double maxY() {
    return maxY;
  }

  double middleX() {
    return (minX + maxX) / 2;
  }

  double middleY() {
    return (minY + maxY) / 2;
  }

  /** Whether the box lies wholly where things are drawn. */
  boolean isInside() {
    return minX >= TileGrid.LOW && maxX <= TileGrid.HIGH && minY >= TileGrid.LOW && maxY <= TileGrid.HIGH;
  }

  /** Whether the box lies wholly where nothing is drawn. */
  boolean isOutside() {
    return size == 0 || maxX < TileGrid.LOW || minX > TileGrid.HIGH || maxY < TileGrid.LOW || minY > TileGrid.HIGH;
  }
}
