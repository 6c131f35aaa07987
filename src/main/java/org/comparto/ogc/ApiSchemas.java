package org.comparto.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;

/** Attributes of a layer as schemas of OpenAPI 3.0; everything may be null, which means not known. */
final class ApiSchemas {

  private ApiSchemas() {}

  /** A feature of the layer, on top of what every feature has. */
  static Map<String, Object> feature(Layer layer, String language) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Attribute a : layer.publicAttributes()) {
      Map<String, Object> schema = new LinkedHashMap<>(of(layer, a.type(), a));
      schema.put("title", a.title().in(language) + (a.unit() == null ? "" : " (" + a.unit() + ")"));
      properties.put(a.name(), schema);
    }
    return Map.of("allOf", List.of(reference("Feature"),
        Map.of("type", "object", "properties", Map.of("properties", Map.of("type", "object", "properties", properties)))));
  }

  static Map<String, Object> featureCollection(String featureSchema) {
    return Map.of("allOf", List.of(reference("FeatureCollection"),
        Map.of("type", "object", "properties", Map.of("features", Map.of("type", "array", "items", reference(featureSchema))))));
  }

  static Map<String, Object> reference(String schema) {
    return Map.of("$ref", "#/components/schemas/" + schema);
  }

  /** @param type of one value; of a list's members where those are asked for */
  static Map<String, Object> of(Layer layer, AttributeType type, Attribute a) {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (type) {
      case TEXT -> schema.put("type", "string");
      case INTEGER -> schema.putAll(Map.of("type", "integer", "format", "int64"));
      case NUMBER -> schema.put("type", "number");
      case BOOLEAN -> schema.put("type", "boolean");
      case DATE -> schema.putAll(Map.of("type", "string", "format", "date"));
      case DATETIME -> schema.putAll(Map.of("type", "string", "format", "date-time"));
      case TEXT_LIST -> schema.putAll(Map.of("type", "array", "items", of(layer, AttributeType.TEXT, a)));
      case JSON -> { } // any value
    }
    if (type == AttributeType.TEXT && a.codes() != null) {
      schema.put("enum", layer.codes().get(a.codes()).stream().map(Layer.Code::value).toList());
    }
    if (type != AttributeType.TEXT || a.type() == AttributeType.TEXT) {
      schema.put("nullable", true);
    }
    return schema;
  }
}
