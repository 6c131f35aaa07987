package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureVersion;
import org.comparto.feature.Features;
import org.comparto.feature.Successors;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.Revisions;
import org.comparto.problem.NotFoundException;
import org.comparto.usage.Usage;
import org.comparto.usage.UsageKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The features of a layer, page by page, and one by one. */
@RestController
class ItemsController {

  static final String CONTENT_CRS = "Content-Crs";
  static final String VARY = HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING + ", " + HttpHeaders.ACCEPT_LANGUAGE;

  private final Layers layers;
  private final Features features;
  private final Revisions revisions;
  private final ItemsQuestion question;
  private final ItemsFormats formats;
  private final Usage usage;
  private final List<Successors> successors;

  ItemsController(Layers layers, Features features, Revisions revisions, ItemsQuestion question, ItemsFormats formats, Usage usage,
      List<Successors> successors) {
    this.layers = layers;
    this.features = features;
    this.revisions = revisions;
    this.question = question;
    this.formats = formats;
    this.usage = usage;
    this.successors = successors;
  }

  /** @param parameters those of {@link ItemsQuestion}, which says what is none */
  @GetMapping("/ogc/collections/{collectionId}/items")
  void items(@PathVariable String collectionId, @RequestParam Map<String, String> parameters, HttpServletRequest request,
      HttpServletResponse response, WebRequest webRequest) throws IOException {
    Layer layer = layers.getLayer(collectionId, "collectionId");
    ItemsFormat format = formats.choose(parameters.get("f"), request.getHeader(HttpHeaders.ACCEPT));
    FeatureQuery query = question.page(layer, parameters);
    ItemsPage page = new ItemsPage(query, revisions.current(layer.id()), parameters, format);
    setHeaders(page, response);
    if (!format.isOfFeaturesAlone() || !webRequest.checkNotModified(tag(page, request))) {
      format.writePage(page, request, response);
    }
  }

  @GetMapping("/ogc/collections/{collectionId}/items/{featureId}")
  void item(@PathVariable String collectionId, @PathVariable long featureId, @RequestParam Map<String, String> parameters,
      HttpServletRequest request, HttpServletResponse response, WebRequest webRequest) throws IOException {
    Layer layer = layers.getLayer(collectionId, "collectionId");
    ItemsFormat format = formats.choose(parameters.get("f"), request.getHeader(HttpHeaders.ACCEPT));
    ItemsPage page = new ItemsPage(question.one(layer, parameters), revisions.current(layer.id()), parameters, format);
    Optional<FeatureVersion> there = features.version(layer, featureId, page.revision());
    if (there.isEmpty() && livesOn(layer, featureId, page.revision(), request, response)) {
      return;
    }
    FeatureVersion feature = there.orElseThrow(() -> gone(layer, featureId));
    setHeaders(page, response);
    if (!(format.isOfFeaturesAlone() && webRequest.checkNotModified("\"" + feature.tag() + variant(format, request) + "\""))
        && !format.writeFeature(page, feature, request, response)) {
      throw gone(layer, featureId);
    }
    if (layer.id().equals("plot") && request.getMethod().equals("GET")) {
      usage.count(UsageKind.PLOT_VIEW, featureId);
    }
  }

  /** Whoever asks for a feature that is now part of another public one is sent there. */
  private boolean livesOn(Layer layer, long id, long revision, HttpServletRequest request, HttpServletResponse response) {
    OptionalLong other = successors.stream().map(one -> one.of(layer.id(), id)).filter(OptionalLong::isPresent).findFirst().orElse(OptionalLong.empty());
    if (other.isEmpty() || features.version(layer, other.getAsLong(), revision).isEmpty()) {
      return false;
    }
    response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache"); // a merge can be undone
    response.setHeader(HttpHeaders.LOCATION, "/ogc/collections/" + layer.id() + "/items/" + other.getAsLong()
        + (request.getQueryString() == null ? "" : "?" + request.getQueryString()));
    return true;
  }

  static void setHeaders(ItemsPage page, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader(HttpHeaders.VARY, VARY);
    response.setHeader(CONTENT_CRS, "<" + page.query().crs().uri() + ">");
  }

  /** The same question at the same revision has the same answer, byte for byte but for its compression and the time: a weak tag. */
  private String tag(ItemsPage page, HttpServletRequest request) {
    int question = (request.getRequestURL() + "?" + request.getQueryString()).hashCode();
    return "W/\"" + page.layer().id() + "-" + page.revision() + "-" + features.form(page.layer()) + "-" + Integer.toHexString(question)
        + variant(page.format(), request) + "\"";
  }

  /** Forms other than GeoJSON may speak a language. */
  private static String variant(ItemsFormat format, HttpServletRequest request) {
    return format.name().equals(ItemsFormats.DEFAULT) ? "" : "-" + format.name() + "-" + request.getLocale().getLanguage();
  }

  private static NotFoundException gone(Layer layer, long id) {
    return new NotFoundException("featureId", "There is no feature " + id + " in the layer " + layer.id());
  }
}
