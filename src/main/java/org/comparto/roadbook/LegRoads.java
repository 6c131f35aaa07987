package org.comparto.roadbook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comparto.network.Journey;
import org.comparto.network.Profile;
import org.comparto.network.Roads;
import org.comparto.network.Vehicle;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.comparto.roadbook.Programme.Leg;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The roads between stops, with the vehicle and on the day that the plan was made for; kept a while, since a page, a sheet and a file ask for the same. */
@Component
class LegRoads {

  /** @param from and {@code to}: minutes of the day; what is limited to hours counts if it holds for a minute in between, as in the plan */
  record Traveller(Profile profile, Vehicle vehicle, LocalDate day, int from, int to) {}

  private record Asked(String revision, Traveller who, double fromLon, double fromLat, double toLon, double toLat, String language) {}

  private static final int MOST_KEPT = 500;

  private final Roads roads;
  private final Cache<Asked, Optional<Journey.Leg>> kept = Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterAccess(Duration.ofMinutes(20)).build();

  LegRoads(Roads roads) {
    this.roads = roads;
  }

  /** Who travels, as a question about tours says it. */
  static Traveller traveller(JsonNode question, LocalDate day) {
    JsonNode vehicle = question.path("vehicle");
    Profile profile = Profile.of(vehicle.isString() ? vehicle.asString() : vehicle.path("profile").asString("coach"));
    Vehicle size = profile == Profile.WALK ? Vehicle.DEFAULT
        : new Vehicle(figure(vehicle, "height"), figure(vehicle, "width"), figure(vehicle, "length"), figure(vehicle, "mass"), null);
    return new Traveller(profile, size, day, minute(question.path("start").path("time"), 8), minute(question.path("end").path("time"), 18));
  }

  /** @param seconds and {@code metres}: as the plan has them; the roads give line and words */
  Leg leg(Traveller who, String from, String to, Coordinate begin, Coordinate end, double seconds, double metres, String language) {
    Journey.Leg found = find(who, begin, end, language).orElse(null);
    return found == null ? new Leg(from, to, seconds, metres, List.of(), List.of(), null) : new Leg(from, to, seconds, metres, found.corners(), found.turns(), found.detour());
  }

  /** The walk from the parking to the entrance; straight where no way is known. */
  List<Coordinate> walk(Coordinate parking, Coordinate entrance, String language) {
    return find(new Traveller(Profile.WALK, Vehicle.DEFAULT, LocalDate.EPOCH, 0, 0), parking, entrance, language).map(Journey.Leg::corners).orElse(List.of(parking, entrance));
  }

  private Optional<Journey.Leg> find(Traveller who, Coordinate from, Coordinate to, String language) {
    return from.equals2D(to) ? Optional.empty() : kept.get(new Asked(roads.revision(), who, from.x, from.y, to.x, to.y, language), asked -> {
      try {
        return Optional.of(Journey.along(roads, who.profile(), who.vehicle(), who.day(), who.from(), who.to(), List.of(from, to), language).legs().get(0));
      } catch (RefusedException e) {
        return Optional.empty(); // no roads, or no way: the plan says so where it matters
      }
    });
  }

  private static @Nullable Double figure(JsonNode vehicle, String name) {
    return vehicle.path(name).isNumber() ? Double.valueOf(vehicle.path(name).asDouble()) : null;
  }

  private static int minute(JsonNode time, int hourOtherwise) {
    if (!time.isString()) {
      return hourOtherwise * 60;
    }
    String text = time.asString();
    if (!text.matches("([01]\\d|2[0-3]):[0-5]\\d|24:00")) {
      throw new InvalidInputException("question", "question has the time \"" + text + "\"; times are like 08:30");
    }
    return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
  }
}
