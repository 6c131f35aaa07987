package org.comparto.inquiry;

import java.time.Duration;
import java.util.List;
import org.comparto.account.ClientNetwork;
import org.comparto.database.Sql;
import org.comparto.problem.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where inquiries come from: partners may send any number, of everybody else so many are counted, by all instances together. */
@Component
class Sources {

  private static final String RECENT = Sql.load("inquiry/recent-attempts.sql").text();

  private record Recent(long attempts, long seconds) {}

  private final JdbcClient db;
  private final int perHour;
  private final List<IpAddressMatcher> allowed;

  Sources(JdbcClient db, InquiryProperties properties) {
    this.db = db;
    this.perHour = properties.perHour();
    this.allowed = properties.allowedSources().stream().map(IpAddressMatcher::new).toList();
  }

  boolean isAllowed(String address) {
    return allowed.stream().anyMatch(network -> network.matches(address));
  }

  /** Makes those of one address wait for each other until the transaction ends, so that a burst is not quicker than the count. */
  @Transactional(propagation = Propagation.MANDATORY)
  void takeTurn(String address) {
    db.sql("SELECT pg_advisory_xact_lock(hashtextextended('inquiry:' || :network, 0))").param("network", ClientNetwork.of(address))
        .query((row, n) -> true).list();
  }

  /** @throws RefusedException with the time to wait, if it has sent enough */
  @Transactional(propagation = Propagation.MANDATORY)
  void count(String address) {
    String network = ClientNetwork.of(address);
    Recent recent = db.sql(RECENT).param("network", network).query(Recent.class).single();
    if (recent.attempts() >= perHour) {
      throw new RefusedException(HttpStatus.TOO_MANY_REQUESTS, "too-many-inquiries", "This address has sent " + recent.attempts()
          + " inquiries in the last hour; wait " + recent.seconds() + " seconds before the next.", null, Duration.ofSeconds(Math.max(1, recent.seconds())));
    }
    db.sql("INSERT INTO inquiry_attempt (network) VALUES (:network)").param("network", network).update();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
  void forget() {
    db.sql("DELETE FROM inquiry_attempt WHERE at < now() - interval '1 day'").update();
  }
}
