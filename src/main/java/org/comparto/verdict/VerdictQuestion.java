package org.comparto.verdict;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/**
 * What is asked about an area.
 *
 * @param feature that the area is; null for one that was drawn
 * @param territory by whose rules; null for the one in which most of the area lies
 * @param project what it is for: cer, pnrr
 */
record VerdictQuestion(Geometry geometry, @Nullable FeatureRef feature, String technology, LocalDate date, @Nullable String territory,
    SortedSet<String> project) {

  static final ZoneId ITALY = ZoneId.of("Europe/Rome");
  static final List<String> PROJECTS = List.of("cer", "pnrr");

  /** A stored feature. */
  record FeatureRef(@Nullable String layer, @Nullable Long id) {}

  /** As it is sent. */
  record Sent(@Nullable JsonNode geometry, @Nullable FeatureRef feature, @Nullable String technology, @Nullable String date, @Nullable String territory,
      @Nullable List<@Nullable String> project) {}

  /** @param geometry as it was read */
  static VerdictQuestion of(Sent sent, Geometry geometry, Layers layers) {
    return new VerdictQuestion(geometry, sent.feature(), technology(sent.technology(), layers), date(sent.date()),
        sent.territory() == null || sent.territory().isBlank() ? null : sent.territory(), project(sent.project()));
  }

  static String technology(@Nullable String asked, Layers layers) {
    List<String> technologies = layers.getLayer("energy_area", "technology").codes().get("technology").stream().map(Layer.Code::value).toList();
    if (asked == null) {
      throw new InvalidInputException("technology", "technology is required; there are " + String.join(", ", technologies));
    }
    if (!technologies.contains(asked)) {
      throw new InvalidInputException("technology", "technology is \"" + asked + "\"; there are " + String.join(", ", technologies));
    }
    return asked;
  }

  /** Today in Italy, unless something else is said. */
  static LocalDate date(@Nullable String asked) {
    try {
      return asked == null || asked.isBlank() ? LocalDate.now(ITALY) : LocalDate.parse(asked);
    } catch (DateTimeParseException e) {
      throw new InvalidInputException("date", "date is \"" + asked + "\"; it must be a day like 2026-03-01");
    }
  }

  private static SortedSet<String> project(@Nullable List<@Nullable String> asked) {
    List<@Nullable String> given = asked == null ? List.of() : asked;
    given.stream().filter(one -> !PROJECTS.contains(one)).findFirst().ifPresent(one -> {
      throw new InvalidInputException("project", "project holds \"" + one + "\"; there are " + String.join(", ", PROJECTS));
    });
    return given.stream().collect(Collectors.toCollection(TreeSet::new));
  }
}
