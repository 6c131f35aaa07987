package org.comparto.ogc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the API document says of operations and parameters, and the shapes of answers: src/main/resources/ogc/api.yaml.
 *
 * @param writing what is done to features, by method
 */
record ApiWords(Map<String, Operation> operations, Map<String, Localized> writing, Map<String, Parameter> parameters, Map<String, Object> schemas) {

  /**
   * Words for one operation.
   *
   * @param types media types of the answer, each with the name of its schema, null for bytes
   * @param queryables whether each queryable of the collection is a parameter too
   */
  record Operation(Localized title, Map<String, @Nullable String> types, boolean queryables) {}

  /** Words for one parameter, whose schema is OpenAPI's. */
  record Parameter(Localized title, Map<String, Object> schema) {}

  private static final YAMLMapper YAML = YAMLMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  static ApiWords read() {
    try (InputStream in = new ClassPathResource("ogc/api.yaml").getInputStream()) {
      return YAML.readValue(in, ApiWords.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An operation that nobody has described yet is called by its path. */
  Operation operation(String path) {
    return operations.getOrDefault(path, new Operation(new Localized(path, path), Map.of("application/json", "Any"), false));
  }

  /** A parameter that nobody has described yet is any text. */
  Parameter parameter(String name) {
    return parameters.getOrDefault(name, new Parameter(new Localized(name, name), Map.of("type", "string")));
  }
}
