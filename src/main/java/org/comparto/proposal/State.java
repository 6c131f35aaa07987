package org.comparto.proposal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a proposal is; what is published or withdrawn stays as it is. */
enum State {
  DRAFT, SUBMITTED, APPROVED, SENT_BACK, PUBLISHED, WITHDRAWN;

  boolean isOpen() {
    return this != PUBLISHED && this != WITHDRAWN;
  }

  /** Whether its author is still at it. */
  boolean isBeingWritten() {
    return this == DRAFT || this == SENT_BACK;
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static State of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
