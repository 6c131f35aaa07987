package org.comparto.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.columns.Rows;
import org.comparto.columns.Selection;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.estate.PlotSearch;
import org.comparto.filter.Condition;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the values of the plots that a search finds: from the columns in memory, or from the database where they do not fit. */
@Component
class PlotReading {

  private static final Sql VALUES = Sql.load("ranking/values.sql");
  private static final Sql NAMES = Sql.load("ranking/names.sql");

  private final PlotSearch search;
  private final ReadingPlaces places;
  private final JdbcClient db;

  PlotReading(PlotSearch search, ReadingPlaces places, JdbcClient db) {
    this.search = search;
    this.places = places;
    this.db = db;
  }

  Layer plot() {
    return search.layer();
  }

  /** The filter and another one that both have to hold; only what is complete in itself may be put into parentheses. */
  String both(@Nullable String filter, String other) {
    if (filter == null) {
      return other;
    }
    search.filter(filter);
    return "(" + filter + ") AND " + other;
  }

  /** @param filter CQL2 text; null for all plots that are found at all */
  PlotValues read(@Nullable String filter, List<Attribute> numbers) {
    return read(filter, numbers, List.of());
  }

  /**
   * @param numbers attributes that are numbers, days or yes-or-no
   * @param codes attributes that are codes or lists of them
   */
  PlotValues read(@Nullable String filter, List<Attribute> numbers, List<Attribute> codes) {
    Optional<Selection> found = search.select(filter)
        .filter(selection -> Stream.concat(numbers.stream(), codes.stream()).allMatch(a -> selection.columns().holds(a.name())));
    return found.isPresent() ? inMemory(found.get().rows(), numbers, codes) : inDatabase(filter, numbers, codes);
  }

  /** What people call some plots, by their ids. */
  Map<Long, String> names(long[] ids) {
    PublicReading reading = new PublicReading(plot());
    Map<Long, String> names = new HashMap<>();
    places.run(() -> db.sql(NAMES.with(Map.of("relation", reading.relation(), "public", reading.condition()))).param("ids", ids)
        .query(row -> {
          names.put(row.getLong(1), row.getString(2));
        }));
    return names;
  }

  private static PlotValues inMemory(Rows rows, List<Attribute> numbers, List<Attribute> codes) {
    double[][] columns = numbers.stream().map(a -> a.type() == AttributeType.BOOLEAN ? truth(rows.values(a.name())) : rows.numbers(a.name()))
        .toArray(double[][]::new);
    @SuppressWarnings("unchecked")
    @Nullable List<String>[][] lists = codes.stream().map(a -> lists(rows.values(a.name()))).toArray(List[][]::new);
    return new PlotValues(rows.ids(), columns, lists);
  }

  private static double[] truth(@Nullable Object[] values) {
    double[] truth = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      truth[i] = values[i] == null ? Double.NaN : (Boolean) values[i] ? 1 : 0;
    }
    return truth;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable List<String>[] lists(@Nullable Object[] values) {
    @Nullable List<String>[] lists = new List[values.length];
    for (int i = 0; i < values.length; i++) {
      lists[i] = values[i] == null ? null : values[i] instanceof List<?> list ? (List<String>) list : List.of((String) values[i]);
    }
    return lists;
  }

  /** The same without the columns in memory. */
  PlotValues inDatabase(@Nullable String filter, List<Attribute> numbers, List<Attribute> codes) {
    Condition condition = search.filter(filter).condition();
    PublicReading reading = new PublicReading(plot());
    String values = Stream.concat(numbers.stream().map(a -> ", " + number(reading, a)), codes.stream().map(a -> ", " + list(reading, a)))
        .collect(Collectors.joining());
    List<RowValues> rows = new ArrayList<>();
    places.run(() -> db.sql(VALUES.with(Map.of("values", values, "relation", reading.relation(), "public", reading.condition(),
        "matching", condition.sql()))).params(condition.values()).query(row -> {
          rows.add(RowValues.of(row, numbers.size(), codes.size()));
        }));
    return RowValues.columns(rows, numbers.size(), codes.size());
  }

  private static String number(PublicReading reading, Attribute attribute) {
    String value = reading.value(attribute);
    return attribute.type() == AttributeType.BOOLEAN ? value + "::int"
        : attribute.type() == AttributeType.DATE ? "(" + value + " - DATE '1970-01-01')" : value;
  }

  private static String list(PublicReading reading, Attribute attribute) {
    return attribute.type() == AttributeType.TEXT_LIST ? reading.value(attribute)
        : "CASE WHEN " + reading.value(attribute) + " IS NOT NULL THEN ARRAY[" + reading.value(attribute) + "] END";
  }
}
