package org.comparto.tour;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.problem.InvalidInputException;

/** How far a saved tour is, and where it may go from there. */
enum TourState {
  DRAFT, REQUESTED, CONFIRMED, DONE, CANCELLED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Set<TourState> next() {
    return switch (this) {
      case DRAFT -> Set.of(REQUESTED, CANCELLED);
      case REQUESTED -> Set.of(DRAFT, CONFIRMED, CANCELLED);
      case CONFIRMED -> Set.of(DRAFT, DONE, CANCELLED);
      case CANCELLED -> Set.of(DRAFT);
      case DONE -> Set.of();
    };
  }

  static TourState of(String word) {
    return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst().orElseThrow(() -> new InvalidInputException("state",
        "state must be one of " + Arrays.stream(values()).map(TourState::word).collect(Collectors.joining(", "))));
  }
}
