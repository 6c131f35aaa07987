package org.comparto.editing;

import java.util.List;
import java.util.Map;
import org.comparto.crs.Crs;
import org.comparto.layer.Layer;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds a feature against everything that its layer demands, and says all that is wrong at once; nothing is written. */
@Component
public class Checks {

  private final FeatureStore store;
  private final Shapes shapes;
  private final AttributeRules rules;
  private final TableChecks table;
  private final Keys keys;
  private final PlaceRules places;

  Checks(FeatureStore store, Shapes shapes, AttributeRules rules, TableChecks table, Keys keys, PlaceRules places) {
    this.store = store;
    this.shapes = shapes;
    this.rules = rules;
    this.table = table;
    this.keys = keys;
    this.places = places;
  }

  /**
   * What a proposal asks for: attributes that it does not name, and a geometry that it does not have as a member, stay as they are.
   *
   * @param feature GeoJSON, but for its axes, which are as the authority of the reference system has them
   * @param featureId the feature that is to be changed; null for a new one
   * @throws InvalidInputException if it is no feature at all
   * @throws NotFoundException if the feature that is to be changed is not there
   */
  public Checked check(Layer layer, ObjectNode feature, Crs crs, @Nullable Long featureId) {
    FeatureBody.check(feature);
    StoredFeature before = featureId == null ? null : store.find(layer, featureId, crs).orElseThrow(() -> StoredFeature.missing(layer, featureId));
    Wanted wanted = new Wanted(layer, feature, false);
    Map<String, JsonNode> given = wanted.proposed(before);
    return check(layer, given, before != null && !feature.has("geometry") ? null : feature.path("geometry"), crs, before, wanted.faults());
  }

  /** @param geometry null: it stays; a missing or JSON null one is none */
  Checked check(Layer layer, Map<String, JsonNode> given, @Nullable JsonNode geometry, Crs crs, @Nullable StoredFeature before, List<Fault> faults) {
    Map<String, JsonNode> values = rules.read(layer, given, before, faults);
    String shape = geometry == null ? null : shapes.read(layer, geometry, crs, before == null ? null : before.shape(), faults).orElse(null);
    if (before == null) {
      rules.complete(layer, values, shape, faults);
      keys.check(layer, values, faults);
    } else {
      rules.keep(layer, before, values, before.shape().equals(shape) ? null : shape, faults);
    }
    table.check(layer, values, before, faults);
    rules.checkRequired(layer, values, before == null, faults);
    if (geometry == null || shape != null) {
      faults.addAll(places.faults(layer, values, shape, before));
    }
    return new Checked(values, shape, text(values, "territory_code", before), text(values, "municipality_code", before), List.copyOf(faults));
  }

  /**
   * What was checked a while ago holds still, and until the end of this transaction: nobody has drawn into the same place meanwhile.
   *
   * @throws RefusedException 422 naming who is in the way
   */
  void hold(Layer layer, Checked checked, @Nullable StoredFeature before) {
    if (before == null || before.isRetired() || checked.shape() != null && !checked.shape().equals(before.shape())
        || layer.insideAttribute().filter(a -> checked.values().containsKey(a.name())).isPresent()) {
      places.hold(layer, checked, before);
      Fault.check(places.faults(layer, checked.values(), checked.shape(), before));
    }
  }

  private static @Nullable String text(Map<String, JsonNode> values, String name, @Nullable StoredFeature before) {
    JsonNode value = values.containsKey(name) || before == null ? values.getOrDefault(name, NullNode.instance) : before.value(name);
    return value.isNull() ? null : value.asString();
  }
}
