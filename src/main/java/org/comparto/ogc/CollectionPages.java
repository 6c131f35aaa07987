package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comparto.crs.Crs;
import org.comparto.encoding.Encodings;
import org.comparto.encoding.OfferedFile;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.LayerFigures;
import org.comparto.layer.Layers;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The collections as people read them: what there is, what each attribute means, where to get it. */
@Component
class CollectionPages {

  /** A heading and the layers below it. */
  record Group(String title, List<Summary> collections) {}

  /** One layer in the list of all. */
  record Summary(String id, String title, String description, long count) {}

  /** One attribute, explained. */
  record Field(String name, String title, @Nullable String help, String type, @Nullable String unit, List<String> codes) {}

  /** What machines ask for rather than people. */
  private static final Set<String> OTHER_RELATIONS = Set.of("self", "alternate", "items", "license", "enclosure");

  /** All of a layer as a file. */
  record File(String title, String href, String type) {}

  private final Layers layers;
  private final LayerFigures figures;
  private final CollectionDocuments documents;
  private final MapLinks map;
  private final HtmlPages pages;
  private final Encodings encodings;
  private final List<OfferedFile> further;

  CollectionPages(Layers layers, LayerFigures figures, CollectionDocuments documents, MapLinks map, HtmlPages pages, Encodings encodings,
      List<OfferedFile> further) {
    this.layers = layers;
    this.figures = figures;
    this.documents = documents;
    this.map = map;
    this.pages = pages;
    this.encodings = encodings;
    this.further = further;
  }

  void writeAll(PageRequest page, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Words t = Words.in(page.language());
    List<Group> groups = layers.groups().stream().map(group -> new Group(group.title().in(page.language()),
        layers.all().stream().filter(layer -> layer.group().equals(group.id())).map(layer -> summary(layer, page)).toList()))
        .filter(group -> !group.collections().isEmpty()).toList();
    Frame frame = new Frame(page.language(), page.languageChosen(), t.of("pages.collections"),
        t.of("pages.collections.text", Map.of("count", layers.all().size())), "/ogc/collections", true, Link.to("/ogc/collections") + "?f=json",
        List.of(new Frame.Crumb(t.of("pages.root"), "/ogc")), JsonLd.catalogue(layers.all(), page.language()));
    pages.write("ogc/collections", frame, Map.of("groups", groups), request, response);
  }

  void write(Layer layer, PageRequest page, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Words t = Words.in(page.language());
    String path = "/ogc/collections/" + layer.id();
    CollectionDocument document = documents.describe(layer, page);
    Frame frame = new Frame(page.language(), page.languageChosen(), document.title(), document.description(), path, true,
        Link.to(path) + "?f=json", List.of(new Frame.Crumb(t.of("pages.root"), "/ogc"), new Frame.Crumb(t.of("pages.collections"), "/ogc/collections")),
        JsonLd.dataset(layer, document));
    Map<String, Object> content = new HashMap<>(Map.of("collection", document, "items", path + "/items",
        "files", files(layer, path, page.language()),
        "links", document.links().stream().filter(l -> !OTHER_RELATIONS.contains(l.rel())).toList(),
        "fields", layer.publicAttributes().stream().map(a -> field(layer, a, t)).toList(),
        "crs", Crs.all().stream().map(Crs::uri).toList(), "synthetic", figures.of(layer).demonstration()));
    content.put("licence", layer.licence());
    content.put("map", map.to(layer, figures.of(layer).bounds(), page.language()));
    pages.write("ogc/collection", frame, content, request, response);
  }

  private List<File> files(Layer layer, String path, String language) {
    return Stream.concat(encodings.all().stream().map(e -> new File(e.title().in(language), path + "/download?f=" + e.id(), e.mediaType())),
        further.stream().filter(one -> one.layer().equals(layer.id())).map(one -> new File(one.title().in(language), one.path(), one.mediaType()))).toList();
  }

  private Summary summary(Layer layer, PageRequest page) {
    return new Summary(layer.id(), layer.title().in(page.language()), layer.description().in(page.language()), figures.of(layer).count());
  }

  private static Field field(Layer layer, Attribute a, Words t) {
    return new Field(a.name(), a.title().in(t.language()), a.help() == null ? null : a.help().in(t.language()),
        t.of("pages.type." + a.type().name().toLowerCase(Locale.ROOT)), a.unit(), a.codes() == null ? List.of()
            : layer.codes().get(a.codes()).stream().map(code -> code.value() + " – " + code.title().in(t.language())).toList());
  }
}
