package org.comparto.ruleset;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.Revisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which territories the layers that rules read are known: kept until a layer or a territory changes. */
@Component
class Availability {

  private static final Sql AVAILABLE = Sql.load("ruleset/available.sql");
  private static final String DECLARE = Sql.load("ruleset/declare-complete.sql").text();

  private record Known(long revision, long territories, Set<String> codes) {}

  private final JdbcClient db;
  private final Layers layers;
  private final Revisions revisions;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  Availability(JdbcClient db, Layers layers, Revisions revisions) {
    this.db = db;
    this.layers = layers;
    this.revisions = revisions;
  }

  /** The codes of all territories, in order. */
  List<String> territories() {
    return db.sql("SELECT code FROM territory WHERE publication_status = 'published' ORDER BY code").query(String.class).list();
  }

  /** Whether a layer is known, by territory; a layer that there is not is known nowhere. */
  Map<String, Boolean> of(String layer, List<String> territories) {
    Set<String> in = layers.findLayer(layer).map(this::knownIn).orElse(Set.of());
    Map<String, Boolean> available = new LinkedHashMap<>();
    territories.forEach(code -> available.put(code, in.contains(code)));
    return available;
  }

  /** Says that a layer is complete in a territory, also if nothing of it lies there. */
  void declare(String territory, String layer, LocalDate asOf, String source, String who) {
    db.sql(DECLARE).param("territory", territory).param("layer", layer).param("as_of", asOf).param("source", source).param("who", who).update();
  }

  /** @return whether anybody had said so */
  boolean withdraw(String territory, String layer) {
    return db.sql("DELETE FROM layer_coverage WHERE territory_code = :territory AND layer_id = :layer")
        .param("territory", territory).param("layer", layer).update() > 0;
  }

  private Set<String> knownIn(Layer layer) {
    long revision = revisions.current(layer.id());
    long territories = revisions.current("territory");
    Known last = known.get(layer.id());
    if (last == null || last.revision() != revision || last.territories() != territories) {
      last = new Known(revision, territories, Set.copyOf(db.sql(AVAILABLE.with(Map.of("relation", Sql.quote(layer.relation()))))
          .param("layer", layer.id()).query(String.class).list()));
      known.put(layer.id(), last);
    }
    return last.codes();
  }
}
