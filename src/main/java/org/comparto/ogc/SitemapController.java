package org.comparto.ogc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.LayerFigures;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.problem.NotFoundException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What search engines may read, and the list of all pages: an index, and files of at most so many items each. */
@RestController
class SitemapController {

  /** One item's page. */
  private record Entry(long id, OffsetDateTime changed) {}

  /** A fifth of what the sitemap protocol allows in one file. */
  private static final int ITEMS_IN_FILE = 10_000;
  private static final Sql ITEMS = Sql.load("ogc/sitemap.sql");

  private final Layers layers;
  private final LayerFigures figures;
  private final JdbcClient db;
  private final List<ProfilePages> profiles;
  private final List<FurtherPages> further;

  SitemapController(Layers layers, LayerFigures figures, JdbcClient db, List<ProfilePages> profiles, List<FurtherPages> further) {
    this.layers = layers;
    this.figures = figures;
    this.db = db;
    this.profiles = profiles;
    this.further = further;
  }

  /** Pages are open to all; there is no end of filtered and sorted lists, and answers to programs are of no use in a search. */
  @GetMapping(value = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> robots() {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body("""
        User-agent: *
        Disallow: /api/
        Disallow: /tiles/
        Disallow: /*f=json
        Disallow: /*sortby=
        Disallow: /*filter=
        Sitemap: %s
        """.formatted(Link.to("/sitemap.xml")));
  }

  @GetMapping("/sitemap.xml")
  void index(HttpServletResponse response) throws IOException, XMLStreamException {
    try (SitemapWriter sitemap = SitemapWriter.index(response)) {
      sitemap.file(Link.to("/sitemaps/collections.xml"));
      for (Layer layer : lasting()) {
        for (long file = 1; (file - 1) * ITEMS_IN_FILE < figures.of(layer).count(); file++) {
          sitemap.file(Link.to("/sitemaps/" + layer.id() + "/" + file + ".xml"));
        }
      }
    }
  }

  /** Layers whose features keep their address; what is computed is made anew with new ones. */
  private List<Layer> lasting() {
    return layers.all().stream().filter(layer -> !layer.isComputed()).toList();
  }

  @GetMapping("/sitemaps/collections.xml")
  void collections(HttpServletResponse response) throws IOException, XMLStreamException {
    try (SitemapWriter sitemap = SitemapWriter.pages(response)) {
      for (String path : List.of("/ogc", "/ogc/api", "/ogc/conformance", "/ogc/collections")) {
        sitemap.page(path, null);
      }
      for (ProfilePages profile : profiles) {
        sitemap.page(profile.index(), null);
      }
      for (FurtherPages pages : further) {
        for (FurtherPages.Page page : pages.all()) {
          sitemap.page(page.path(), page.changed());
        }
      }
      for (Layer layer : layers.all()) {
        sitemap.page("/ogc/collections/" + layer.id(), null);
        sitemap.page("/ogc/collections/" + layer.id() + "/items", null);
      }
    }
  }

  @GetMapping("/sitemaps/{collectionId}/{file}.xml")
  void items(@PathVariable String collectionId, @PathVariable int file, HttpServletResponse response) throws IOException, XMLStreamException {
    Layer layer = layers.getLayer(collectionId, "collectionId");
    PublicReading reading = new PublicReading(layer);
    List<Entry> entries = file < 1 ? List.of() : db.sql(ITEMS.with(Map.of("relation", reading.relation(), "public", reading.condition())))
        .param("limit", ITEMS_IN_FILE).param("offset", (file - 1L) * ITEMS_IN_FILE)
        .query((row, n) -> new Entry(row.getLong("id"), row.getObject("updated_at", OffsetDateTime.class))).list();
    if (entries.isEmpty()) {
      throw new NotFoundException("file", "There is no sitemap " + file + " of " + layer.id() + "; /sitemap.xml lists those there are");
    }
    try (SitemapWriter sitemap = SitemapWriter.pages(response)) {
      for (Entry entry : entries) {
        sitemap.page("/ogc/collections/" + layer.id() + "/items/" + entry.id(), entry.changed());
        for (ProfilePages profile : profiles) {
          if (profile.layer().equals(layer.id())) {
            sitemap.page(profile.path(entry.id()), entry.changed());
          }
        }
      }
    }
  }
}
