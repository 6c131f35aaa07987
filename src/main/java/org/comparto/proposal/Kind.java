package org.comparto.proposal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a proposal is about: something new, something that is there, or something that shall be shown no more. */
public enum Kind {
  CREATE, CHANGE, RETIRE;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
