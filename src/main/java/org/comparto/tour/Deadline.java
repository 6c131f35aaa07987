package org.comparto.tour;

import java.time.Duration;

/** When a whole answer is due: the roads come first, what is then left is shared by the search and the reasons for what is left out. */
final class Deadline {

  /** Of what is left when the search begins, this much is kept for the reasons; seconds of it at the most. */
  private static final double FOR_REASONS = 0.4;
  private static final Duration MOST_FOR_REASONS = Duration.ofSeconds(4);

  /** What is left to write and send the answer. */
  private static final double TO_BE_READY = 0.85;

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline after(int seconds) {
    return new Deadline(System.nanoTime() + (long) (TO_BE_READY * Duration.ofSeconds(seconds).toNanos()));
  }

  /** When a search that begins now has to end so that reasons can be told. */
  Deadline ofSearch() {
    long kept = (long) Math.min(FOR_REASONS * left().toNanos(), MOST_FOR_REASONS.toNanos());
    return new Deadline(end - kept);
  }

  boolean isOver() {
    return System.nanoTime() - end >= 0;
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
