package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.comparto.database.ReadingPlaces;
import org.comparto.encoding.Encoding;
import org.comparto.encoding.Encodings;
import org.comparto.feature.FeatureQuery;
import org.comparto.layer.Layer;
import org.comparto.layer.LayerFigures;
import org.comparto.layer.Layers;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whole layers, or all that meets a filter, as one file. */
@RestController
class DownloadController {

  private final Layers layers;
  private final LayerFigures figures;
  private final ItemsQuestion question;
  private final Encodings encodings;
  private final ReadingPlaces places;

  DownloadController(Layers layers, LayerFigures figures, ItemsQuestion question, Encodings encodings, ReadingPlaces places) {
    this.layers = layers;
    this.figures = figures;
    this.question = question;
    this.encodings = encodings;
    this.places = places;
  }

  /** @param parameters those of {@link ItemsQuestion} that choose and shape; there are no pages here */
  @GetMapping("/ogc/collections/{collectionId}/download")
  void download(@PathVariable String collectionId, @RequestParam Map<String, String> parameters, HttpServletRequest request,
      HttpServletResponse response) throws IOException {
    Layer layer = layers.getLayer(collectionId, "collectionId");
    Encoding encoding = Negotiation.choose(encodings.all(), Encoding::id, form -> List.of(form.mediaType()),
        parameters.get("f"), request.getHeader(HttpHeaders.ACCEPT));
    FeatureQuery query = question.whole(layer, parameters);
    encoding.check(query);
    try (ReadingPlaces.Place place = places.takeForAll()) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
      response.setHeader(HttpHeaders.VARY, ItemsController.VARY);
      response.setHeader(ItemsController.CONTENT_CRS, "<" + query.crs().uri() + ">");
      Download.of(encoding, query, parameters, figures.of(layer).demonstration(), request).send(request, response);
    }
  }
}
