package org.comparto.tour;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can stand in the way of a visit, the easiest to change first: between equal costs the earlier one is told. FITS is nothing at all: somebody has taken the
 * stop out by hand.
 */
public enum Kind {
  FITS, VISIT_LENGTH, LUNCH, DAY_END, DAY_START, PIN, WINDOW, GROUP_SIZE, NOTICE, CLOSED, COACH_PARKING, LANGUAGE, SCHOOL_LEVEL, GROUP_AGE, TAKEN, COACH_HEIGHT, COACH_LENGTH,
  BOTTLENECK, WHEELCHAIR, NO_ROAD, NO_TIME;

  /** As it stands in requests and answers: {@code day_end}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a host can waive it. */
  boolean canBeAgreed() {
    return switch (this) {
      case GROUP_SIZE, NOTICE, COACH_PARKING, LANGUAGE, SCHOOL_LEVEL, GROUP_AGE, TAKEN, COACH_HEIGHT, COACH_LENGTH, WHEELCHAIR -> true;
      default -> false;
    };
  }

  static Optional<Kind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
