package org.comparto.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.comparto.demo.roads.RoadLine;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;

/** The last stretch from the roads that are there to a place beside them. */
final class AccessRoads {

  /** A place and the nearest point of a road. */
  record Link(Coordinate from, Coordinate to, double metres) {}

  private final STRtree segments = new STRtree();

  AccessRoads(List<RoadLine> roads) {
    for (RoadLine road : roads) {
      for (int i = 1; i < road.points().size(); i++) {
        LineSegment segment = new LineSegment(road.points().get(i - 1), road.points().get(i));
        segments.insert(new Envelope(segment.p0, segment.p1), segment);
      }
    }
    segments.build();
  }

  /** @param free what a link may cross; where nothing else is near, it crosses what it must */
  Link nearest(Coordinate place, Predicate<List<Coordinate>> free) {
    LocalFrame frame = new LocalFrame(place.x, place.y, 0);
    for (double reach = 0.01; ; reach *= 3) {
      Envelope around = new Envelope(place);
      around.expandBy(reach);
      List<Link> links = new ArrayList<>();
      for (Object found : segments.query(around)) {
        LineSegment degrees = (LineSegment) found;
        Coordinate onto = new LineSegment(frame.toMetres(degrees.p0), frame.toMetres(degrees.p1)).closestPoint(new Coordinate(0, 0));
        links.add(new Link(place, frame.toDegrees(onto.x, onto.y), Math.hypot(onto.x, onto.y)));
      }
      links.sort(Comparator.comparingDouble(Link::metres));
      if (!links.isEmpty()) {
        return links.stream().limit(12).filter(link -> free.test(List.of(link.from, link.to))).findFirst().orElse(links.get(0));
      }
    }
  }

  static List<RoadLine> line(String name, Link link) {
    // what touches a road already needs no access
    return link.from.distance(link.to) < 1e-6 ? List.of()
        : List.of(new RoadLine(name, List.of(link.from, link.to), Map.copyOf(RoadTags.of("unclassified", name))));
  }
}
