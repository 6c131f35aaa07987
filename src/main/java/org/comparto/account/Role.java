package org.comparto.account;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What an account is for. */
public enum Role {
  VIEWER(EnumSet.of(Scope.READ)),
  EDITOR(EnumSet.of(Scope.READ, Scope.WRITE, Scope.LOAD)),
  ADMIN(EnumSet.allOf(Scope.class));

  private final Set<Scope> scopes;

  Role(Set<Scope> scopes) {
    this.scopes = Set.copyOf(scopes);
  }

  public Set<Scope> scopes() {
    return scopes;
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
