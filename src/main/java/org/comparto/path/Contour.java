package org.comparto.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * The line around a field's width (marching squares). It crosses the grid where the distance between two neighbours passes the width,
 * with what is within on its left; no two lines ever meet, so rings become valid polygons without any repair.
 */
final class Contour {

  /** By which corners are within (1 south-west, 2 south-east, 4 north-east, 8 north-west): from side to side, 0 south, 1 east, 2 north, 3 west. */
  private static final int[][] SIDES = {
      {}, {0, 3}, {1, 0}, {1, 3}, {2, 1}, {0, 3, 2, 1}, {2, 0}, {2, 3}, {3, 2}, {0, 2}, {1, 0, 3, 2}, {1, 2}, {3, 1}, {0, 1}, {3, 0}, {}};
  /** As {@link #SIDES}, where two opposite corners are joined through the middle. */
  private static final int[] JOINED_5 = {0, 1, 2, 3};
  private static final int[] JOINED_10 = {3, 0, 1, 2};
  /** Lines stay off the grid's points, where several could meet. */
  private static final double OFF = 0.02;

  private final Field field;
  /** By crossing, the one that follows; a crossing of the grid is twice its point, plus one if it lies north and not east of it. */
  private final int[] next;
  /** By grid point, one more than the ring that crosses east of it. */
  private final int[] ringEast;

  Contour(Field field) {
    this.field = field;
    next = new int[2 * field.columns * field.rows];
    ringEast = new int[field.columns * field.rows];
    Arrays.fill(next, -1);
    for (int row = 0; row + 1 < field.rows; row++) {
      for (int column = 0; column + 1 < field.columns; column++) {
        join(column, row);
      }
    }
  }

  private void join(int column, int row) {
    int corners = (field.within(column, row) ? 1 : 0) | (field.within(column + 1, row) ? 2 : 0)
        | (field.within(column + 1, row + 1) ? 4 : 0) | (field.within(column, row + 1) ? 8 : 0);
    int[] sides = SIDES[corners];
    if (sides.length == 4 && (field.metres(column, row) + field.metres(column + 1, row) + field.metres(column + 1, row + 1)
        + field.metres(column, row + 1)) / 4 < field.widthMetres) {
      sides = corners == 5 ? JOINED_5 : JOINED_10;
    }
    for (int i = 0; i < sides.length; i += 2) {
      next[crossing(column, row, sides[i])] = crossing(column, row, sides[i + 1]);
    }
  }

  private int crossing(int column, int row, int side) {
    int point = row * field.columns + column;
    return switch (side) {
      case 0 -> 2 * point;
      case 1 -> 2 * (point + 1) + 1;
      case 2 -> 2 * (point + field.columns);
      default -> 2 * point + 1;
    };
  }

  /** A ring, and its westernmost crossing of a row. */
  private record Ring(LinearRing line, boolean hole, int west) {}

  /** In EPSG:4326, shells counter-clockwise, holes clockwise. */
  MultiPolygon polygons(GeometryFactory factory) {
    List<Ring> rings = new ArrayList<>();
    for (int crossing = 0; crossing < next.length; crossing++) {
      if (next[crossing] >= 0) {
        rings.add(ring(crossing, rings.size() + 1, factory));
      }
    }
    List<List<LinearRing>> holes = new ArrayList<>();
    rings.forEach(ring -> holes.add(new ArrayList<>()));
    int[] shells = new int[rings.size()];
    rings.stream().sorted(Comparator.comparingInt(ring -> ring.west() % field.columns)).forEach(ring -> {
      int index = ringEast[ring.west()] - 1;
      shells[index] = ring.hole() ? shells[ringWestOf(ring.west())] : index;
      if (ring.hole()) {
        holes.get(shells[index]).add(ring.line());
      }
    });
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < rings.size(); i++) {
      if (!rings.get(i).hole()) {
        polygons.add(factory.createPolygon(rings.get(i).line(), holes.get(i).toArray(LinearRing[]::new)));
      }
    }
    return factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** Between a hole's westernmost crossing and the one west of it everything is within, so both lines bound the same polygon. */
  private int ringWestOf(int point) {
    int west = point - 1;
    while (ringEast[west] == 0) {
      west--;
    }
    return ringEast[west] - 1;
  }

  private Ring ring(int first, int number, GeometryFactory factory) {
    int[] crossings = new int[64];
    int size = 0;
    int west = -1;
    for (int crossing = first; next[crossing] >= 0; ) {
      crossings = size == crossings.length ? Arrays.copyOf(crossings, 2 * size) : crossings;
      crossings[size++] = crossing;
      int point = crossing >> 1;
      if ((crossing & 1) == 0) {
        ringEast[point] = number;
        west = west < 0 || point % field.columns < west % field.columns ? point : west;
      }
      int following = next[crossing];
      next[crossing] = -1;
      crossing = following;
    }
    Coordinate[] line = line(Arrays.copyOf(crossings, size));
    return new Ring(factory.createLinearRing(line), !Orientation.isCCW(line), west);
  }

  private Coordinate[] line(int[] crossings) {
    double[] x = new double[crossings.length];
    double[] y = new double[crossings.length];
    for (int i = 0; i < crossings.length; i++) {
      int column = (crossings[i] >> 1) % field.columns;
      int row = (crossings[i] >> 1) / field.columns;
      boolean north = (crossings[i] & 1) == 1;
      double here = field.metres(column, row);
      double there = north ? field.metres(column, row + 1) : field.metres(column + 1, row);
      double share = Math.max(OFF, Math.min(1 - OFF, (field.widthMetres - here) / (there - here)));
      x[i] = north ? column : column + share;
      y[i] = north ? row + share : row;
    }
    int[] corners = new Corners(x, y).needed();
    Coordinate[] line = new Coordinate[corners.length + 1];
    for (int i = 0; i < corners.length; i++) {
      line[i] = new Coordinate(field.longitude(x[corners[i]]), field.latitude(y[corners[i]]));
    }
    line[corners.length] = line[0].copy();
    return line;
  }
}
