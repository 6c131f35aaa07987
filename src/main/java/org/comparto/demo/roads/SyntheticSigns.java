package org.comparto.demo.roads;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The signs of the synthetic network: weak bridges over rivers, low underpasses below railways, and a few others in the streets. */
final class SyntheticSigns {

  private static final List<String> MASSES = List.of("3.5", "7.5", "12", "18", "20", "26", "30", "38");
  private static final List<String> HEIGHTS = List.of("2.2", "2.8", "3.2", "3.5", "3.8", "3.9");

  private final SyntheticObstacles obstacles;
  private final SplittableRandom random;

  SyntheticSigns(SyntheticObstacles obstacles, SplittableRandom random) {
    this.obstacles = obstacles;
    this.random = random;
  }

  /** Null where there is none. */
  @Nullable Map<String, String> of(Piece piece) {
    String highway = piece.road().tags().get("highway");
    if (highway.startsWith("motorway")) {
      return null;
    }
    if (crosses(piece, true)) {
      return random.nextDouble() < 0.45 ? Map.of("bridge", "yes", "maxweight", pick(MASSES)) : Map.of("bridge", "yes");
    }
    if (crosses(piece, false)) {
      return random.nextDouble() < 0.35 ? Map.of("tunnel", "yes", "maxheight", pick(HEIGHTS)) : null;
    }
    double chance = random.nextDouble();
    return !highway.equals("residential") && !highway.equals("unclassified") || chance > 0.08 ? null
        : chance < 0.015 ? Map.of("maxwidth", pick(List.of("2.0", "2.2", "2.4", "2.5")))
        : chance < 0.02 ? Map.of("maxlength", pick(List.of("8", "10", "12")))
        : chance < 0.025 ? Map.of("maxaxleload", pick(List.of("6", "8", "10")))
        : chance < 0.04 ? Map.of("maxweight", pick(MASSES))
        : chance < 0.06 ? Map.of("hgv", "no") : Map.of("hgv", "destination");
  }

  private boolean crosses(Piece piece, boolean rivers) {
    for (int i = 1; i < piece.points().size(); i++) {
      Coordinate from = SyntheticRoads.metres(piece.points().get(i - 1));
      Coordinate to = SyntheticRoads.metres(piece.points().get(i));
      if (rivers ? obstacles.crossesRiver(from, to) : obstacles.crossesRailway(from, to)) {
        return true;
      }
    }
    return false;
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
