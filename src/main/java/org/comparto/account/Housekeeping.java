package org.comparto.account;

import org.comparto.database.Sql;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** Removes expired sessions and forgets old login attempts; several instances may do it at once. */
@Component
@DependsOnDatabaseInitialization
class Housekeeping {

  private static final String FORGET_ATTEMPTS = Sql.load("account/forget-attempts.sql").text();

  private final JdbcIndexedSessionRepository sessions;
  private final JdbcClient db;

  Housekeeping(JdbcIndexedSessionRepository sessions, JdbcClient db) {
    this.sessions = sessions;
    this.db = db;
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void tidy() {
    sessions.cleanUpExpiredSessions();
    db.sql(FORGET_ATTEMPTS).update();
  }
}
