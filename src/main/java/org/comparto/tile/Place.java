package org.comparto.tile;

/**
 * Where the middle of a feature's box lies, as the column {@code geom_place} keeps it: the Morton code of the tile of zoom
 * {@link #ZOOM} that holds it. Without its last 2 n bits it is the code of the tile n zooms above.
 */
final class Place {

  /** As in the function {@code map_place} of migration V0015. */
  static final int ZOOM = 28;

  private Place() {}

  /** The code of a tile of any zoom. */
  static long of(int x, int y) {
    return spread(x) | spread(y) << 1;
  }

  /** The easting of the middle of a tile, in metres of EPSG:3857. */
  static double easting(long code, int zoom) {
    return ((gather(code) + 0.5) / (1L << zoom) * 2 - 1) * TileCoordinate.HALF;
  }

  /** The northing of the middle of a tile, in metres of EPSG:3857. */
  static double northing(long code, int zoom) {
    return (1 - (gather(code >>> 1) + 0.5) / (1L << zoom) * 2) * TileCoordinate.HALF;
  }

  private static long spread(int value) {
    long bits = value;
    bits = (bits | bits << 16) & 0x0000FFFF0000FFFFL;
    bits = (bits | bits << 8) & 0x00FF00FF00FF00FFL;
    bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0FL;
    bits = (bits | bits << 2) & 0x3333333333333333L;
    return (bits | bits << 1) & 0x5555555555555555L;
  }

  private static long gather(long code) {
    long bits = code & 0x5555555555555555L;
    bits = (bits | bits >>> 1) & 0x3333333333333333L;
    bits = (bits | bits >>> 2) & 0x0F0F0F0F0F0F0F0FL;
    bits = (bits | bits >>> 4) & 0x00FF00FF00FF00FFL;
    bits = (bits | bits >>> 8) & 0x0000FFFF0000FFFFL;
    return (bits | bits >>> 16) & 0x00000000FFFFFFFFL;
  }
}
