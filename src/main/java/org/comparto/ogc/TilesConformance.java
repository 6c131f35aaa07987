package org.comparto.ogc;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What tiles conform to: OGC API Tiles Part 1, and Two Dimensional Tile Matrix Set. */
@Component
class TilesConformance implements ConformanceClasses {

  private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";
  private static final String MATRIX_SETS = "http://www.opengis.net/spec/tms/2.0/conf/";

  @Override
  public List<String> uris() {
    return Stream.concat(
        Stream.of("core", "tileset", "tilesets-list", "dataset-tilesets", "geodata-tilesets", "collections-selection", "mvt").map(TILES::concat),
        Stream.of("tilematrixset", "json-tilematrixset", "json-tilesetmetadata", "tilesetmetadata").map(MATRIX_SETS::concat)).toList();
  }
}
