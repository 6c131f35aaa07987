package org.comparto.demo.roads;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** The lines of the synthetic network: streets, roads, lanes, and the motorways, which are joined with nothing but their ramps. */
final class SyntheticRoads {

  private static final double BLOCK_M = 95;
  private static final double LANE_M = 1_050;
  private static final double MOTORWAY_M = 30_000;
  private static final double GATE_M = 9_000;
  private static final double RAMP_M = 450;

  private final double side;
  private final SyntheticTowns towns;
  private final SyntheticObstacles obstacles;
  private final SplittableRandom random;
  private int number;

  SyntheticRoads(double side, SyntheticTowns towns, SyntheticObstacles obstacles, SplittableRandom random) {
    this.side = side;
    this.towns = towns;
    this.obstacles = obstacles;
    this.random = random;
  }

  static Coordinate degrees(Coordinate metres) {
    return new Coordinate(RoadNetwork.DEGREES.makePrecise(10 + metres.x / 78_850), RoadNetwork.DEGREES.makePrecise(45 + metres.y / 111_130));
  }

  static Coordinate metres(Coordinate degrees) {
    return new Coordinate((degrees.x - 10) * 78_850, (degrees.y - 45) * 111_130);
  }

  List<RoadLine> joined() {
    List<RoadLine> lines = new ArrayList<>();
    for (List<SyntheticTowns.Town> pair : towns.neighbours()) {
      boolean primary = pair.get(0).large() || pair.get(1).large();
      lines.add(road(primary ? "primary" : random.nextDouble() < 0.5 ? "secondary" : "tertiary", primary ? "80" : "70",
          bent(pair.get(0).centre(), pair.get(1).centre())));
    }
    towns.towns().forEach(town -> streets(town, lines));
    lanes(lines);
    return lines;
  }

  List<RoadLine> motorways() {
    List<RoadLine> lines = new ArrayList<>();
    for (double at = Math.min(MOTORWAY_M, side) / 2; at < side; at += MOTORWAY_M) {
      List<Coordinate> north = new ArrayList<>();
      List<Coordinate> east = new ArrayList<>();
      for (double along = 0; along <= side; along += 4_000) {
        north.add(new Coordinate(at + (random.nextDouble() - 0.5) * 900, along));
        east.add(new Coordinate(along, at + (random.nextDouble() - 0.5) * 900));
      }
      motorway(north, lines);
      motorway(east, lines);
    }
    return lines;
  }

  private void motorway(List<Coordinate> middle, List<RoadLine> lines) {
    List<Carriageway> directions = Carriageway.of(new GeometryFactory().createLineString(middle.toArray(Coordinate[]::new)));
    for (int i = 0; i < middle.size(); i++) {
      if (i % Math.round(GATE_M / 4_000) != 0) {
        continue;
      }
      Coordinate gate = towns.nearest(middle.get(i)).centre();
      for (Carriageway direction : directions) {
        double at = direction.metresTo(gate);
        if (direction.has(at - RAMP_M)) {
          lines.add(ramp(direction.pointAt(at - RAMP_M), gate));
        }
        if (direction.has(at + RAMP_M)) {
          lines.add(ramp(gate, direction.pointAt(at + RAMP_M)));
        }
      }
    }
    for (Carriageway direction : directions) {
      lines.add(line("motorway", "130", direction.points(), Map.of("oneway", "yes", "lanes", "2", "layer", "1")));
    }
  }

  private RoadLine ramp(Coordinate from, Coordinate to) {
    return line("motorway_link", "60", List.of(from, to), Map.of("oneway", "yes", "layer", "1"));
  }

  private void streets(SyntheticTowns.Town town, List<RoadLine> lines) {
    int half = (int) (town.radius() / BLOCK_M);
    for (int across = -half; across <= half; across++) {
      for (boolean lengthwise : new boolean[] {true, false}) {
        Map<String, String> tags = random.nextDouble() < 0.2 ? Map.of("oneway", "yes") : Map.of();
        boolean back = random.nextBoolean();
        List<Coordinate> points = new ArrayList<>();
        for (int i = -half; i <= half; i++) {
          int along = back ? -i : i;
          points.add(inTown(town, lengthwise ? along : across, lengthwise ? across : along));
        }
        runs("residential", "30", points, tags, (from, to) -> from.distance(town.centre()) < town.radius()
            && to.distance(town.centre()) < town.radius() && random.nextDouble() > 0.08 && !obstacles.crossesRiver(from, to), lines);
      }
    }
  }

  /** The corner of two streets; the same for both, so no drawing from the random numbers here. */
  private static Coordinate inTown(SyntheticTowns.Town town, int i, int j) {
    double x = i * BLOCK_M + 14 * Math.sin(i * 1.7 + j * 0.9);
    double y = j * BLOCK_M + 14 * Math.sin(j * 1.3 - i * 0.7);
    double cos = Math.cos(town.turn());
    double sin = Math.sin(town.turn());
    return new Coordinate(town.centre().x + x * cos - y * sin, town.centre().y + x * sin + y * cos);
  }

  private void lanes(List<RoadLine> lines) {
    int count = (int) (side / LANE_M) + 1;
    Coordinate[][] grid = new Coordinate[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        grid[i][j] = new Coordinate((i + (random.nextDouble() - 0.5) * 0.6) * LANE_M, (j + (random.nextDouble() - 0.5) * 0.6) * LANE_M);
      }
    }
    BiPredicate<Coordinate, Coordinate> kept = (from, to) -> random.nextDouble() > 0.15 && !towns.built(from) && !towns.built(to)
        && !obstacles.crossesRiver(from, to);
    for (int i = 0; i < count; i++) {
      List<Coordinate> row = new ArrayList<>();
      for (int j = 0; j < count; j++) {
        row.add(grid[j][i]);
      }
      runs("unclassified", "50", List.of(grid[i]), Map.of(), kept, lines);
      runs("unclassified", "50", row, Map.of(), kept, lines);
    }
  }

  private void runs(String highway, String speed, List<Coordinate> points, Map<String, String> tags,
      BiPredicate<Coordinate, Coordinate> kept, List<RoadLine> lines) {
    List<Coordinate> run = new ArrayList<>(List.of(points.get(0)));
    for (int i = 1; i <= points.size(); i++) {
      boolean goesOn = i < points.size() && kept.test(points.get(i - 1), points.get(i));
      if (!goesOn && run.size() > 1) {
        lines.add(line(highway, speed, run, tags));
      }
      if (!goesOn) {
        run.clear();
      }
      if (i < points.size()) {
        run.add(points.get(i));
      }
    }
  }

  private List<Coordinate> bent(Coordinate from, Coordinate to) {
    double length = from.distance(to);
    int steps = (int) (length / 500) + 1;
    double wide = (random.nextDouble() - 0.5) * length * 0.08;
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      double at = (double) i / steps;
      double aside = wide * Math.sin(Math.PI * 2 * at);
      points.add(new Coordinate(from.x + (to.x - from.x) * at - (to.y - from.y) / length * aside,
          from.y + (to.y - from.y) * at + (to.x - from.x) / length * aside));
    }
    return points;
  }

  private RoadLine road(String highway, String speed, List<Coordinate> points) {
    return line(highway, speed, points, Map.of("ref", (highway.equals("primary") ? "SS" : "SP") + (number + 1)));
  }

  private RoadLine line(String highway, String speed, List<Coordinate> metres, Map<String, String> more) {
    Map<String, String> tags = new TreeMap<>(more);
    tags.put("highway", highway);
    tags.put("maxspeed", speed);
    tags.put("name", "synthetic " + ++number);
    return new RoadLine("S" + number, metres.stream().map(SyntheticRoads::degrees).toList(), tags);
  }
}
