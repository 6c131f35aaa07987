package org.comparto.ogc;

import java.util.List;
import java.util.stream.IntStream;
import org.comparto.tile.TileCoordinate;

/** The one tile matrix set that there is, with the numbers of its register entry (OGC 17-083r4, annex D.1). */
final class WebMercatorQuad {

  static final String ID = "WebMercatorQuad";
  static final String URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
  static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/3857";
  static final String TITLE = "Google Maps Compatible for the World";

  private static final double HALF = 20037508.3427892;
  private static final int TILE_SIZE = 256;
  /** Metres of a standard pixel. */
  private static final double PIXEL = 0.00028;

  /** A tile matrix set. */
  record Definition(String id, String title, String uri, String crs, List<String> orderedAxes, String wellKnownScaleSet,
      List<TileMatrix> tileMatrices) {}

  /** One zoom of it. */
  record TileMatrix(String id, double scaleDenominator, double cellSize, String cornerOfOrigin, List<Double> pointOfOrigin,
      int tileWidth, int tileHeight, int matrixWidth, int matrixHeight) {}

  private WebMercatorQuad() {}

  static Definition definition() {
    return new Definition(ID, TITLE, URI, CRS, List.of("X", "Y"), "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        IntStream.rangeClosed(0, TileCoordinate.DEEPEST).mapToObj(WebMercatorQuad::matrix).toList());
  }

  private static TileMatrix matrix(int z) {
    int tiles = 1 << z;
    double cell = 2 * HALF / TILE_SIZE / tiles;
    return new TileMatrix(String.valueOf(z), cell / PIXEL, cell, "topLeft", List.of(-HALF, HALF), TILE_SIZE, TILE_SIZE, tiles, tiles);
  }
}
