package org.comparto.layer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the descriptor files: {@code _common.yaml} and {@code _codes.yaml} are shared by all, every other file is a layer. */
class DescriptorFiles {

  /** @param included attributes that several layers describe alike, by the name under which their files include them */
  private record Common(List<Heading> groups, List<Heading> sections, List<Attribute> attributes, Map<String, List<JsonNode>> included) {}

  private record Codes(Map<String, List<Layer.Code>> codes) {}

  /**
   * Everything the folder says.
   *
   * @param groups headings in the layer tree
   * @param sections headings in panels and forms
   * @param common the attributes that every layer begins with
   */
  record Content(List<Heading> groups, List<Heading> sections, List<Attribute> common, List<Layer> layers) {}

  private static final YAMLMapper YAML = YAMLMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .build();

  static Content read() {
    try {
      Map<String, Resource> files = new LinkedHashMap<>();
      for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:gis-data/layers/*.yaml")) {
        files.put(file.getFilename(), file);
      }
      Common common = read("_common.yaml", files.remove("_common.yaml"), Common.class);
      Codes shared = read("_codes.yaml", files.remove("_codes.yaml"), Codes.class);
      List<Layer> layers = new ArrayList<>();
      for (Map.Entry<String, Resource> file : files.entrySet()) {
        layers.add(complete(file.getKey(), layer(file.getKey(), file.getValue(), common), common, shared));
      }
      return new Content(common.groups(), common.sections(), common.attributes(), layers);
    } catch (IOException e) {
      throw new DescriptorException("", "can not be read: " + e.getMessage());
    }
  }

  private static <T> T read(String name, Resource file, Class<T> type) throws IOException {
    try (InputStream in = file.getInputStream()) {
      return YAML.readValue(in, type);
    } catch (JacksonException e) {
      throw new DescriptorException(name, e.getMessage());
    }
  }

  /** The layer with the attributes that it includes where it includes them. */
  private static Layer layer(String name, Resource file, Common common) throws IOException {
    ObjectNode descriptor = read(name, file, ObjectNode.class);
    ArrayNode attributes = descriptor.arrayNode();
    for (JsonNode attribute : descriptor.path("attributes")) {
      if (attribute.has("include")) {
        String list = attribute.path("include").asString();
        if (!common.included().containsKey(list)) {
          throw new DescriptorException(name, "includes " + list + ", which _common.yaml does not have");
        }
        attributes.addAll(common.included().get(list));
      } else {
        attributes.add(attribute);
      }
    }
    try {
      return YAML.treeToValue(descriptor.set("attributes", attributes), Layer.class);
    } catch (JacksonException e) {
      throw new DescriptorException(name, e.getMessage());
    }
  }

  /** The layer with the common attributes before its own and the shared code lists it uses beside its own. */
  private static Layer complete(String file, Layer layer, Common common, Codes shared) {
    if (!file.equals(layer.id() + ".yaml")) {
      throw new DescriptorException(file, "is named differently from its id " + layer.id());
    }
    List<Attribute> attributes = new ArrayList<>(common.attributes());
    attributes.addAll(layer.attributes());
    Map<String, List<Layer.Code>> codes = new LinkedHashMap<>(layer.codes());
    for (Attribute attribute : attributes) {
      if (attribute.codes() != null && !codes.containsKey(attribute.codes())) {
        List<Layer.Code> list = shared.codes().get(attribute.codes());
        if (list == null) {
          throw new DescriptorException(file, "attribute " + attribute.name() + " names the unknown code list " + attribute.codes());
        }
        codes.put(attribute.codes(), list);
      }
    }
    return layer.with(List.copyOf(attributes), codes);
  }
}
