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
 * Who acts in this request, read anew for every request so that a change of rights holds at once. What is not allowed by the
 * scope, the layer, the territory and the municipality together is refused.
 *
 * @param id null for the operator of this machine, who has no account
 * @param territory the only territory in which anything may be changed; null for all
 * @param municipality ISTAT code of the only municipality for which anything may be proposed or reviewed; null for all of the territory
 * @param layers the only layers in which anything may be changed; null for all
 * @param scopes what may be done: the role's, cut to the token's where a token is shown
 * @param inPerson whether a password was given (a session) rather than a token shown
 * @param mustChangePassword until it is changed nothing else may be written
 */
public record CurrentAccount(@Nullable Long id, String username, String displayName, Role role, @Nullable String territory,
    @Nullable String municipality, @Nullable Set<String> layers, Set<Scope> scopes, boolean inPerson, boolean mustChangePassword)
    implements AuthenticatedPrincipal {

  private enum Bar { SCOPE, LAYER, TERRITORY, MUNICIPALITY }

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

  /** Whether the fields that descriptors keep for the desk, such as owners and their telephones, are shown. */
  public boolean seesDeskFields() {
    return may(Scope.WRITE);
  }

  /** Whether changes of this layer may be proposed here; null stands for lying in no territory or municipality. */
  public boolean mayPropose(String layer, @Nullable String territoryCode, @Nullable String municipalityCode) {
    return bar(Scope.PROPOSE, layer, territoryCode, municipalityCode) == null;
  }

  /** Whether others' proposals for this layer and place may be decided on; whose they are is asked by who keeps them. */
  public boolean mayReview(String layer, @Nullable String territoryCode, @Nullable String municipalityCode) {
    return bar(Scope.REVIEW, layer, territoryCode, municipalityCode) == null;
  }

  /** Whether published features of this layer and territory may be changed at once. */
  public boolean mayWrite(String layer, @Nullable String territoryCode) {
    return bar(Scope.WRITE, layer, territoryCode, municipality) == null;
  }

  /** @throws RefusedException if changes of this layer may not be proposed here, answered with 403 */
  public void checkPropose(String layer, @Nullable String territoryCode, @Nullable String municipalityCode) {
    check(bar(Scope.PROPOSE, layer, territoryCode, municipalityCode), layer, territoryCode, municipalityCode);
  }

  /** @throws RefusedException if proposals for this layer and place may not be decided on, answered with 403 */
  public void checkReview(String layer, @Nullable String territoryCode, @Nullable String municipalityCode) {
    check(bar(Scope.REVIEW, layer, territoryCode, municipalityCode), layer, territoryCode, municipalityCode);
  }

  /** @throws RefusedException if published features of this layer and territory may not be changed, answered with 403 */
  public void checkWrite(String layer, @Nullable String territoryCode) {
    check(bar(Scope.WRITE, layer, territoryCode, municipality), layer, territoryCode, municipality);
  }

  /** @throws RefusedException if files may not be loaded into this layer, answered with 403 */
  public void checkLoadLayer(String layer) {
    check(bar(Scope.LOAD, layer, territory, municipality), layer, territory, municipality);
  }

  /** @throws RefusedException if files may not be loaded into this territory, answered with 403 */
  public void checkLoad(String territoryCode) {
    check(!may(Scope.LOAD) ? Bar.SCOPE : territory == null || territory.equals(territoryCode) ? null : Bar.TERRITORY, "", territoryCode, null);
  }

  @Override
  public String getName() {
    return username;
  }

  /** The first thing that stands in the way; null for none. */
  private @Nullable Bar bar(Scope scope, String layer, @Nullable String territoryCode, @Nullable String municipalityCode) {
    return !may(scope) ? Bar.SCOPE
        : layers != null && !layers.contains(layer) ? Bar.LAYER
        : territory != null && !territory.equals(territoryCode) ? Bar.TERRITORY
        : municipality != null && !municipality.equals(municipalityCode) ? Bar.MUNICIPALITY : null;
  }

  private void check(@Nullable Bar bar, String layer, @Nullable String territoryCode, @Nullable String municipalityCode) {
    if (bar != null) {
      throw switch (bar) {
        case SCOPE -> refused("forbidden", "You may not do this.");
        case LAYER -> refused("forbidden-layer", "You may not change the layer " + layer + ".");
        case TERRITORY -> refused("forbidden-territory", territoryCode == null
            ? "You may write in your territory only, and this lies in none." : "You may not write in the territory " + territoryCode + ".");
        case MUNICIPALITY -> refused("forbidden-municipality", municipalityCode == null
            ? "You may write in your municipality only, and this lies in none."
            : "You may write in the municipality " + municipality + " only, and this lies in " + municipalityCode + ".");
      };
    }
  }

  private static RefusedException refused(String type, String detail) {
    return new RefusedException(HttpStatus.FORBIDDEN, type, detail, null, null);
  }
}
