package org.comparto.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as it stands in the database.
 *
 * @param step the code of the present or last step; null before the first
 * @param done rows of the step that are done
 * @param total rows of the step; null if not known
 * @param ratePerSecond rows of the step per second; null as long as it can not be told
 * @param author account name of whoever submitted it
 * @param code why it failed, stable: the handler's own, or {@code instance-died}, {@code stopped}, {@code internal}; else null
 * @param message why it failed, for people; else null
 * @param result what the handler returned; null if it has not ended well, or returned nothing
 */
public record Job(long id, String kind, State state, @Nullable String step, long done, @Nullable Long total, @Nullable Double ratePerSecond,
    String author, Instant submittedAt, @Nullable Instant startedAt, @Nullable Instant finishedAt, @Nullable String code,
    @Nullable String message, @Nullable JsonNode result) {

  /** Where a job is in its life; the last three are final. */
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean isFinal() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  /** How long the present step will take yet at the rate it had so far; null if that can not be told. */
  public @Nullable Long secondsLeft() {
    if (state != State.RUNNING || total == null || ratePerSecond == null || ratePerSecond <= 0) {
      return null;
    }
    return Math.round(Math.max(0, total - done) / ratePerSecond);
  }
}
