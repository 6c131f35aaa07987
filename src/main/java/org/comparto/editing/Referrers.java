package org.comparto.editing;

import java.util.Map;
import java.util.stream.Stream;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.problem.RefusedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What public features refer to stays public: a plot whose zone is nowhere to be seen would say nothing. */
@Component
class Referrers {

  private static final Sql REFERENCED = Sql.load("editing/referenced.sql");

  private final JdbcClient db;
  private final Layers layers;

  Referrers(JdbcClient db, Layers layers) {
    this.db = db;
    this.layers = layers;
  }

  /** @throws RefusedException 409 naming the layer of those that refer to it */
  void check(Layer layer, long id) {
    layers.all().stream().filter(other -> other.kind() == Layer.Kind.CORE && !other.id().equals(layer.id())).forEach(other -> attributes(other, layer)
        .forEach(attribute -> {
          boolean referred = db.sql(REFERENCED.with(Map.of("relation", new PublicReading(layer).relation(), "other", new PublicReading(other).relation(),
                  "reference", Sql.quote(attribute.name()), "key", attribute.type() == AttributeType.INTEGER ? "id" : "code")))
              .param("id", id).query(Boolean.class).single();
          if (referred) {
            throw RefusedException.conflict("feature-referenced", "Features of " + other.id() + " refer to this feature by " + attribute.name()
                + "; it can not be deleted before they are changed.", "featureId");
          }
        }));
  }

  private static Stream<Attribute> attributes(Layer other, Layer layer) {
    return other.attributes().stream().filter(a -> layer.id().equals(a.reference()) && (a.type() == AttributeType.INTEGER || a.type() == AttributeType.TEXT));
  }
}
