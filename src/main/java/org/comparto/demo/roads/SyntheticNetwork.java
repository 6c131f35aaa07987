package org.comparto.demo.roads;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;

/**
 * A large made-up network for tests and figures: towns with dense streets, roads between them, country lanes, motorways with ramps, rivers
 * crossed by weak bridges, railways crossed by low underpasses, narrow streets, one-way streets and forbidden turns. A pure function of size and
 * seed. It lies around 10° E 45° N and shows nothing that is there.
 */
public final class SyntheticNetwork {

  static final String ATTRIBUTION = "Comparto synthetic network, shows nothing real";
  private static final String DATE = "2026-11-01";
  /** What a square of so many kilometres has, a little more than 100,000 edges. */
  private static final double SIDE_KM = 66;
  private static final double FORBIDDEN_TURNS = 0.03;

  private SyntheticNetwork() {}

  /**
   * @param file ends with .osm, or with .osm.gz to be compressed
   * @param edges stretches between junctions that it has at least, 1,000 or more
   * @param seed another one gives another network
   */
  public static void write(Path file, int edges, long seed) throws IOException {
    OsmXml.write(network(edges, seed), file, DATE, ATTRIBUTION);
  }

  /** Arguments: the file to write, then how many edges (100,000) and the seed (1) if wanted. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 1 || arguments.length > 3) {
      System.err.println("needs: FILE.osm.gz [EDGES [SEED]]");
      System.exit(2);
    }
    int edges = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    RoadNetwork network = network(edges, seed);
    OsmXml.write(network, Path.of(arguments[0]), DATE, ATTRIBUTION);
    System.out.printf("%,d edges, %,d forbidden turns, seed %d: %s%n", network.pieces().size(), network.turns().size(), seed, arguments[0]);
  }

  static RoadNetwork network(int edges, long seed) {
    double side = SIDE_KM * 1000 * Math.sqrt(edges / 100_000.0);
    while (true) {
      RoadNetwork network = square(side, new SplittableRandom(seed));
      if (network.pieces().size() >= edges) {
        return network;
      }
      side *= 1.04;
    }
  }

  private static RoadNetwork square(double side, SplittableRandom random) {
    SyntheticTowns towns = SyntheticTowns.scattered(side, random);
    SyntheticObstacles obstacles = new SyntheticObstacles(side, towns, random);
    SyntheticRoads roads = new SyntheticRoads(side, towns, obstacles, random);
    RoadNetwork network = new RoadNetwork();
    network.addJoined(roads.joined());
    network.addApart(roads.motorways());
    SyntheticSigns signs = new SyntheticSigns(obstacles, random);
    network.sign(signs::of);
    network.connect();
    forbidTurns(network, random);
    return network;
  }

  private static void forbidTurns(RoadNetwork network, SplittableRandom random) {
    Map<Coordinate, List<Piece>> junctions = new LinkedHashMap<>();
    for (Piece piece : network.pieces()) {
      junctions.computeIfAbsent(piece.start(), at -> new ArrayList<>(4)).add(piece);
      junctions.computeIfAbsent(piece.end(), at -> new ArrayList<>(4)).add(piece);
    }
    junctions.forEach((at, meeting) -> {
      // where four ways meet, forbidding one turn leaves no street without a way on
      if (meeting.size() == 4 && random.nextDouble() < FORBIDDEN_TURNS) {
        Piece from = meeting.get(random.nextInt(4));
        Piece to = meeting.get(random.nextInt(4));
        double degrees = from == to ? 180 : Turn.degrees(from, at, to);
        if (Math.abs(degrees) < 150 && !from.oneway() && !to.oneway()) {
          network.forbid(new Turn(from, at, to, Turn.kindOf(degrees)));
        }
      }
    });
  }
}
