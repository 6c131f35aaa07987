package org.comparto.energy;

import org.comparto.database.Sql;
import org.comparto.feature.GeoJsonCheck;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Areas that a caller draws: one polygon or several as GeoJSON in longitude and latitude, with rings that do not cross. */
@Component
class DrawnAreas {

  /** What PostGIS says of a shape. */
  record Found(boolean valid, String reason, boolean empty) {}

  static final int MOST_CORNERS = 10_000;
  private static final String VALID = Sql.load("energy/valid.sql").text();

  private final JdbcClient db;

  DrawnAreas(JdbcClient db) {
    this.db = db;
  }

  /**
   * The area as GeoJSON text, once it is one.
   *
   * @throws InvalidInputException naming geometry and what is wrong with it
   */
  String checked(@Nullable JsonNode geometry) {
    if (geometry == null || geometry.isNull()) {
      throw new InvalidInputException("geometry", "geometry is required");
    }
    String type = geometry.path("type").asString("");
    if (!type.equals("Polygon") && !type.equals("MultiPolygon")) {
      throw new InvalidInputException("geometry", "geometry must be a GeoJSON Polygon or MultiPolygon in longitude and latitude");
    }
    GeoJsonCheck check = new GeoJsonCheck();
    check.feature(geometry).ifPresent(fault -> {
      throw new InvalidInputException("geometry", "geometry can not be read: " + fault.reason());
    });
    if (!check.hasCoordinates() || !check.isWithinDegrees()) {
      throw new InvalidInputException("geometry", "geometry needs coordinates in degrees, longitude first");
    }
    if (check.vertices() > MOST_CORNERS) {
      throw new InvalidInputException("geometry", "geometry has " + check.vertices() + " corners; " + MOST_CORNERS + " are the most");
    }
    String text = geometry.toString();
    Found found = db.sql(VALID).param("geometry", text).query(Found.class).single();
    if (!found.valid() || found.empty()) {
      throw new InvalidInputException("geometry", "geometry is not a valid area: " + (found.empty() ? "it is empty" : found.reason()));
    }
    return text;
  }
}
