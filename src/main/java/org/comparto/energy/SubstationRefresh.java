package org.comparto.energy;

import java.time.Duration;
import java.util.List;
import org.comparto.energy.SubstationPasses.Pass;
import org.comparto.energy.SubstationPasses.Step;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.Revisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps codes of primary substations true in the background when perimeters have changed, and then which plots lie in a CER-ready area when
 * marked areas have. It goes on in small transactions, one at a time among all instances; nobody who writes waits for longer than one of them.
 */
@Component
@DependsOnDatabaseInitialization
class SubstationRefresh {

  /** The layers that know their code; energy areas first, since they make plots ready. */
  static final List<String> LAYERS = List.of("energy_area", "plot", "industrial_zone", "company");
  private static final String PERIMETERS = "primary_substation_area";
  /** So long other scheduled work waits for this at most, but for one batch. */
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(SubstationRefresh.class);

  private final Layers layers;
  private final Revisions revisions;
  private final SubstationPasses passes;
  private final JdbcClient db;
  private final TransactionTemplate transactions;
  private final SubstationSettings settings;
  /** The revisions of energy areas and plots at which no plot said anything else than they do. */
  private String ready = "";

  SubstationRefresh(Layers layers, Revisions revisions, SubstationPasses passes, JdbcClient db, TransactionTemplate transactions,
      SubstationSettings settings) {
    this.layers = layers;
    this.revisions = revisions;
    this.passes = passes;
    this.db = db;
    this.transactions = transactions;
    this.settings = settings;
  }

  @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT2S")
  void follow() {
    if (settings.follow()) {
      complete(LONGEST);
    }
  }

  /** Works until nothing is left to do, or somebody else does it, or the time is over. */
  void complete(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    for (String id : LAYERS) {
      Layer layer = layers.getLayer(id, "layer");
      boolean more = true;
      while (more && System.nanoTime() < end) {
        more = transactions.execute(begun -> step(layer));
      }
    }
    String now = revisions.current("energy_area") + " " + revisions.current("plot");
    while (!now.equals(ready) && System.nanoTime() < end) {
      if (transactions.execute(begun -> readinessIsKept())) {
        ready = now;
      }
    }
  }

  /** Whether there may be more to do. */
  private boolean step(Layer layer) {
    String basis = Long.toString(revisions.current(PERIMETERS));
    Pass known = passes.find(layer.id()).orElse(null);
    if (known != null && known.basis().equals(basis) && known.finished() && !known.skipped() || !passes.lock()) {
      return false;
    }
    if (known == null || !known.basis().equals(basis) || known.finished()) {
      passes.begin(layer, basis);
      known = passes.find(layer.id()).orElseThrow();
    }
    Step step = passes.step(layer, known, settings.batch());
    if (step.last() != null) {
      return true;
    }
    passes.finish(layer);
    log.info("{} is up to date with the primary-substation areas of revision {}", layer.id(), basis);
    return false;                                              // what was skipped is looked at the next time
  }

  /** Whether no plot says anything else than the energy areas do; somebody else who derives will find it out. */
  private boolean readinessIsKept() {
    return !passes.lock() || db.sql("SELECT differing = 0 FROM derive_readiness(:most)").param("most", settings.batch()).query(Boolean.class).single();
  }
}
