package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.layer.Layers;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way in of OGC API clients, and what they may rely on. */
@RestController
class LandingController {

  /** The landing page. */
  record Landing(String title, String description, List<Link> links) {}

  /** The conformance declaration. */
  record Conformance(List<String> conformsTo) {}

  private final List<ConformanceClasses> conformance;
  private final Operations operations;
  private final Layers layers;
  private final HtmlPages pages;

  LandingController(List<ConformanceClasses> conformance, Operations operations, Layers layers, HtmlPages pages) {
    this.conformance = conformance;
    this.operations = operations;
    this.layers = layers;
    this.pages = pages;
  }

  @GetMapping("/ogc")
  @Nullable ResponseEntity<Landing> landing(@RequestParam @Nullable String f, @RequestParam @Nullable String lang,
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    PageRequest page = PageRequest.of(request, response, f, lang);
    Words t = Words.in(page.language());
    if (page.html()) {
      Frame frame = new Frame(page.language(), page.languageChosen(), t.of("pages.root"), t.of("pages.root.text"), "/ogc", true,
          Link.to("/ogc") + "?f=json", List.of(), null);
      pages.write("ogc/landing", frame, Map.of("collections", layers.all().size(), "root", Link.to("/ogc")), request, response);
      return null;
    }
    return PageRequest.json(new Landing("Comparto", t.of("pages.root.text"), links(t)));
  }

  @GetMapping("/ogc/conformance")
  @Nullable ResponseEntity<Conformance> conformance(@RequestParam @Nullable String f, @RequestParam @Nullable String lang,
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    PageRequest page = PageRequest.of(request, response, f, lang);
    List<String> classes = conformance.stream().flatMap(c -> c.uris().stream()).distinct().sorted().toList();
    if (page.html()) {
      Words t = Words.in(page.language());
      Frame frame = new Frame(page.language(), page.languageChosen(), t.of("pages.conformance"), t.of("pages.conformance.text"),
          "/ogc/conformance", true, Link.to("/ogc/conformance") + "?f=json", List.of(new Frame.Crumb(t.of("pages.root"), "/ogc")), null);
      pages.write("ogc/conformance", frame, Map.of("classes", classes), request, response);
      return null;
    }
    return PageRequest.json(new Conformance(classes));
  }

  private List<Link> links(Words t) {
    List<Link> links = new ArrayList<>(List.of(new Link(Link.to("/ogc"), "self", Link.JSON, t.of("pages.root")),
        Link.html("/ogc", "alternate", t.of("pages.root")),
        new Link(Link.to("/ogc/api"), "service-desc", Link.OPENAPI, t.of("pages.api")),
        Link.html("/ogc/api", "service-doc", t.of("pages.api")),
        new Link(Link.to("/ogc/conformance"), "conformance", Link.JSON, t.of("pages.conformance")),
        new Link(Link.to("/ogc/conformance"), Link.OGC + "conformance", Link.JSON, t.of("pages.conformance")),
        new Link(Link.to("/ogc/collections"), "data", Link.JSON, t.of("pages.collections")),
        Link.html("/ogc/collections", "data", t.of("pages.collections"))));
    addIfOffered(links, "/ogc/tiles", Link.OGC + "tilesets-vector", t.of("pages.tiles"));
    addIfOffered(links, "/ogc/tileMatrixSets", Link.OGC + "tiling-schemes", t.of("pages.tilingSchemes"));
    addIfOffered(links, "/tiles/style.json", "stylesheet", t.of("pages.style"));
    return links;
  }

  private void addIfOffered(List<Link> links, String path, String rel, String title) {
    if (operations.offers(path)) {
      links.add(new Link(Link.to(path), rel, rel.equals("stylesheet") ? Link.STYLE : Link.JSON, title));
    }
  }
}
