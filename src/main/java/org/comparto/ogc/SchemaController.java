package org.comparto.ogc;

import java.util.Locale;
import java.util.function.Function;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The schemas of a layer, titled in the caller's language. */
@RestController
class SchemaController {

  private final Layers layers;

  SchemaController(Layers layers) {
    this.layers = layers;
  }

  @GetMapping("/ogc/collections/{collectionId}/schema")
  ResponseEntity<SchemaDocument> schema(@PathVariable String collectionId, @RequestParam @Nullable String f, Locale locale) {
    return answer(collectionId, f, locale, LayerSchemas::features);
  }

  @GetMapping("/ogc/collections/{collectionId}/queryables")
  ResponseEntity<SchemaDocument> queryables(@PathVariable String collectionId, @RequestParam @Nullable String f, Locale locale) {
    return answer(collectionId, f, locale, LayerSchemas::queryables);
  }

  @GetMapping("/ogc/collections/{collectionId}/sortables")
  ResponseEntity<SchemaDocument> sortables(@PathVariable String collectionId, @RequestParam @Nullable String f, Locale locale) {
    return answer(collectionId, f, locale, LayerSchemas::sortables);
  }

  private ResponseEntity<SchemaDocument> answer(String collectionId, @Nullable String f, Locale locale,
      Function<LayerSchemas, SchemaDocument> page) {
    if (f != null && !f.equals("json")) {
      throw new InvalidInputException("f", "f is \"" + f + "\"; there is json");
    }
    LayerSchemas schemas = new LayerSchemas(layers.getLayer(collectionId, "collectionId"), locale.getLanguage());
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(SchemaDocument.MEDIA_TYPE)).header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(page.apply(schemas));
  }
}
