package org.comparto.tile;

import org.comparto.problem.InvalidInputException;

/** A tile of the WebMercatorQuad set: zoom 0 to 22, x from the west, y from the north. */
public record TileCoordinate(int z, int x, int y) {

  static final int DEEPEST = 22;

  /** Half the width of the EPSG:3857 square, in metres. */
  static final double HALF = 20037508.342789244;

  public TileCoordinate {
    if (z < 0 || z > DEEPEST) {
      throw new InvalidInputException("z", "z is " + z + "; zooms go from 0 to " + DEEPEST);
    }
    int last = (1 << z) - 1;
    requireWithin("x", x, z, last);
    requireWithin("y", y, z, last);
  }

  private static void requireWithin(String parameter, int value, int z, int last) {
    if (value < 0 || value > last) {
      throw new InvalidInputException(parameter, parameter + " is " + value + "; at zoom " + z + " it goes from 0 to " + last);
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

  /** The first of the places that lie in this tile; see {@link Place}. */
  long firstPlace() {
    return Place.of(x, y) << 2 * (Place.ZOOM - z);
  }

  /** The last of the places that lie in this tile. */
  long lastPlace() {
    return firstPlace() + (1L << 2 * (Place.ZOOM - z)) - 1;
  }
}
