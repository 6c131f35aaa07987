package org.comparto.host;

/** A point in degrees, EPSG:4326, longitude first. */
public record LonLat(double lon, double lat) {

  /** The mean radius of the Earth, IUGG; metres. */
  private static final double RADIUS_M = 6_371_008.8;

  /** As the crow flies, on a sphere: the haversine formula, to 0.5 %. */
  public double metresTo(LonLat other) {
    double northwards = Math.sin(Math.toRadians(other.lat - lat) / 2);
    double eastwards = Math.sin(Math.toRadians(other.lon - lon) / 2);
    double h = northwards * northwards + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * eastwards * eastwards;
    return 2 * RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
