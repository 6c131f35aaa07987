package org.comparto.account;

import static org.comparto.account.Scope.AUDIT;
import static org.comparto.account.Scope.LOAD;
import static org.comparto.account.Scope.PROPOSE;
import static org.comparto.account.Scope.READ;
import static org.comparto.account.Scope.REVIEW;
import static org.comparto.account.Scope.WRITE;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an account is for. */
public enum Role {
  VIEWER(EnumSet.of(READ)),
  TOUR_ORGANISER(EnumSet.of(READ, PROPOSE)),
  /** Proposes in one municipality only. */
  MUNICIPAL_EDITOR(EnumSet.of(READ, PROPOSE)),
  PLANNER(EnumSet.of(READ, PROPOSE, REVIEW)),
  DESK(EnumSet.of(READ, PROPOSE, REVIEW, WRITE, LOAD)),
  /** Sees who did what, and changes nothing. */
  AUDITOR(EnumSet.of(READ, AUDIT)),
  ADMIN(EnumSet.allOf(Scope.class));

  private final Set<Scope> scopes;

  Role(Set<Scope> scopes) {
    this.scopes = Set.copyOf(scopes);
  }

  public Set<Scope> scopes() {
    return scopes;
  }

  /** Whether it can be held to one municipality: loads and direct writes know territories only. */
  boolean canBeMunicipal() {
    return scopes.contains(PROPOSE) && !scopes.contains(WRITE);
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** All of them as a refusal names them. */
  static String list() {
    return Arrays.stream(values()).map(Role::toString).collect(Collectors.joining(", "));
  }
}
