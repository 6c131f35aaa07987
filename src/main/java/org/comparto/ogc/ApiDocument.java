package org.comparto.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comparto.account.ApiSecurity;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The OpenAPI 3.0 document: complete in itself, made from the operations there are and the descriptors of the layers. */
@Component
class ApiDocument {

  private static final String PROBLEM = "application/problem+json";

  private final ApiOperations operations;
  private final Layers layers;
  private final ObjectProvider<ApiWriting> writing;
  private final String version;

  ApiDocument(ApiOperations operations, Layers layers, ObjectProvider<ApiWriting> writing, @Value("${comparto.version}") String version) {
    this.operations = operations;
    this.layers = layers;
    this.writing = writing;
    this.version = version;
  }

  Map<String, Object> write(String language) {
    Words t = Words.in(language);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put("info", Map.of("title", "Comparto", "description", t.of("pages.root.text"), "version", version));
    document.put("servers", List.of(Map.of("url", Link.to("/ogc"))));
    document.put("tags", layers.all().stream().map(l -> Map.of("name", l.id(), "description", l.title().in(language))).toList());
    document.put("paths", paths(language));
    document.put("components", components(language));
    return document;
  }

  private Map<String, Object> components(String language) {
    Map<String, Object> components = new LinkedHashMap<>(Map.of("schemas", schemas(language), "parameters", shared(language), "responses",
        Map.of("Problem", Map.of("description", "RFC 9457", "content", Map.of(PROBLEM, Map.of("schema", ApiSchemas.reference("Problem")))))));
    writing.ifAvailable(w -> components.put("securitySchemes", ApiSecurity.schemes()));
    return components;
  }

  private Map<String, Object> paths(String language) {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (ApiOperations.Described operation : operations.all(language)) {
      Map<String, Object> get = new LinkedHashMap<>();
      get.put("operationId", "get" + operation.path().replaceAll("\\W+", "_").replaceAll("_$", ""));
      get.put("summary", operation.words().title().in(language));
      if (operation.layer() != null) {
        get.put("tags", List.of(operation.layer().id()));
      }
      get.put("parameters", operation.parameters().stream().map(p -> isShared(operation, p)
          ? Map.of("$ref", "#/components/parameters/" + p.name()) : parameter(p)).toList());
      get.put("security", ApiSecurity.of("get", "/ogc" + operation.path()));
      get.put("responses", Map.of("200", answer(operation, language), "default", Map.of("$ref", "#/components/responses/Problem")));
      Map<String, Object> methods = new LinkedHashMap<>(Map.of("get", get));
      if (operation.layer() != null) {
        writing.ifAvailable(w -> methods.putAll(w.of(operation.path(), operation.layer(), language)));
      }
      paths.put(operation.path(), methods);
    }
    return paths;
  }

  /** What is the same wherever it stands: all but the queryables of a layer, the forms of an answer and what is in the path. */
  private static boolean isShared(ApiOperations.Described operation, ApiOperations.Parameter parameter) {
    return parameter.in().equals("query") && !parameter.required() && !parameter.name().equals("f")
        && (operation.layer() == null || operation.layer().findAttribute(parameter.name()).isEmpty());
  }

  private Map<String, Object> shared(String language) {
    Map<String, Object> shared = new TreeMap<>();
    operations.all(language).forEach(operation -> operation.parameters().stream().filter(p -> isShared(operation, p))
        .forEach(p -> shared.put(p.name(), parameter(p))));
    return shared;
  }

  private static Map<String, Object> parameter(ApiOperations.Parameter p) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", p.name());
    parameter.put("in", p.in());
    parameter.put("description", p.title());
    parameter.put("required", p.required());
    parameter.put("style", p.in().equals("path") ? "simple" : "form");
    parameter.put("explode", false);
    parameter.put("schema", p.schema());
    return parameter;
  }

  private static Map<String, Object> answer(ApiOperations.Described operation, String language) {
    Map<String, Object> content = new TreeMap<>();
    operation.words().types().forEach((type, schema) -> content.put(type,
        Map.of("schema", schema == null ? Map.of("type", "string", "format", "binary") : ApiSchemas.reference(schemaName(operation, schema)))));
    return Map.of("description", operation.words().title().in(language), "content", content);
  }

  private static String schemaName(ApiOperations.Described operation, String schema) {
    return operation.layer() != null && (schema.equals("Feature") || schema.equals("FeatureCollection"))
        ? operation.layer().id() + "." + schema : schema;
  }

  private Map<String, Object> schemas(String language) {
    Map<String, Object> schemas = new LinkedHashMap<>(operations.schemas());
    for (Layer layer : layers.all()) {
      schemas.put(layer.id() + ".Feature", ApiSchemas.feature(layer, language));
      schemas.put(layer.id() + ".FeatureCollection", ApiSchemas.featureCollection(layer.id() + ".Feature"));
    }
    return schemas;
  }
}
