package org.comparto.tour;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.comparto.network.RoadGraph;
import org.jspecify.annotations.Nullable;

/**
 * Itineraries, and what they leave out.
 *
 * @param itineraries by day, then by group
 * @param score the sum of priorities that are visited
 * @param endedBy converged, time or stopped; timetable for what was not searched
 * @param seconds that it took
 * @param revision of roads and restrictions that it was computed on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(List<Itinerary> itineraries, List<Dropped> dropped, int score, long seed, long iterations, String endedBy, double seconds,
    RoadGraph.About roads, String revision, List<Warning> warnings) {

  /** Something to know. @param stop that it is about, null for all */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Warning(String kind, @Nullable String stop, String text) {}
}
