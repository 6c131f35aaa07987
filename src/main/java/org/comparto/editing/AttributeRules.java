package org.comparto.editing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.comparto.feature.Whereabouts;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/** Holds the values of a feature against the descriptor of its layer, and fills in what follows from where it lies. */
@Component
class AttributeRules {

  private static final Sql PLACE = Sql.load("editing/place.sql");

  private record Place(@Nullable String territory, @Nullable String municipality) {}

  private final JdbcClient db;
  private final Layers layers;

  AttributeRules(JdbcClient db, Layers layers) {
    this.db = db;
    this.layers = layers;
  }

  /**
   * The values as they are kept: types, codes and references are right, or it is said what is wrong. What the feature refers to already is
   * not asked about again.
   */
  Map<String, JsonNode> read(Layer layer, Map<String, JsonNode> given, @Nullable StoredFeature before, List<Fault> faults) {
    boolean openCodes = layers.isStored(layer.id());
    Map<String, JsonNode> values = new LinkedHashMap<>();
    given.forEach((name, value) -> {
      Attribute attribute = layer.findAttribute(name).orElseThrow();
      JsonNode read = new AttributeValue(layer, attribute, openCodes, faults).read(value);
      values.put(name, read);
      if (before == null || !read.equals(before.value(name))) {
        checkReference(attribute, read, faults);
      }
    });
    return values;
  }

  private void checkReference(Attribute attribute, JsonNode value, List<Fault> faults) {
    if (attribute.reference() == null || value.isNull()
        || layers.findLayer(attribute.reference()).filter(l -> l.kind() == Layer.Kind.CORE).isEmpty()) {
      return;
    }
    for (JsonNode one : value.isArray() ? value.valueStream().toList() : List.of(value)) {
      String key = one.isNumber() ? "id = :key" : "code = :key";
      boolean there = db.sql("SELECT EXISTS (SELECT FROM " + Sql.quote(attribute.reference()) + " WHERE " + key + " AND publication_status = 'published')")
          .param("key", one.isNumber() ? (Object) one.asLong() : one.asString()).query(Boolean.class).single();
      if (!there) {
        faults.add(Fault.wrong("attribute-unknown-reference", attribute.name(), attribute.name() + ": " + one + " names no " + attribute.reference()));
      }
    }
  }

  /** Of a new feature: to whom it belongs, where the body does not say so. @param shape null if it has none that can be kept */
  void complete(Layer layer, Map<String, JsonNode> values, @Nullable String shape, List<Fault> faults) {
    fillPlace(layer, values, NullNode.instance, NullNode.instance, values.getOrDefault("code", NullNode.instance), shape, faults);
  }

  /**
   * Of a feature that is there: its code stays for good, and it belongs to whom it belonged unless the body says otherwise or it moves.
   *
   * @param shape null if it stays where it is
   */
  void keep(Layer layer, StoredFeature before, Map<String, JsonNode> values, @Nullable String shape, List<Fault> faults) {
    if (values.containsKey("code") && !values.get("code").isNull() && !values.get("code").equals(before.value("code"))) {
      faults.add(Fault.wrong("attribute-not-writable", "code", "a code stays for good; this one is " + before.value("code").asString("")));
    }
    if (values.containsKey("territory_code") || values.containsKey("municipality_code")) {
      fillPlace(layer, values, before.value("territory_code"), before.value("municipality_code"), before.value("code"), shape, faults);
    }
  }

  private void fillPlace(Layer layer, Map<String, JsonNode> values, JsonNode territory, JsonNode municipality, JsonNode code,
      @Nullable String shape, List<Fault> faults) {
    Place place = shape == null ? new Place(null, null)
        : db.sql(PLACE.with(Map.of("territory", Whereabouts.territory("place.point"), "municipality", Whereabouts.municipality("place.point"))))
            .param("shape", shape).query(Place.class).single();
    if (layer.id().equals("territory")) {
      values.put("territory_code", code);
    } else {
      fill(values, "territory_code", territory, place.territory());
    }
    if (layer.id().equals("municipality")) {
      values.put("municipality_code", code);
    } else {
      fill(values, "municipality_code", municipality, place.municipality());
    }
    // where the shape has to lie in its territory, that is said of the shape, with the place
    if (layer.kind() == Layer.Kind.CORE && !layer.rules().insideTerritory() && values.get("territory_code").isNull() && shape != null) {
      faults.add(Fault.missing("territory-unknown", "territory_code", "no territory is named, and the feature lies in none"));
    }
  }

  /** As given, as before, or by place. */
  private static void fill(Map<String, JsonNode> values, String name, JsonNode before, @Nullable String byPlace) {
    JsonNode given = values.getOrDefault(name, NullNode.instance);
    values.put(name, !given.isNull() ? given : !before.isNull() ? before
        : byPlace == null ? NullNode.instance : JsonNodeFactory.instance.stringNode(byPlace));
  }

  /** Of a new feature all that is required must be there; of one that is there nothing required may be taken away. */
  void checkRequired(Layer layer, Map<String, JsonNode> values, boolean isNew, List<Fault> faults) {
    for (Attribute a : layer.attributes()) {
      boolean missing = isNew ? values.getOrDefault(a.name(), NullNode.instance).isNull() : values.containsKey(a.name()) && values.get(a.name()).isNull();
      if (a.required() && missing && faults.stream().noneMatch(f -> a.name().equals(f.attribute()))) {
        faults.add(Fault.missing("attribute-missing-required", a.name(), "a value of " + a.name() + " is required"));
      }
    }
  }
}
