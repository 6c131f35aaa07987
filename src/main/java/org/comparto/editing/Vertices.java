package org.comparto.editing;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Finds slips of the hand along the borders of a valid shape: a vertex set twice (geometry-repeated-vertex), and a ring that goes out and
 * comes back beside itself (geometry-spike). Degrees in, longitude first; measured on a sphere, which is enough for decimetres.
 */
final class Vertices {

  private static final double METRES_PER_DEGREE = 111_195;
  /** A spike is at least so long and, where its shorter side begins, less than so wide. Metres. */
  private static final double LEAST_LENGTH_M = 1;
  private static final double NARROW_M = 0.1;
  /** Of each kind: who has made more mends these first. */
  private static final int MOST = 20;

  private final List<Fault> repeated = new ArrayList<>();
  private final List<Fault> spikes = new ArrayList<>();

  private Vertices() {}

  /** What is wrong, each with the vertex where it is. */
  static List<Fault> faults(Geometry shape) {
    Vertices found = new Vertices();
    shape.apply((GeometryComponentFilter) part -> {
      if (part instanceof LineString line) {
        found.look(line.getCoordinates(), line instanceof LinearRing);
      }
    });
    List<Fault> faults = new ArrayList<>(found.repeated);
    faults.addAll(found.spikes);
    return faults;
  }

  private void look(Coordinate[] vertices, boolean ring) {
    for (int i = 1; i < vertices.length; i++) {
      if (vertices[i].equals2D(vertices[i - 1]) && repeated.size() < MOST) {
        repeated.add(Fault.at(point(vertices[i]), "geometry-repeated-vertex", "two vertices in succession lie on the same place; delete one of them"));
      }
    }
    int last = vertices.length - 1;
    for (int i = 0; ring && i < last; i++) {
      if (isSpike(vertices[i == 0 ? last - 1 : i - 1], vertices[i], vertices[i + 1]) && spikes.size() < MOST) {
        spikes.add(Fault.at(point(vertices[i]), "geometry-spike", "the border goes out to a point and comes back beside itself; delete the vertex at its tip"));
      }
    }
  }

  private static boolean isSpike(Coordinate before, Coordinate tip, Coordinate after) {
    double shrunk = Math.cos(Math.toRadians(tip.y)) * METRES_PER_DEGREE;
    double ax = (before.x - tip.x) * shrunk;
    double ay = (before.y - tip.y) * METRES_PER_DEGREE;
    double bx = (after.x - tip.x) * shrunk;
    double by = (after.y - tip.y) * METRES_PER_DEGREE;
    double longer = Math.max(Math.hypot(ax, ay), Math.hypot(bx, by));
    double shorter = Math.min(Math.hypot(ax, ay), Math.hypot(bx, by));
    return ax * bx + ay * by > 0 && shorter >= LEAST_LENGTH_M && Math.abs(ax * by - ay * bx) / longer < NARROW_M;
  }

  private static JsonNode point(Coordinate at) {
    var point = JsonNodeFactory.instance.objectNode().put("type", "Point");
    point.putArray("coordinates").add(at.x).add(at.y);
    return point;
  }
}
