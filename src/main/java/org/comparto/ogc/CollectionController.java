package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The layers as collections of features, titled in the caller's language. */
@RestController
class CollectionController {

  /** All collections. */
  record Collections(List<Link> links, List<CollectionDocument> collections) {}

  private final Layers layers;
  private final CollectionDocuments documents;
  private final CollectionPages pages;

  CollectionController(Layers layers, CollectionDocuments documents, CollectionPages pages) {
    this.layers = layers;
    this.documents = documents;
    this.pages = pages;
  }

  @GetMapping("/ogc/collections")
  @Nullable ResponseEntity<Collections> collections(@RequestParam @Nullable String f, @RequestParam @Nullable String lang,
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    PageRequest page = PageRequest.of(request, response, f, lang);
    if (page.html()) {
      pages.writeAll(page, request, response);
      return null;
    }
    String title = Words.in(page.language()).of("pages.collections");
    return PageRequest.json(new Collections(
        List.of(new Link(Link.to("/ogc/collections"), "self", Link.JSON, title), Link.html("/ogc/collections", "alternate", title)),
        layers.all().stream().map(layer -> documents.describe(layer, page)).toList()));
  }

  @GetMapping("/ogc/collections/{collectionId}")
  @Nullable ResponseEntity<CollectionDocument> collection(@PathVariable String collectionId, @RequestParam @Nullable String f,
      @RequestParam @Nullable String lang, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Layer layer = layers.getLayer(collectionId, "collectionId");
    PageRequest page = PageRequest.of(request, response, f, lang);
    if (page.html()) {
      pages.write(layer, page, request, response);
      return null;
    }
    return PageRequest.json(documents.describe(layer, page));
  }
}
