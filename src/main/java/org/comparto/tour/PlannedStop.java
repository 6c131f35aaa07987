package org.comparto.tour;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.comparto.tour.Itinerary.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A visit: arrive at the parking, wait, walk in and set up, start, visit, walk out, leave.
 *
 * @param host its number; null for a place of its own
 * @param point the entrance
 * @param parking where the vehicle stops; null: at the entrance
 * @param travelSeconds from the stop before, or the start; null where there is no way
 * @param walkSeconds from the parking to the entrance, and the same back
 * @param window that holds the visit; null: any time will do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlannedStop(String id, @Nullable Long host, String name, Question.Point point, Question.@Nullable Point parking, OffsetDateTime arrive, int waitSeconds,
    OffsetDateTime start, int visitMinutes, OffsetDateTime leave, @Nullable Integer travelSeconds, @Nullable Integer travelMetres, int walkSeconds, int setupMinutes,
    int bufferMinutes, @Nullable Span window, boolean pinned, boolean locked, List<Violation> violations) {

  /** Two times of the day, "HH:MM". */
  public record Span(String from, String to) {}
}
