package org.comparto.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.demo.roads.RoadLine;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** The state and provincial roads of roads.yaml: from place to place with a little bend, and a bridge where they cross a river. */
final class MainRoads {

  private static final List<String> SIGNS = List.of("lanes", "maxweight", "maxheight", "maxwidth", "hgv", "oneway", "maxspeed");
  private static final double STEP_M = 450;
  private static final double HALF_BRIDGE_M = 50;

  private MainRoads() {}

  /** @param rivers lines in degrees */
  static List<RoadLine> lines(RoadPlaces places, List<Geometry> rivers) {
    List<RoadLine> lines = new ArrayList<>();
    for (Seed seed : SeedFile.entries("roads.yaml", "roads")) {
      String code = seed.code();
      boolean numbered = code.matches("S[SP]\\d.*|FI-PI-LI");
      String highway = seed.text("class");
      Map<String, String> tags = numbered ? RoadTags.of(highway, seed.text("name"), code.replaceFirst("-.*", "").replace("FI", "FI-PI-LI"))
          : RoadTags.of(highway, seed.text("name"));
      for (String sign : SIGNS) {
        if (seed.has(sign)) {
          tags.put(sign, seed.text(sign));
        }
      }
      lines.addAll(bridged(new RoadLine(code, course(seed, places), tags), rivers));
    }
    return lines;
  }

  private static List<Coordinate> course(Seed seed, RoadPlaces places) {
    Draw draw = Draw.of("road " + seed.code());
    List<Coordinate> course = new ArrayList<>();
    for (Object place : (List<?>) seed.values().get("through")) {
      List<Coordinate> next = new ArrayList<>(places.points(place));
      if (!course.isEmpty()) {
        Coordinate last = course.get(course.size() - 1);
        if (next.get(next.size() - 1).distance(last) < next.get(0).distance(last)) {
          java.util.Collections.reverse(next);
        }
        bend(last, next.get(0), draw, course);
      }
      course.addAll(next);
    }
    return course;
  }

  /** Points between two places, a little to the side of the straight line; none where they are near. */
  private static void bend(Coordinate from, Coordinate to, Draw draw, List<Coordinate> into) {
    LocalFrame frame = new LocalFrame(from.x, from.y, 0);
    Coordinate way = frame.toMetres(to);
    double length = Math.hypot(way.x, way.y);
    int steps = (int) (length / STEP_M);
    double wide = draw.between(-1, 1) * Math.min(90, length * 0.03);
    double waves = draw.whole(1, 3);
    for (int i = 1; i < steps; i++) {
      double at = (double) i / steps;
      double aside = wide * Math.sin(Math.PI * waves * at);
      into.add(frame.toDegrees(way.x * at - way.y / length * aside, way.y * at + way.x / length * aside));
    }
  }

  private static List<RoadLine> bridged(RoadLine road, List<Geometry> rivers) {
    LineString line = LocalFrame.DEGREES.createLineString(road.points().toArray(Coordinate[]::new));
    LengthIndexedLine along = new LengthIndexedLine(line);
    double half = HALF_BRIDGE_M / (111_000 * Math.cos(Math.toRadians(road.points().get(0).y)));
    List<Double> crossings = rivers.stream().filter(river -> river.getEnvelopeInternal().intersects(line.getEnvelopeInternal()))
        .flatMap(river -> List.of(river.intersection(line).getCoordinates()).stream()).map(along::project).sorted().toList();
    List<RoadLine> parts = new ArrayList<>();
    double done = 0;
    for (double crossing : crossings) {
      double begin = Math.max(crossing - half, 0);
      double end = Math.min(crossing + half, along.getEndIndex());
      if (begin < done) {
        continue;
      }
      add(road, along, done, begin, Map.of(), "", parts);
      add(road, along, begin, end, Map.of("bridge", "yes", "layer", "1"), " bridge", parts);
      done = end;
    }
    add(road, along, done, along.getEndIndex(), Map.of(), "", parts);
    return parts;
  }

  private static void add(RoadLine road, LengthIndexedLine along, double from, double to, Map<String, String> tags, String suffix,
      List<RoadLine> into) {
    if (to > from) {
      Coordinate[] points = along.extractLine(from, to).getCoordinates();
      List<Coordinate> rounded = java.util.Arrays.stream(points)
          .map(point -> new Coordinate(LocalFrame.round(point.x), LocalFrame.round(point.y))).distinct().toList();
      if (rounded.size() > 1) {
        into.add(road.with(suffix, rounded, tags));
      }
    }
  }
}
