package org.comparto.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a load is in its life. */
enum LoadState {
  RECEIVED, CHECKING, CHECKED, APPLYING, APPLIED, REFUSED, ROLLING_BACK, ROLLED_BACK, FAILED, DISCARDED;

  /** A job is at it. */
  boolean isUnderWay() {
    return this == CHECKING || this == APPLYING || this == ROLLING_BACK;
  }

  /** Nothing was applied, and it can be planned (again). */
  boolean isPlannable() {
    return this == RECEIVED || this == CHECKED || this == REFUSED || this == FAILED;
  }

  /** What it is again when the job that was at it did not end well. */
  LoadState afterFailure() {
    return switch (this) {
      case CHECKING -> FAILED;
      case APPLYING -> CHECKED;
      case ROLLING_BACK -> APPLIED;
      default -> this;
    };
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static LoadState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
