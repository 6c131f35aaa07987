package org.comparto.account;

import java.util.Set;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What an admin says of an account to be made; it checks itself.
 *
 * @param displayName the username if it is left out
 * @param territory null for all territories
 * @param municipality ISTAT code; null for all of the territory
 * @param layers null for those of the role
 * @param language Italian if it is left out
 */
record NewAccount(String username, String displayName, @Nullable String email, Role role, @Nullable String territory,
    @Nullable String municipality, @Nullable Set<String> layers, String language) {

  NewAccount(@Nullable String username, @Nullable String displayName, @Nullable String email, @Nullable Role role,
      @Nullable String territory, @Nullable String municipality, @Nullable Set<@Nullable String> layers, @Nullable String language) {
    if (role == null) {
      throw new InvalidInputException("role", "role is required: " + Role.list());
    }
    this.username = Field.username(username);
    this.displayName = displayName == null ? this.username : Field.required("displayName", displayName, 120);
    this.email = Field.email(email);
    this.role = role;
    this.territory = territory == null ? null : Field.required("territory", territory, 60);
    this.municipality = Field.municipality(role, municipality);
    this.layers = Field.layers(layers);
    this.language = language == null ? "it" : Field.language(language);
  }
}
