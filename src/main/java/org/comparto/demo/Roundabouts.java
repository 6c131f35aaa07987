package org.comparto.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.demo.roads.RoadLine;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Puts the roundabouts of roads.yaml in the place of the crossings they replace. */
final class Roundabouts {

  private static final int CORNERS = 12;

  private Roundabouts() {}

  static List<RoadLine> placed(List<RoadLine> roads) {
    List<RoadLine> placed = new ArrayList<>(roads);
    for (Seed seed : SeedFile.entries("roads.yaml", "roundabouts")) {
      Coordinate centre = SeedGeometry.of(seed).getCoordinate();
      LocalFrame frame = new LocalFrame(centre.x, centre.y, 0);
      List<Coordinate> ring = new ArrayList<>();
      for (int i = 0; i < CORNERS; i++) {
        double angle = 2 * Math.PI * i / CORNERS; // anticlockwise, as one drives round on the right
        ring.add(frame.toDegrees(seed.number("radius_m") * Math.cos(angle), seed.number("radius_m") * Math.sin(angle)));
      }
      Polygon inside = LocalFrame.ring(ring, LocalFrame.DEGREES);
      placed = around(placed, inside);
      Map<String, String> tags = RoadTags.of("primary", seed.text("name"));
      tags.putAll(Map.of("junction", "roundabout", "oneway", "yes", "maxspeed", "30"));
      placed.add(new RoadLine(seed.code(), List.of(inside.getExteriorRing().getCoordinates()), tags));
    }
    return placed;
  }

  private static List<RoadLine> around(List<RoadLine> roads, Polygon inside) {
    List<RoadLine> outside = new ArrayList<>();
    for (RoadLine road : roads) {
      LineString line = LocalFrame.DEGREES.createLineString(road.points().toArray(Coordinate[]::new));
      if (!line.getEnvelopeInternal().intersects(inside.getEnvelopeInternal()) || !line.intersects(inside)) {
        outside.add(road);
        continue;
      }
      Geometry left = line.difference(inside);
      for (int i = 0; i < left.getNumGeometries(); i++) {
        if (left.getGeometryN(i).getNumPoints() > 1) {
          outside.add(road.along(List.of(left.getGeometryN(i).getCoordinates())));
        }
      }
    }
    return outside;
  }
}
