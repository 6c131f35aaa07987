package org.comparto.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** The municipalities of the seeds, by ISTAT code. */
final class Municipalities {

  private final List<Seed> seeds = SeedFile.features("municipalities.yaml");
  private final Map<String, Seed> byCode = seeds.stream().collect(Collectors.toMap(Seed::code, Function.identity()));

  List<Seed> all() {
    return seeds;
  }

  String name(String code) {
    return byCode.get(code).text("name");
  }

  @Nullable String cadastralCode(String code) {
    return byCode.get(code).optionalText("cadastral_code");
  }

  Coordinate seat(String code) {
    double[] at = byCode.get(code).pair("at");
    return new Coordinate(at[0], at[1]);
  }

  /** The code of the municipality of a territory whose seat is nearest; an approximation, good for generated zones only. */
  String nearest(Coordinate degrees, String territory) {
    return seeds.stream().filter(seed -> seed.text("territory").equals(territory))
        .min(Comparator.comparingDouble(seed -> seat(seed.code()).distance(degrees)))
        .orElseThrow().code();
  }
}
