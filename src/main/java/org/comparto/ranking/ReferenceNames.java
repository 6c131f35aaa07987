package org.comparto.ranking;

import java.util.Map;
import java.util.Optional;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names of what attributes refer to: zones by id, municipalities and territories by code. */
@Component
class ReferenceNames {

  private static final Sql REFERENCE = Sql.load("ranking/reference.sql");

  private final Layers layers;
  private final ReadingPlaces places;
  private final JdbcClient db;

  ReferenceNames(Layers layers, ReadingPlaces places, JdbcClient db) {
    this.layers = layers;
    this.places = places;
    this.db = db;
  }

  Optional<String> find(String layer, Object key) {
    return layers.findLayer(layer).map(PublicReading::new).flatMap(reading -> places.read(() -> db.sql(REFERENCE.with(Map.of(
        "relation", reading.relation(), "public", reading.condition(), "key", key instanceof Long ? "id" : "code")))
        .param("value", key).query(String.class).optional()));
  }
}
