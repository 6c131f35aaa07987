package org.comparto.estate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.columns.Facet;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the features are called that a facet counts by their numbers. */
@Component
class FacetNames {

  private static final Sql NAMES = Sql.load("estate/facet-names.sql");

  private final Layers layers;
  private final ReadingPlaces places;
  private final JdbcClient db;

  FacetNames(Layers layers, ReadingPlaces places, JdbcClient db) {
    this.layers = layers;
    this.places = places;
    this.db = db;
  }

  /** By the values of a facet; without those that are not public, and empty where the attribute refers to nothing by number. */
  Map<Object, String> of(Attribute attribute, List<Facet.Value> values) {
    Optional<Layer> layer = attribute.refersById() && !values.isEmpty() ? layers.findLayer(attribute.reference()) : Optional.empty();
    if (layer.isEmpty()) {
      return Map.of();
    }
    PublicReading reading = new PublicReading(layer.get());
    long[] ids = values.stream().mapToLong(value -> (Long) value.value()).toArray();
    Map<Object, String> names = new HashMap<>();
    places.run(() -> db.sql(NAMES.with(Map.of("relation", reading.relation(), "public", reading.condition()))).param("ids", ids)
        .query(row -> {
          names.put(row.getLong("id"), row.getString("name"));
        }));
    return names;
  }
}
