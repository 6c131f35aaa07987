package org.comparto.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The descriptors of layers that loads have made: in the database, so that every instance shows them. */
@Component
@DependsOnDatabaseInitialization
class StoredDescriptors {

  /** The catalogue's own revision, counted like a layer's. */
  private static final String REVISION = "layer_descriptor";
  private static final Logger log = LoggerFactory.getLogger(StoredDescriptors.class);
  /** The words of the files; a word that a newer version has written is passed over. */
  private static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .build();

  private final JdbcClient db;

  StoredDescriptors(JdbcClient db) {
    this.db = db;
  }

  long revision() {
    return db.sql("SELECT current_revision(:layer)").param("layer", REVISION).query(Long.class).single();
  }

  /** One that can not be read is left out and said in the log: a faulty row must not stop all other layers. */
  List<Layer> read(List<Attribute> common) {
    List<Layer> layers = new ArrayList<>();
    db.sql("SELECT layer_id, descriptor FROM layer_descriptor").query(row -> {
      try {
        Layer stored = JSON.readValue(row.getString("descriptor"), Layer.class);
        Set<String> own = stored.attributes().stream().map(Attribute::name).collect(Collectors.toSet());
        List<Attribute> attributes = new ArrayList<>(common.stream().filter(a -> !own.contains(a.name())).toList());
        attributes.addAll(stored.attributes());
        layers.add(stored.with(List.copyOf(attributes), stored.codes()));
      } catch (JacksonException e) {
        log.error("The stored descriptor of layer {} can not be read and is left out", row.getString("layer_id"), e);
      }
    });
    return layers;
  }

  void save(Layer layer, List<Attribute> common, String author) {
    Layer own = layer.with(layer.attributes().stream().filter(a -> !common.contains(a)).toList(), layer.codes());
    db.sql("""
        INSERT INTO layer_descriptor (layer_id, descriptor, updated_by) VALUES (:layer, CAST(:descriptor AS jsonb), :author)
        ON CONFLICT (layer_id) DO UPDATE SET descriptor = excluded.descriptor, updated_by = excluded.updated_by, updated_at = now()""")
        .param("layer", layer.id()).param("descriptor", JSON.writeValueAsString(own)).param("author", author).update();
  }

  boolean remove(String id) {
    return db.sql("DELETE FROM layer_descriptor WHERE layer_id = :layer").param("layer", id).update() > 0;
  }
}
