package org.comparto.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a source, as it describes itself.
 *
 * @param features how many rows; null where only reading tells
 * @param geometryType GDAL's name in short: Point, MultiPolygon, Polygon Z …; Unknown for any, None for a plain table
 */
record SourceLayer(String name, @Nullable Long features, String geometryType, List<SourceField> fields, SourceCrs crs) {

  boolean hasGeometry() {
    return !geometryType.equals("None");
  }
}
