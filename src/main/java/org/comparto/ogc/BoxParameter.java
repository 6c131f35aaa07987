package org.comparto.ogc;

import java.util.List;
import java.util.Map;
import org.comparto.crs.Crs;
import org.comparto.database.Sql;
import org.comparto.feature.Conditions;
import org.comparto.filter.Condition;
import org.comparto.layer.Layer;
import org.comparto.layer.LayerFigures;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What bbox and bbox-crs mean. A box has straight edges in its own reference system, and is taken exactly. But who moves the
 * corners of a layer's extent into a projection and asks with them means all of the layer, although its edges are bent there and
 * run outside of the box: a box whose corners, brought back to degrees, enclose the layer's extent and are not much larger stands
 * for the whole layer.
 */
@Component
class BoxParameter {

  private static final String CORNERS = Sql.load("ogc/corners.sql").text();
  /** The extent's share of the box's width and height from which on the box is meant for it. */
  private static final double MEANT = 0.5;
  /** By so much of its width and height a box may fall short: corners that two edges share are none of the extent's own. */
  private static final double SHORT = 0.01;

  private record Degrees(double west, double south, double east, double north) {

    boolean isMeantFor(Degrees extent) {
      double x = SHORT * (east - west);
      double y = SHORT * (north - south);
      return west - x <= extent.west && south - y <= extent.south && east + x >= extent.east && north + y >= extent.north
          && extent.east - extent.west >= MEANT * (east - west) && extent.north - extent.south >= MEANT * (north - south);
    }
  }

  private final JdbcClient db;
  private final LayerFigures figures;

  BoxParameter(JdbcClient db, LayerFigures figures) {
    this.db = db;
    this.figures = figures;
  }

  /** The condition of the parameters bbox and bbox-crs. */
  Condition of(Layer layer, Map<String, String> parameters) {
    String crs = parameters.get("bbox-crs");
    Crs of = crs == null ? Crs.CRS84 : Crs.parse(crs, "bbox-crs");
    String bbox = parameters.get("bbox");
    if (bbox == null) {
      return Condition.NONE;
    }
    Condition exact = Conditions.inBox(bbox, of);
    return !of.isGeographic() && isWholeLayer(layer, exact, of) ? Condition.NONE : exact;
  }

  private boolean isWholeLayer(Layer layer, Condition box, Crs crs) {
    List<Double> bounds = figures.of(layer).bounds();
    if (bounds == null) {
      return false;
    }
    try {
      Degrees corners = db.sql(CORNERS).params(box.values()).param("srid", crs.srid()).query(Degrees.class).single();
      return corners.isMeantFor(new Degrees(bounds.get(0), bounds.get(1), bounds.get(2), bounds.get(3)));
    } catch (DataAccessException e) {
      return false; // beyond what the projection can compute: the box itself will say so
    }
  }
}
