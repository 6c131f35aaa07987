package org.comparto.editing;

import java.util.List;
import java.util.Map;
import org.comparto.crs.Crs;
import org.comparto.layer.Layer;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
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

  Checks(FeatureStore store, Shapes shapes, AttributeRules rules) {
    this.store = store;
    this.shapes = shapes;
    this.rules = rules;
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
    Map<String, JsonNode> values = rules.read(layer, given, faults);
    String shape = geometry == null ? null : shapes.read(layer, geometry, crs, before == null ? null : before.shape(), faults).orElse(null);
    if (before == null) {
      rules.complete(layer, values, shape, faults);
    } else {
      rules.keep(layer, before, values, shape == null ? before.shape() : shape, faults);
    }
    rules.checkRequired(layer, values, before == null, faults);
    return new Checked(values, shape, text(values, "territory_code", before), text(values, "municipality_code", before), List.copyOf(faults));
  }

  private static @Nullable String text(Map<String, JsonNode> values, String name, @Nullable StoredFeature before) {
    JsonNode value = values.containsKey(name) || before == null ? values.getOrDefault(name, NullNode.instance) : before.value(name);
    return value.isNull() ? null : value.asString();
  }
}
