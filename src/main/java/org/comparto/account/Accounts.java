package org.comparto.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts in the database. */
@Component
class Accounts {

  private static final String ACCOUNTS = Sql.load("account/accounts.sql").text();
  private static final String PASSWORD_HASH = Sql.load("account/password-hash.sql").text();
  private static final String CREATE = Sql.load("account/create.sql").text();
  private static final String CREATE_FIRST = Sql.load("account/create-first-administrator.sql").text();
  private static final String CHANGE = Sql.load("account/change.sql").text();
  private static final String LOCK_ADMINISTRATORS = Sql.load("account/lock-active-administrators.sql").text();
  private static final String SET_PASSWORD = Sql.load("account/set-password.sql").text();
  private static final String NOTE_LOGIN = Sql.load("account/note-login.sql").text();

  private final JdbcClient db;

  Accounts(JdbcClient db) {
    this.db = db;
  }

  List<Account> all() {
    return query(null, null);
  }

  Optional<Account> find(String username) {
    return query(null, username).stream().findFirst();
  }

  /** Deactivated accounts are nobody's: what proves them is not accepted from that moment on. */
  Optional<Account> findActive(long id) {
    return query(id, null).stream().filter(Account::active).findFirst();
  }

  Account get(long id) {
    return query(id, null).stream().findFirst().orElseThrow(() -> new NotFoundException("id", "There is no account " + id + "."));
  }

  String passwordHash(long id) {
    return db.sql(PASSWORD_HASH).param("id", id).query(String.class).single();
  }

  /** @throws RefusedException if the name is taken, whatever its case */
  @Transactional
  Account create(NewAccount wanted, String passwordHash) {
    checkTerritory(wanted.territory());
    long id = db.sql(CREATE).param("username", wanted.username()).param("display_name", wanted.displayName()).param("email", wanted.email())
        .param("password_hash", passwordHash).param("role", wanted.role().toString()).param("territory_code", wanted.territory())
        .param("language", wanted.language())
        .query(Long.class).optional().orElseThrow(() ->
            RefusedException.conflict("username-taken", "There is already an account named " + wanted.username() + ".", "username"));
    return get(id);
  }

  /** @return whether one was made: there was no account at all, and no other instance made it first */
  boolean createFirstAdministrator(String passwordHash) {
    return db.sql(CREATE_FIRST).param("password_hash", passwordHash).update() == 1;
  }

  /** @throws RefusedException if nobody would be left to administer */
  @Transactional
  Account change(long id, AccountChange wanted) {
    List<Long> administrators = db.sql(LOCK_ADMINISTRATORS).query(Long.class).list();
    boolean staysAdministrator = wanted.role() == Role.ADMIN && wanted.active();
    if (administrators.equals(List.of(id)) && !staysAdministrator) {
      throw RefusedException.conflict("last-admin", "This is the last active admin; make another account an admin first.",
          wanted.active() ? "role" : "active");
    }
    checkTerritory(wanted.territory());
    db.sql(CHANGE).param("id", id).param("display_name", wanted.displayName()).param("email", wanted.email())
        .param("role", wanted.role().toString()).param("territory_code", wanted.territory()).param("language", wanted.language())
        .param("active", wanted.active()).update();
    return get(id);
  }

  /** @param mustChange whether somebody else than the owner knows it */
  void setPassword(long id, String passwordHash, boolean mustChange) {
    db.sql(SET_PASSWORD).param("id", id).param("password_hash", passwordHash).param("must_change_password", mustChange).update();
  }

  void noteLogin(long id) {
    db.sql(NOTE_LOGIN).param("id", id).update();
  }

  private void checkTerritory(@Nullable String code) {
    if (code != null && !db.sql("SELECT EXISTS (SELECT FROM territory WHERE code = :code)").param("code", code).query(Boolean.class).single()) {
      throw new InvalidInputException("territory", "There is no territory with this code; null stands for all territories.");
    }
  }

  private List<Account> query(@Nullable Long id, @Nullable String username) {
    return db.sql(ACCOUNTS).param("id", id).param("username", username).query(Accounts::account).list();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(row.getLong("id"), row.getString("username"), row.getString("display_name"), row.getString("email"),
        Role.of(row.getString("role")), row.getString("territory_code"), row.getString("language"), row.getBoolean("active"),
        row.getBoolean("must_change_password"), instant(row, "created_at"), instant(row, "last_login_at"));
  }

  /** Null where the column is. */
  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
