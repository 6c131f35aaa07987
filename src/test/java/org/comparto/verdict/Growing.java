package org.comparto.verdict;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What lies within a distance of a shape, by its definition: the shape, a rectangle on either side of every edge, and at every corner a fan
 * in even steps of a 32nd of a quarter circle. The buffer of JTS 1.20 is not used: it leaves out corners that turn by less than three degrees and
 * hollows shallower than a hundredth of the distance, some metres in all, which the one of PostGIS does not.
 */
final class Growing {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double STEP = Math.PI / 2 / 32;

  private final double metres;
  private final List<Geometry> parts = new ArrayList<>();

  private Growing(double metres) {
    this.metres = metres;
  }

  static Geometry grow(Geometry shape, double metres) {
    Growing growing = new Growing(metres);
    if (shape.getDimension() == 2) {
      growing.parts.add(shape);
    }
    for (Object line : LinearComponentExtracter.getLines(shape)) {
      growing.along(((Geometry) line).getCoordinates());
    }
    return OverlayNGRobust.union(growing.parts);
  }

  private void along(Coordinate[] line) {
    int edges = line.length - 1;
    boolean ring = line[0].equals2D(line[edges]);
    for (int i = 0; i < edges; i++) {
      double bearing = bearing(line, i);
      parts.add(polygon(List.of(at(line[i], bearing + Math.PI / 2), at(line[i + 1], bearing + Math.PI / 2), at(line[i + 1], bearing - Math.PI / 2),
          at(line[i], bearing - Math.PI / 2))));
      if (i > 0 || ring) {
        corner(line[i], bearing(line, i == 0 ? edges - 1 : i - 1), bearing);
      }
    }
    if (!ring) {
      fan(line[0], bearing(line, 0) + Math.PI / 2, Math.PI);
      fan(line[edges], bearing(line, edges - 1) - Math.PI / 2, Math.PI);
    }
  }

  private void corner(Coordinate corner, double before, double after) {
    double turn = Math.IEEEremainder(after - before, 2 * Math.PI);
    fan(corner, turn > 0 ? before - Math.PI / 2 : before + Math.PI / 2, turn); // on the outer side
  }

  private void fan(Coordinate middle, double from, double turn) {
    int steps = Math.max(1, (int) (Math.abs(turn) / STEP + 0.5));
    List<Coordinate> positions = new ArrayList<>(List.of(middle.copy()));
    for (int i = 0; i <= steps; i++) {
      positions.add(at(middle, from + turn * i / steps));
    }
    parts.add(polygon(positions));
  }

  private static double bearing(Coordinate[] line, int edge) {
    return Math.atan2(line[edge + 1].y - line[edge].y, line[edge + 1].x - line[edge].x);
  }

  private Coordinate at(Coordinate from, double bearing) {
    return new Coordinate(from.x + metres * Math.cos(bearing), from.y + metres * Math.sin(bearing));
  }

  private static Geometry polygon(List<Coordinate> positions) {
    List<Coordinate> ring = new ArrayList<>(positions);
    ring.add(positions.get(0).copy());
    return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
  }
}
