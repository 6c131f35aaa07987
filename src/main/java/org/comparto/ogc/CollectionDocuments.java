package org.comparto.ogc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.comparto.crs.Crs;
import org.comparto.layer.Layer;
import org.comparto.layer.LayerFigures;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes layers as collections, with links to everything that can be had of them. */
@Component
class CollectionDocuments {

  private static final String ROOT = "/ogc/collections/{collectionId}";
  private static final String GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";

  private final LayerFigures figures;
  private final ItemsFormats formats;
  private final Operations operations;

  CollectionDocuments(LayerFigures figures, ItemsFormats formats, Operations operations) {
    this.figures = figures;
    this.formats = formats;
    this.operations = operations;
  }

  CollectionDocument describe(Layer layer, PageRequest page) {
    LayerFigures.Figures f = figures.of(layer);
    return new CollectionDocument(layer.id(), layer.title().in(page.language()), layer.description().in(page.language()), extent(f), "feature",
        Crs.all().stream().map(Crs::uri).toList(), Crs.CRS84.uri(), f.count(), layer.source().in(page.language()), links(layer, page));
  }

  private static CollectionDocument.@Nullable Extent extent(LayerFigures.Figures f) {
    return f.bounds() == null ? null
        : new CollectionDocument.Extent(new CollectionDocument.Spatial(List.of(f.bounds()), Crs.CRS84.uri()), temporal(f));
  }

  private static CollectionDocument.@Nullable Temporal temporal(LayerFigures.Figures f) {
    return f.validFrom() == null && f.validTo() == null ? null
        : new CollectionDocument.Temporal(List.of(Arrays.asList(midnight(f.validFrom()), midnight(f.validTo()))), GREGORIAN);
  }

  private static @Nullable String midnight(@Nullable LocalDate day) {
    return day == null ? null : day + "T00:00:00Z";
  }

  private List<Link> links(Layer layer, PageRequest page) {
    String path = "/ogc/collections/" + layer.id();
    String title = layer.title().in(page.language());
    List<Link> links = new ArrayList<>(List.of(new Link(Link.to(path), "self", Link.JSON, title), Link.html(path, "alternate", title)));
    for (ItemsFormat format : formats.all()) {
      String query = format.name().equals(ItemsFormats.DEFAULT) ? "" : "?f=" + format.name();
      links.add(new Link(Link.to(path + "/items") + query, "items", format.mediaTypes().get(0), title));
    }
    Words t = Words.in(page.language());
    addIfOffered(links, layer, ROOT + "/queryables", Link.OGC + "queryables", Link.SCHEMA, t.of("pages.queryables"));
    addIfOffered(links, layer, ROOT + "/sortables", Link.OGC + "sortables", Link.SCHEMA, t.of("pages.sortables"));
    addIfOffered(links, layer, ROOT + "/schema", "describedby", Link.SCHEMA, t.of("pages.schema"));
    if (operations.offers(ROOT + "/download")) {
      formats.all().stream().filter(format -> !format.mediaTypes().contains(Link.HTML)).forEach(format -> links.add(new Link(
          Link.to(path + "/download") + "?f=" + format.name(), "enclosure", format.mediaTypes().get(0), t.of("pages.download", Map.of("form", format.name())))));
    }
    addIfOffered(links, layer, ROOT + "/tiles", Link.OGC + "tilesets-vector", Link.JSON, t.of("pages.tiles"));
    addIfOffered(links, layer, "/tiles/{layer}/style.json", "stylesheet", Link.STYLE, t.of("pages.style"));
    if (layer.licence() != null) {
      links.add(new Link(layer.licence().href(), "license", Link.HTML, layer.licence().name()));
    }
    return links;
  }

  private void addIfOffered(List<Link> links, Layer layer, String pattern, String rel, String type, String title) {
    if (operations.offers(pattern)) {
      links.add(new Link(Link.to(pattern.replaceAll("\\{\\w+}", layer.id())), rel, type, title));
    }
  }
}
