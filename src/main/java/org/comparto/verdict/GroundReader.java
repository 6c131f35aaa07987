package org.comparto.verdict;

import java.util.List;
import java.util.Map;
import org.comparto.feature.GeoJsonCheck;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the area that somebody asks about: GeoJSON polygons in CRS84. */
final class GroundReader {

  static final int MOST_VERTICES = 10_000;
  private static final String PARAMETER = "geometry";

  private GroundReader() {}

  /**
   * @return polygons in a form that is the same however rings begin and turn, without heights
   * @throws InvalidInputException if it is no polygon in longitude and latitude, or has too many vertices
   * @throws RefusedException if it crosses itself, answered with 422 and the place
   */
  static Geometry read(@Nullable JsonNode json) {
    if (json == null || json.isNull()) {
      throw new InvalidInputException(PARAMETER, "geometry is required");
    }
    String type = json.path("type").asString("");
    if (!type.equals("Polygon") && !type.equals("MultiPolygon")) {
      throw new InvalidInputException(PARAMETER, "geometry must be a Polygon or MultiPolygon of GeoJSON");
    }
    GeoJsonCheck check = new GeoJsonCheck();
    check.feature(json).ifPresent(fault -> {
      throw new InvalidInputException(PARAMETER, "geometry can not be read: " + fault.reason());
    });
    if (check.vertices() > MOST_VERTICES) {
      throw new InvalidInputException(PARAMETER, "geometry has " + check.vertices() + " vertices; " + MOST_VERTICES + " are the most");
    }
    if (!check.isWithinDegrees()) {
      throw new InvalidInputException(PARAMETER, "geometry is not in degrees; give longitude and latitude (CRS84), longitude first");
    }
    Geometry geometry = parse(json);
    requireValid(geometry);
    return geometry.norm();
  }

  private static Geometry parse(JsonNode json) {
    try {
      Geometry geometry = new GeoJsonReader().read(JsonMapper.shared().writeValueAsString(json));
      if (geometry.isEmpty()) {
        throw new InvalidInputException(PARAMETER, "geometry is empty");
      }
      geometry.setSRID(0);
      geometry.apply((CoordinateFilter) position -> position.setZ(Double.NaN));
      return geometry;
    } catch (ParseException | IllegalArgumentException e) { // JTS on rings of too few positions
      throw new InvalidInputException(PARAMETER, "geometry has a ring of too few positions; the least is a triangle of four, the last equal to the first");
    }
  }

  /** @throws RefusedException with the first place where it crosses or touches itself */
  static void requireValid(Geometry geometry) {
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null) {
      Map<String, Object> place = Map.of("type", "Point", "coordinates", List.of(error.getCoordinate().x, error.getCoordinate().y));
      throw RefusedException.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-geometry", "the area crosses or touches itself at " + degrees(error.getCoordinate().x) + ", "
          + degrees(error.getCoordinate().y) + "; mend it there first", PARAMETER, Map.of("place", place));
    }
  }

  /** To a centimetre. */
  private static double degrees(double value) {
    return Math.round(value * 1e7) / 1e7;
  }
}
