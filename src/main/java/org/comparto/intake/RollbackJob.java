package org.comparto.intake;

import static org.comparto.database.Sql.quote;

import java.util.List;
import java.util.Map;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.comparto.feature.Changes;
import org.comparto.job.JobFailedException;
import org.comparto.job.JobHandler;
import org.comparto.job.JobProgress;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a whole load back: what it created goes, what it changed or removed is again as it was. One transaction, one change. */
@Component
class RollbackJob implements JobHandler<RollbackJob.Parameters> {

  /** @param force also where records were edited since: what was done to them after the load goes too, into history */
  record Parameters(long load, boolean force, String author) {}

  /** A record that somebody changed after the load. */
  record Conflict(long featureId, String code, String changedBy, String changedAt) {}

  /** How many records went, and how many are as before. */
  record Undone(long removed, long restored, boolean layerRemoved) {}

  static final String KIND = "load-rollback";
  private static final Sql CONFLICTS = Sql.load("intake/rollback-conflicts.sql");
  private static final Sql REMOVE = Sql.load("intake/rollback-created.sql");
  private static final Sql CLEAR = Sql.load("intake/rollback-clear-codes.sql");

  private final Loads loads;
  private final Layers layers;
  private final Changes changes;
  private final Audit audit;
  private final JdbcClient db;
  private final TransactionTemplate transaction;

  RollbackJob(Loads loads, Layers layers, Changes changes, Audit audit, JdbcClient db, TransactionTemplate transaction) {
    this.loads = loads;
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
  public Class<Parameters> parameters() {
    return Parameters.class;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public Undone run(Parameters parameters, JobProgress progress) {
    return transaction.execute(status -> {
      Load load = loads.lock(parameters.load());
      if (load.state() != LoadState.ROLLING_BACK) {
        return new Undone(0, 0, false);
      }
      if (load.change() == null) { // it had changed nothing
        loads.rolledBack(load.id(), null);
        return new Undone(0, 0, false);
      }
      Layer layer = layers.findLayer(load.layer()).orElseThrow(() ->
          new JobFailedException("layer-removed", "The layer " + load.layer() + " is not there any more."));
      progress.step("rollback", load.report().created() + load.report().changed() + load.report().removed());
      db.sql("LOCK TABLE " + quote(layer.relation()) + " IN SHARE ROW EXCLUSIVE MODE").update();
      List<Conflict> conflicts = conflicts(load, layer, 20);
      if (!conflicts.isEmpty() && !parameters.force()) {
        throw new JobFailedException("edited-since", refusal(conflicts));
      }
      long change = changes.begin(Changes.Kind.ROLLBACK, parameters.author(), "of load " + load.id() + ", file " + load.fileName());
      Undone undone = undo(load, layer);
      audit.note(parameters.author(), AuditAction.LOAD_ROLLED_BACK, "load:" + load.id(), "layer " + load.layer() + ", file " + load.fileName() + ": "
          + undone.removed() + " removed, " + undone.restored() + " restored" + (parameters.force() ? ", by force" : ""));
      progress.checkCancelled();
      loads.rolledBack(load.id(), change);
      audit.note(parameters.author(), AuditAction.LOAD_ROLLED_BACK, "load:" + load.id(), load.fileName());
      return undone;
    });
  }

  /** Records that the load touched and somebody changed since; in a layer that the load made, also those that came later. */
  List<Conflict> conflicts(Load load, Layer layer, int limit) {
    if (load.change() == null) {
      return List.of();
    }
    return db.sql(CONFLICTS.with(pieces(layer))).param("layer", layer.id()).param("change", load.change()).param("made", load.madeLayer())
        .param("limit", limit).query(Conflict.class).list();
  }

  static String refusal(List<Conflict> conflicts) {
    return "Records were changed after the load: " + describe(conflicts) + ". Undo these changes first, or force.";
  }

  private static String describe(List<Conflict> conflicts) {
    StringBuilder list = new StringBuilder();
    conflicts.forEach(c -> list.append(list.isEmpty() ? "" : ", ").append(c.code()).append(" (").append(c.featureId()).append(", ")
        .append(c.changedBy()).append(')'));
    return list.toString();
  }

  private Undone undo(Load load, Layer layer) {
    if (load.madeLayer()) {
      // into history row by row; taking them out of a table that goes would only cost time
      long removed = db.sql("SELECT keep_all_versions(:relation, :layer)").param("relation", layer.relation()).param("layer", layer.id())
          .query(Long.class).single();
      layers.remove(layer);
      return new Undone(removed, 0, true);
    }
    long removed = db.sql(REMOVE.with(pieces(layer))).param("layer", layer.id()).param("change", load.change()).param("load", load.id()).update();
    // only where it is forced: a newcomer that took the code of a record that comes back
    db.sql(CLEAR.with(pieces(layer))).param("layer", layer.id()).param("change", load.change()).update();
    long restored = db.sql("SELECT restore_change(CAST(:relation AS regclass), :layer, :change)").param("relation", quote(layer.relation()))
        .param("layer", layer.id()).param("change", load.change()).query(Long.class).single();
    return new Undone(removed, restored, false);
  }

  private static Map<String, String> pieces(Layer layer) {
    boolean geography = layer.id().equals("territory") || layer.id().equals("municipality");
    return Map.of("relation", quote(layer.relation()), "same_code", layer.kind() == Layer.Kind.CORE && !geography
        ? "r.code = h.attributes ->> 'code' AND r.territory_code = h.attributes ->> 'territory_code'" : "r.code = h.attributes ->> 'code'");
  }
}
