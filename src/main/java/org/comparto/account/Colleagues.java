package org.comparto.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who works here, for modules that give people something to do. */
@Component
public class Colleagues {

  /** @param territory the only one they act in; null for all */
  public record Colleague(String username, String displayName, @Nullable String territory) {}

  private final Accounts accounts;

  Colleagues(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Active accounts whose role allows it, by name. */
  public List<Colleague> whoMay(Scope scope) {
    return accounts.all().stream().filter(account -> account.active() && account.role().scopes().contains(scope))
        .map(account -> new Colleague(account.username(), account.displayName(), account.territory())).toList();
  }
}
