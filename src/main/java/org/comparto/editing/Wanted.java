package org.comparto.editing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which values a body asks for. A new or replaced feature has what the body says and nothing else, but for what no answer shows
 * and a caller therefore can not send back: fields of the desk and values without consent stay unless the body names them.
 */
final class Wanted {

  private static final Set<AttributeType> GUESSED = EnumSet.of(AttributeType.JSON, AttributeType.TEXT_LIST, AttributeType.NUMBER, AttributeType.INTEGER);

  private final Layer layer;
  private final ObjectNode body;
  private final boolean lenient;
  private final List<Fault> faults = new ArrayList<>();

  /** @param lenient names that are no attribute are passed over instead of refused */
  Wanted(Layer layer, ObjectNode body, boolean lenient) {
    this.layer = layer;
    this.body = body;
    this.lenient = lenient;
  }

  /** What is wrong so far. */
  List<Fault> faults() {
    return faults;
  }

  /** Of a new feature: every attribute that is given. */
  Map<String, JsonNode> created() {
    requireFeature();
    checkNames(true);
    return named();
  }

  /** Of a proposed one: what is named, each value as a whole; what is not named stays. @param before null if it is new */
  Map<String, JsonNode> proposed(@Nullable StoredFeature before) {
    checkNames(before == null);
    return named();
  }

  /**
   * Of a replaced one: every attribute that the caller sees, and those of the desk that are named.
   *
   * @param flat whether the client shows texts and dates for certain and all else as far as it guesses the type, as QGIS: what it could not
   *     show it sends as null, and that stays
   */
  Map<String, JsonNode> replaced(StoredFeature before, boolean flat) {
    requireFeature();
    checkId(before.version().id());
    checkNames(false);
    Map<String, JsonNode> values = new LinkedHashMap<>();
    fillable().forEach((name, attribute) -> {
      boolean named = !given(name).isMissingNode();
      boolean valued = named && !given(name).isNull();
      if (flat && !valued && GUESSED.contains(attribute.type())) {
        return;
      }
      if (valued || isShown(attribute, before) || named && attribute.consent() == null) {
        values.put(name, named ? given(name) : NullNode.instance);
      }
    });
    return values;
  }

  /** Of a merge patch: what it names, objects merged with what is there. */
  Map<String, JsonNode> updated(StoredFeature before) {
    for (String name : body.propertyNames()) {
      if (!Set.of("type", "id", "geometry", "properties").contains(name)) {
        throw new InvalidInputException(name, name + " can not be changed; a patch may have geometry and properties.");
      }
    }
    checkId(before.version().id());
    checkNames(true);
    Map<String, JsonNode> values = new LinkedHashMap<>();
    fillable().forEach((name, attribute) -> {
      if (!given(name).isMissingNode()) {
        values.put(name, MergePatch.apply(before.value(name), given(name)));
      }
    });
    return values;
  }

  private Map<String, JsonNode> named() {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    fillable().keySet().stream().filter(name -> !given(name).isMissingNode()).forEach(name -> values.put(name, given(name)));
    return values;
  }

  private void requireFeature() {
    if (!body.has("type") || !body.has("properties")) {
      throw new InvalidInputException("body", "A GeoJSON feature is expected: {\"type\": \"Feature\", \"geometry\": …, \"properties\": {…}}.");
    }
  }

  /** Whose feature it is, the address says; a body that says otherwise was meant for another. */
  private void checkId(long id) {
    JsonNode given = body.path("id");
    if (!given.isMissingNode() && !given.isNull() && !given.asString("").equals(String.valueOf(id))) {
      throw new InvalidInputException("id", "The id of the body is not the one of the address, " + id + ".");
    }
  }

  /** @param keptIsWrong whether what the application keeps by itself may not even be named */
  private void checkNames(boolean keptIsWrong) {
    Map<String, Attribute> fillable = fillable();
    for (String name : body.path("properties").propertyNames()) {
      boolean known = layer.findAttribute(name).isPresent();
      if (!known && !lenient) {
        faults.add(Fault.wrong("attribute-unknown", FeatureBody.shortened(name), "\"" + FeatureBody.shortened(name) + "\" is not an attribute of "
            + layer.id()));
      } else if (known && !fillable.containsKey(name) && keptIsWrong && !given(name).isNull()) {
        faults.add(Fault.wrong("attribute-not-writable", name, name + " can not be set here"));
      }
    }
  }

  private static boolean isShown(Attribute attribute, StoredFeature before) {
    return attribute.isPublic() && (attribute.consent() == null
        || before.consents().valueStream().anyMatch(group -> group.asString("").equals(attribute.consent())));
  }

  private JsonNode given(String name) {
    return body.path("properties").path(name);
  }

  private Map<String, Attribute> fillable() {
    return layer.fillableAttributes().stream().collect(Collectors.toMap(Attribute::name, a -> a, (a, b) -> a, LinkedHashMap::new));
  }

  /** The geometry that the body asks for; of a merge patch that says nothing of it, null. */
  @Nullable JsonNode geometry(@Nullable JsonNode patched) {
    return patched == null ? body.path("geometry") : body.has("geometry") ? MergePatch.apply(patched, body.path("geometry")) : null;
  }
}
