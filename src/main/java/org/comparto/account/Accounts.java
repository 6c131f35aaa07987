package org.comparto.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  private static final String HAS_MUNICIPALITY = Sql.load("account/has-municipality.sql").text();
  private static final String NOTE_LOGIN = Sql.load("account/note-login.sql").text();

  private final JdbcClient db;
  private final Rights rights;

  Accounts(JdbcClient db, Rights rights) {
    this.db = db;
    this.rights = rights;
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
    check(wanted.territory(), wanted.municipality(), wanted.layers());
    long id = db.sql(CREATE).param("username", wanted.username()).param("display_name", wanted.displayName()).param("email", wanted.email())
        .param("password_hash", passwordHash).param("role", wanted.role().toString()).param("territory_code", wanted.territory())
        .param("municipality_code", wanted.municipality()).param("layers", array(wanted.layers())).param("language", wanted.language())
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
    check(wanted.territory(), wanted.municipality(), wanted.layers());
    db.sql(CHANGE).param("id", id).param("display_name", wanted.displayName()).param("email", wanted.email())
        .param("role", wanted.role().toString()).param("territory_code", wanted.territory())
        .param("municipality_code", wanted.municipality()).param("layers", array(wanted.layers())).param("language", wanted.language())
        .param("active", wanted.active()).update();
    return get(id);
  }

  /** @param mustChange whether somebody else than the owner knows it */
  void setPassword(long id, String passwordHash, boolean mustChange) {
    db.sql(SET_PASSWORD).param("id", id).param("password_hash", passwordHash).param("must_change_password", mustChange).update();
  }

  /** What is null stays as it is. */
  void changeOwn(long id, @Nullable Boolean wantsMail, @Nullable String language) {
    db.sql("UPDATE account SET wants_mail = coalesce(:wants_mail, wants_mail), language = coalesce(:language, language) WHERE id = :id")
        .param("wants_mail", wantsMail, Types.BOOLEAN).param("language", language, Types.VARCHAR).param("id", id).update();
  }

  void noteLogin(long id) {
    db.sql(NOTE_LOGIN).param("id", id).update();
  }

  private void check(@Nullable String territory, @Nullable String municipality, @Nullable Set<String> layers) {
    if (territory != null && !db.sql("SELECT EXISTS (SELECT FROM territory WHERE code = :code)").param("code", territory).query(Boolean.class).single()) {
      throw new InvalidInputException("territory", "There is no territory with this code; null stands for all territories.");
    }
    if (municipality != null && !db.sql(HAS_MUNICIPALITY).param("code", municipality).param("territory", territory).query(Boolean.class).single()) {
      throw new InvalidInputException("municipality", "There is no municipality with this ISTAT code"
          + (territory == null ? "." : " in the territory " + territory + "."));
    }
    if (layers != null) {
      rights.checkLayers(layers);
    }
  }

  private List<Account> query(@Nullable Long id, @Nullable String username) {
    return db.sql(ACCOUNTS).param("id", id).param("username", username).query(Accounts::account).list();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(row.getLong("id"), row.getString("username"), row.getString("display_name"), row.getString("email"),
        Role.of(row.getString("role")), row.getString("territory_code"), row.getString("municipality_code"), names(row.getArray("layers")),
        row.getString("language"), row.getBoolean("active"), row.getBoolean("wants_mail"), row.getBoolean("has_second_factor"),
        row.getBoolean("must_change_password"), instant(row, "created_at"), instant(row, "last_login_at"));
  }

  /** A comma in a name would have been refused as an unknown layer. */
  private static @Nullable String array(@Nullable Set<String> names) {
    return names == null ? null : String.join(",", names);
  }

  private static @Nullable Set<String> names(@Nullable Array array) throws SQLException {
    return array == null ? null : new TreeSet<>(Arrays.asList((String[]) array.getArray()));
  }

  /** Null where the column is. */
  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
