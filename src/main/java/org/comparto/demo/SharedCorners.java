package org.comparto.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Puts every corner that lies on a neighbour's edge into that edge as well. Only then does rounding the coordinates
 * move both neighbours alike, and no sliver of overlap or gap opens between them.
 */
final class SharedCorners {

  private static final double ON_THE_EDGE_M = 0.003;

  private SharedCorners() {}

  /** Polygons without holes, in metres; the result has the same order. */
  static List<Polygon> complete(List<Polygon> neighbours) {
    List<Polygon> completed = new ArrayList<>(neighbours.size());
    for (Polygon polygon : neighbours) {
      completed.add(completed(polygon, neighbours));
    }
    return completed;
  }

  private static Polygon completed(Polygon polygon, List<Polygon> neighbours) {
    List<Coordinate> foreign = new ArrayList<>();
    for (Polygon other : neighbours) {
      if (other != polygon && other.getEnvelopeInternal().distance(polygon.getEnvelopeInternal()) < ON_THE_EDGE_M) {
        foreign.addAll(List.of(other.getExteriorRing().getCoordinates()));
      }
    }
    if (foreign.isEmpty()) {
      return polygon;
    }
    Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
    List<Coordinate> corners = new ArrayList<>();
    for (int i = 0; i + 1 < ring.length; i++) {
      Coordinate from = ring[i];
      Coordinate to = ring[i + 1];
      corners.add(from);
      foreign.stream()
          .filter(c -> c.distance(from) > ON_THE_EDGE_M && c.distance(to) > ON_THE_EDGE_M)
          .filter(c -> Distance.pointToSegment(c, from, to) < ON_THE_EDGE_M)
          .distinct()
          .sorted(Comparator.comparingDouble(from::distance))
          .forEach(corners::add);
    }
    return LocalFrame.ring(corners, polygon.getFactory());
  }
}
