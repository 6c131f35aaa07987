package org.comparto.demo.roads;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;

/** Rivers and railways through the square, in metres. */
final class SyntheticObstacles {

  private static final double STEP_M = 1_500;
  private static final double APART_M = 16_000;

  private final STRtree rivers = new STRtree();
  private final STRtree railways = new STRtree();

  SyntheticObstacles(double side, SyntheticTowns towns, SplittableRandom random) {
    for (double x = APART_M / 2; x < side; x += APART_M) {
      List<Coordinate> river = new ArrayList<>();
      double east = x;
      for (double y = -STEP_M; y < side + 2 * STEP_M; y += STEP_M) {
        east += (random.nextDouble() - 0.5) * 1_400;
        river.add(new Coordinate(east, y));
      }
      add(river, rivers);
    }
    for (List<SyntheticTowns.Town> pair : towns.neighbours()) {
      if (random.nextDouble() < 0.3) {
        Coordinate from = pair.get(0).centre();
        Coordinate to = pair.get(1).centre();
        // beside the centres, where the roads meet
        add(List.of(new Coordinate(from.x + 260, from.y - 170), new Coordinate(to.x + 260, to.y - 170)), railways);
      }
    }
  }

  boolean crossesRiver(Coordinate from, Coordinate to) {
    return crosses(rivers, from, to);
  }

  boolean crossesRailway(Coordinate from, Coordinate to) {
    return crosses(railways, from, to);
  }

  private static void add(List<Coordinate> line, STRtree to) {
    for (int i = 1; i < line.size(); i++) {
      to.insert(new Envelope(line.get(i - 1), line.get(i)), new LineSegment(line.get(i - 1), line.get(i)));
    }
  }

  private static boolean crosses(STRtree lines, Coordinate from, Coordinate to) {
    LineSegment way = new LineSegment(from, to);
    for (Object near : lines.query(new Envelope(from, to))) {
      if (way.intersection((LineSegment) near) != null) {
        return true;
      }
    }
    return false;
  }
}
