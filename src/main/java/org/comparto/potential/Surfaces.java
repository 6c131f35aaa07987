package org.comparto.potential;

import java.util.List;
import org.comparto.database.Sql;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** How many square metres are asked about, and where they lie. */
@Component
class Surfaces {

  /** Where only the shape of a year is asked for, and nobody says where. */
  static final double MIDDLE_OF_ITALY = 43;
  private static final String MEASURED = Sql.load("potential/measured.sql").text();
  private static final int MOST_VERTICES = 10_000;
  private static final double MOST_M2 = 400e6;

  record Place(double lon, double lat) {}

  /** @param crs in which it was measured; null where the caller did @param place null where nobody says */
  record Surface(double m2, @Nullable String crs, @Nullable Place place) {}

  private final JdbcClient db;

  Surfaces(JdbcClient db) {
    this.db = db;
  }

  Surface of(PotentialQuestion question) {
    Place given = question.point() == null ? null : place(question.point());
    if ((question.geometry() == null) == (question.areaM2() == null)) {
      throw new InvalidInputException("geometry", "Give either geometry or areaM2.");
    }
    if (question.geometry() != null) {
      Surface measured = measured(geometry(question.geometry()));
      return given == null ? measured : new Surface(measured.m2(), measured.crs(), given);
    }
    if (!(question.areaM2() > 0 && question.areaM2() <= MOST_M2)) {
      throw new InvalidInputException("areaM2", "areaM2 must be more than 0 and at most " + Math.round(MOST_M2) + " square metres");
    }
    Place middle = Yields.middle(question.territory()).map(at -> new Place(at[0], at[1])).orElse(null);
    return new Surface(question.areaM2(), null, given == null ? middle : given);
  }

  private Surface measured(Geometry geometry) {
    Surface surface = db.sql(MEASURED).param("wkb", new WKBWriter().write(geometry)).query((row, number) -> new Surface(row.getDouble("m2"),
        "EPSG:" + row.getInt("srid"), new Place(row.getDouble("lon"), row.getDouble("lat")))).single();
    if (surface.m2() > MOST_M2) {
      throw new InvalidInputException("geometry", "geometry is larger than 400 km²; ask about a smaller area");
    }
    return surface;
  }

  private static Geometry geometry(JsonNode json) {
    Geometry geometry;
    try {
      geometry = new GeoJsonReader().read(json.toString());
    } catch (ParseException | RuntimeException e) {
      throw new InvalidInputException("geometry", "geometry is no GeoJSON Polygon or MultiPolygon in longitude and latitude");
    }
    if (!(geometry instanceof Polygonal) || geometry.isEmpty()) {
      throw new InvalidInputException("geometry", "geometry is no GeoJSON Polygon or MultiPolygon in longitude and latitude");
    }
    if (geometry.getNumPoints() > MOST_VERTICES) {
      throw new InvalidInputException("geometry", "geometry has " + geometry.getNumPoints() + " vertices; " + MOST_VERTICES + " are the most");
    }
    var box = geometry.getEnvelopeInternal();
    if (!(box.getMinX() >= -180 && box.getMaxX() <= 180 && box.getMinY() >= -90 && box.getMaxY() <= 90)) {
      throw new InvalidInputException("geometry", "geometry must lie in longitudes from -180 to 180 and latitudes from -90 to 90");
    }
    if (!geometry.isValid()) {
      throw new InvalidInputException("geometry", "geometry is not valid: its edges cross or touch");
    }
    return geometry;
  }

  private static Place place(List<Double> point) {
    if (point.size() != 2 || point.contains(null) || !(Math.abs(point.get(0)) <= 180 && Math.abs(point.get(1)) <= 66)) {
      throw new InvalidInputException("point", "point must be [lon, lat] in degrees");
    }
    return new Place(point.get(0), point.get(1));
  }
}
