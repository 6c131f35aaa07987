package org.comparto.editing;

import java.time.Instant;
import java.util.Map;
import org.comparto.feature.FeatureVersion;
import org.comparto.layer.Layer;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A feature as it is.
 *
 * @param number of its version, one more with each change
 * @param status published or retired
 * @param territory null for a feature of a loaded layer that lies in none
 * @param shape well-known binary of EPSG:4326 in hexadecimal digits
 * @param geometry the same as the answer shows it
 * @param values of all attributes that may be written, those of the desk too
 * @param consents the groups of attributes that the answer shows, where the layer asks for consent
 */
record StoredFeature(FeatureVersion version, int number, String status, Instant updatedAt, String updatedBy, @Nullable String territory,
    String shape, JsonNode geometry, Map<String, JsonNode> values, JsonNode consents) {

  boolean isRetired() {
    return status.equals("retired");
  }

  static NotFoundException missing(Layer layer, long id) {
    return new NotFoundException("featureId", "There is no feature " + id + " in the layer " + layer.id());
  }

  Present present() {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    values.forEach(properties::set);
    return new Present(number, status, properties, geometry, territory, municipality(), updatedAt, updatedBy);
  }

  @Nullable String municipality() {
    return value("municipality_code").isNull() ? null : value("municipality_code").asString();
  }

  JsonNode value(String attribute) {
    return values.getOrDefault(attribute, NullNode.instance);
  }
}
