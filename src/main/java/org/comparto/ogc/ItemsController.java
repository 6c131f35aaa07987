package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigInteger;
import org.comparto.feature.BoundingBox;
import org.comparto.feature.Conditions;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.Features;
import org.comparto.filter.Condition;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.Revisions;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The features of a layer, page by page, and one by one. */
@RestController
class ItemsController {

  private static final BigInteger MOST_FEATURES = BigInteger.valueOf(10_000);

  private final Layers layers;
  private final Features features;
  private final Revisions revisions;

  ItemsController(Layers layers, Features features, Revisions revisions) {
    this.layers = layers;
    this.features = features;
    this.revisions = revisions;
  }

  @GetMapping("/ogc/collections/{collectionId}/items")
  void items(@PathVariable String collectionId, @RequestParam @Nullable String bbox, @RequestParam(defaultValue = "100") String limit,
      @RequestParam(defaultValue = "0") long after, @RequestParam @Nullable String properties,
      HttpServletRequest request, HttpServletResponse response, WebRequest webRequest) throws IOException {
    Layer layer = layers.getLayer(collectionId, "collectionId");
    FeatureQuery query = FeatureQuery.all(layer).showing(Features.choose(layer, properties, "properties"))
        .meeting(bbox == null ? Condition.NONE : Conditions.inBox(BoundingBox.parse(bbox))).page(pageSize(limit), 0, firstAfter(after));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (webRequest.checkNotModified(tag(layer, request))) {
      return;
    }
    response.setContentType(Link.GEOJSON);
    FeatureCollectionWriter writer = new FeatureCollectionWriter(response, query.limit());
    features.read(query, writer);
    writer.finish();
  }

  @GetMapping("/ogc/collections/{collectionId}/items/{featureId}")
  @Nullable ResponseEntity<String> item(@PathVariable String collectionId, @PathVariable long featureId, HttpServletRequest request,
      WebRequest webRequest) {
    Layer layer = layers.getLayer(collectionId, "collectionId");
    if (webRequest.checkNotModified(tag(layer, request))) {
      return null;
    }
    String feature = features.find(layer, featureId).orElseThrow(() ->
        new NotFoundException("featureId", "There is no feature " + featureId + " in the layer " + layer.id()));
    String links = ",\"links\":[{\"rel\":\"self\",\"type\":\"" + Link.GEOJSON + "\",\"href\":\""
        + Link.to("/ogc/collections/" + layer.id() + "/items/" + featureId)
        + "\"},{\"rel\":\"collection\",\"type\":\"" + Link.JSON + "\",\"href\":\"" + Link.to("/ogc/collections/" + layer.id()) + "\"}]}";
    return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-cache").header(HttpHeaders.CONTENT_TYPE, Link.GEOJSON)
        .body(feature.substring(0, feature.length() - 1) + links);
  }

  /** The same question at the same revision has the same answer, byte for byte but for its compression: a weak tag. */
  private String tag(Layer layer, HttpServletRequest request) {
    int question = (request.getRequestURL() + "?" + request.getQueryString()).hashCode();
    return "W/\"" + layer.id() + "-" + revisions.current(layer.id()) + "-" + Integer.toHexString(question) + "\"";
  }

  /** Above the most it is clamped, however large: a caller who wants all gets as much as there is in one page. */
  private static int pageSize(String limit) {
    if (!limit.matches("\\d{1,100}") || limit.matches("0+")) {
      throw new InvalidInputException("limit", "limit is \"" + limit + "\"; it must be an integer of at least 1");
    }
    return new BigInteger(limit).min(MOST_FEATURES).intValue();
  }

  private static long firstAfter(long after) {
    if (after < 0) {
      throw new InvalidInputException("after", "after is " + after + "; it is the id of a feature, or 0");
    }
    return after;
  }
}
