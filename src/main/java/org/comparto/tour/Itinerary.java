package org.comparto.tour;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One group on one day.
 *
 * @param detour what limits of signs and register cost; null where nothing stands in the way, and on foot
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Itinerary(String group, LocalDate date, Start start, End end, @Nullable Lunch lunch, List<PlannedStop> stops, int travelSeconds, int travelMetres,
    int waitSeconds, @Nullable Detour detour) {

  /** Whether anything of it does not work. */
  boolean hasViolations() {
    return !start.violations().isEmpty() || !end.violations().isEmpty() || lunch != null && !lunch.violations().isEmpty()
        || stops.stream().anyMatch(stop -> !stop.violations().isEmpty());
  }

  /** @param leave when they leave */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Start(@Nullable String name, Question.Point point, OffsetDateTime leave, List<Violation> violations) {}

  /** @param travelSeconds of the last leg, null where there is no way */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record End(@Nullable String name, Question.Point point, OffsetDateTime arrive, @Nullable Integer travelSeconds, @Nullable Integer travelMetres,
      List<Violation> violations) {}

  /** @param after the stop that it follows @param before or the one on whose arrival it is taken; both null at the start or the end */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Lunch(OffsetDateTime from, OffsetDateTime to, @Nullable String after, @Nullable String before, List<Violation> violations) {}

  /** @param bottlenecks records of the register that are met or gone round */
  public record Detour(int seconds, int metres, List<Long> bottlenecks) {}

  /** What does not work, by how much. @param unit of the quantity; both null where it is none */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Violation(Kind kind, @Nullable Integer quantity, @Nullable String unit, String text) {}
}
