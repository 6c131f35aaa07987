package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.Features;
import org.comparto.filter.Filters;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.text.FieldText;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The items of a collection as a table, page by page, with a filter that is a plain form and columns that sort by links. */
@Component
class ItemListPage {

  /**
   * A column of the table.
   *
   * @param href sorts by it; null where it has no order
   * @param sorted ascending, descending or none
   */
  record Column(String title, boolean numeric, @Nullable String href, @Nullable String hint, String sorted) {}

  /** A row of the table: the feature's own page, its name, and a text for each further column. */
  record Row(String path, String name, List<String> cells) {}

  /** A field of the filter: a choice if it has options, else free text. */
  record Choice(String name, String title, String value, List<Option> options) {}

  /** One value to choose. */
  record Option(String value, String title) {}

  /** What a page of the list is, beside the filter. */
  private static final Set<String> NO_FILTER = Set.of("f", "lang", "limit", "offset", "after", "sortby", "properties", "crs");
  private static final int MOST_ROWS = 1_000;
  private static final int COLUMNS_WITHOUT_SUMMARY = 5;

  private final Features features;
  private final References references;
  private final HtmlPages pages;

  ItemListPage(Features features, References references, HtmlPages pages) {
    this.features = features;
    this.references = references;
    this.pages = pages;
  }

  void write(ItemsPage items, PageRequest page, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Layer layer = items.layer();
    Words t = Words.in(page.language());
    List<Attribute> shown = shown(items);
    FeatureQuery asked = items.query();
    FeatureQuery query = asked.showing(layer.publicAttributes().stream().filter(a -> shown.contains(a) || isName(a)).toList())
        .page(Math.min(asked.limit(), MOST_ROWS), asked.offset(), asked.after());
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    Features.Page ended = features.write(query, read);
    JsonNode found = JsonMapper.shared().readTree(read.toByteArray()).path("features");
    FieldText text = new FieldText(layer, t);
    List<Row> rows = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    found.forEach(feature -> rows.add(row(layer, feature, shown, text, names)));

    String path = "/ogc/collections/" + layer.id() + "/items";
    String title = layer.title().in(page.language());
    boolean filtered = items.parameters().keySet().stream().anyMatch(name -> !NO_FILTER.contains(name));
    boolean plain = !filtered && !items.parameters().containsKey("sortby") && !items.parameters().containsKey("properties");
    Frame frame = new Frame(page.language(), page.languageChosen(), t.of("pages.items.of", Map.of("layer", title)),
        t.of("pages.items.text", Map.of("layer", title)) + " " + layer.description().in(page.language()), here(items, path), plain,
        new PageLinks(items).with(Map.of("f", "json")), List.of(new Frame.Crumb(t.of("pages.collections"), "/ogc/collections"),
            new Frame.Crumb(title, "/ogc/collections/" + layer.id())), null);
    Map<String, Object> content = new HashMap<>();
    content.put("columns", shown.stream().map(a -> column(a, items, t)).toList());
    content.put("rows", rows);
    content.put("total", total(items, query, rows.size(), t));
    content.put("next", next(items, query, ended));
    content.put("previous", previous(items, query));
    content.put("action", Link.to(path));
    content.put("choices", choices(layer, items, t));
    content.put("filtered", filtered);
    content.put("kept", Stream.of("lang", "sortby", "limit").filter(items.parameters()::containsKey)
        .map(name -> new Option(name, items.parameters().get(name))).toList());
    content.put("cql", items.parameters().getOrDefault("filter", ""));
    content.put("example", example(layer));
    content.put("plainPath", path);
    pages.write("ogc/items", frame, content, request, response);
  }

  /** The attributes a caller chose, else those that the layer's descriptor shows in lists; names stand in the first column anyway. */
  private static List<Attribute> shown(ItemsPage items) {
    Layer layer = items.layer();
    Predicate<Attribute> inLists = items.parameters().containsKey("properties") ? items.query().attributes()::contains
        : a -> layer.summary().contains(a.name());
    List<Attribute> shown = layer.publicAttributes().stream().filter(inLists).filter(a -> !isName(a)).toList();
    return !shown.isEmpty() || items.parameters().containsKey("properties") ? shown
        : layer.publicAttributes().stream().filter(a -> !isName(a)).limit(COLUMNS_WITHOUT_SUMMARY).toList();
  }

  private static boolean isName(Attribute a) {
    return a.name().equals("name") || a.name().equals("code");
  }

  private Row row(Layer layer, JsonNode feature, List<Attribute> shown, FieldText text, Map<String, String> names) {
    JsonNode properties = feature.path("properties");
    String code = properties.path("code").asString("");
    String name = properties.path("name").asString("");
    return new Row("/ogc/collections/" + layer.id() + "/items/" + feature.path("id").asLong(),
        name.isEmpty() ? code : code.isEmpty() ? name : name + " (" + code + ")",
        shown.stream().map(a -> cell(a, FieldText.read(a, properties.path(a.name())), text, names)).toList());
  }

  /** @param names of referenced features already looked up: a page's plots share few zones */
  private String cell(Attribute a, @Nullable Object value, FieldText text, Map<String, String> names) {
    return value == null || a.reference() == null ? text.of(a, value) : names.computeIfAbsent(a.reference() + "/" + value,
        key -> references.find(a, value).map(References.Target::title).orElse(value.toString()));
  }

  private static Column column(Attribute a, ItemsPage items, Words t) {
    String title = a.title().in(t.language());
    boolean numeric = (a.type() == AttributeType.NUMBER || a.type() == AttributeType.INTEGER) && a.reference() == null;
    if (a.type() == AttributeType.TEXT_LIST || a.type() == AttributeType.JSON || items.query().near() != null) {
      return new Column(title, numeric, null, null, "none");
    }
    String by = items.parameters().getOrDefault("sortby", "");
    boolean ascending = by.equals(a.name()) || by.equals("+" + a.name());
    boolean descending = by.equals("-" + a.name());
    return new Column(title, numeric, change(items, Map.of("sortby", ascending ? "-" + a.name() : a.name())),
        t.of(ascending ? "pages.items.descending" : "pages.items.ascending", Map.of("field", title)),
        ascending ? "ascending" : descending ? "descending" : "none");
  }

  /** The same list from its beginning with some parameters set otherwise. */
  private static String change(ItemsPage items, Map<String, String> changes) {
    Map<String, String> parameters = new LinkedHashMap<>(items.parameters());
    parameters.keySet().removeAll(Set.of("offset", "after"));
    return new PageLinks(new ItemsPage(items.query(), items.revision(), parameters, items.format())).with(changes);
  }

  private static @Nullable String next(ItemsPage items, FeatureQuery query, Features.Page ended) {
    if (ended.next() == null) {
      return null;
    }
    return query.after() != null ? new PageLinks(items).next(ended.next())
        : change(items, Map.of("offset", String.valueOf(query.offset() + query.limit())));
  }

  private static @Nullable String previous(ItemsPage items, FeatureQuery query) {
    if (query.offset() == 0) {
      return null;
    }
    long begin = Math.max(0, query.offset() - query.limit());
    return begin == 0 ? change(items, Map.of()) : change(items, Map.of("offset", String.valueOf(begin)));
  }

  private String total(ItemsPage items, FeatureQuery query, int rows, Words t) {
    if (rows == 0) {
      return t.of("pages.items.none");
    }
    long all = query.near() == null ? features.count(query, items.revision()) : query.offset() + rows;
    return t.of("pages.items.total", Map.of("count", all, "from", query.offset() + 1, "to", query.offset() + rows));
  }

  private static List<Choice> choices(Layer layer, ItemsPage items, Words t) {
    return layer.publicAttributes().stream().filter(a -> isChoice(layer, a)).map(a -> new Choice(a.name(), a.title().in(t.language()),
        items.parameters().getOrDefault(a.name(), ""), options(layer, a, t))).toList();
  }

  /** Numbers are asked for by more and less, which one field can not say: they are left to the CQL2 condition. */
  private static boolean isChoice(Layer layer, Attribute a) {
    return (layer.filters().contains(a.name()) || isName(a) || a.reference() != null) && a.type() != AttributeType.NUMBER
        && Filters.isQueryable(layer, a.name());
  }

  private static List<Option> options(Layer layer, Attribute a, Words t) {
    if (a.codes() != null) {
      return layer.codes().get(a.codes()).stream().map(code -> new Option(code.value(), code.title().in(t.language()))).toList();
    }
    return a.type() == AttributeType.BOOLEAN ? List.of(new Option("true", t.of("yes")), new Option("false", t.of("no"))) : List.of();
  }

  private static String example(Layer layer) {
    return layer.publicAttributes().stream().filter(a -> a.type() == AttributeType.NUMBER).findFirst().map(a -> a.name() + " >= 100")
        .orElse("name LIKE 'A%'");
  }

  /** The page's own path for its other language: the question without form and language. */
  private static String here(ItemsPage items, String path) {
    Map<String, String> parameters = new LinkedHashMap<>(items.parameters());
    parameters.keySet().removeAll(Set.of("f", "lang"));
    return path + new PageLinks(new ItemsPage(items.query(), items.revision(), parameters, items.format())).with(Map.of())
        .substring(Link.to(path).length());
  }
}
