package org.comparto.editing;

import java.time.Instant;
import java.util.Map;
import org.comparto.account.CurrentAccount;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.problem.RefusedException;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The feature has another version than the one that was read: the answer holds the present one, so that both can be merged. */
final class Conflict {

  /**
   * The feature as the caller may see it.
   *
   * @param version its number, one more with each change
   * @param geometry GeoJSON in the reference system of the request
   */
  record Current(int version, Instant updatedAt, String updatedBy, ObjectNode properties, JsonNode geometry) {}

  private Conflict() {}

  /** A 412 whose member {@code current} is the feature as it is now. */
  static RefusedException of(Layer layer, StoredFeature feature) {
    Current current = new Current(feature.number(), feature.updatedAt(), feature.updatedBy(), seen(layer, feature), feature.geometry());
    return RefusedException.of(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile",
        "Somebody else has changed this feature meanwhile; read it again and decide anew.", "If-Match", Map.of("current", current));
  }

  /** Fields of the desk for who works here; of a company, for others, what it consented to. */
  private static ObjectNode seen(Layer layer, StoredFeature feature) {
    boolean whole = CurrentAccount.find().filter(caller -> caller.seesDeskFields() && caller.mayWrite(layer.id(), feature.territory())).isPresent();
    ObjectNode seen = JsonNodeFactory.instance.objectNode();
    for (Attribute attribute : layer.fillableAttributes()) {
      if (whole || attribute.isPublic() && (attribute.consent() == null || consentedTo(feature, attribute.consent()))) {
        seen.set(attribute.name(), feature.value(attribute.name()));
      }
    }
    return seen;
  }

  private static boolean consentedTo(StoredFeature feature, String group) {
    return feature.consents().valueStream().anyMatch(one -> one.asString("").equals(group));
  }
}
