package org.comparto.energy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps in the database how far each layer is derived from the perimeters, so that any instance goes on where another one stopped. */
@Component
class SubstationPasses {

  /**
   * How far all instances together have come with a layer.
   *
   * @param basis the revision of the perimeters that it is derived from
   * @param doneTo all features up to this id are done
   * @param skipped but some that somebody was writing
   */
  record Pass(String basis, long doneTo, boolean skipped, boolean finished) {}

  /**
   * The same for people.
   *
   * @param features how many there were when the pass began
   * @param changed how many have become different
   * @param finishedAt null while it is under way
   */
  record Progress(String layer, long features, long done, long changed, Instant startedAt, @Nullable Instant finishedAt) {}

  /** What a step found; {@code last} is null where no feature is left. */
  record Step(long lookedAt, @Nullable Long last, long differing, long written) {}

  /** Ours among advisory locks: the ASCII codes of "subst". */
  private static final long LOCK = 0x7375627374L;
  private static final String PASS = Sql.load("energy/pass.sql").text();
  private static final Sql BEGIN = Sql.load("energy/begin-pass.sql");
  private static final String STEP = Sql.load("energy/step.sql").text();
  private static final String ADVANCE = Sql.load("energy/advance-pass.sql").text();
  private static final String FINISH = Sql.load("energy/finish-pass.sql").text();
  private static final String STATUS = Sql.load("energy/status.sql").text();

  private final JdbcClient db;

  SubstationPasses(JdbcClient db) {
    this.db = db;
  }

  /** Whether nobody else derives; holds to the end of the transaction. */
  boolean lock() {
    return db.sql("SELECT pg_try_advisory_xact_lock(:key)").param("key", LOCK).query(Boolean.class).single();
  }

  Optional<Pass> find(String layer) {
    return db.sql(PASS).param("layer", layer).query(Pass.class).optional();
  }

  void begin(Layer layer, String basis) {
    db.sql(BEGIN.with(Map.of("relation", Sql.quote(layer.relation())))).param("layer", layer.id()).param("basis", basis).update();
  }

  /** Derives the next features of a layer, at most so many, and notes that it did. */
  Step step(Layer layer, Pass pass, int most) {
    Step step = db.sql(STEP).param("relation", layer.relation()).param("after", pass.doneTo()).param("most", most).query(Step.class).single();
    if (step.last() != null) {
      db.sql(ADVANCE).param("layer", layer.id()).param("done", step.lookedAt()).param("done_to", step.last()).param("written", step.written())
          .param("skipped", step.written() < step.differing()).update();
    }
    return step;
  }

  void finish(Layer layer) {
    db.sql(FINISH).param("layer", layer.id()).update();
  }

  List<Progress> progress() {
    return db.sql(STATUS).query(Progress.class).list();
  }
}
