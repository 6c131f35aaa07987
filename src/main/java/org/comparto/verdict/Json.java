package org.comparto.verdict;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Geometries as GeoJSON in CRS84. */
final class Json {

  /** Of a degree: a millimetre, as fine as the grid of the computation. */
  private static final int DECIMALS = 8;

  private Json() {}

  static JsonNode of(Geometry geometry) {
    GeoJsonWriter writer = new GeoJsonWriter(DECIMALS);
    writer.setEncodeCRS(false);
    return JsonMapper.shared().readTree(writer.write(geometry));
  }
}
