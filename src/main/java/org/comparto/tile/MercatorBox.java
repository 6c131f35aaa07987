package org.comparto.tile;

/** A box in metres of EPSG:3857. */
record MercatorBox(double west, double south, double east, double north) {

  /** A tile with the margin in which its shapes are drawn. */
  static MercatorBox around(TileCoordinate tile) {
    double margin = tile.size() * TileGrid.MARGIN / TileGrid.EXTENT;
    return new MercatorBox(tile.west() - margin, tile.north() - tile.size() - margin, tile.west() + tile.size() + margin, tile.north() + margin);
  }
}
