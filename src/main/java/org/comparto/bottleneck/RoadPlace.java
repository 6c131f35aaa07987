package org.comparto.bottleneck;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.comparto.bottleneck.RoadBottleneck.Direction;
import org.comparto.feature.GeoJsonCheck;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where an editor says that a bottleneck acts; it checks itself, but for whether its rings cross.
 *
 * @param place GeoJSON geometry in longitude and latitude; null: on no road
 * @param direction along the line; both for everything that is no line
 * @param ways OpenStreetMap's numbers of ways; none: whichever lie there
 * @param reason in the words of who says so; null if nothing was said
 */
record RoadPlace(@Nullable JsonNode place, Direction direction, Set<Long> ways, @Nullable String reason) {

  private static final int MOST_WAYS = 200;
  private static final int LONGEST_REASON = 500;

  /** As it is sent. */
  record Sent(@Nullable JsonNode place, @Nullable String direction, @Nullable List<@Nullable Long> ways, @Nullable String reason) {}

  /** @throws InvalidInputException naming the field and the cure */
  static RoadPlace of(Sent sent) {
    JsonNode place = sent.place() == null || sent.place().isNull() ? null : sent.place();
    if (place != null) {
      if (!GeoJsonCheck.GEOMETRIES.contains(place.path("type").asString(""))) {
        throw new InvalidInputException("place", "place must be a GeoJSON geometry, or null where the bottleneck acts on no road");
      }
      new GeoJsonCheck().feature(place).ifPresent(fault -> {
        throw new InvalidInputException("place", "place can not be read: " + fault.reason());
      });
    }
    List<@Nullable Long> ways = sent.ways() == null ? List.of() : sent.ways();
    if (ways.size() > MOST_WAYS || ways.stream().anyMatch(way -> way == null || way <= 0)) {
      throw new InvalidInputException("ways", "ways must be at most " + MOST_WAYS + " numbers of OpenStreetMap ways");
    }
    String reason = sent.reason() == null || sent.reason().isBlank() ? null : sent.reason().strip();
    if (reason != null && reason.length() > LONGEST_REASON) {
      throw new InvalidInputException("reason", "reason has more than " + LONGEST_REASON + " characters");
    }
    return new RoadPlace(place, direction(sent.direction()), Set.copyOf(ways), reason);
  }

  private static Direction direction(@Nullable String text) {
    if (text != null && !Set.of("both", "forward", "backward").contains(text)) {
      throw new InvalidInputException("direction", "direction must be both, forward or backward, as the line is drawn");
    }
    return text == null ? Direction.BOTH : Direction.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
