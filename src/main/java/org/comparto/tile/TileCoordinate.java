package org.comparto.tile;

import org.comparto.problem.InvalidInputException;

/** A tile of the WebMercatorQuad set: zoom 0 to 22, x from the west, y from the north. */
public record TileCoordinate(int z, int x, int y) {

  public static final int DEEPEST = 22;

  /** Half the width of the EPSG:3857 square, in metres. */
  static final double HALF = 20037508.342789244;

  public TileCoordinate {
    requireWithin("z", z, z, DEEPEST);
    int last = (1 << z) - 1;
    requireWithin("x", x, z, last);
    requireWithin("y", y, z, last);
  }

  /** The tile of a row and a column, called as OGC API calls them. */
  public static TileCoordinate ofRowAndColumn(int tileMatrix, int tileRow, int tileCol) {
    requireWithin("tileMatrix", tileMatrix, tileMatrix, DEEPEST);
    requireWithin("tileRow", tileRow, tileMatrix, (1 << tileMatrix) - 1);
    requireWithin("tileCol", tileCol, tileMatrix, (1 << tileMatrix) - 1);
    return new TileCoordinate(tileMatrix, tileCol, tileRow);
  }

  /** The tile that holds a place in degrees; beyond the square the one at its edge. */
  public static TileCoordinate holding(int z, double longitude, double latitude) {
    double n = 1 << z;
    double sine = Math.sin(Math.toRadians(latitude));
    double row = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * n;
    return new TileCoordinate(z, (int) Math.max(0, Math.min(n - 1, (longitude + 180) / 360 * n)), (int) Math.max(0, Math.min(n - 1, row)));
  }

  private static void requireWithin(String parameter, int value, int z, int last) {
    if (value < 0 || value > last) {
      throw new InvalidInputException(parameter, parameter + " is " + value + "; " + (last == DEEPEST ? "zooms go" : "at zoom " + z + " it goes")
          + " from 0 to " + last);
    }
  }

  /** The tile's width and height in metres of EPSG:3857. */
  double size() {
    return 2 * HALF / (1 << z);
  }

  /** The western edge in metres of EPSG:3857. */
  double west() {
    return x * size() - HALF;
  }

  /** The northern edge in metres of EPSG:3857. */
  double north() {
    return HALF - y * size();
  }

  /** The tile of a zoom, no deeper than this one's, that holds this one. */
  TileCoordinate at(int zoom) {
    return new TileCoordinate(zoom, x >> z - zoom, y >> z - zoom);
  }

  /** The first of the places that lie in this tile; see {@link Place}. */
  long firstPlace() {
    return Place.of(x, y) << 2 * (Place.ZOOM - z);
  }

  /** The last of the places that lie in this tile. */
  long lastPlace() {
    return firstPlace() + (1L << 2 * (Place.ZOOM - z)) - 1;
  }
}
