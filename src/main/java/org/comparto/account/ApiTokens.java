package org.comparto.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comparto.database.Sql;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens that people make for programs. */
@Component
class ApiTokens {

  private static final String CREATE = Sql.load("account/create-token.sql").text();
  private static final String TOKENS = Sql.load("account/tokens.sql").text();
  private static final String USABLE = Sql.load("account/usable-token.sql").text();
  private static final String NOTE_USE = Sql.load("account/note-token-use.sql").text();
  private static final String REVOKE = Sql.load("account/revoke-token.sql").text();

  /** What its owner sees of a token; the token itself is not kept. */
  record ApiToken(long id, String name, Set<Scope> scopes, Instant createdAt, Instant expiresAt, @Nullable Instant lastUsedAt,
      @Nullable Instant revokedAt) {}

  private record Usable(long accountId, Set<Scope> scopes) {}

  private final JdbcClient db;
  private final Accounts accounts;
  private final Rights rights;

  ApiTokens(JdbcClient db, Accounts accounts, Rights rights) {
    this.db = db;
    this.accounts = accounts;
    this.rights = rights;
  }

  ApiToken create(long accountId, String name, Set<Scope> scopes, int days, Secret secret) {
    long id = db.sql(CREATE).param("account_id", accountId).param("name", name).param("token_hash", secret.hash())
        .param("scopes", Scope.join(scopes)).param("days", days).query(Long.class).single();
    return query(accountId, id).get(0);
  }

  List<ApiToken> of(long accountId) {
    return query(accountId, null);
  }

  /** @throws NotFoundException if the account has no such token, whoever else may have it */
  void revoke(long accountId, long id) {
    if (db.sql(REVOKE).param("account_id", accountId).param("id", id).update() == 0) {
      throw new NotFoundException("id", "You have no token " + id + ".");
    }
  }

  /** Empty if the token is unknown, expired or revoked, or its account deactivated. */
  Optional<CurrentAccount> find(Secret shown) {
    byte[] hash = shown.hash();
    Optional<Usable> usable = db.sql(USABLE).param("token_hash", hash)
        .query((row, n) -> new Usable(row.getLong("account_id"), Scope.split(row.getString("scopes")))).optional();
    usable.ifPresent(token -> db.sql(NOTE_USE).param("token_hash", hash).update());
    return usable.flatMap(token -> accounts.findActive(token.accountId()).map(account -> rights.byToken(account, token.scopes())));
  }

  private List<ApiToken> query(long accountId, @Nullable Long id) {
    return db.sql(TOKENS).param("account_id", accountId).param("id", id).query(ApiTokens::token).list();
  }

  private static ApiToken token(ResultSet row, int number) throws SQLException {
    return new ApiToken(row.getLong("id"), row.getString("name"), Scope.split(row.getString("scopes")), Accounts.instant(row, "created_at"),
        Accounts.instant(row, "expires_at"), Accounts.instant(row, "last_used_at"), Accounts.instant(row, "revoked_at"));
  }
}
