package org.comparto.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comparto.filter.Filters;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every operation with its words, once for each collection it can be asked of: what the API document and its page are made of. */
@Component
class ApiOperations {

  /**
   * One operation.
   *
   * @param path below /ogc; of a collection's operation with its id in it
   * @param layer null for what belongs to no collection
   * @param words its title and answers
   */
  record Described(String path, @Nullable Layer layer, ApiWords.Operation words, List<Parameter> parameters) {}

  /** A parameter as OpenAPI sees it: {@code in} is path or query. */
  record Parameter(String name, String in, boolean required, String title, Map<String, Object> schema) {}

  /** What operations take that look at the names of their parameters themselves. */
  private static final Map<String, List<String>> OWN = Map.of(
      "/collections/{collectionId}/items", Stream.of(ItemsQuestion.SELECTING, ItemsQuestion.PAGING, ItemsQuestion.SHAPING).flatMap(List::stream).toList(),
      "/collections/{collectionId}/download", Stream.of(ItemsQuestion.SELECTING, ItemsQuestion.SHAPING).flatMap(List::stream).toList(),
      "/collections/{collectionId}/items/{featureId}", ItemsQuestion.OF_ONE);

  private static final String COLLECTION = "{collectionId}";
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private final ApiWords words = ApiWords.read();
  private final Operations operations;
  private final Layers layers;

  ApiOperations(Operations operations, Layers layers) {
    this.operations = operations;
    this.layers = layers;
  }

  Map<String, Object> schemas() {
    return words.schemas();
  }

  /** All of them, for every collection there is. */
  List<Described> all(String language) {
    List<Described> all = new ArrayList<>();
    operations.belowRoot().forEach((path, parameters) -> {
      if (path.contains(COLLECTION)) {
        layers.all().forEach(layer -> all.add(describe(path, layer, parameters, language)));
      } else {
        all.add(describe(path, null, parameters, language));
      }
    });
    return all;
  }

  /** The same without repeating a collection's operations for each of them. */
  List<Described> patterns(String language) {
    return operations.belowRoot().entrySet().stream().map(e -> describe(e.getKey(), null, e.getValue(), language)).toList();
  }

  private Described describe(String path, @Nullable Layer layer, List<Operations.Parameter> declared, String language) {
    ApiWords.Operation operation = words.operation(path);
    String ofLayer = layer == null ? path : path.replace(COLLECTION, layer.id());
    List<Parameter> parameters = new ArrayList<>();
    Matcher variables = VARIABLE.matcher(ofLayer);
    while (variables.find()) {
      parameters.add(parameter(variables.group(1), "path", true, language));
    }
    declared.forEach(p -> parameters.add(parameter(p.name(), "query", p.required(), language)));
    List<String> own = OWN.getOrDefault(path, List.of());
    own.forEach(name -> parameters.add(parameter(name, "query", false, language)));
    if (layer != null && operation.queryables()) {
      layer.publicAttributes().stream().filter(a -> Filters.isQueryable(layer, a.name()) && !own.contains(a.name()))
          .forEach(a -> parameters.add(queryable(layer, a, language)));
    }
    return new Described(ofLayer, layer, operation, parameters);
  }

  private Parameter parameter(String name, String in, boolean required, String language) {
    ApiWords.Parameter word = words.parameter(name);
    return new Parameter(name, in, required, word.title().in(language), word.schema());
  }

  private static Parameter queryable(Layer layer, Attribute a, String language) {
    Map<String, Object> schema = new LinkedHashMap<>(ApiSchemas.of(layer, a.type() == AttributeType.TEXT_LIST ? AttributeType.TEXT : a.type(), a));
    schema.remove("nullable");
    return new Parameter(a.name(), "query", false, a.title().in(language) + (a.unit() == null ? "" : " (" + a.unit() + ")"), schema);
  }
}
