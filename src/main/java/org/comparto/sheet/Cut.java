package org.comparto.sheet;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What of an area or a line lies inside of an area; of the same dimension, so that an edge that is only touched leaves no line behind. */
final class Cut {

  private Cut() {}

  /** @param shape lines or areas, no mixture of both */
  @SuppressWarnings("unchecked") // the extracters give lists of what they extract
  static Geometry of(Geometry shape, Geometry area) {
    int dimension = shape.getDimension();
    Geometry inside = OverlayNGRobust.overlay(shape, area, OverlayNG.INTERSECTION);
    List<? extends Geometry> parts = dimension == 2 ? PolygonExtracter.getPolygons(inside) : LineStringExtracter.getLines(inside);
    return shape.getFactory().buildGeometry((List<Geometry>) parts);
  }
}
