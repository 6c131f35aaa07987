package org.comparto.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/** A straight cut through polygons in metres: along a point and an angle, leaving a gap (0 = both sides share the edge). */
record Cut(double x, double y, double degrees, double gap) {

  static Cut vertical(double x, double tilt, double gap) {
    return new Cut(x, 0, 90 + tilt, gap);
  }

  static Cut horizontal(double y, double tilt, double gap) {
    return new Cut(0, y, tilt, gap);
  }

  /** The parts on the left, then those on the right, seen along the cut; slivers under 1 m² are lost. */
  List<List<Polygon>> sides(Polygon area) {
    Geometry left = half(area, gap / 2, 1);
    Geometry kept = overlay(area, left, OverlayNG.INTERSECTION);
    // without a gap the second side is what the first left over, so that both have the very same corners on the cut
    Geometry rest = gap == 0 ? overlay(area, left, OverlayNG.DIFFERENCE)
        : overlay(area, half(area, -gap / 2, -1), OverlayNG.INTERSECTION);
    return List.of(parts(kept), parts(rest));
  }

  /** The cut itself as far as it runs through an area; nothing where it only grazes it. */
  List<LineString> through(Polygon area) {
    Envelope box = area.getEnvelopeInternal();
    double reach = box.getDiameter() + Math.hypot(box.centre().x - x, box.centre().y - y) + 50;
    double dx = Math.cos(Math.toRadians(degrees)) * reach;
    double dy = Math.sin(Math.toRadians(degrees)) * reach;
    Geometry line = LocalFrame.METRES.createLineString(new Coordinate[] {at(x - dx, y - dy), at(x + dx, y + dy)});
    Geometry inside = overlay(line, area, OverlayNG.INTERSECTION);
    List<LineString> parts = new ArrayList<>();
    for (int i = 0; i < inside.getNumGeometries(); i++) {
      if (inside.getGeometryN(i) instanceof LineString part && part.getLength() > 1) {
        parts.add(part);
      }
    }
    return parts;
  }

  static Geometry overlay(Geometry a, Geometry b, int operation) {
    return OverlayNG.overlay(a, b, operation, LocalFrame.METRES.getPrecisionModel());
  }

  static List<Polygon> parts(Geometry geometry) {
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && polygon.getArea() > 1) {
        parts.add(polygon);
      }
    }
    return parts;
  }

  private Geometry half(Geometry area, double offset, int side) {
    double angle = Math.toRadians(degrees);
    double dx = Math.cos(angle);
    double dy = Math.sin(angle);
    Envelope box = area.getEnvelopeInternal();
    double reach = box.getDiameter() + Math.hypot(box.centre().x - x, box.centre().y - y) + 50;
    double px = x - dy * offset;
    double py = y + dx * offset;
    double nx = -dy * side * reach;
    double ny = dx * side * reach;
    return LocalFrame.ring(List.of(
        at(px - dx * reach, py - dy * reach), at(px + dx * reach, py + dy * reach),
        at(px + dx * reach + nx, py + dy * reach + ny), at(px - dx * reach + nx, py - dy * reach + ny)), LocalFrame.METRES);
  }

  private static Coordinate at(double x, double y) {
    return new Coordinate(LocalFrame.METRES.getPrecisionModel().makePrecise(x),
        LocalFrame.METRES.getPrecisionModel().makePrecise(y));
  }
}
