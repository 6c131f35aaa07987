package org.comparto.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Areas to ask about, in longitude and latitude: some drawn at random, some to be as awkward as what lies there allows. */
final class Areas {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double METRE = 1 / 111_000.0;

  private final Random random;

  Areas(Random random) {
    this.random = random;
  }

  /** A star around a place near one of these shapes, now and then with a hole, or in two parts. */
  Geometry near(List<Geometry> shapes) {
    Coordinate middle = shapes.get(random.nextInt(shapes.size())).getInteriorPoint().getCoordinate();
    double size = size();
    Geometry star = star(aside(middle, 700), size);
    return switch (random.nextInt(6)) {
      case 0 -> star.difference(star(star.getInteriorPoint().getCoordinate(), size / 5));
      case 1 -> star.union(star(aside(middle, 2500), size()));
      default -> star;
    };
  }

  private double size() {
    return switch (random.nextInt(10)) {
      case 0 -> 3;
      case 1, 2 -> 1500;
      default -> 40 + random.nextDouble() * 400;
    };
  }

  private Coordinate aside(Coordinate place, double metres) {
    return new Coordinate(place.x + random.nextGaussian() * metres * METRE * 1.4, place.y + random.nextGaussian() * metres * METRE);
  }

  private Polygon star(Coordinate middle, double metres) {
    int corners = 3 + random.nextInt(20);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double away = metres * METRE * (0.3 + 0.7 * random.nextDouble());
      ring[i] = new Coordinate(middle.x + 1.4 * away * Math.cos(2 * Math.PI * i / corners), middle.y + away * Math.sin(2 * Math.PI * i / corners));
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  /** Ten areas that a zone makes awkward; other is another zone of the same territory. */
  static List<Geometry> awkward(Geometry zone, Geometry other, Geometry territory) {
    List<Geometry> areas = new ArrayList<>();
    Coordinate[] ring = zone.getGeometryN(0).getCoordinates();
    areas.add(zone);                                                                         // its border is the zone's
    areas.add(BufferOp.bufferOp(zone, 400 * METRE, 2).difference(zone));                     // the zone is its hole
    areas.add(BufferOp.bufferOp(FACTORY.createLineString(new Coordinate[] {ring[0], ring[1]}), 0.4 * METRE, 1)); // a sliver along the border
    areas.add(touching(zone, ring));                                                         // meets it in a point only
    Coordinate[] nearest = DistanceOp.nearestPoints(zone, other);
    areas.add(BufferOp.bufferOp(FACTORY.createLineString(nearest), 150 * METRE, 1));         // from zone to zone: their surroundings overlap
    Coordinate border = territory.getGeometryN(0).getCoordinates()[1];
    areas.add(BufferOp.bufferOp(FACTORY.createPoint(border), 900 * METRE, 3));               // half outside of the territory
    areas.add(zone.getGeometryN(0).union(BufferOp.bufferOp(FACTORY.createPoint(border), 60 * METRE, 1))); // two parts far from each other
    areas.add(BufferOp.bufferOp(FACTORY.createPoint(ring[1]), 1.5 * METRE, 1));              // some square metres on a corner
    areas.add(zone.convexHull());                                                            // shares some of the border
    Geometry wide = BufferOp.bufferOp(zone, 1300 * METRE, 4);
    areas.add(wide.difference(BufferOp.bufferOp(wide.getBoundary(), 3 * METRE, 1)));         // a wide one
    areas.replaceAll(area -> area.isValid() ? area : area.buffer(0));
    return areas.stream().filter(area -> !area.isEmpty() && OverlayNGRobust.overlay(area, territory, 1).getArea() > 0).toList();
  }

  private static Geometry touching(Geometry zone, Coordinate[] ring) {
    Coordinate corner = ring[0];
    for (Coordinate position : ring) {
      corner = position.x < corner.x ? position : corner;                                    // nothing of the zone lies farther west
    }
    double d = 200 * METRE;
    return FACTORY.createPolygon(new Coordinate[] {corner, new Coordinate(corner.x - d, corner.y + d), new Coordinate(corner.x - d, corner.y - d), corner});
  }
}
