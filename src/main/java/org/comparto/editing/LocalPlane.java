package org.comparto.editing;

import java.util.Locale;
import org.comparto.database.Sql;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Metres on the ground for shapes in longitude and latitude. Within 10 km of its middle a shape's plane, a transverse Mercator through
 * that middle without the 0.9996 of the UTM zones, is true to a millionth, so ten metres are ten metres; 100 km away to an eighth of a thousandth.
 */
@Component
class LocalPlane {

  /** A change of a shape whose coordinates are metres. */
  interface Change {
    Geometry of(Geometry metric);
  }

  private static final Sql THERE = Sql.load("editing/to-plane.sql");
  private static final Sql BACK = Sql.load("editing/from-plane.sql");
  private static final Sql AREA = Sql.load("editing/area.sql");

  private final JdbcClient db;

  LocalPlane(JdbcClient db) {
    this.db = db;
  }

  /** What a change makes of a shape, in longitude and latitude again. */
  Geometry change(Geometry shape, Change change) {
    Coordinate middle = shape.getEnvelopeInternal().centre();
    String plane = String.format(Locale.ROOT, "+proj=tmerc +lat_0=%.6f +lon_0=%.6f +k=1 +ellps=WGS84 +units=m +no_defs", middle.y, middle.x);
    return sent(BACK, change.of(sent(THERE, shape, plane)), plane);
  }

  /** Square metres on the ellipsoid. */
  double area(Geometry shape) {
    return db.sql(AREA.text()).param("shape", new WKBWriter().write(shape)).query(Double.class).single();
  }

  private Geometry sent(Sql query, Geometry shape, String plane) {
    byte[] answer = db.sql(query.text()).param("shape", new WKBWriter().write(shape)).param("plane", plane).query(byte[].class).single();
    try {
      return new WKBReader().read(answer);
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS has sent a geometry that can not be read", e);
    }
  }
}
