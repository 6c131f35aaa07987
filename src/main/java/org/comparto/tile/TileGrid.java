package org.comparto.tile;

/**
 * The grid that a tile's shapes are drawn on: {@link #EXTENT} steps on each side, y downwards, and a margin around it, so
 * that outlines do not show at the seams.
 *
 * @param west of the tile, metres of EPSG:3857
 * @param north of the tile, metres of EPSG:3857
 * @param tolerance how many steps a simplified outline may be off; 0 to keep every corner that the grid can show
 */
record TileGrid(double west, double north, double stepsPerMetre, int tolerance) {

  static final int EXTENT = 4096;
  static final int MARGIN = 64;
  /** Beyond these nothing is drawn. */
  static final int LOW = -MARGIN;
  static final int HIGH = EXTENT + MARGIN;

  /** From this zoom every corner counts: pages draw the tiles of zoom 18 up to several times larger. */
  private static final int EXACT_FROM = 14;

  static TileGrid of(TileCoordinate tile) {
    return new TileGrid(tile.west(), tile.north(), EXTENT / tile.size(), tile.z() < EXACT_FROM ? 1 : 0);
  }

  TileGrid coarser(int newTolerance) {
    return new TileGrid(west, north, stepsPerMetre, newTolerance);
  }

  double x(double easting) {
    return (easting - west) * stepsPerMetre;
  }

  double y(double northing) {
    return (north - northing) * stepsPerMetre;
  }

  /** The nearest whole step: as {@link Math#round}, for what lies near a tile and in less time. */
  static int step(double steps) {
    return (int) Math.floor(steps + 0.5);
  }

  static boolean isInTile(double x, double y) {
    return x >= 0 && x < EXTENT && y >= 0 && y < EXTENT;
  }

  static boolean isDrawn(double x, double y) {
    return x >= LOW && x <= HIGH && y >= LOW && y <= HIGH;
  }
}
