package org.comparto.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jobs in the database. An instance writes only to the attempt that it runs itself. */
@Component
class JobRows {

  private static final String SUBMIT = Sql.load("job/submit.sql").text();
  private static final String JOBS = Sql.load("job/jobs.sql").text();
  private static final String LOG = Sql.load("job/log.sql").text();
  private static final String CANCEL = Sql.load("job/cancel.sql").text();
  private static final String BEGIN = Sql.load("job/begin.sql").text();
  private static final String PROGRESS = Sql.load("job/progress.sql").text();
  private static final String NOTE = Sql.load("job/note.sql").text();
  private static final String FINISH = Sql.load("job/finish.sql").text();
  private static final String REQUEUE = Sql.load("job/requeue.sql").text();
  private static final String GIVE_UP = Sql.load("job/give-up.sql").text();
  private static final String REMOVE_OLD = Sql.load("job/remove-old.sql").text();

  /** A job that this instance took. */
  record Attempt(long id, int number, JsonNode parameters, String author) {}

  /** A line of a job's log. */
  record Line(Instant at, String message) {}

  /** What became of a job; code and message only if it failed. */
  record Outcome(Job.State state, @Nullable String code, @Nullable String message, @Nullable JsonNode result) {

    static Outcome failed(String code, String message) {
      return new Outcome(Job.State.FAILED, code, message.replace('\0', ' '), null);
    }
  }

  private final JdbcClient db;
  private final JsonMapper json;

  JobRows(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  long submit(String kind, JsonNode parameters, String author) {
    return db.sql(SUBMIT).param("kind", kind).param("parameters", parameters.toString()).param("author", author).query(Long.class).single();
  }

  Optional<Job> find(long id) {
    return query(id, null, 1).stream().findFirst();
  }

  /** Newest first; of everybody if the author is null. */
  List<Job> newest(@Nullable String author, int limit) {
    return query(null, author, limit);
  }

  List<Line> log(long id, int limit) {
    return db.sql(LOG).param("id", id).param("limit", limit)
        .query((row, n) -> new Line(instant(row, "at"), row.getString("message"))).list();
  }

  /** @return false if it had ended already, or there is no such job */
  boolean cancel(long id) {
    return db.sql(CANCEL).param("id", id).update() == 1;
  }

  /** Empty if it does not wait. */
  Optional<Attempt> begin(long id) {
    return db.sql(BEGIN).param("id", id).query((row, n) ->
        new Attempt(id, row.getInt("attempt"), json.readTree(row.getString("parameters")), row.getString("author"))).optional();
  }

  /** @return whether somebody wants it cancelled; empty if the job is not this attempt's any more */
  Optional<Boolean> progress(Attempt attempt, @Nullable String step, long done, @Nullable Long total, double stepSeconds) {
    return db.sql(PROGRESS).param("id", attempt.id()).param("attempt", attempt.number()).param("step", step).param("done", done)
        .param("total", total).param("step_seconds", stepSeconds).query(Boolean.class).optional();
  }

  void note(long id, Line line) {
    db.sql(NOTE).param("id", id).param("at", line.at().atOffset(ZoneOffset.UTC)).param("message", line.message()).update();
  }

  /** @return false if the job is not this attempt's any more */
  boolean finish(Attempt attempt, Outcome outcome) {
    return db.sql(FINISH).param("id", attempt.id()).param("attempt", attempt.number()).param("state", outcome.state().name())
        .param("code", outcome.code()).param("message", outcome.message())
        .param("result", outcome.result() == null ? null : outcome.result().toString()).update() == 1;
  }

  /** A running job waits again, unless somebody cancelled it. */
  boolean requeue(long id, long queueVersion) {
    return db.sql(REQUEUE).param("id", id).param("version", queueVersion).update() == 1;
  }

  /** A running job ends, as failed unless somebody had cancelled it. */
  boolean giveUp(long id, long queueVersion, Outcome failure) {
    return db.sql(GIVE_UP).param("id", id).param("version", queueVersion).param("code", failure.code()).param("message", failure.message())
        .update() == 1;
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT2M")
  void removeOld() {
    db.sql(REMOVE_OLD).update();
  }

  private List<Job> query(@Nullable Long id, @Nullable String author, int limit) {
    return db.sql(JOBS).param("id", id).param("author", author).param("limit", limit).query(this::job).list();
  }

  private Job job(ResultSet row, int number) throws SQLException {
    String result = row.getString("result");
    return new Job(row.getLong("id"), row.getString("kind"), Job.State.valueOf(row.getString("state")), row.getString("step"),
        row.getLong("done"), row.getObject("total", Long.class), row.getObject("rate_per_second", Double.class), row.getString("author"),
        instant(row, "submitted_at"), instant(row, "started_at"), instant(row, "finished_at"), row.getString("code"),
        row.getString("message"), result == null ? null : json.readTree(result));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
