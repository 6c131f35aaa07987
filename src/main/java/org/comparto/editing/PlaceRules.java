package org.comparto.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.account.CurrentAccount;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Holds a shape against what lies around it: its neighbours in the layer, the feature of another layer in which it belongs, its territory.
 * What is narrower than two people draw the same border apart is no fault.
 */
@Component
class PlaceRules {

  /** Some feature and the place where it and a shape are in each other's way, as GeoJSON. */
  private record Obstacle(String name, String place) {}

  /** A feature that a shape overlaps, and where. */
  private record Overlap(String name, long areaM2, String place) {}

  private static final Sql OVERLAPS = Sql.load("editing/overlaps.sql");
  private static final Sql OUTSIDE = Sql.load("editing/outside.sql");
  private static final String OUTSIDE_ALL = Sql.load("editing/outside-all.sql").text();
  private static final Sql LEFT_OUTSIDE = Sql.load("editing/left-outside.sql");
  private static final String LOCK = Sql.load("editing/lock-layer.sql").text();
  private static final Sql LOCK_CONTAINER = Sql.load("editing/lock-container.sql");
  /** A line of 0.2 mm on a cadastral map of 1:2,000 is 0.4 m wide: nobody draws the same border closer. Metres. */
  private static final double DRAWING_NOISE_M = 0.5;
  /** Boundaries of municipalities and territories come from maps of 1:10,000 to 1:25,000 and are not those of the cadastre. Metres. */
  private static final double BOUNDARY_NOISE_M = 10;

  private final JdbcClient db;
  private final Layers layers;

  PlaceRules(JdbcClient db, Layers layers) {
    this.db = db;
    this.layers = layers;
  }

  /**
   * Until the end of this transaction nobody else writes a shape of this layer, nor the feature in which this one belongs: of two who draw
   * into the same place one is told.
   */
  void hold(Layer layer, Checked checked, @Nullable StoredFeature before) {
    if (layer.rules().noOverlap()) {
      db.sql(LOCK).param("layer", layer.id()).query().listOfRows();
    }
    layer.insideAttribute().map(Attribute::name).filter(name -> value(name, checked.values(), before).isNumber()).ifPresent(name -> {
      JsonNode id = value(name, checked.values(), before);
      boolean there = !db.sql(LOCK_CONTAINER.with(Map.of("relation", relation(layer.rules().inside())))).param("id", id.asLong()).query().listOfRows().isEmpty();
      if (!there && isNew(name, checked.values(), before)) {
        throw Fault.refusal(List.of(Fault.wrong("attribute-unknown-reference", name, name + ": " + id + " names no " + layer.rules().inside())));
      }
    });
  }

  /** What is in the way of a shape that is new or moves, or belongs to others than before; nothing of what stays as it was. */
  List<Fault> faults(Layer layer, Map<String, JsonNode> values, @Nullable String given, @Nullable StoredFeature before) {
    String shape = given != null ? given : before == null ? null : before.shape();
    List<Fault> faults = new ArrayList<>();
    if (shape == null) {
      return faults;
    }
    boolean moved = before == null || before.isRetired() || !shape.equals(before.shape());
    if (moved && layer.rules().noOverlap()) {
      overlaps(layer, shape, before).forEach(other -> faults.add(Fault.at(place(other.place()), "geometry-overlaps",
          "it overlaps " + other.name() + " by " + other.areaM2() + " m²; draw it up to the border of the other")));
    }
    layer.insideAttribute().filter(a -> moved || isNew(a.name(), values, before)).map(Attribute::name).ifPresent(name -> {
      JsonNode id = value(name, values, before);
      if (id.isNumber()) {
        outside(layer.rules().inside(), "id", id.asLong(), shape, DRAWING_NOISE_M).forEach(zone -> faults.add(Fault.at(place(zone.place()),
            "geometry-outside-zone", "a part of it lies outside of " + zone.name() + ", in which it belongs; draw it within, or correct " + name)));
      }
    });
    if (layer.rules().insideTerritory() && (moved || isNew("territory_code", values, before))) {
      checkTerritory(shape, value("territory_code", values, before), faults);
    }
    if (moved && before != null && !before.isRetired()) {
      leftOutside(layer, shape, before.version().id()).forEach(plot -> faults.add(Fault.at(place(plot.place()), "geometry-outside-zone",
          plot.name() + ", which belongs in it, would lie outside; draw it around that, or change that first")));
    }
    if (moved) {
      checkOwnMunicipality(shape, faults);
    }
    return faults;
  }

  private void checkTerritory(String shape, JsonNode territory, List<Fault> faults) {
    if (territory.isNull()) {
      String outside = db.sql(OUTSIDE_ALL).param("shape", shape).query(String.class).single();
      faults.add(Fault.at(place(outside), "geometry-outside-territory", "it lies outside of all territories"));
    } else {
      outside("territory", "code", territory.asString(), shape, BOUNDARY_NOISE_M).forEach(own -> faults.add(Fault.at(place(own.place()),
          "geometry-outside-territory", "a part of it lies outside of the territory " + own.name())));
    }
  }

  private void checkOwnMunicipality(String shape, List<Fault> faults) {
    CurrentAccount.find().map(CurrentAccount::municipality).ifPresent(code -> outside("municipality", "code", code, shape, BOUNDARY_NOISE_M)
        .forEach(own -> faults.add(Fault.at(place(own.place()), "geometry-outside-municipality",
            "a part of it lies outside of the municipality " + own.name() + ", and you may draw there only"))));
  }

  private List<Overlap> overlaps(Layer layer, String shape, @Nullable StoredFeature before) {
    PublicReading reading = new PublicReading(layer);
    return db.sql(OVERLAPS.with(Map.of("relation", reading.relation(), "public", reading.condition()))).param("shape", shape)
        .param("feature", before == null ? null : before.version().id()).param("noise", DRAWING_NOISE_M).query(Overlap.class).list();
  }

  private List<Obstacle> outside(String layer, String key, Object value, String shape, double noise) {
    return db.sql(OUTSIDE.with(Map.of("relation", relation(layer), "key", key))).param("shape", shape).param("key", value).param("noise", noise)
        .query(Obstacle.class).list();
  }

  /** Of the layers whose features belong in features of this one. */
  private List<Obstacle> leftOutside(Layer layer, String shape, long id) {
    return layers.all().stream().filter(other -> layer.id().equals(other.rules().inside())).flatMap(other -> {
      PublicReading reading = new PublicReading(other);
      return db.sql(LEFT_OUTSIDE.with(Map.of("relation", reading.relation(), "public", reading.condition(),
              "reference", Sql.quote(other.insideAttribute().orElseThrow().name()))))
          .param("shape", shape).param("feature", id).param("noise", DRAWING_NOISE_M).query(Obstacle.class).list().stream();
    }).toList();
  }

  private String relation(String layer) {
    return new PublicReading(layers.findLayer(layer).orElseThrow()).relation();
  }

  private static JsonNode place(String json) {
    return FeatureBody.JSON.readTree(json);
  }

  private static boolean isNew(String name, Map<String, JsonNode> values, @Nullable StoredFeature before) {
    return before == null || values.containsKey(name) && !values.get(name).equals(before.value(name));
  }

  private static JsonNode value(String name, Map<String, JsonNode> values, @Nullable StoredFeature before) {
    return values.containsKey(name) || before == null ? values.getOrDefault(name, NullNode.instance) : before.value(name);
  }
}
