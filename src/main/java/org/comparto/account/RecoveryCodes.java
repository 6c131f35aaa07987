package org.comparto.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ten codes on paper for whoever lost the telephone; each opens once. Only their hashes are kept. */
@Component
class RecoveryCodes {

  private static final int COUNT = 10;
  private static final int LENGTH = 20; // of 32 letters: 100 bits
  /** Without l, o, 0 and 1, which are mistaken for each other. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final String ADD = Sql.load("account/add-recovery-code.sql").text();
  private static final String USE = Sql.load("account/use-recovery-code.sql").text();

  private final JdbcClient db;
  private final SecureRandom random = new SecureRandom();

  RecoveryCodes(JdbcClient db) {
    this.db = db;
  }

  /** Makes ten that replace all before them, in groups of five letters. */
  @Transactional
  List<String> renew(long account) {
    remove(account);
    List<String> codes = Stream.generate(this::generate).limit(COUNT).toList();
    codes.forEach(code -> db.sql(ADD).param("account_id", account).param("code_hash", hash(code)).update());
    return codes;
  }

  /** Whether it is one that was not used yet; from now on it is. */
  boolean use(long account, String code) {
    return db.sql(USE).param("account_id", account).param("code_hash", hash(code)).update() == 1;
  }

  int left(long account) {
    return db.sql("SELECT count(*) FROM recovery_code WHERE account_id = :id AND used_at IS NULL").param("id", account).query(Integer.class).single();
  }

  void remove(long account) {
    db.sql("DELETE FROM recovery_code WHERE account_id = :id").param("id", account).update();
  }

  private String generate() {
    String letters = random.ints(LENGTH, 0, ALPHABET.length()).mapToObj(i -> String.valueOf(ALPHABET.charAt(i))).collect(Collectors.joining());
    return letters.replaceAll("(.{5})(?=.)", "$1-");
  }

  private static byte[] hash(String code) {
    return new Secret(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")).hash();
  }
}
