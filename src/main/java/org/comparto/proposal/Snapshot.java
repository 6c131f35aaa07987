package org.comparto.proposal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A feature in one version, with all that may be written of it.
 *
 * @param status published or retired; null of a former version, as when, by whom and where it lay
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Snapshot(int version, @Nullable String status, @Nullable Instant updatedAt, @Nullable String updatedBy, @Nullable String territory,
    @Nullable String municipality, ObjectNode properties, @Nullable JsonNode geometry) {

  @JsonIgnore
  boolean isPublished() {
    return "published".equals(status);
  }

  JsonNode value(String attribute) {
    JsonNode value = properties.path(attribute);
    return value.isMissingNode() ? NullNode.instance : value;
  }

  /** With the attributes only that somebody may see. */
  Snapshot visible(Predicate<String> attributes) {
    return new Snapshot(version, status, updatedAt, updatedBy, territory, municipality, only(properties, attributes), geometry);
  }

  static ObjectNode only(ObjectNode properties, Predicate<String> attributes) {
    ObjectNode some = JsonNodeFactory.instance.objectNode();
    properties.properties().stream().filter(one -> attributes.test(one.getKey())).forEach(one -> some.set(one.getKey(), one.getValue()));
    return some;
  }
}
