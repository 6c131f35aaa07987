package org.comparto.account;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Signing in through an identity provider that speaks OpenID Connect; off unless an issuer is named. It is asked for its addresses when
 * somebody first signs in through it, never at the start.
 *
 * @param issuer as the provider names itself, https://…; null turns it off
 * @param name what the button says
 * @param scopes what is asked for; openid is always among them
 * @param claim what of the person's data is compared with an account, the first time: email unless it is set
 * @param account with what of the account: email or username
 * @param trustEmail whether addresses count that the provider does not call verified; false unless it is set
 * @param createAccounts whether persons without an account get one; false unless it is set
 * @param role of accounts so made; viewer unless it is set. Roles are never taken from the provider.
 * @param acr levels that are asked for and one of which has to be answered, such as https://www.spid.gov.it/SpidL2; they count as the
 *     second factor. None unless it is set: then accounts that have or must have a second factor can not sign in this way.
 */
@ConfigurationProperties("comparto.oidc")
record OidcProperties(@Nullable String issuer, @Nullable String clientId, @Nullable String clientSecret, String name, Set<String> scopes,
    String claim, Matched account, boolean trustEmail, boolean createAccounts, Role role, List<String> acr) {

  /** With what of an account the claim is compared. */
  enum Matched { EMAIL, USERNAME }

  OidcProperties(@Nullable String issuer, @Nullable String clientId, @Nullable String clientSecret, @Nullable String name,
      @Nullable Set<String> scopes, @Nullable String claim, @Nullable Matched account, boolean trustEmail, boolean createAccounts,
      @Nullable Role role, @Nullable List<String> acr) {
    this.issuer = issuer == null || issuer.isBlank() ? null : issuer;
    this.clientId = clientId;
    this.clientSecret = clientSecret == null || clientSecret.isBlank() ? null : clientSecret;
    this.name = name == null ? "OpenID Connect" : name;
    this.scopes = scopes == null ? Set.of("openid", "profile", "email") : scopes;
    this.claim = claim == null ? "email" : claim;
    this.account = account == null ? Matched.EMAIL : account;
    this.trustEmail = trustEmail;
    this.createAccounts = createAccounts;
    this.role = role == null ? Role.VIEWER : role;
    this.acr = acr == null ? List.of() : List.copyOf(acr);
    if (this.issuer != null && (clientId == null || clientId.isBlank())) {
      throw new IllegalArgumentException("comparto.oidc.client-id is missing: the identity provider gives it");
    }
    if (this.role == Role.MUNICIPAL_EDITOR || this.role == Role.ADMIN) {
      throw new IllegalArgumentException("comparto.oidc.role can not be " + this.role + ": an admin gives that role to an account");
    }
  }

  boolean isOn() {
    return issuer != null;
  }
}
