package org.comparto.network;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The course of an edge, and where on it a part of its length lies; EPSG:4326 (lon, lat). */
final class Shape {

  private static final GeometryFactory GEOMETRY = new GeometryFactory(new org.locationtech.jts.geom.PrecisionModel(), 4326);

  private final LineString line;
  private final Ground ground;
  private final LineString metric;

  Shape(LineString line) {
    this.line = line;
    this.ground = Ground.at(line.getCoordinateN(0).y);
    this.metric = ground.metres(line);
  }

  static LineString line(Coordinate... corners) {
    return GEOMETRY.createLineString(corners);
  }

  /** Where a fraction of the length ends. */
  Coordinate at(double fraction) {
    if (fraction <= 0 || fraction >= 1) {
      return line.getCoordinateN(fraction <= 0 ? 0 : line.getNumPoints() - 1).copy();
    }
    Coordinate found = new LengthIndexedLine(metric).extractPoint(fraction * metric.getLength());
    return new Coordinate(found.x / ground.metresPerLon(), found.y / ground.metresPerLat());
  }

  /** The part between two fractions; turned round if the second comes first. */
  LineString part(double from, double to) {
    if (from == 0 && to == 1) {
      return line;
    }
    if (from == 1 && to == 0) {
      return line.reverse();
    }
    if (from == to) {
      return line(at(from), at(from));
    }
    LineString part = (LineString) new LengthIndexedLine(metric).extractLine(from * metric.getLength(), to * metric.getLength());
    return ground.degrees(part);
  }

  /** Which fraction of the length lies before the point of the line that is nearest to a place. */
  double fraction(Coordinate place) {
    double length = metric.getLength();
    Coordinate point = new Coordinate(place.x * ground.metresPerLon(), place.y * ground.metresPerLat());
    return length == 0 ? 0 : Math.min(1, Math.max(0, new LengthIndexedLine(metric).project(point) / length));
  }
}
