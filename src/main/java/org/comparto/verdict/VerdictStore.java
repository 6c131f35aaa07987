package org.comparto.verdict;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.comparto.database.Sql;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps verdicts as they were answered. Nothing that is kept is ever changed; what nobody needs is forgotten after a while. */
@Component
@DependsOnDatabaseInitialization
class VerdictStore {

  private static final String KEEP = Sql.load("verdict/keep.sql").text();
  private static final String ASKED = Sql.load("verdict/asked.sql").text();
  private static final String REFER = Sql.load("verdict/refer.sql").text();
  private static final String FORGET = Sql.load("verdict/forget.sql").text();

  /** A verdict as it lies there: both are JSON. */
  record Kept(String question, String answer) {}

  private final JdbcClient db;
  private final VerdictProperties properties;

  VerdictStore(JdbcClient db, VerdictProperties properties) {
    this.db = db;
    this.properties = properties;
  }

  Optional<Kept> find(String id) {
    Optional<Kept> kept = db.sql("SELECT question::text AS question, answer FROM verdict WHERE id = :id").param("id", id)
        .query((row, n) -> new Kept(row.getString("question"), row.getString("answer"))).optional();
    kept.ifPresent(k -> db.sql(ASKED).param("id", id).update());
    return kept;
  }

  /** What is kept under the id from now on: of two who answer the same at once, the first one's. */
  String keep(String id, String question, String answer, Instant createdAt) {
    db.sql(KEEP).param("id", id).param("question", question).param("answer", answer).param("created_at", Timestamp.from(createdAt)).update();
    return db.sql("SELECT answer FROM verdict WHERE id = :id").param("id", id).query(String.class).single();
  }

  boolean refer(String id, String what) {
    return db.sql(REFER).param("id", id).param("what", what).update() > 0;
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
  void forget() {
    db.sql(FORGET).param("days", properties.retention().toDays()).update();
  }
}
