package org.comparto.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/** The zones drawn by hand in zones.yaml. */
final class ZoneSeeds {

  /** What a zone is laid out from; every other key of a seed is a column. */
  static final Set<String> KEYS = Set.of("code", "name", "municipality", "at", "turn", "outline", "chains", "streets",
      "plot_scale", "land_history", "rail_siding", "quay");
  private static final double LEAST_M2 = 1_500;

  private ZoneSeeds() {}

  static List<Zone> zones(List<Territory> territories, LongSupplier ids) {
    Map<String, Territory> byPrefix = territories.stream().collect(Collectors.toMap(Territory::prefix, Function.identity()));
    return SeedFile.features("zones.yaml").stream().map(seed -> {
      double[] at = seed.pair("at");
      List<Coordinate> corners = ((List<?>) seed.values().get("outline")).stream().map(SeedGeometry::coordinate).toList();
      return new Zone(ids.getAsLong(), seed.code(), seed.text("name"), byPrefix.get(seed.code().substring(0, 2)),
          seed.text("municipality"), new LocalFrame(at[0], at[1], seed.number("turn")), LocalFrame.ring(corners,
              LocalFrame.METRES),
          seed.texts("chains"), seed.number("plot_scale", 1), LEAST_M2, seed);
    }).toList();
  }
}
