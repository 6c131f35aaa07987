package org.comparto.network;

import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Times and lengths as answers give them, to a tenth, and places to about ten centimetres. */
final class Figures {

  private Figures() {}

  static double seconds(long millis) {
    return Math.round(millis / 100.0) / 10.0;
  }

  static double degrees(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  /** Longitude, latitude. */
  static double[] position(Coordinate place) {
    return new double[] {degrees(place.x), degrees(place.y)};
  }

  /** Where a point meets the road, and how far that is. */
  static Map<String, Double> place(Snapped point) {
    return Map.of("lon", degrees(point.lon()), "lat", degrees(point.lat()), "metres", metres(point.metres()));
  }

  static double metres(double metres) {
    return Math.round(metres * 10) / 10.0;
  }
}
