package org.comparto.account;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.comparto.database.Sql;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an account proves besides its password: a code of an authenticator app, or one of ten codes on paper. */
@Component
class SecondFactor {

  private static final String HOUSE = "Comparto";
  private static final Pattern TIMED = Pattern.compile("\\d{6}");
  private static final Pattern BLANKS = Pattern.compile("\\s");
  private static final String FIND = Sql.load("account/second-factor.sql").text();
  private static final String USE_STEP = Sql.load("account/use-step.sql").text();
  private static final String CONFIRM = Sql.load("account/confirm-second-factor.sql").text();
  private static final String REMOVE = Sql.load("account/remove-second-factor.sql").text();

  /**
   * What the owner's app has to know; answered this once.
   *
   * @param secret in base32, for who types it
   * @param address as the picture holds it
   * @param picture SVG
   */
  record Enrolment(String secret, String address, String picture) {}

  private record Kept(byte @Nullable [] secret, byte @Nullable [] pending) {}

  private final JdbcClient db;
  private final Sealing sealing;
  private final RecoveryCodes codes;

  SecondFactor(JdbcClient db, Sealing sealing, RecoveryCodes codes) {
    this.db = db;
    this.sealing = sealing;
    this.codes = codes;
  }

  /** Makes a new secret, which counts only once a code has shown that the owner's app knows it; until then the old one does. */
  Enrolment begin(Account account) {
    byte[] secret = Totp.newSecret();
    db.sql("UPDATE account SET totp_pending = :sealed WHERE id = :id").param("sealed", sealing.seal(purpose(account.id()), secret))
        .param("id", account.id()).update();
    String address = Totp.address(HOUSE, account.username(), secret);
    return new Enrolment(Totp.base32(secret), address, QrPicture.of(address));
  }

  /**
   * Turns it on if the code is one of the new secret.
   *
   * @throws RefusedException if nothing was begun
   */
  boolean confirm(long account, String code) {
    byte[] pending = find(account).pending();
    if (pending == null) {
      throw RefusedException.conflict("no-enrolment", "Begin with POST /api/session/second-factor.", null);
    }
    OptionalLong step = Totp.stepOf(sealing.open(purpose(account), pending), plain(code), Instant.now());
    return step.isPresent() && db.sql(CONFIRM).param("id", account).param("pending", pending).param("step", step.getAsLong()).update() == 1;
  }

  /** Whether the code proves the owner; a code counts once. */
  boolean uses(long account, String code) {
    String given = plain(code);
    byte[] sealed = find(account).secret();
    if (sealed == null) {
      return false;
    }
    if (!TIMED.matcher(given).matches()) {
      return codes.use(account, given);
    }
    OptionalLong step = Totp.stepOf(sealing.open(purpose(account), sealed), given, Instant.now());
    return step.isPresent() && db.sql(USE_STEP).param("id", account).param("step", step.getAsLong()).update() == 1;
  }

  @Transactional
  void remove(long account) {
    db.sql(REMOVE).param("id", account).update();
    codes.remove(account);
  }

  /** The same answer wherever somebody who is signed in gives a code that does not hold. */
  static RefusedException wrongCode() {
    return new RefusedException(HttpStatus.BAD_REQUEST, "wrong-code", "The code is wrong, or was used already.", "code", null);
  }

  private Kept find(long account) {
    return db.sql(FIND).param("id", account).query((row, n) -> new Kept(row.getBytes("secret"), row.getBytes("pending"))).single();
  }

  private static String plain(String code) {
    if (code.length() > 60) {
      throw new InvalidInputException("code", "code is longer than any code is");
    }
    return BLANKS.matcher(code).replaceAll("");
  }

  private static String purpose(long account) {
    return "totp:" + account;
  }
}
