package org.comparto.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner and the admins see it.
 *
 * @param territory null for all territories
 * @param language it or en
 */
record Account(long id, String username, String displayName, @Nullable String email, Role role, @Nullable String territory,
    String language, boolean active, boolean mustChangePassword, Instant createdAt, @Nullable Instant lastLoginAt) {

  CurrentAccount inPerson() {
    return new CurrentAccount(id, username, displayName, role, territory, role.scopes(), true, mustChangePassword);
  }

  CurrentAccount byToken(Set<Scope> tokenScopes) {
    Set<Scope> allowed = EnumSet.copyOf(role.scopes());
    allowed.retainAll(tokenScopes);
    return new CurrentAccount(id, username, displayName, role, territory, Set.copyOf(allowed), false, mustChangePassword);
  }
}
