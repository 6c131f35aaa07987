package org.comparto.editing;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Cutting, joining and taking away, on coordinates as they are kept: longitude and latitude, whose straight lines are the edges (RFC 7946,
 * 3.1.1). Nothing is projected, so a corner that stays has the digits it had, and a border that two results share is the same in
 * both. Results lie on the grid of seven decimals that all answers have. Areas and lines are not mixed; shapes must be valid.
 */
final class Overlays {

  static final PrecisionModel GRID = new PrecisionModel(1e7);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Degrees, some centimetres: a cutting line that ends on a border ends beside it by rounding, and is drawn on that far. */
  private static final double FURTHER = 5e-7;

  private Overlays() {}

  /** All as one, of areas or of lines. */
  static Geometry merge(Collection<Geometry> shapes) {
    return UnaryUnionNG.union(shapes, FACTORY, GRID);
  }

  static Geometry clip(Geometry shape, Collection<Geometry> to) {
    return overlay(shape, merge(to), OverlayNG.INTERSECTION);
  }

  static Geometry difference(Geometry shape, Collection<Geometry> without) {
    return overlay(shape, merge(without), OverlayNG.DIFFERENCE);
  }

  /** The pieces of an area or of lines that some lines cut apart; one piece if they do not. */
  static List<Geometry> split(Geometry shape, Collection<Geometry> cuts) {
    Geometry cutting = merge(cuts.stream().flatMap(cut -> LineStringExtracter.getLines(cut).stream())
        .map(line -> drawnOn((LineString) line)).map(Geometry.class::cast).toList());
    if (shape.getDimension() == 1) {
      return parts(overlay(shape, cutting, OverlayNG.DIFFERENCE));
    }
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(overlay(shape.getBoundary(), cutting, OverlayNG.UNION));
    Predicate<Geometry> isInside = isIn(shape);
    Collection<?> pieces = polygonizer.getPolygons();
    return pieces.stream().map(Polygon.class::cast).map(Geometry.class::cast).filter(isInside).toList();
  }

  /** Areas of a result, or lines where the shape was lines; points that come of touching are left out. */
  private static Geometry overlay(Geometry a, Geometry b, int operation) {
    Geometry found = OverlayNG.overlay(a, b, operation, GRID);
    return a.getDimension() == 2 ? FACTORY.buildGeometry(PolygonExtracter.getPolygons(found))
        : FACTORY.buildGeometry(LineStringExtracter.getLines(found));
  }

  private static Predicate<Geometry> isIn(Geometry area) {
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
    return piece -> locator.locate(piece.getInteriorPoint().getCoordinate()) == Location.INTERIOR;
  }

  private static LineString drawnOn(LineString line) {
    Coordinate[] points = line.getCoordinates();
    if (line.isClosed()) {
      return line;
    }
    Coordinate[] further = points.clone();
    further[0] = beyond(points[1], points[0]);
    further[points.length - 1] = beyond(points[points.length - 2], points[points.length - 1]);
    return line.getFactory().createLineString(further);
  }

  private static Coordinate beyond(Coordinate from, Coordinate to) {
    double length = from.distance(to);
    return length == 0 ? to : new Coordinate(to.x + (to.x - from.x) / length * FURTHER, to.y + (to.y - from.y) / length * FURTHER);
  }

  private static List<Geometry> parts(Geometry geometry) {
    return IntStream.range(0, geometry.getNumGeometries()).mapToObj(geometry::getGeometryN).filter(part -> !part.isEmpty()).toList();
  }
}
