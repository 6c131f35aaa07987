package org.comparto.account;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A kind of doing. A role allows some of them; a token may carry fewer than its owner's role allows, never more. */
public enum Scope {
  READ,
  /** Drafts of changes, and handing them in. */
  PROPOSE,
  /** Deciding on what others propose, and publishing it. */
  REVIEW,
  /** Changing published data at once, and the desk's own work. */
  WRITE,
  LOAD,
  /** Reading who did what. */
  AUDIT,
  ADMIN;

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Set<Scope> split(String commaSeparated) {
    return Arrays.stream(commaSeparated.split(",")).map(word -> valueOf(word.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
  }

  static String join(Collection<Scope> scopes) {
    return scopes.stream().distinct().sorted(Comparator.naturalOrder()).map(Scope::toString).collect(Collectors.joining(","));
  }
}
