package org.comparto.editing;

import java.util.Map;
import org.comparto.feature.FeatureVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * A public feature as it is, locked for this transaction.
 *
 * @param territory null for a feature of a loaded layer that lies in none
 * @param shape well-known binary of EPSG:4326 in hexadecimal digits
 * @param geometry the same as the answer shows it
 * @param values of all attributes that may be written, those of the desk too
 * @param consents the groups of attributes that the answer shows, where the layer asks for consent
 */
record StoredFeature(FeatureVersion version, @Nullable String territory, String shape, JsonNode geometry, Map<String, JsonNode> values,
    JsonNode consents) {

  JsonNode value(String attribute) {
    return values.getOrDefault(attribute, NullNode.instance);
  }
}
