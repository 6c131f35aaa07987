package org.comparto.proposal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.comparto.proposal.Comments.Remark;
import org.jspecify.annotations.Nullable;

/**
 * A step that somebody takes.
 *
 * @param reason null if none was given
 * @param comments none for most steps
 */
record Decision(Step step, @Nullable String reason, List<Remark> comments) {

  private static final int LONGEST_REASON = 2_000;
  private static final int MOST_COMMENTS = 100;

  /** As it is sent. */
  record Sent(@Nullable String step, @Nullable String reason, @Nullable List<Remark> comments) {}

  static Decision of(Sent sent) {
    Step step = Stream.of(Step.values()).filter(one -> one.toString().equals(sent.step())).findFirst().orElseThrow(() ->
        new InvalidInputException("step", "step must be one of " + Stream.of(Step.values()).map(Step::toString).collect(Collectors.joining(", "))));
    List<Remark> comments = sent.comments() == null ? List.of() : sent.comments();
    if (comments.size() > MOST_COMMENTS || comments.stream().anyMatch(Objects::isNull)) {
      throw new InvalidInputException("comments", "comments has " + comments.size() + " items, and may have " + MOST_COMMENTS);
    }
    return new Decision(step, Field.text("reason", sent.reason(), LONGEST_REASON), comments);
  }
}
