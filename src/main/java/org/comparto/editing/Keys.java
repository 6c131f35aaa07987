package org.comparto.editing;

import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Whether a code is still free: a feature keeps its own for good, a retired one too. */
@Component
class Keys {

  private static final Sql TAKEN = Sql.load("editing/taken.sql");

  private final JdbcClient db;

  Keys(JdbcClient db) {
    this.db = db;
  }

  /** Adds who has the code of a new feature already. */
  void check(Layer layer, Map<String, JsonNode> values, List<Fault> faults) {
    JsonNode code = values.getOrDefault("code", NullNode.instance);
    if (code.isNull()) {
      return;
    }
    // a thematic layer has each code once, a core layer once in each territory
    String territory = layer.kind() == Layer.Kind.THEMATIC ? null : values.getOrDefault("territory_code", NullNode.instance).asString(null);
    db.sql(TAKEN.with(Map.of("relation", new PublicReading(layer).relation()))).param("code", code.asString()).param("territory", territory)
        .query((row, n) -> row.getBoolean("retired") ? retired(code.asString(), row.getLong("id"))
            : Fault.wrong("key-duplicate", "code", "there is a feature with the code " + code.asString() + " already; choose another"))
        .list().forEach(faults::add);
  }

  private static Fault retired(String code, long id) {
    return Fault.wrong("key-retired", "code", "the code " + code + " belongs to the feature " + id
        + ", which is retired and keeps it; restore that feature, or choose another code");
  }
}
