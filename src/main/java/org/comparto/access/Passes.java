package org.comparto.access;

import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.network.RoadGraph;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps in the database how far times are computed, so that any instance goes on where another one stopped. */
@Component
class Passes {

  /** Ours among advisory locks: the ASCII codes of "access". */
  static final long LOCK = 0x616363657373L;
  private static final Sql PASS = Sql.load("access/pass.sql");
  private static final Sql BEGIN = Sql.load("access/begin-pass.sql");
  private static final Sql ADVANCE = Sql.load("access/advance-pass.sql");
  private static final Sql PASS_OVER = Sql.load("access/pass-over.sql");
  private static final Sql FINISH = Sql.load("access/finish-pass.sql");
  private static final Sql LOOKED = Sql.load("access/looked.sql");
  private static final Sql GRAPH = Sql.load("access/graph.sql");

  private final JdbcClient db;

  Passes(JdbcClient db) {
    this.db = db;
  }

  /** Whether nobody else computes; holds to the end of the transaction. */
  boolean lock() {
    return db.sql("SELECT pg_try_advisory_xact_lock(:key)").param("key", LOCK).query(Boolean.class).single();
  }

  Optional<Pass> find(Layer layer) {
    return db.sql(PASS.text()).param("layer", layer.id()).query((row, n) -> new Pass(row.getString("basis"), row.getString("snaps"), row.getLong("done_to"),
        (Long[]) row.getArray("passed_over").getArray(), row.getBoolean("finished"), row.getLong("looked_at"))).optional();
  }

  void begin(Layer layer, Basis basis) {
    RoadGraph graph = basis.graph();
    db.sql(GRAPH.text()).param("version", graph.version()).param("dated", Timestamp.from(graph.date()))
        .param("source", graph.about().source()).param("demonstration", graph.about().demonstration()).update();
    db.sql(BEGIN.with(Map.of("relation", Sql.quote(layer.relation())))).param("layer", layer.id()).param("basis", basis.text()).param("snaps", basis.snaps()).update();
  }

  /** @param done how many features more */
  void advance(Layer layer, int done, long doneTo, Long[] passedOver) {
    db.sql(ADVANCE.text()).param("layer", layer.id()).param("done", done).param("done_to", doneTo).param("passed_over", passedOver).update();
  }

  void leaveOver(Layer layer, Long[] passedOver) {
    db.sql(PASS_OVER.text()).param("layer", layer.id()).param("passed_over", passedOver).update();
  }

  void finish(Layer layer, Basis basis) {
    db.sql(FINISH.text()).param("layer", layer.id()).param("snaps", basis.snaps()).update();
  }

  /** No feature waits at this revision of the layer. */
  void looked(Layer layer, long revision) {
    db.sql(LOOKED.text()).param("layer", layer.id()).param("revision", revision).update();
  }
}
