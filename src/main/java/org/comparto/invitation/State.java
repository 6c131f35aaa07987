package org.comparto.invitation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an invitation stands. */
public enum State {
  /** The host has been asked. */
  PROPOSED,
  /** The host has named another time, and who asked has not yet said whether it suits. */
  COUNTERED,
  ACCEPTED,
  DECLINED,
  /** Nobody has answered in time. */
  EXPIRED,
  /** Who asked has taken it back. */
  WITHDRAWN;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<State> find(String word) {
    return Stream.of(values()).filter(state -> state.toString().equals(word)).findFirst();
  }
}
