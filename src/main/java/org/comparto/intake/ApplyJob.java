package org.comparto.intake;

import static java.util.Map.entry;
import static org.comparto.database.Sql.literal;
import static org.comparto.database.Sql.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.comparto.feature.Changes;
import org.comparto.job.JobFailedException;
import org.comparto.job.JobHandler;
import org.comparto.job.JobProgress;
import org.comparto.job.Jobs;
import org.comparto.layer.Layers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a checked load into its layer: one transaction, one change, all or nothing. */
@Component
class ApplyJob implements JobHandler<LoadJob> {

  static final String KIND = "load-apply";
  private static final Sql CREATE = Sql.load("intake/create-layer.sql");
  private static final Sql INSERT = Sql.load("intake/insert-created.sql");
  private static final Sql UPDATE = Sql.load("intake/update-changed.sql");
  private static final Sql DELETE = Sql.load("intake/delete-removed.sql");
  private static final Sql PROVENANCE = Sql.load("intake/note-provenance.sql");
  private static final Sql PROVENANCE_OF_ALL = Sql.load("intake/note-provenance-of-all.sql");

  /** So many rows may change which plans are good. */
  private static final long MANY_ROWS = 10_000;

  private final Loads loads;
  private final Uploads uploads;
  private final LoadChecks checks;
  private final TargetTable table;
  private final Jobs jobs;
  private final Differences differences;
  private final Layers layers;
  private final Changes changes;
  private final Audit audit;
  private final JdbcClient db;
  private final TransactionTemplate transaction;

  ApplyJob(Loads loads, Uploads uploads, LoadChecks checks, TargetTable table, Jobs jobs, Differences differences, Layers layers,
      Changes changes, Audit audit, JdbcClient db, TransactionTemplate transaction) {
    this.loads = loads;
    this.uploads = uploads;
    this.checks = checks;
    this.table = table;
    this.jobs = jobs;
    this.differences = differences;
    this.layers = layers;
    this.changes = changes;
    this.audit = audit;
    this.db = db;
    this.transaction = transaction;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Class<LoadJob> parameters() {
    return LoadJob.class;
  }

  @Override
  public boolean resumable() {
    return true; // what was not committed is gone, and what was committed is found applied
  }

  @Override
  public LoadReport run(LoadJob parameters, JobProgress progress) {
    Load applied = transaction.execute(status -> {
      Load load = loads.lock(parameters.load());
      if (load.state() == LoadState.APPLYING) {
        apply(load, progress);
        LoadReport report = load.report();
        audit.note(load.author(), AuditAction.LOAD_APPLIED, "load:" + load.id(), "layer " + load.layer() + ", file " + load.fileName() + ": "
            + report.created() + " created, " + report.changed() + " changed, " + report.removed() + " removed");
        progress.checkCancelled(); // the last moment
      }
      return loads.find(load.id()).orElseThrow();
    });
    uploads.remove(applied);
    if (!table.isView(applied)) { // else its rows are shown from there, as long as others' from their target tables
      db.sql("DROP TABLE IF EXISTS " + applied.staging()).update();
      db.sql("DROP TABLE IF EXISTS " + applied.repaired()).update();
    }
    return applied.report();
  }

  private void apply(Load load, JobProgress progress) {
    LoadReport expected = load.report();
    long rows = expected.created() + expected.changed() + expected.removed();
    progress.step("apply", rows);
    boolean makes = load.newLayer() != null;
    Target target = checks.target(load, load.plan(), load.newLayer());
    if (!makes && rows > 0) {
      // readers go on reading; whoever writes the layer waits, so that what was compared is what is changed
      db.sql("LOCK TABLE " + target.relation() + " IN SHARE ROW EXCLUSIVE MODE").update();
    }
    if (!makes) {
      differences.match(target);
    }
    Differences.Effects now = differences.count(target);
    if (now.created() != expected.created() || now.changed() != expected.changed() || now.removed() != expected.removed()) {
      throw new JobFailedException("changed-since-check",
          "Since this load was checked its layer has changed, or the checked rows were lost; check it again.");
    }
    if (rows == 0 && !makes) {
      loads.applied(load.id(), expected, null, false);
      return;
    }
    if (makes && layers.findLayer(load.newLayer().id()).isPresent()) {
      throw new JobFailedException("layer-exists", "Since this load was checked a layer " + load.newLayer().id() + " was made; check it again.");
    }
    long change = changes.begin(Changes.Kind.LOAD, load.author(), "file " + load.fileName() + ", load " + load.id());
    if (makes) {
      layers.make(load.newLayer(), load.author(), () -> write(load, target, now, change, progress));
      jobs.submit(SearchIndexJob.KIND, new SearchIndexJob.Parameters(load.newLayer().id()), load.author());
    } else {
      write(load, target, now, change, progress);
    }
    if (makes || rows >= MANY_ROWS) {
      db.sql("ANALYZE " + target.relation()).update(); // else the whole table is read for every few rows until the server gets around to it
    }
    loads.applied(load.id(), expected, change, makes);
  }

  /** Removed first: a key that moves from one record to another is free then. Steps that have nothing to do would only move the revision. */
  private void write(Load load, Target target, Differences.Effects now, long change, JobProgress progress) {
    if (now.removed() > 0) {
      db.sql(DELETE.with(pieces(target))).update();
      progress.done(now.removed());
    }
    if (now.changed() > 0) {
      var update = db.sql(UPDATE.with(pieces(target)));
      (target.column("source").isEmpty() ? update.param("file", load.fileName()) : update).update();
      progress.done(now.removed() + now.changed());
    }
    progress.checkCancelled();
    if (load.newLayer() != null) {
      db.sql(CREATE.with(pieces(target))).param("author", load.author()).param("change", change).update();
    } else if (now.created() > 0) {
      db.sql(INSERT.with(pieces(target))).param("author", load.author()).param("change", change).update();
    }
    db.sql((table.isView(load) ? PROVENANCE_OF_ALL : PROVENANCE).with(pieces(target))).param("load", load.id()).update();
    progress.done(now.removed() + now.changed() + now.created());
  }

  /** What an insert takes from the target, and what it is called there. */
  private record Filled(String column, String value, String type) {

    String named() {
      return value + "::" + type + " AS " + column;
    }
  }

  private static List<Filled> filled(Target target) {
    List<Filled> filled = new ArrayList<>();
    target.insertedColumns().forEach(n -> filled.add(new Filled(quote(n), "t." + quote(n), target.column(n).map(Column::sqlType).orElse("text"))));
    if (target.column("source").isEmpty()) {
      filled.add(new Filled("source", literal(target.load().fileName()), "text"));
    }
    if (!target.isCore()) {
      filled.add(new Filled("properties", target.propertiesOf("t"), "jsonb"));
    }
    return filled;
  }

  private static Map<String, String> pieces(Target target) {
    List<Filled> filled = filled(target);
    return Map.ofEntries(entry("relation", target.relation()), entry("staging", target.load().staging()), entry("target", target.load().target()),
        entry("match", target.load().match()),
        entry("columns", filled.stream().map(Filled::column).collect(Collectors.joining(", "))),
        entry("values", filled.stream().map(Filled::value).collect(Collectors.joining(", "))),
        entry("named", filled.stream().map(Filled::named).collect(Collectors.joining(", "))),
        entry("name", target.column("name").isPresent() ? "t.name" : "NULL::text"),
        entry("accepted", target.load().report().rejected().isEmpty() ? "true" : target.accepted()),
        entry("unmatched", target.exists() ? "NOT EXISTS (SELECT FROM " + target.load().match() + " AS m WHERE m.\"#row\" = t.\"#row\")" : "true"),
        entry("assignments", target.assignments()));
  }
}
