package org.comparto.account;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who works here, for modules that give people something to do or write to them. */
@Component
public class Colleagues {

  /** @param territory the only one they act in; null for all */
  public record Colleague(String username, String displayName, @Nullable String territory) {}

  /**
   * Whom to write to.
   *
   * @param email null: nobody knows where
   * @param language it or en
   * @param wantsMail whether mails about proposals are welcome
   */
  public record Addressee(String username, String displayName, @Nullable String email, String language, boolean wantsMail) {}

  private final Accounts accounts;
  private final Rights rights;

  Colleagues(Accounts accounts, Rights rights) {
    this.accounts = accounts;
    this.rights = rights;
  }

  /** Active accounts whose role allows it, by name. */
  public List<Colleague> whoMay(Scope scope) {
    return accounts.all().stream().filter(account -> account.active() && account.role().scopes().contains(scope))
        .map(account -> new Colleague(account.username(), account.displayName(), account.territory())).toList();
  }

  /** Empty if there is no such account, or it was deactivated. */
  public Optional<Addressee> find(String username) {
    return accounts.find(username).filter(Account::active).map(Colleagues::addressee);
  }

  /** Active accounts that may decide on proposals for this layer and place, by name; of the place null stands for lying in none. */
  public List<Addressee> whoMayReview(String layer, @Nullable String territory, @Nullable String municipality) {
    return accounts.all().stream().filter(account -> account.active() && rights.inPerson(account).mayReview(layer, territory, municipality))
        .map(Colleagues::addressee).toList();
  }

  private static Addressee addressee(Account account) {
    return new Addressee(account.username(), account.displayName(), account.email(), account.language(), account.wantsMail());
  }
}
