package org.comparto.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comparto.demo.roads.RoadLine;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.distance.DistanceOp;

/** The motorways of roads.yaml: two carriageways each, ramps at the gates, and ramps from every motorway to every other that it meets. */
final class Motorways {

  private static final double HALF_APART_M = 12;
  private static final double RAMP_M = 450;
  private static final double INTERCHANGE_M = 700;
  /** One plane for all: lengths are one or two percent wrong far from its middle, which no answer rests on. */
  private static final LocalFrame FRAME = new LocalFrame(10, 44.8, 0);

  /** One direction of a motorway: the points that it has, by metres from where it begins. */
  private static final class Carriageway {

    private final LengthIndexedLine centre;
    private final double length;
    private final TreeMap<Double, Coordinate> points = new TreeMap<>();

    Carriageway(LineString line) {
      centre = new LengthIndexedLine(line);
      length = line.getLength();
      points.put(0.0, degrees(line.getCoordinateN(0)));
      for (int i = 1; i < line.getNumPoints() - 1; i++) {
        pointAt(centre.project(line.getCoordinateN(i)));
      }
      points.put(length, degrees(line.getCoordinateN(line.getNumPoints() - 1)));
    }

    /** On the right of the middle, as one drives. */
    Coordinate pointAt(double metres) {
      return points.computeIfAbsent(metres, at -> degrees(centre.extractPoint(at, -HALF_APART_M)));
    }

    boolean has(double metres) {
      return metres > 50 && metres < length - 50;
    }

    private static Coordinate degrees(Coordinate metres) {
      return FRAME.toDegrees(metres.x, metres.y);
    }
  }

  private record Motorway(String code, Map<String, String> tags, LineString line, List<Carriageway> directions) {

    static Motorway of(Seed seed, LineString line) {
      Map<String, String> tags = RoadTags.of("motorway", seed.text("name"), seed.code());
      tags.putAll(Map.of("oneway", "yes", "toll", "yes", "lanes", "2", "layer", "1"));
      return new Motorway(seed.code(), tags, line, List.of(new Carriageway(line), new Carriageway(line.reverse())));
    }
  }

  private final Map<String, Motorway> byCode = new LinkedHashMap<>();
  private final List<RoadLine> ramps = new ArrayList<>();

  private Motorways() {}

  static List<RoadLine> lines(RoadPlaces places) {
    Motorways motorways = new Motorways();
    for (Seed seed : SeedFile.entries("roads.yaml", "motorways")) {
      Motorway motorway = Motorway.of(seed, (LineString) FRAME.toMetres(SeedGeometry.of(seed)));
      motorways.byCode.put(seed.code(), motorway);
      for (Object gate : (List<?>) seed.values().get("gates")) {
        motorways.gate(motorway, places.point(gate));
      }
    }
    for (Object pair : (List<?>) SeedFile.document("roads.yaml").get("interchanges")) {
      motorways.meet(motorways.byCode.get(((List<?>) pair).get(0)), motorways.byCode.get(((List<?>) pair).get(1)));
    }
    List<RoadLine> lines = new ArrayList<>();
    motorways.byCode.values().forEach(motorway -> motorway.directions.forEach(direction ->
        lines.add(new RoadLine(motorway.code, List.copyOf(direction.points.values()), motorway.tags))));
    lines.addAll(motorways.ramps);
    return lines;
  }

  private void gate(Motorway motorway, Coordinate gate) {
    for (Carriageway direction : motorway.directions) {
      double at = direction.centre.project(FRAME.toMetres(gate));
      ramp(motorway.code, direction.has(at - RAMP_M) ? direction.pointAt(at - RAMP_M) : null, gate);
      ramp(motorway.code, gate, direction.has(at + RAMP_M) ? direction.pointAt(at + RAMP_M) : null);
    }
  }

  private void meet(Motorway one, Motorway other) {
    Coordinate[] nearest = DistanceOp.nearestPoints(one.line, other.line);
    for (Carriageway a : one.directions) {
      for (Carriageway b : other.directions) {
        link(one, a, other, b, nearest);
        link(other, b, one, a, new Coordinate[] {nearest[1], nearest[0]});
      }
    }
  }

  private void link(Motorway one, Carriageway from, Motorway other, Carriageway to, Coordinate[] nearest) {
    double leaving = from.centre.project(nearest[0]) - INTERCHANGE_M;
    double joining = to.centre.project(nearest[1]) + INTERCHANGE_M;
    if (from.has(leaving) && to.has(joining)) {
      ramp(one.code + " " + other.code, from.pointAt(leaving), to.pointAt(joining));
    }
  }

  private void ramp(String code, Coordinate from, Coordinate to) {
    if (from != null && to != null) {
      Map<String, String> tags = RoadTags.of("motorway_link", "svincolo " + code.replace(" ", " - "));
      tags.putAll(Map.of("oneway", "yes", "layer", "1"));
      ramps.add(new RoadLine("ramp " + code, List.of(from, to), tags));
    }
  }
}
