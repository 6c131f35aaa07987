package org.comparto.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.source.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a source's description makes of a plan, once it is known which fields the file has. */
final class SourcePlan {

  private SourcePlan() {}

  /**
   * Completes a plan.
   *
   * @param ownMapping attribute=field,… that goes before the description's; null: none
   * @throws Refused if the file has no field for the key, or not a field that the office named
   */
  static void fill(Source source, @Nullable String ownMapping, ObjectNode plan, JsonNode inspection) {
    Map<String, String> own = own(source, ownMapping);
    JsonNode layer = layer(inspection, plan.path("sourceLayer").asString(source.sourceLayer()));
    List<String> fields = layer.path("fields").findValuesAsString("name");
    ObjectNode mapping = JsonMapper.shared().createObjectNode();
    own.forEach((attribute, field) -> mapping.put(attribute, named(field, fields)));
    source.mapping().forEach((attribute, names) -> names.stream().flatMap(name -> fields.stream().filter(name::equalsIgnoreCase)).findFirst()
        .filter(field -> !mapping.has(attribute)).ifPresent(field -> mapping.put(attribute, field)));
    if (!mapping.has(source.key())) {
      throw new Refused("the file has none of the fields " + source.mapping().get(source.key()) + " that " + source.id() + " is known by; it has "
          + fields + ". Name them in " + source.setting() + "_MAPPING, or load it with --layer " + source.layer() + " instead");
    }
    plan.put("layer", source.layer()).put("key", source.key()).put("source", source.id()).put("anywhere", source.anywhere());
    if (layer.hasNonNull("name")) {
      plan.put("sourceLayer", layer.path("name").asString());
    }
    plan.set("mapping", mapping);
    Map<String, String> parts = new LinkedHashMap<>(source.parts());
    parts.keySet().removeIf(attribute -> own.containsKey(attribute) || !mapping.has(attribute));
    plan.set("parts", JsonMapper.shared().valueToTree(parts));
    plan.set("rows", JsonMapper.shared().valueToTree(source.rows()));
    Map<String, Map<String, String>> values = new LinkedHashMap<>(source.values());
    values.putIfAbsent("source", Map.of("", source.attribution()));
    plan.set("values", JsonMapper.shared().valueToTree(values));
  }

  private static Map<String, String> own(Source source, @Nullable String text) {
    Map<String, String> own = new LinkedHashMap<>();
    for (String pair : text == null || text.isBlank() ? new String[0] : text.split(",")) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new Refused(source.setting() + "_MAPPING is attribute=field,attribute=field …, not " + pair);
      }
      own.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return own;
  }

  private static String named(String wanted, List<String> fields) {
    return fields.stream().filter(wanted::equals).findFirst().or(() -> fields.stream().filter(wanted::equalsIgnoreCase).findFirst())
        .orElseThrow(() -> new Refused("the file has no field " + wanted + "; it has " + fields));
  }

  private static JsonNode layer(JsonNode inspection, @Nullable String wanted) {
    JsonNode layers = inspection.path("layers");
    return layers.valueStream().filter(layer -> layer.path("name").asString("").equals(wanted)).findFirst().orElse(layers.path(0));
  }
}
