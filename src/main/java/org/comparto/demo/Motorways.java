package org.comparto.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.demo.roads.Carriageway;
import org.comparto.demo.roads.RoadLine;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.distance.DistanceOp;

/** The motorways of roads.yaml: two carriageways each, ramps at the gates, and ramps from every motorway to every other that it meets. */
final class Motorways {

  private static final double RAMP_M = 450;
  private static final double INTERCHANGE_M = 700;
  /** One plane for all: lengths are one or two percent wrong far from its middle, which no answer rests on. */
  private static final LocalFrame FRAME = new LocalFrame(10, 44.8, 0);

  private record Motorway(String code, Map<String, String> tags, LineString line, List<Carriageway> directions) {

    static Motorway of(Seed seed, LineString line) {
      Map<String, String> tags = RoadTags.of("motorway", seed.text("name"), seed.code());
      tags.putAll(Map.of("oneway", "yes", "toll", "yes", "lanes", "2", "layer", "1"));
      return new Motorway(seed.code(), tags, line, Carriageway.of(line));
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
        lines.add(new RoadLine(motorway.code, direction.points().stream().map(Motorways::degrees).toList(), motorway.tags))));
    lines.addAll(motorways.ramps);
    return lines;
  }

  private void gate(Motorway motorway, Coordinate gate) {
    for (Carriageway direction : motorway.directions) {
      double at = direction.metresTo(FRAME.toMetres(gate));
      ramp(motorway.code, direction.has(at - RAMP_M) ? degrees(direction.pointAt(at - RAMP_M)) : null, gate);
      ramp(motorway.code, gate, direction.has(at + RAMP_M) ? degrees(direction.pointAt(at + RAMP_M)) : null);
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
    double leaving = from.metresTo(nearest[0]) - INTERCHANGE_M;
    double joining = to.metresTo(nearest[1]) + INTERCHANGE_M;
    if (from.has(leaving) && to.has(joining)) {
      ramp(one.code + " " + other.code, degrees(from.pointAt(leaving)), degrees(to.pointAt(joining)));
    }
  }

  private static Coordinate degrees(Coordinate metres) {
    return FRAME.toDegrees(metres.x, metres.y);
  }

  /** Nothing where either end is missing: beyond the motorway's end nobody comes from. */
  private void ramp(String code, @Nullable Coordinate from, @Nullable Coordinate to) {
    if (from != null && to != null) {
      Map<String, String> tags = RoadTags.of("motorway_link", "svincolo " + code.replace(" ", " - "));
      tags.putAll(Map.of("oneway", "yes", "layer", "1"));
      ramps.add(new RoadLine("ramp " + code, List.of(from, to), tags));
    }
  }
}
