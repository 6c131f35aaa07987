package org.comparto.network;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import as the database remembers it; coordinates are EPSG:4326.
 *
 * @param sha256 of the file, in hexadecimal
 * @param dataDate the moment that the file says its data are of; null if it says none
 * @param importedBy account name
 * @param attribution whom to name
 * @param licence under which the data may be used
 * @param demonstration made by us, not official
 */
record RoadGraphRow(String version, String fileName, String sha256, @Nullable Instant dataDate, Instant importedAt, String importedBy,
    int junctions, int roads, double west, double south, double east, double north, String attribution, String licence,
    boolean demonstration) {

  RoadGraph.About about() {
    return new RoadGraph.About(version, dataDate == null ? importedAt : dataDate, attribution, demonstration);
  }
}
