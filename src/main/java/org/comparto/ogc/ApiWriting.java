package org.comparto.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comparto.account.ApiSecurity;
import org.comparto.editing.Edits;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The operations that write, for the API document, where they are enabled. */
@Component
@ConditionalOnBooleanProperty(name = "comparto.editing.enabled", matchIfMissing = true)
class ApiWriting {

  private static final String PROBLEM = "#/components/responses/Problem";

  private final ApiWords words = ApiWords.read();

  /** Operations by method, of a collection's items or one of them. @param path below /ogc, with the collection's id in it */
  Map<String, Object> of(String path, Layer layer, String language) {
    Map<String, Object> operations = new LinkedHashMap<>();
    String items = "/collections/" + layer.id() + "/items";
    if (layer.isComputed()) {
      return operations;
    }
    if (path.equals(items) && Edits.takesNewFeatures(layer)) {
      operations.put("post", operation("post", path, layer, language, Link.GEOJSON, "201"));
    } else if (path.equals(items + "/{featureId}")) {
      operations.put("put", operation("put", path, layer, language, Link.GEOJSON, "204"));
      operations.put("patch", operation("patch", path, layer, language, "application/merge-patch+json", "204"));
      operations.put("delete", operation("delete", path, layer, language, null, "204"));
    }
    return operations;
  }

  private Map<String, Object> operation(String method, String path, Layer layer, String language, @Nullable String type, String status) {
    boolean one = path.endsWith("{featureId}");
    String title = words.writing().get(method).in(language);
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", method + path.replaceAll("\\W+", "_").replaceAll("_$", ""));
    operation.put("summary", title);
    operation.put("tags", List.of(layer.id()));
    operation.put("security", ApiSecurity.of(method, "/ogc" + path));
    Stream<String> headers = Stream.of(one ? Stream.of("If-Match") : Stream.<String>empty(),
        type == null ? Stream.<String>empty() : Stream.of("Content-Crs", "Prefer"), Stream.of("Comparto-Reason")).flatMap(s -> s);
    operation.put("parameters", Stream.concat(one ? Stream.of(parameter("featureId", "path", true, language)) : Stream.empty(),
        headers.map(name -> parameter(name, "header", name.equals("If-Match"), language))).toList());
    if (type != null) {
      operation.put("requestBody", Map.of("required", true, "content", Map.of(type, Map.of("schema",
          type.equals(Link.GEOJSON) ? ApiSchemas.reference(layer.id() + ".Feature") : ApiSchemas.reference("Any")))));
    }
    operation.put("responses", Map.of(status, Map.of("description", title), "202",
        Map.of("description", words.writing().get("reviewed").in(language)), "default", Map.of("$ref", PROBLEM)));
    return operation;
  }

  private Map<String, Object> parameter(String name, String in, boolean required, String language) {
    ApiWords.Parameter word = words.parameter(name);
    return Map.of("name", name, "in", in, "description", word.title().in(language), "required", required, "schema", word.schema());
  }
}
