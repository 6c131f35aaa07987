package org.comparto.account;

import java.util.Set;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** All of an account that an admin may change, after the change; it checks itself. Username, password and dates are not among it. */
record AccountChange(String displayName, @Nullable String email, Role role, @Nullable String territory, @Nullable String municipality,
    @Nullable Set<String> layers, String language, boolean active) {

  AccountChange(@Nullable String displayName, @Nullable String email, @Nullable Role role, @Nullable String territory,
      @Nullable String municipality, @Nullable Set<@Nullable String> layers, @Nullable String language, boolean active) {
    if (role == null) {
      throw new InvalidInputException("role", "role must be one of " + Role.list());
    }
    this.displayName = Field.required("displayName", displayName, 120);
    this.email = Field.email(email);
    this.role = role;
    this.territory = territory == null ? null : Field.required("territory", territory, 60);
    this.municipality = Field.municipality(role, municipality);
    this.layers = Field.layers(layers);
    this.language = Field.language(language);
    this.active = active;
  }

  /** What of it decides what the account may do, for the audit log. */
  record Held(Role role, @Nullable String territory, @Nullable String municipality, @Nullable Set<String> layers, boolean active) {}

  Held held() {
    return new Held(role, territory, municipality, layers, active);
  }

  static AccountChange nothing(Account account) {
    return new AccountChange(account.displayName(), account.email(), account.role(), account.territory(), account.municipality(),
        account.layers(), account.language(), account.active());
  }
}
