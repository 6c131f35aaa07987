package org.comparto.theme;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.comparto.network.Journey;
import org.comparto.network.Profile;
import org.comparto.network.Roads;
import org.comparto.network.Vehicle;
import org.comparto.problem.RefusedException;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;

/** The road of a route on the roads of today; nothing where they do not join its stops. */
@Component
class ThemeWay {

  private record Asked(String revision, String profile, List<ThemeDocument.Stop> stops, String language) {}

  private static final int MOST_KEPT = 100;

  private final Roads roads;
  private final Cache<Asked, Optional<Journey>> kept = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  ThemeWay(Roads roads) {
    this.roads = roads;
  }

  Optional<Journey> of(ThemeDocument document, String language) {
    return kept.get(new Asked(roads.revision(), document.profile(), document.stops(), language), asked -> {
      try {
        List<Coordinate> places = document.stops().stream().map(stop -> new Coordinate(stop.lon(), stop.lat())).toList();
        return Optional.of(Journey.along(roads, Profile.of(document.profile()), Vehicle.DEFAULT, LocalDate.now(ZoneId.of("Europe/Rome")), 0, 24 * 60, places, language));
      } catch (RefusedException e) {
        return Optional.empty();
      }
    });
  }

  static double metres(Journey journey) {
    return journey.legs().stream().mapToDouble(Journey.Leg::metres).sum();
  }

  static double seconds(Journey journey) {
    return journey.legs().stream().mapToDouble(Journey.Leg::seconds).sum();
  }
}
