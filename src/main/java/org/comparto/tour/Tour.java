package org.comparto.tour;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tour that somebody keeps.
 *
 * @param language it or en
 * @param state draft, requested, confirmed, done or cancelled
 * @param sequence grows with every change of a time or place, and when it is cancelled
 * @param version grows with every change
 * @param question as it was sent
 * @param plan its itineraries as they were when it was saved
 * @param note and {@code participants}: null and empty for who may not see them, and after they were erased
 * @param shared null if there is no link
 * @param owner the account's name; null without one, and for who may not see it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tour(long id, String name, String language, String state, int sequence, int version, ObjectNode question, Answer plan, @Nullable String note,
    List<Participant> participants, @Nullable Shared shared, @Nullable String owner, Instant createdAt, Instant updatedAt) {

  /** Somebody who comes along. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Participant(String name, @Nullable String phone, @Nullable String email, @Nullable String note) {}

  /** A link that anybody may read it by. @param contacts whether note and participants are shown there */
  public record Shared(Instant expires, boolean contacts) {}

  /** The question, read. */
  public Question asked() {
    return QuestionReader.question(question);
  }

  public List<Itinerary> itineraries() {
    return plan.itineraries();
  }

  public LocalDate firstDay() {
    return plan.itineraries().stream().map(Itinerary::date).min(LocalDate::compareTo).orElse(LocalDate.ofInstant(createdAt, TourClock.ZONE));
  }
}
