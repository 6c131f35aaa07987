package org.comparto.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.comparto.layer.Layer;
import org.comparto.layer.LayerFigures;
import org.comparto.layer.Layers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The way in of OGC API clients: landing page and collections, titled in the caller's language. */
@RestController
class CollectionController {

  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

  /** The landing page. */
  record Landing(String title, String description, List<Link> links) {}

  /** All collections. */
  record Collections(List<Link> links, List<Collection> collections) {}

  /** One layer as a collection of features. */
  record Collection(String id, String title, String description, @Nullable Extent extent, String itemType, List<String> crs,
      long numberOfFeatures, String attribution, List<Link> links) {}

  /** Where the features lie. */
  record Extent(Spatial spatial) {}

  /** West, south, east, north in degrees. */
  record Spatial(List<List<Double>> bbox, String crs) {}

  private final Layers layers;
  private final LayerFigures figures;

  CollectionController(Layers layers, LayerFigures figures) {
    this.layers = layers;
    this.figures = figures;
  }

  @GetMapping("/ogc")
  ResponseEntity<Landing> landing(Locale locale) {
    boolean italian = locale.getLanguage().equals("it");
    return uncached(new Landing("Comparto",
        italian ? "Aree produttive, lotti, energia e strozzature infrastrutturali" : "Industrial areas, plots, energy and infrastructure bottlenecks",
        List.of(new Link(Link.to("/ogc"), "self", Link.JSON, null),
            new Link(Link.to("/ogc/collections"), "data", Link.JSON, italian ? "Le collezioni" : "The collections"),
            new Link(Link.to("/ogc/tiles"), TileSets.VECTOR_TILESETS, Link.JSON, italian ? "Le tessere vettoriali" : "The vector tiles"),
            new Link(Link.to("/ogc/tileMatrixSets"), "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes", Link.JSON, null))));
  }

  @GetMapping("/ogc/collections")
  ResponseEntity<Collections> collections(Locale locale) {
    return uncached(new Collections(List.of(new Link(Link.to("/ogc/collections"), "self", Link.JSON, null)),
        layers.all().stream().map(layer -> describe(layer, locale)).toList()));
  }

  @GetMapping("/ogc/collections/{collectionId}")
  ResponseEntity<Collection> collection(@PathVariable String collectionId, Locale locale) {
    return uncached(describe(layers.getLayer(collectionId, "collectionId"), locale));
  }

  private Collection describe(Layer layer, Locale locale) {
    String language = locale.getLanguage();
    LayerFigures.Figures f = figures.of(layer);
    String path = "/ogc/collections/" + layer.id();
    return new Collection(layer.id(), layer.title().in(language), layer.description().in(language),
        f.bounds() == null ? null : new Extent(new Spatial(List.of(f.bounds()), CRS84)), "feature", List.of(CRS84), f.count(),
        layer.source().in(language),
        links(layer, path, language));
  }

  private static List<Link> links(Layer layer, String path, String language) {
    List<Link> links = new ArrayList<>(List.of(new Link(Link.to(path), "self", Link.JSON, null),
        new Link(Link.to(path + "/items"), "items", Link.GEOJSON, layer.title().in(language)),
        new Link(Link.to(path + "/tiles"), TileSets.VECTOR_TILESETS, Link.JSON, layer.title().in(language))));
    if (layer.licence() != null) {
      links.add(new Link(layer.licence().href(), "license", "text/html", layer.licence().name()));
    }
    return links;
  }

  private static <T> ResponseEntity<T> uncached(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(body);
  }
}
