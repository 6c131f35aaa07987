package org.comparto.filter;

import java.math.BigDecimal;
import java.util.List;
import org.comparto.crs.Crs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Brings the geometries of a filter to EPSG:4326 with longitude first; what has no clear meaning there is refused with its reason. */
final class Shapes {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int DEGREES_OF_LONGITUDE = 180;
  private static final int DEGREES_OF_LATITUDE = 90;
  /** Metres; no projection has a use for more. */
  private static final double FARTHEST = 1e8;
  private static final int STORED = Crs.CRS84.srid();

  private final Crs crs;
  private final boolean degrees;
  private final Reprojection reprojection;

  Shapes(Crs crs, Reprojection reprojection) {
    this.crs = crs;
    // no system of degrees but 4326 itself and RDN2008 is offered; their decimals tell them from the metric ones
    this.degrees = crs.decimals() == Crs.CRS84.decimals();
    this.reprojection = reprojection;
  }

  /** @param read in the axis order of the filter's CRS */
  Geometry accept(Geometry read) {
    if (read.isEmpty()) {
      throw new Mistake("a geometry in the filter is empty; nothing can lie in it");
    }
    Geometry turned = read.copy();
    turned.apply((CoordinateFilter) this::eastFirst);
    turned.geometryChanged();
    requireWithin(turned.getEnvelopeInternal(), crs.uri());
    TopologyValidationError error = new IsValidOp(turned).getValidationError();
    if (error != null) {
      throw new Mistake("a geometry in the filter is not valid: " + error.getMessage() + " at or near "
          + place(error.getCoordinate()));
    }
    return stored(Flattening.flattened(turned));
  }

  /** A box whose west lies above its east crosses the antimeridian. */
  Geometry box(List<BigDecimal> numbers) {
    int upper = numbers.size() / 2;
    if (numbers.size() != 4 && numbers.size() != 6) {
      throw new Mistake("a box in the filter has " + numbers.size() + " numbers; it takes 4, or 6 with heights");
    }
    Coordinate low = new Coordinate(numbers.get(0).doubleValue(), numbers.get(1).doubleValue());
    Coordinate high = new Coordinate(numbers.get(upper).doubleValue(), numbers.get(upper + 1).doubleValue());
    eastFirst(low);
    eastFirst(high);
    requireWithin(new Envelope(low), crs.uri());
    requireWithin(new Envelope(high), crs.uri());
    if (low.y > high.y || low.x > high.x && !degrees) {
      throw new Mistake("a box in the filter begins above its end; give the lower corner first, in the axis order of " + crs.uri());
    }
    if (low.x <= high.x) {
      return stored(FACTORY.toGeometry(new Envelope(low, high)));
    }
    Envelope west = new Envelope(low.x, DEGREES_OF_LONGITUDE, low.y, high.y);
    Envelope east = new Envelope(-DEGREES_OF_LONGITUDE, high.x, low.y, high.y);
    return stored(FACTORY.toGeometry(west).union(FACTORY.toGeometry(east)));
  }

  private Geometry stored(Geometry geometry) {
    if (crs.srid() == STORED) {
      return geometry;
    }
    Geometry moved = reprojection.toDegrees(geometry, crs);
    requireWithinDegrees(moved.getEnvelopeInternal(), crs.uri());
    return moved;
  }

  private void eastFirst(Coordinate c) {
    if (crs.northFirst()) {
      double northing = c.x;
      c.x = c.y;
      c.y = northing;
    }
  }

  private void requireWithin(Envelope box, String system) {
    if (degrees) {
      requireWithinDegrees(box, system);
    } else if (!(largest(box.getMinX(), box.getMaxX()) <= FARTHEST && largest(box.getMinY(), box.getMaxY()) <= FARTHEST)) {
      throw new Mistake("a geometry in the filter lies where " + system + " has no places");
    }
  }

  private static void requireWithinDegrees(Envelope box, String system) {
    if (!(largest(box.getMinX(), box.getMaxX()) <= DEGREES_OF_LONGITUDE && largest(box.getMinY(), box.getMaxY()) <= DEGREES_OF_LATITUDE)) {
      throw new Mistake("a geometry in the filter lies beyond ±180 degrees of longitude or ±90 of latitude; mind the axis order of "
          + system);
    }
  }

  private static double largest(double low, double high) {
    return Math.max(Math.abs(low), Math.abs(high));
  }

  /** As the caller wrote it. */
  private String place(Coordinate c) {
    return crs.northFirst() ? c.y + " " + c.x : c.x + " " + c.y;
  }
}
