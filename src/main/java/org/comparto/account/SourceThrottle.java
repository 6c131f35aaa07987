package org.comparto.account;

import java.time.Duration;
import org.comparto.database.Sql;
import org.comparto.problem.RefusedException;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts what addresses send without an account, by all instances together; after a day nothing is known of them. */
@Component
@DependsOnDatabaseInitialization
public class SourceThrottle {

  private static final String RECENT = Sql.load("account/recent-attempts.sql").text();

  private record Recent(long attempts, long seconds) {}

  private final JdbcClient db;

  SourceThrottle(JdbcClient db) {
    this.db = db;
  }

  /** Makes those of one address wait for each other until the transaction ends, so that a burst is not quicker than the count. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeTurn(String kind, String address) {
    db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:kind || ':' || :network, 0))").param("kind", kind)
        .param("network", ClientNetwork.of(address)).query((row, n) -> true).list();
  }

  /**
   * @param kind what is sent, in the plural, as the refusal names it
   * @throws RefusedException with the time to wait, if the address has sent enough
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void count(String kind, String address, int perHour) {
    String network = ClientNetwork.of(address);
    Recent recent = db.sql(RECENT).param("kind", kind).param("network", network).query(Recent.class).single();
    if (recent.attempts() >= perHour) {
      throw new RefusedException(HttpStatus.TOO_MANY_REQUESTS, "too-many-" + kind, "This address has sent " + recent.attempts() + " " + kind
          + " in the last hour; wait " + recent.seconds() + " seconds before the next.", null, Duration.ofSeconds(Math.max(1, recent.seconds())));
    }
    db.sql("INSERT INTO source_attempt (kind, network) VALUES (:kind, :network)").param("kind", kind).param("network", network).update();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
  void forget() {
    db.sql("DELETE FROM source_attempt WHERE at < now() - interval '1 day'").update();
  }
}
