package org.comparto.ogc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.comparto.crs.Crs;
import org.comparto.layer.Layer;
import org.comparto.layer.LayerFigures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes layers as collections, with links to everything that can be had of them. */
@Component
class CollectionDocuments {

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
    addIfOffered(links, path, "/queryables", Link.OGC + "queryables", Link.SCHEMA, page.say("Attributi per filtrare", "Attributes to filter by"));
    addIfOffered(links, path, "/sortables", Link.OGC + "sortables", Link.SCHEMA, page.say("Attributi per ordinare", "Attributes to sort by"));
    addIfOffered(links, path, "/schema", "describedby", Link.SCHEMA, page.say("Schema degli attributi", "Schema of the attributes"));
    addIfOffered(links, path, "/tiles", Link.OGC + "tilesets-vector", Link.JSON, page.say("Tile vettoriali", "Vector tiles"));
    if (layer.licence() != null) {
      links.add(new Link(layer.licence().href(), "license", Link.HTML, layer.licence().name()));
    }
    return links;
  }

  private void addIfOffered(List<Link> links, String path, String part, String rel, String type, String title) {
    if (operations.offers("/collections/{collectionId}" + part)) {
      links.add(new Link(Link.to(path + part), rel, type, title));
    }
  }
}
