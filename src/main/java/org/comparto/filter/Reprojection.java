package org.comparto.filter;

import java.sql.SQLException;
import org.comparto.crs.Crs;
import org.comparto.database.Sql;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings a filter's geometry from its CRS to degrees, once and not for every row, by the database as all else there is. */
@Component
@DependsOnDatabaseInitialization
class Reprojection {

  private static final Sql TO_DEGREES = Sql.load("filter/to-degrees.sql");
  /** What PostGIS raises where PROJ knows no place. */
  private static final String INTERNAL_ERROR = "XX000";

  private final JdbcClient db;

  Reprojection(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param geometry in the CRS, easting first; not empty
   * @return in EPSG:4326, longitude first
   */
  Geometry toDegrees(Geometry geometry, Crs crs) {
    try {
      byte[] moved = db.sql(TO_DEGREES.text()).param("wkt", geometry.toText()).param("srid", crs.srid()).query(byte[].class).single();
      return new WKBReader().read(moved);
    } catch (DataAccessException e) {
      if (e.getMostSpecificCause() instanceof SQLException cause && INTERNAL_ERROR.equals(cause.getSQLState())) {
        throw new Mistake("a geometry in the filter lies where " + crs.uri() + " has no places");
      }
      throw e;
    } catch (ParseException e) {
      throw new IllegalStateException("PostGIS wrote a geometry that JTS can not read", e);
    }
  }
}
