package org.comparto.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** What roads.yaml may name where a road goes: towns, gateways, bottlenecks, and points in degrees. */
final class RoadPlaces {

  private final Map<String, List<Coordinate>> byName = new HashMap<>();

  RoadPlaces(Municipalities municipalities) {
    municipalities.all().forEach(seed -> byName.put(seed.text("name"), List.of(municipalities.seat(seed.code()))));
    for (String file : List.of("gateways.yaml", "bottlenecks.yaml")) {
      for (Seed seed : SeedFile.features(file)) {
        byName.put(seed.code(), List.copyOf(Arrays.asList(SeedGeometry.of(seed).getCoordinates())));
      }
    }
  }

  static List<Seed> gateways() {
    return SeedFile.features("gateways.yaml");
  }

  /** Level crossings of the register; a road through one gets its sign. */
  static Set<Coordinate> levelCrossings() {
    return SeedFile.features("bottlenecks.yaml").stream().filter(seed -> seed.text("bottleneck_type").equals("level_crossing"))
        .map(seed -> SeedGeometry.of(seed).getCoordinate()).collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** One point, or all points of a bottleneck's line in the order in which it is drawn. */
  List<Coordinate> points(Object place) {
    if (place instanceof List<?>) {
      return List.of(SeedGeometry.coordinate(place));
    }
    List<Coordinate> points = byName.get(place.toString());
    if (points == null) {
      throw new IllegalStateException("roads.yaml names " + place + ", which is no town, gateway or bottleneck");
    }
    return points;
  }

  Coordinate point(Object place) {
    return points(place).get(0);
  }
}
