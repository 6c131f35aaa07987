package org.comparto.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * The rings of one feature on the grid of a tile. What is written is valid: rounding, simplifying and cutting can make
 * rings touch or cross, and where they do they are taken apart on the grid.
 */
final class Polygons {

  /** Longer rings are looked at by JTS, whose effort grows more slowly. */
  private static final int SHORT_RING = 40;
  private static final GeometryFactory WHOLE_STEPS = new GeometryFactory(new PrecisionModel(1));

  private record Ring(GridPath path, boolean outer) {}

  private final Simplification simplification = new Simplification();
  private final List<Ring> rings = new ArrayList<>();
  private final GridPath path = new GridPath();
  private boolean outerIsThere;

  void begin() {
    rings.clear();
  }

  /** A ring cut at the margin already; holes follow the outer ring they belong to. */
  void add(Path ring, boolean outer, int tolerance) {
    if (!outer && !outerIsThere) {
      return;
    }
    path.clear();
    for (int i = 0; i < ring.size(); i++) {
      path.addToRing(TileGrid.step(ring.x(i)), TileGrid.step(ring.y(i)));
    }
    path.closeRing();
    simplification.ring(path, tolerance);
    path.closeRing();
    boolean hasArea = path.size() >= 3 && path.doubleArea() != 0;
    if (outer) {
      outerIsThere = hasArea;
    }
    if (hasArea) {
      rings.add(new Ring(path.copy(), outer));
    }
  }

  /** Writes what is left; nothing if no ring has any area on the grid. */
  void writeTo(Commands out) {
    if (rings.isEmpty()) {
      return;
    }
    if (rings.size() == 1 && rings.get(0).path().size() <= SHORT_RING && rings.get(0).path().isSimpleRing()) {
      out.ring(rings.get(0).path(), true);
      return;
    }
    Geometry shape = shape();
    if (shape.isValid()) {
      rings.forEach(ring -> out.ring(ring.path(), ring.outer()));
    } else {
      write(GeometryPrecisionReducer.reduce(GeometryFixer.fix(shape), WHOLE_STEPS.getPrecisionModel()), out);
    }
  }

  private Geometry shape() {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < rings.size();) {
      LinearRing outer = linearRing(rings.get(i++).path());
      List<LinearRing> holes = new ArrayList<>();
      while (i < rings.size() && !rings.get(i).outer()) {
        holes.add(linearRing(rings.get(i++).path()));
      }
      polygons.add(WHOLE_STEPS.createPolygon(outer, holes.toArray(LinearRing[]::new)));
    }
    return WHOLE_STEPS.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static LinearRing linearRing(GridPath path) {
    Coordinate[] corners = new Coordinate[path.size() + 1];
    for (int i = 0; i < path.size(); i++) {
      corners[i] = new Coordinate(path.x(i), path.y(i));
    }
    corners[path.size()] = corners[0].copy();
    return WHOLE_STEPS.createLinearRing(corners);
  }

  private void write(Geometry shape, Commands out) {
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        write(polygon.getExteriorRing(), true, out);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          write(polygon.getInteriorRingN(hole), false, out);
        }
      }
    }
  }

  private void write(LinearRing ring, boolean outer, Commands out) {
    path.clear();
    for (Coordinate corner : ring.getCoordinates()) {
      path.addToRing((int) corner.x, (int) corner.y);
    }
    path.closeRing();
    if (path.size() >= 3) {
      out.ring(path, outer);
    }
  }
}
