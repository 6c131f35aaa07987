package org.comparto.invitation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comparto.hours.Window;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What a host says to an invitation.
 *
 * @param date with window: the other time that it names; null where it names none
 * @param reason for whoever asked
 */
record Answer(State state, @Nullable LocalDate date, @Nullable Window window, @Nullable String reason) {

  /** As it is sent: accept, decline, or counter with another time. */
  record Sent(@Nullable String answer, @Nullable String reason, @Nullable String date, @Nullable String start, @Nullable String end) {}

  static Answer of(Sent sent) {
    String reason = Field.text("reason", sent.reason(), 2000);
    boolean namesATime = sent.date() != null || sent.start() != null || sent.end() != null;
    switch (sent.answer() == null ? "" : sent.answer()) {
      case "accept", "decline" -> {
        if (namesATime) {
          throw new InvalidInputException("date", "date, start and end go with the answer counter and nothing else");
        }
        return new Answer(sent.answer().equals("accept") ? State.ACCEPTED : State.DECLINED, null, null, reason);
      }
      case "counter" -> {
        Answer answer = new Answer(State.COUNTERED, NewInvitation.date("date", sent.date()), NewInvitation.window(sent.start(), sent.end()), reason);
        if (!Invitations.begins(answer.date, answer.window).isAfter(Instant.now())) {
          throw new InvalidInputException("date", "This day is over; name a later one.");
        }
        return answer;
      }
      default -> throw new InvalidInputException("answer", "answer must be accept, decline or counter");
    }
  }

  boolean namesATime() {
    return date != null;
  }

  /** From where it can be given: whoever has accepted may still have to decline. */
  List<State> from() {
    return switch (state) {
      case ACCEPTED -> List.of(State.PROPOSED);
      case DECLINED -> List.of(State.PROPOSED, State.COUNTERED, State.ACCEPTED);
      default -> List.of(State.PROPOSED, State.COUNTERED);
    };
  }
}
