package org.comparto.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Accounts for tests, written into the database as they are; a test removes them behind itself. */
public final class People {

  public static final String PASSWORD = "correct horse battery";
  /** Few rounds, so that a test that signs in a hundred times is quick. */
  static final int COST = 4;
  private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(COST).encode(PASSWORD);

  private final JdbcClient db;
  private final int port;

  public People(JdbcClient db, int port) {
    this.db = db;
    this.port = port;
  }

  /** @param territory null for all; a municipal editor gets the first municipality there */
  public long make(String username, String role, @Nullable String territory) {
    String municipality = !role.equals("municipal_editor") ? null : db.sql("""
        SELECT min(code) FROM municipality WHERE territory_code IS NOT NULL AND (:territory::text IS NULL OR territory_code = :territory)""")
        .param("territory", territory).query(String.class).single();
    return make(username, role, territory, municipality);
  }

  /** @param municipality ISTAT code; null for all of the territory */
  public long make(String username, String role, @Nullable String territory, @Nullable String municipality) {
    return db.sql("""
        INSERT INTO account (username, display_name, password_hash, must_change_password, role, territory_code, municipality_code)
        VALUES (:username, :username, :hash, false, :role, :territory, :municipality) RETURNING id""")
        .param("username", username).param("hash", HASH).param("role", role).param("territory", territory).param("municipality", municipality)
        .query(Long.class).single();
  }

  /** Makes the account test-ROLE unless it is there, and signs in. */
  public Visitor signIn(String role) {
    makeIfMissing(role);
    return Visitor.signedIn(port, "test-" + role, PASSWORD);
  }

  /** A bearer token of the account test-ROLE, valid for an hour. */
  public String token(String role, String... scopes) {
    return token(makeIfMissing(role), "1 hour", scopes);
  }

  /** @param validFor a PostgreSQL interval, negative for an expired token */
  public String token(long account, String validFor, String... scopes) {
    String secret = "comparto_test_" + UUID.randomUUID();
    db.sql("""
        INSERT INTO api_token (account_id, name, token_hash, scopes, expires_at)
        VALUES (:account, 'test', :hash, string_to_array(:scopes, ','), now() + cast(:validFor AS interval))""")
        .param("account", account).param("hash", sha256(secret)).param("scopes", String.join(",", scopes)).param("validFor", validFor).update();
    return secret;
  }

  /** Removes every account whose name begins with test-, with its sessions, tokens and failures. */
  public void remove() {
    db.sql("DELETE FROM spring_session WHERE principal_name LIKE 'test-%'").update();
    db.sql("DELETE FROM account WHERE username LIKE 'test-%'").update();
    db.sql("DELETE FROM login_attempt").update();
  }

  private long makeIfMissing(String role) {
    return db.sql("SELECT id FROM account WHERE username = :username").param("username", "test-" + role).query(Long.class).optional()
        .orElseGet(() -> make("test-" + role, role, null));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
