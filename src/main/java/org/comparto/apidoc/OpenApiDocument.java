package org.comparto.apidoc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comparto.account.ApiSecurity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One OpenAPI 3.0 document from the files api/*.yaml, each of which has the members paths and components.schemas of such a
 * document for its part. Every operation gets the answer that all have in common, a problem (RFC 9457), and who may call it, from the
 * table of rules.
 */
@Component
class OpenApiDocument {

  /** One part; both members may be missing. */
  private record Part(Map<String, Map<String, Map<String, Object>>> paths, Map<String, Map<String, Object>> components) {}

  private static final String PROBLEM = "#/components/schemas/Problem";

  private final Map<String, Object> document = new LinkedHashMap<>();

  OpenApiDocument(@Value("${comparto.version}") String version) {
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    Map<String, Object> schemas = new TreeMap<>(Map.of("Problem", problem()));
    parts().forEach(part -> {
      part.paths().forEach((path, operations) -> operations.forEach((method, operation) ->
          paths.computeIfAbsent(path, p -> new TreeMap<>()).put(method, complete(method, path, operation))));
      schemas.putAll(part.components() == null ? Map.of() : part.components().getOrDefault("schemas", Map.of()));
    });
    document.put("openapi", "3.0.3");
    document.put("info", Map.of("title", "Comparto", "version", version, "description",
        "What the pages of Comparto are made of, below /api. Features, tiles and files of all layers are described by /ogc/api."));
    document.put("servers", List.of(Map.of("url", "/")));
    document.put("paths", paths);
    document.put("components", Map.of("schemas", schemas, "securitySchemes",
        ApiSecurity.schemes()));
  }

  Map<String, Object> document() {
    return document;
  }

  private static List<Part> parts() {
    try {
      Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:api/*.yaml");
      return Arrays.stream(files).sorted(Comparator.comparing(Resource::getFilename)).map(OpenApiDocument::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Part read(Resource file) {
    try (InputStream in = file.getInputStream()) {
      return YAMLMapper.shared().readValue(in, Part.class);
    } catch (IOException e) {
      throw new UncheckedIOException("api/" + file.getFilename(), e);
    }
  }

  @SuppressWarnings("unchecked") // responses are an object in every OpenAPI document
  private static Map<String, Object> complete(String method, String path, Map<String, Object> operation) {
    Map<String, Object> responses = new LinkedHashMap<>((Map<String, Object>) operation.get("responses"));
    responses.putIfAbsent("default", Map.of("description", "What is wrong and how to put it right", "content",
        Map.of("application/problem+json", Map.of("schema", Map.of("$ref", PROBLEM)))));
    Map<String, Object> complete = new LinkedHashMap<>(operation);
    complete.put("responses", responses);
    complete.put("security", ApiSecurity.of(method, path));
    return complete;
  }

  private static Map<String, Object> problem() {
    Map<String, Object> text = Map.of("type", "string");
    return Map.of("type", "object", "required", List.of("type", "title", "status", "detail"), "properties",
        Map.of("type", text, "title", text, "status", Map.of("type", "integer"), "detail", text, "instance", text, "parameter",
            Map.of("type", "string", "description", "the parameter or member that can not be used")));
  }
}
