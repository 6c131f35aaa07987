package org.comparto.tile;

import java.util.List;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Vacuums layers' tables of which the database does not know that all can see their rows: only then are features counted
 * without reading the table. Autovacuum sees to new rows within a minute, but not to a table that a migration has rewritten.
 */
@Component
class Sweeping {

  private static final Sql UNSWEPT = Sql.load("tile/unswept.sql");

  private final Layers layers;
  private final JdbcClient db;

  Sweeping(Layers layers, JdbcClient db) {
    this.layers = layers;
    this.db = db;
  }

  @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT15M")
  void sweep() {
    List<String> relations = layers.all().stream().map(Layer::relation).toList();
    db.sql(UNSWEPT.text()).param("relations", relations).query(String.class).list()
        .forEach(relation -> db.sql("VACUUM (SKIP_LOCKED) " + Sql.quote(relation)).update());
  }
}
