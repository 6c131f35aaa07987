package org.comparto.tour;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stop that was left out.
 *
 * @param group that does not visit it, where every group should; else null
 * @param constraint the kind of the cheapest relaxation; null in a timetable of which no reasons were asked, and where there was no time for them
 * @param relaxation null where none is known, and without a constraint
 * @param others further ones, dearer
 * @param unexplained true where there was no time to look for the reason; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dropped(String id, @Nullable Long host, String name, @Nullable String group, boolean must, @Nullable Kind constraint, @Nullable Relaxation relaxation, List<Relaxation> others,
    @Nullable Boolean unexplained, String text) {

  /**
   * What has to give so that the stop fits into the shown itinerary.
   *
   * @param quantity the least whole number; null for what is no quantity
   * @param date of the itinerary, or the day that is open instead
   * @param position where the stop goes in the itinerary, 0 is first; null where nothing is put in
   * @param from and {@code to}: the window that is needed, "HH:MM"
   * @param insteadOf the stop that would have to go
   * @param and what is needed besides
   * @param cost by the table of docs/tours.md
   * @param change a JSON Patch of the question
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Relaxation(Kind kind, @Nullable Integer quantity, @Nullable String unit, String group, LocalDate date, @Nullable String from, @Nullable String to,
      @com.fasterxml.jackson.annotation.JsonProperty("instead_of") @Nullable String insteadOf, @Nullable Integer position, @Nullable List<Relaxation> and, double cost,
      String text, List<Operation> change) {}

  /** One step of a JSON Patch (RFC 6902). */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Operation(String op, String path, @Nullable Object value) {}
}
