package org.comparto.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.comparto.problem.InvalidInputException;
import tools.jackson.databind.JsonNode;

/** A place, EPSG:4326, longitude first. Read from {"lon": …, "lat": …} or [lon, lat]. */
record Point(double lon, double lat) {

  Point {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new InvalidInputException("point", "point must be {\"lon\": …, \"lat\": …} in degrees");
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Point of(JsonNode node) {
    JsonNode lon = node.isArray() ? node.path(0) : node.path("lon");
    JsonNode lat = node.isArray() ? node.path(1) : node.path("lat");
    if (!lon.isNumber() || !lat.isNumber() || node.size() != 2) {
      throw new InvalidInputException("point", "point must be {\"lon\": …, \"lat\": …} in degrees");
    }
    return new Point(lon.doubleValue(), lat.doubleValue());
  }

  /** Metres as the crow flies, on a sphere of 6,371 km. */
  double metresTo(Point other) {
    double lat1 = Math.toRadians(lat);
    double lat2 = Math.toRadians(other.lat);
    double half = Math.pow(Math.sin((lat2 - lat1) / 2), 2) + Math.cos(lat1) * Math.cos(lat2) * Math.pow(Math.sin(Math.toRadians(other.lon - lon) / 2), 2);
    return 2 * 6_371_000 * Math.asin(Math.sqrt(half));
  }
}
