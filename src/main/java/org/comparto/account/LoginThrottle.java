package org.comparto.account;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.comparto.database.Sql;
import org.comparto.problem.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after a few failures of a name or an address, the next attempt has to wait, longer each time.
 * The failures are in the database, so all instances count together.
 */
@Component
class LoginThrottle {

  /** How an attempt ended. Where only the code is missing nothing has succeeded or failed yet. */
  enum Outcome { RIGHT, WRONG, CODE_MISSING, CODE_WRONG }

  private static final String FAILED_ATTEMPTS = Sql.load("account/failed-attempts.sql").text();
  private static final String NOTE_ATTEMPT = Sql.load("account/note-attempt.sql").text();

  private static final int USERNAME_FAILURES = 5;
  private static final int ADDRESS_FAILURES = 20;
  private static final long SHORTEST_WAIT_S = 30;
  private static final long LONGEST_WAIT_S = 900;
  private static final long PATIENCE_S = 20;

  private final JdbcClient db;
  // One attempt of a name at a time, or a hundred sent together would all be judged before the first failure is counted.
  private final ReentrantLock[] turns = new ReentrantLock[64];

  LoginThrottle(JdbcClient db) {
    this.db = db;
    Arrays.setAll(turns, i -> new ReentrantLock());
  }

  /**
   * Lets the attempt be made and counts how it ended.
   *
   * @throws RefusedException with the time to wait, without looking at the password
   */
  boolean attempt(String username, String address, BooleanSupplier passwordIsRight) {
    return attempt(username, address, () -> passwordIsRight.getAsBoolean() ? Outcome.RIGHT : Outcome.WRONG) == Outcome.RIGHT;
  }

  /** As above, for what can end in more ways than two. */
  Outcome attempt(String username, String address, Supplier<Outcome> attempt) {
    String name = username.toLowerCase(Locale.ROOT);
    String network = ClientNetwork.of(address);
    ReentrantLock turn = turns[Math.floorMod(name.hashCode(), turns.length)];
    if (!takes(turn)) {
      throw tooMany(SHORTEST_WAIT_S);
    }
    try {
      refuseWhoMustWait(name, network);
      Outcome outcome = attempt.get();
      if (outcome != Outcome.CODE_MISSING) {
        db.sql(NOTE_ATTEMPT).param("username", name).param("address", network).param("succeeded", outcome == Outcome.RIGHT).update();
      }
      return outcome;
    } finally {
      turn.unlock();
    }
  }

  private void refuseWhoMustWait(String name, String network) {
    long wait = db.sql(FAILED_ATTEMPTS).param("username", name).param("address", network)
        .query((row, n) -> waitAfter(row.getInt("failures"), row.getString("counted").equals("username") ? USERNAME_FAILURES : ADDRESS_FAILURES)
            - row.getLong("seconds_ago"))
        .list().stream().mapToLong(Long::longValue).max().orElse(0);
    if (wait > 0) {
      throw tooMany(wait);
    }
  }

  /** 30 s after as many failures as are free, then twice as long after each, up to a quarter of an hour. */
  static long waitAfter(int failures, int free) {
    return failures < free ? 0 : Math.min(LONGEST_WAIT_S, SHORTEST_WAIT_S << Math.min(failures - free, 10));
  }

  private static boolean takes(ReentrantLock turn) {
    try {
      return turn.tryLock(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static RefusedException tooMany(long seconds) {
    return new RefusedException(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts",
        "Too many attempts failed; wait " + seconds + " seconds before the next.", null, Duration.ofSeconds(seconds));
  }
}
