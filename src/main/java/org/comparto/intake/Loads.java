package org.comparto.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.comparto.account.CurrentAccount;
import org.comparto.database.Sql;
import org.comparto.job.Job;
import org.comparto.job.Jobs;
import org.comparto.layer.Layer;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The loads in the database. A load whose job ended badly is set back the next time that anybody looks at it. */
@Component
class Loads {

  private static final String SELECT = Sql.load("intake/loads.sql").text();
  private static final String CREATE = Sql.load("intake/create-load.sql").text();

  private final JdbcClient db;
  private final JsonMapper json;
  private final Jobs jobs;

  Loads(JdbcClient db, JsonMapper json, Jobs jobs) {
    this.db = db;
    this.json = json;
    this.jobs = jobs;
  }

  long create(String fileName, String sha256, long bytes, @Nullable String file, @Nullable Inspection inspection, CurrentAccount author) {
    return db.sql(CREATE).param("file_name", fileName).param("sha256", sha256).param("bytes", bytes).param("file", file)
        .param("inspection", write(inspection)).param("format", inspection == null ? null : inspection.format())
        .param("author", author.username()).param("unlimited", author.id() == null).param("territory", author.territory())
        .query(Long.class).single();
  }

  Load get(long id) {
    Load load = find(id).orElseThrow(() -> new NotFoundException("id", "There is no load " + id + "."));
    if (!load.state().isUnderWay() || load.job() == null) {
      return load;
    }
    Optional<Job> job = jobs.find(load.job());
    if (job.isPresent() && (job.get().state() == Job.State.FAILED || job.get().state() == Job.State.CANCELLED)) {
      db.sql("UPDATE load SET state = :after, message = :message WHERE id = :id AND state = :state AND job_id = :job")
          .param("after", load.state().afterFailure().toString()).param("state", load.state().toString()).param("id", id)
          .param("job", load.job()).param("message", job.get().message() == null ? "The job was cancelled." : job.get().message()).update();
      return find(id).orElseThrow();
    }
    return load;
  }

  /** @throws RefusedException if the caller acts in another territory only, answered with 403 */
  Load getFor(CurrentAccount caller, long id) {
    Load load = get(id);
    if (caller.territory() != null && !caller.territory().equals(load.territory())) {
      caller.checkLoad(load.territory() == null ? "*" : load.territory());
    }
    return load;
  }

  Optional<Load> find(long id) {
    return db.sql(SELECT).param("id", id).param("territory", null).param("before", null).param("limit", 1).query(this::load).optional();
  }

  /** Newest first. @param before only loads older than this one */
  List<Load> list(@Nullable String territory, @Nullable Long before, int limit) {
    return db.sql(SELECT).param("id", null).param("territory", territory).param("before", before).param("limit", limit)
        .query(this::load).list();
  }

  /** Puts a job to the load, if it is still in the state it was read in. @throws RefusedException if it is not, answered with 409 */
  @Transactional
  public long start(Load load, LoadState next, String kind, Object parameters, String author) {
    long job = jobs.submit(kind, parameters, author);
    move(load, next);
    db.sql("UPDATE load SET job_id = :job, message = NULL WHERE id = :id").param("job", job).param("id", load.id()).update();
    return job;
  }

  /** @throws RefusedException if somebody else moved it meanwhile, answered with 409 */
  void move(Load load, LoadState next) {
    int moved = db.sql("UPDATE load SET state = :next WHERE id = :id AND state = :state")
        .param("next", next.toString()).param("id", load.id()).param("state", load.state().toString()).update();
    if (moved == 0) {
      throw wrongState(get(load.id()));
    }
  }

  static RefusedException wrongState(Load load) {
    return RefusedException.conflict("load-state", "Load " + load.id() + " is " + load.state() + "; that can not be done now.", "id");
  }

  void plan(long id, LoadPlan plan) {
    db.sql("UPDATE load SET plan = CAST(:plan AS jsonb), layer_id = :layer, source_layer = :source WHERE id = :id").param("id", id)
        .param("plan", write(plan)).param("source", plan.sourceLayer())
        .param("layer", plan.newLayer() != null ? plan.newLayer().id() : plan.layer()).update();
  }

  void staged(long id, Staged staged) {
    db.sql("""
        UPDATE load SET staged = CAST(:staged AS jsonb), source_crs = :crs, transform = :transform, accuracy_m = :accuracy
        WHERE id = :id""").param("id", id).param("staged", write(staged)).param("crs", crs(staged)).param("transform", staged.transform())
        .param("accuracy", staged.accuracyM()).update();
  }

  static @Nullable String crs(Staged staged) {
    return staged.sourceCrs() == null || staged.sourceCrs().epsg() == null ? null : "EPSG:" + staged.sourceCrs().epsg();
  }

  void checked(long id, LoadState state, @Nullable LoadReport report, @Nullable Layer newLayer, @Nullable String message) {
    db.sql("""
        UPDATE load SET state = :state, report = CAST(:report AS jsonb), new_layer = CAST(:layer AS jsonb), message = :message
        WHERE id = :id AND state = 'checking'""").param("id", id).param("state", state.toString()).param("report", write(report))
        .param("layer", write(newLayer)).param("message", message).update();
  }

  void applied(long id, LoadReport report, @Nullable Long change, boolean madeLayer) {
    db.sql("""
        UPDATE load SET state = 'applied', report = CAST(:report AS jsonb), change_id = :change, made_layer = :made, applied_at = now()
        WHERE id = :id""").param("id", id).param("report", write(report)).param("change", change).param("made", madeLayer).update();
  }

  void rolledBack(long id, @Nullable Long change) {
    db.sql("UPDATE load SET state = 'rolled_back', undone_by = :change WHERE id = :id").param("id", id).param("change", change).update();
  }

  void forgetFile(long id) {
    db.sql("UPDATE load SET file = NULL WHERE id = :id").param("id", id).update();
  }

  /** Keeps others from moving the load until this transaction ends. */
  Load lock(long id) {
    db.sql("SELECT id FROM load WHERE id = :id FOR UPDATE").param("id", id).query(Long.class).single();
    return find(id).orElseThrow();
  }

  private @Nullable String write(@Nullable Object value) {
    return value == null ? null : json.writeValueAsString(value);
  }

  private <T> @Nullable T read(ResultSet row, String column, Class<T> type) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : json.readValue(text, type);
  }

  private Load load(ResultSet row, int number) throws SQLException {
    return new Load(row.getLong("id"), row.getString("layer_id"), row.getString("file_name"), row.getString("file_sha256"),
        row.getLong("file_bytes"), row.getString("file"), read(row, "inspection", Inspection.class), read(row, "plan", LoadPlan.class),
        read(row, "staged", Staged.class), LoadState.of(row.getString("state")), read(row, "report", LoadReport.class),
        read(row, "new_layer", Layer.class), row.getString("message"), row.getObject("change_id", Long.class), row.getBoolean("made_layer"),
        row.getObject("job_id", Long.class), row.getString("author"), row.getBoolean("unlimited"), row.getString("territory"),
        instant(row, "created_at"), row.getObject("applied_at") == null ? null : instant(row, "applied_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
