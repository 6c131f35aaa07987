package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.filter.Condition;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Heading;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.text.FieldText;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.stereotype.Component;

/** One feature as people read it: everything public, section by section, with what is not known said. */
@Component
class ItemPage {

  /** A heading and the fields below it. */
  record Section(String title, List<Field> fields) {}

  /**
   * One field.
   *
   * @param href where the value leads: a feature of ours or an address it holds; null for nowhere
   * @param lines of a value that has parts; empty for a plain one
   */
  record Field(String name, String title, @Nullable String help, String text, boolean known, @Nullable String href, List<String> lines) {}

  /** What was read of the feature; values in the order of the layer's public attributes. */
  private record Feature(List<Double> bounds, Map<String, @Nullable Object> values) {}

  private final Layers layers;
  private final FeatureRows rows;
  private final References references;
  private final MapLinks map;
  private final HtmlPages pages;
  private final List<ProfilePages> profiles;

  ItemPage(Layers layers, FeatureRows rows, References references, MapLinks map, HtmlPages pages,
      List<ProfilePages> profiles) {
    this.layers = layers;
    this.rows = rows;
    this.references = references;
    this.map = map;
    this.pages = pages;
    this.profiles = profiles;
  }

  /** @return false, with nothing written, if there is no such feature, or it is not public */
  boolean write(Layer layer, long id, PageRequest page, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Feature feature = read(layer, id).orElse(null);
    if (feature == null) {
      return false;
    }
    Words t = Words.in(page.language());
    FieldText text = new FieldText(layer, t);
    Map<String, @Nullable Object> values = feature.values();
    String code = String.valueOf(values.get("code"));
    String name = FieldText.isKnown(values.get("name")) ? values.get("name").toString() : code;
    String path = "/ogc/collections/" + layer.id() + "/items/" + id;
    String title = layer.title().in(page.language());
    String said = description(layer, values, t);
    String facts = summary(layer, values, text);
    Frame frame = new Frame(page.language(), page.languageChosen(), name + " – " + title, said == null ? name + " (" + title + ")" + facts : said,
        path, true, Link.to(path) + "?f=json", List.of(new Frame.Crumb(t.of("pages.collections"), "/ogc/collections"),
            new Frame.Crumb(title, "/ogc/collections/" + layer.id()), new Frame.Crumb(t.of("pages.items"), "/ogc/collections/" + layer.id() + "/items")),
        JsonLd.place(Link.to(path), name, code, said, feature.bounds(), Link.to("/ogc/collections/" + layer.id())));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("name", name);
    content.put("code", code);
    content.put("layerTitle", title);
    content.put("said", said);
    content.put("synthetic", Boolean.TRUE.equals(values.get("demonstration")));
    content.put("sections", sections(layer, values, text, t));
    content.put("licence", layer.licence());
    content.put("map", map.to(layer, feature.bounds(), id, page.language()));
    content.put("json", Link.to(path));
    content.put("plotPage", layer.id().equals("plot") ? Link.to("/") + "#place=plot&lang=" + page.language() + "&plot=" + id : null);
    content.put("profile", profiles.stream().filter(one -> one.layer().equals(layer.id())).map(one -> one.path(id)).findFirst().orElse(null));
    content.put("naming", references.naming(layer, id, code));
    pages.write("ogc/item", frame, content, request, response);
    return true;
  }

  private Optional<Feature> read(Layer layer, long id) {
    List<Attribute> attributes = layer.publicAttributes();
    List<Feature> found = new ArrayList<>();
    rows.read(FeatureQuery.all(layer).meeting(new Condition("id = :id", Map.of("id", id))).page(1, 0, null), row -> {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (int i = 0; i < attributes.size(); i++) {
        values.put(attributes.get(i).name(), row.value(i));
      }
      found.add(new Feature(bounds(row.geometry()), values));
    });
    return found.stream().findFirst();
  }

  private static List<Double> bounds(byte[] wkb) {
    try {
      Envelope box = new WKBReader().read(wkb).getEnvelopeInternal();
      return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Section> sections(Layer layer, Map<String, @Nullable Object> values, FieldText text, Words t) {
    List<Section> sections = new ArrayList<>();
    for (Heading heading : layers.sections()) {
      List<Field> fields = layer.publicAttributes().stream()
          .filter(a -> a.section().equals(heading.id()) && (a.language() == null || a.language().equals(t.language())))
          .map(a -> field(a, values.get(a.name()), text, t)).toList();
      if (!fields.isEmpty()) {
        sections.add(new Section(heading.title().in(t.language()), fields));
      }
    }
    return sections;
  }

  private Field field(Attribute a, @Nullable Object value, FieldText text, Words t) {
    boolean known = FieldText.isKnown(value);
    String title = a.title().in(t.language());
    String help = a.help() == null ? null : a.help().in(t.language());
    if (known && a.reference() != null) {
      Optional<References.Target> target = references.find(a, value);
      if (target.isPresent()) {
        return new Field(a.name(), title, help, target.get().title(), true, target.get().path(), List.of());
      }
    }
    if (known && a.type() == AttributeType.JSON) {
      return new Field(a.name(), title, help, "", true, null, text.lines(value.toString()));
    }
    String href = known && value.toString().matches("https?://\\S+") ? value.toString() : null;
    return new Field(a.name(), title, help, text.of(a, value), known, href, List.of());
  }

  private static @Nullable String description(Layer layer, Map<String, @Nullable Object> values, Words t) {
    return layer.publicAttributes().stream()
        .filter(a -> a.name().startsWith("description_") && t.language().equals(a.language()) && FieldText.isKnown(values.get(a.name())))
        .map(a -> values.get(a.name()).toString()).findFirst().orElse(null);
  }

  /** The few facts that a list would show, for search engines. */
  private static String summary(Layer layer, Map<String, @Nullable Object> values, FieldText text) {
    StringBuilder facts = new StringBuilder();
    layer.publicAttributes().stream().filter(a -> layer.summary().contains(a.name()) && FieldText.isKnown(values.get(a.name())))
        .forEach(a -> facts.append(" · ").append(a.title().in(text.language())).append(": ").append(text.of(a, values.get(a.name()))));
    return facts.toString();
  }
}
