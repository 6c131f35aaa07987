package org.comparto.inquiry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far the desk is with an inquiry; the clock runs while it is open. */
enum State {
  NEW,
  IN_PROGRESS,
  ANSWERED,
  CLOSED,
  SPAM;

  static State of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean isOpen() {
    return this == NEW || this == IN_PROGRESS;
  }

  /** What its sender is told: nobody learns that they were taken for a machine. */
  State shownToSender() {
    return this == SPAM ? NEW : this;
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
