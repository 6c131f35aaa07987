package org.comparto.ranking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comparto.estate.PlotSearch;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.LayerFigures;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts two to five plots side by side, their public fields grouped as the descriptor groups them. */
@Component
class Comparing {

  private static final int FEWEST = 1; // of two that were chosen one may be gone
  private static final int MOST = 5;

  private final Layers layers;
  private final LayerFigures figures;
  private final PlotSearch search;
  private final FeatureRows rows;
  private final ReferenceNames names;
  private final JsonMapper json;

  Comparing(Layers layers, LayerFigures figures, PlotSearch search, FeatureRows rows, ReferenceNames names, JsonMapper json) {
    this.layers = layers;
    this.figures = figures;
    this.search = search;
    this.rows = rows;
    this.names = names;
    this.json = json;
  }

  /** @param plots ids, comma-separated */
  Comparison compare(String plots, String language) {
    List<Long> ids = ids(plots);
    Layer layer = search.layer();
    List<Attribute> attributes = layer.publicAttributes().stream().filter(a -> a.language() == null || a.language().equals(language)).toList();
    Map<Long, List<@Nullable Object>> found = new HashMap<>();
    String filter = "id IN (" + String.join(", ", ids.stream().map(String::valueOf).toList()) + ")";
    FeatureQuery query = FeatureQuery.all(layer).showing(attributes)
        .meeting(search.filter(filter).condition()).page(MOST, 0, null);
    rows.read(query, row -> {
      List<@Nullable Object> values = new ArrayList<>();
      for (int a = 0; a < attributes.size(); a++) {
        values.add(row.value(a));
      }
      found.put(row.id(), values);
    });
    List<Long> present = ids.stream().filter(found::containsKey).toList();
    Table table = new Table(layer, attributes, present.stream().map(found::get).toList(), language);
    List<Comparison.Compared> heads = new ArrayList<>();
    for (int p = 0; p < present.size(); p++) {
      heads.add(new Comparison.Compared(present.get(p), String.valueOf(table.value("code", p)), (String) table.value("name", p)));
    }
    return new Comparison(heads, ids.stream().filter(id -> !found.containsKey(id)).toList(), sections(table),
        figures.of(layer).demonstration(), "/#place=compare&plots=" + plots);
  }

  private List<Comparison.Section> sections(Table table) {
    return layers.sections().stream().map(section -> new Comparison.Section(section.id(), section.title().in(table.language()),
        table.attributes().stream().filter(a -> a.section().equals(section.id()) && !a.name().equals("name")).map(a -> row(table, a)).toList()))
        .filter(section -> !section.rows().isEmpty()).toList();
  }

  private Comparison.Row row(Table table, Attribute attribute) {
    List<@Nullable Object> values = new ArrayList<>();
    List<@Nullable String> texts = new ArrayList<>();
    for (int p = 0; p < table.plots().size(); p++) {
      Object value = table.value(attribute.name(), p);
      texts.add(value == null ? null : words(table, attribute, value));
      values.add(value == null ? null : attribute.type() == AttributeType.JSON ? json.readTree((String) value) : value instanceof LocalDate || value instanceof OffsetDateTime ? value.toString() : value);
    }
    boolean differs = texts.stream().filter(Objects::nonNull).distinct().count() > 1;
    return new Comparison.Row(attribute.name(), attribute.title().in(table.language()), attribute.unit(), values, texts, differs,
        differs ? best(table, attribute, values).orElse(null) : null);
  }

  private static Optional<List<Boolean>> best(Table table, Attribute attribute, List<@Nullable Object> values) {
    boolean comparable = !EvidentDirection.isPrice(attribute.name()) || (table.isTheSame("price_basis") && table.isTheSame("offer_type"));
    if (!comparable || values.stream().anyMatch(Objects::isNull)) {
      return Optional.empty(); // the best of what is known may not be the best
    }
    return EvidentDirection.of(attribute.name()).map(direction -> {
      double[] numbers = values.stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
      double best = Arrays.stream(numbers).reduce(direction::better).orElseThrow();
      return Arrays.stream(numbers).mapToObj(number -> number == best).toList();
    });
  }

  private String words(Table table, Attribute attribute, Object value) {
    if (value instanceof List<?> list) {
      return String.join(", ", list.stream().map(one -> words(table, attribute, one)).toList());
    }
    if (attribute.codes() != null) {
      return table.layer().codes().getOrDefault(attribute.codes(), List.of()).stream().filter(code -> code.value().equals(value)).findFirst()
          .map(code -> code.title().in(table.language())).orElse(String.valueOf(value));
    }
    if (attribute.reference() != null) {
      return names.find(attribute.reference(), value).orElse(String.valueOf(value));
    }
    if (value instanceof Boolean yes) {
      return table.language().equals("en") ? yes ? "yes" : "no" : yes ? "sì" : "no";
    }
    if (value instanceof OffsetDateTime time) {
      return time.atZoneSameInstant(ZoneId.of("Europe/Rome")).toLocalDate().toString();
    }
    return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
  }

  private static List<Long> ids(String plots) {
    if (!plots.matches("[1-9]\\d{0,14}(,[1-9]\\d{0,14})*")) {
      throw new InvalidInputException("plots", "plots is \"" + plots + "\"; it is ids of plots, comma-separated, for instance 12,34");
    }
    List<Long> ids = Arrays.stream(plots.split(",")).map(Long::valueOf).distinct().toList();
    if (ids.size() < FEWEST || ids.size() > MOST) {
      throw new InvalidInputException("plots", "plots names " + ids.size() + " plots; " + MOST + " are the most that can be compared");
    }
    return ids;
  }

  /** The values that are compared. */
  private record Table(Layer layer, List<Attribute> attributes, List<List<@Nullable Object>> plots, String language) {

    @Nullable Object value(String attribute, int plot) {
      for (int a = 0; a < attributes.size(); a++) {
        if (attributes.get(a).name().equals(attribute)) {
          return plots.get(plot).get(a);
        }
      }
      return null;
    }

    /** Whether all plots have one known value. */
    boolean isTheSame(String attribute) {
      for (int p = 0; p < plots.size(); p++) {
        if (value(attribute, p) == null || !Objects.equals(value(attribute, p), value(attribute, 0))) {
          return false;
        }
      }
      return true;
    }
  }
}
