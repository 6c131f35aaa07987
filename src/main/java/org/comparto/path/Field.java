package org.comparto.path;

import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * How far the points of a grid are from lines, in metres. The grid lies in the Mercator projection of the sphere, which stretches all
 * directions alike, so that a distance on the ground is one on the grid but for a factor that depends on the latitude.
 */
final class Field {

  private static final double EARTH_RADIUS_METRES = 6_371_008.8;
  /** Bounds time and memory; where it does not suffice the cells become larger. */
  private static final int MOST_CELLS = 2_000_000;

  final int columns;
  final int rows;
  /** Within it lies what counts; at least a cell, below which the grid would lose lines. */
  final double widthMetres;
  private final double west;
  private final double south;
  private final double cell;
  /** What is looked at around a line: what lies beyond needs no value, since no neighbour of it is within the width. */
  private final double marginMetres;
  /** Squares of distances. */
  private final float[] squares;

  /** @param bounds of all lines, in degrees of EPSG:4326 */
  Field(Envelope bounds, double widthMetres) {
    double narrowing = Math.cos(Math.toRadians((bounds.getMinY() + bounds.getMaxY()) / 2));
    double width = (x(bounds.getMaxX()) - x(bounds.getMinX())) * narrowing + 4 * widthMetres;
    double height = (y(bounds.getMaxY()) - y(bounds.getMinY())) * narrowing + 4 * widthMetres;
    double cellMetres = Math.max(widthMetres / 3, Math.sqrt(width * height / MOST_CELLS));
    this.widthMetres = Math.max(widthMetres, cellMetres);
    marginMetres = this.widthMetres + 1.01 * cellMetres;
    cell = cellMetres / narrowing;
    // The margin in cells, and two more, since the scale at the far north of the bounds differs from that of their middle.
    double pad = marginMetres / Math.cos(Math.toRadians(Math.max(Math.abs(bounds.getMinY()), Math.abs(bounds.getMaxY())))) + 2 * cell;
    west = x(bounds.getMinX()) - pad;
    south = y(bounds.getMinY()) - pad;
    columns = (int) Math.ceil((x(bounds.getMaxX()) + pad - west) / cell) + 1;
    rows = (int) Math.ceil((y(bounds.getMaxY()) + pad - south) / cell) + 1;
    squares = new float[Math.multiplyExact(columns, rows)];
    Arrays.fill(squares, Float.MAX_VALUE);
  }

  /** @param line longitude, latitude, longitude, latitude … */
  void add(double[] line) {
    double x = (x(line[0]) - west) / cell;
    double y = (y(line[1]) - south) / cell;
    for (int i = 2; i < line.length; i += 2) {
      double nextX = (x(line[i]) - west) / cell;
      double nextY = (y(line[i + 1]) - south) / cell;
      // Curves are drawn finer than the grid can tell.
      if (i + 2 == line.length || Math.abs(nextX - x) + Math.abs(nextY - y) > 0.25) {
        add(x, y, nextX, nextY, cell * Math.cos(Math.toRadians(line[i + 1])));
        x = nextX;
        y = nextY;
      }
    }
  }

  private void add(double x1, double y1, double x2, double y2, double metresPerCell) {
    double margin = marginMetres / metresPerCell;
    float square = (float) (metresPerCell * metresPerCell);
    float dx = (float) (x2 - x1);
    float dy = (float) (y2 - y1);
    float length = dx * dx + dy * dy;
    float share = length == 0 ? 0 : 1 / length;
    int left = Math.max(0, (int) Math.ceil(Math.min(x1, x2) - margin));
    int right = Math.min(columns - 1, (int) Math.floor(Math.max(x1, x2) + margin));
    int top = Math.min(rows - 1, (int) Math.floor(Math.max(y1, y2) + margin));
    for (int row = Math.max(0, (int) Math.ceil(Math.min(y1, y2) - margin)); row <= top; row++) {
      float py = (float) (row - y1);
      int at = row * columns + left;
      for (int column = left; column <= right; column++, at++) {
        float px = (float) (column - x1);
        float along = Math.max(0, Math.min(1, (px * dx + py * dy) * share));
        float awayX = px - along * dx;
        float awayY = py - along * dy;
        squares[at] = Math.min(squares[at], (awayX * awayX + awayY * awayY) * square);
      }
    }
  }

  double metres(int column, int row) {
    return Math.sqrt(squares[row * columns + column]);
  }

  boolean within(int column, int row) {
    return squares[row * columns + column] < widthMetres * widthMetres;
  }

  double longitude(double column) {
    return Math.toDegrees((west + column * cell) / EARTH_RADIUS_METRES);
  }

  double latitude(double row) {
    return Math.toDegrees(Math.atan(Math.sinh((south + row * cell) / EARTH_RADIUS_METRES)));
  }

  private static double x(double longitude) {
    return EARTH_RADIUS_METRES * Math.toRadians(longitude);
  }

  private static double y(double latitude) {
    return EARTH_RADIUS_METRES * asinh(Math.tan(Math.toRadians(latitude)));
  }

  private static double asinh(double a) {
    return Math.signum(a) * Math.log(Math.abs(a) + Math.sqrt(a * a + 1));
  }
}
