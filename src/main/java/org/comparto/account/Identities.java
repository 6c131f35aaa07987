package org.comparto.account;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comparto.account.OidcProperties.Matched;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Which account a person of the identity provider is: the one bound to them, else the one that their address or name means, bound
 * from now on. What is half done when it fails is found again by the next attempt.
 */
@Component
class Identities {

  private static final Pattern NO_USERNAME = Pattern.compile("[^A-Za-z0-9._@-]");
  private static final String BOUND = Sql.load("account/bound-account.sql").text();
  private static final String MEANT = Sql.load("account/accounts-by-claim.sql").text();
  private static final String BIND = Sql.load("account/bind-identity.sql").text();

  /**
   * @param account null: nobody signs in
   * @param reason then why not: unknown, level
   * @param isStrong whether the provider has answered for a second factor
   */
  record Answer(@Nullable Account account, String reason, boolean isStrong) {

    static Answer refused(String reason) {
      return new Answer(null, reason, false);
    }
  }

  private final JdbcClient db;
  private final Accounts accounts;
  private final Passwords passwords;
  private final OidcProperties settings;
  private final AccountProperties demanded;
  private final Audit audit;

  Identities(JdbcClient db, Accounts accounts, Passwords passwords, OidcProperties settings, AccountProperties demanded, Audit audit) {
    this.db = db;
    this.accounts = accounts;
    this.passwords = passwords;
    this.settings = settings;
    this.demanded = demanded;
    this.audit = audit;
  }

  Answer of(OidcUser person) {
    boolean strong = !settings.acr().isEmpty();
    if (strong && !settings.acr().contains(person.getClaimAsString("acr"))) {
      return Answer.refused("level");
    }
    Optional<Account> found = bound(person).or(() -> meant(person)).or(() -> make(person)).filter(Account::active);
    if (found.isEmpty()) {
      return Answer.refused("unknown");
    }
    boolean needsMore = found.get().hasSecondFactor() || demanded.demandsSecondFactor(found.get().role());
    return needsMore && !strong ? Answer.refused("level") : new Answer(found.get(), "", strong);
  }

  private Optional<Account> bound(OidcUser person) {
    return db.sql(BOUND).param("issuer", settings.issuer()).param("subject", person.getSubject()).query(Long.class).optional().map(accounts::get);
  }

  /** Only if exactly one account is meant, and nobody else of the provider has been bound to it. */
  private Optional<Account> meant(OidcUser person) {
    String value = claim(person);
    if (value == null) {
      return Optional.empty();
    }
    List<Long> ids = db.sql(MEANT).param("issuer", settings.issuer()).param("by_email", settings.account() == Matched.EMAIL).param("value", value)
        .query(Long.class).list();
    return ids.size() == 1 ? Optional.of(bind(ids.get(0), person)) : Optional.empty();
  }

  private Optional<Account> make(OidcUser person) {
    String value = claim(person);
    if (!settings.createAccounts() || value == null) {
      return Optional.empty();
    }
    try {
      NewAccount wanted = new NewAccount(NO_USERNAME.matcher(value).replaceAll("-"), person.getFullName(),
          settings.account() == Matched.EMAIL ? value : null, settings.role(), null, null, null, null);
      if (accounts.find(wanted.username()).isPresent()) {
        return Optional.empty(); // somebody else's
      }
      Account made = accounts.create(wanted, passwords.hash(passwords.generate()));
      audit.note("system", AuditAction.ACCOUNT_CREATED, "account:" + made.username(), "by the identity provider, as " + made.role());
      db.sql("UPDATE account SET must_change_password = false WHERE id = :id").param("id", made.id()).update(); // nobody knows it
      return Optional.of(bind(made.id(), person));
    } catch (InvalidInputException | RefusedException e) {
      return Optional.empty(); // no name of ours can be made of it
    }
  }

  private Account bind(long id, OidcUser person) {
    db.sql(BIND).param("issuer", settings.issuer()).param("subject", person.getSubject()).param("id", id).update();
    return accounts.get(id);
  }

  /** What is compared; null if the provider does not say it, or does not answer for it. */
  private @Nullable String claim(OidcUser person) {
    boolean doubtful = settings.claim().equals("email") && !settings.trustEmail() && !Boolean.TRUE.equals(person.getEmailVerified());
    String value = person.getClaimAsString(settings.claim());
    return doubtful || value == null || value.isBlank() ? null : value.strip();
  }
}
