package org.comparto.layer;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How often a layer has changed. Read it before the data: an answer may then be fresher than its tag, never staler. */
@Component
@DependsOnDatabaseInitialization
public class Revisions {

  private final JdbcClient db;

  Revisions(JdbcClient db) {
    this.db = db;
  }

  /** Grows with every committed change of the layer's features; 0 before the first. */
  public long current(String layerId) {
    return db.sql("SELECT current_revision(:layer)").param("layer", layerId).query(Long.class).single();
  }

  /** Keeps the list of counted changes short; the revision itself does not move. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void fold() {
    db.sql("SELECT fold_layer_changes()").query().listOfRows();
  }
}
