package org.comparto.account;

import java.util.Optional;
import java.util.Set;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who acts in this request, read anew for every request so that a change of rights holds at once.
 *
 * @param id null for the operator of this machine, who has no account
 * @param territory the only territory that may be written; null for all
 * @param scopes what may be done: the role's, cut to the token's where a token is shown
 * @param inPerson whether a password was given (a session) rather than a token shown
 * @param mustChangePassword until it is changed nothing else may be written
 */
public record CurrentAccount(@Nullable Long id, String username, String displayName, Role role, @Nullable String territory,
    Set<Scope> scopes, boolean inPerson, boolean mustChangePassword) implements AuthenticatedPrincipal {

  /** Nobody for anonymous requests, and for work that the application does by itself. */
  public static Optional<CurrentAccount> find() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof CurrentAccount account ? Optional.of(account) : Optional.empty();
  }

  /** @throws RefusedException if nobody is signed in, answered with 401 */
  public static CurrentAccount get() {
    return find().orElseThrow(() -> new RefusedException(HttpStatus.UNAUTHORIZED, "unauthenticated", "Nobody is signed in.", null, null));
  }

  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }

  /** Whether records of this territory may be changed; null stands for what lies in none. */
  public boolean mayWrite(@Nullable String territoryCode) {
    return may(Scope.WRITE) && actsIn(territoryCode);
  }

  /** Whether files may be loaded into this territory. */
  public boolean mayLoad(String territoryCode) {
    return may(Scope.LOAD) && actsIn(territoryCode);
  }

  /** @throws RefusedException if records of this territory may not be changed, answered with 403 */
  public void checkWrite(@Nullable String territoryCode) {
    if (!mayWrite(territoryCode)) {
      throw foreign(territoryCode);
    }
  }

  /** @throws RefusedException if files may not be loaded into this territory, answered with 403 */
  public void checkLoad(String territoryCode) {
    if (!mayLoad(territoryCode)) {
      throw foreign(territoryCode);
    }
  }

  @Override
  public String getName() {
    return username;
  }

  private static RefusedException foreign(@Nullable String territoryCode) {
    return new RefusedException(HttpStatus.FORBIDDEN, "forbidden-territory", territoryCode == null
        ? "You may write in your territory only, and this lies in none." : "You may not write in the territory " + territoryCode + ".", null, null);
  }

  private boolean actsIn(@Nullable String territoryCode) {
    return territory == null || territory.equals(territoryCode);
  }
}
