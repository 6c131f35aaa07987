package org.comparto.network;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Metres around a latitude, for what is at most a few kilometres wide: longitudes and latitudes stretched on GraphHopper's sphere, so that
 * lengths along an edge are in the same proportion to each other as its own.
 */
record Ground(double metresPerLon, double metresPerLat) {

  private static final double METRES_PER_DEGREE = Math.toRadians(6_371_000);

  static Ground at(double lat) {
    return new Ground(METRES_PER_DEGREE * Math.cos(Math.toRadians(lat)), METRES_PER_DEGREE);
  }

  /** A copy in metres, of a geometry in EPSG:4326 (lon, lat). */
  <G extends Geometry> G metres(G geometry) {
    return scaled(geometry, metresPerLon, metresPerLat);
  }

  /** Back to EPSG:4326. */
  <G extends Geometry> G degrees(G geometry) {
    return scaled(geometry, 1 / metresPerLon, 1 / metresPerLat);
  }

  @SuppressWarnings("unchecked")
  private static <G extends Geometry> G scaled(G geometry, double x, double y) {
    G copy = (G) geometry.copy();
    copy.apply((CoordinateFilter) c -> {
      c.x *= x;
      c.y *= y;
    });
    copy.geometryChanged();
    return copy;
  }

  double metres(Coordinate a, Coordinate b) {
    return Math.hypot((a.x - b.x) * metresPerLon, (a.y - b.y) * metresPerLat);
  }
}
