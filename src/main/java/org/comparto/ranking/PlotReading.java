package org.comparto.ranking;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.crs.Crs;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.filter.Condition;
import org.comparto.filter.FilterLanguage;
import org.comparto.filter.Filters;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the values of plots by filter. */
@Component
class PlotReading {

  private static final Sql VALUES = Sql.load("ranking/values.sql");
  private static final Sql NAMES = Sql.load("ranking/names.sql");

  private final Layers layers;
  private final Filters filters;
  private final ReadingPlaces places;
  private final NamedParameterJdbcTemplate db;

  PlotReading(Layers layers, Filters filters, ReadingPlaces places, NamedParameterJdbcTemplate db) {
    this.layers = layers;
    this.filters = filters;
    this.places = places;
    this.db = db;
  }

  Layer plot() {
    return layers.getLayer("plot", "layer");
  }

  /** @param filter CQL2 text; null for all public plots */
  PlotValues read(@Nullable String filter, List<Attribute> numbers) {
    return read(filter, numbers, List.of());
  }

  /**
   * @param numbers attributes that are numbers, days or yes-or-no
   * @param codes attributes that are codes or lists of them
   */
  PlotValues read(@Nullable String filter, List<Attribute> numbers, List<Attribute> codes) {
    Layer layer = plot();
    Condition condition = filter == null ? Condition.NONE : filters.parse(layer, filter, FilterLanguage.TEXT, Crs.CRS84);
    PublicReading reading = new PublicReading(layer);
    String values = Stream.concat(numbers.stream().map(a -> ", " + number(reading, a)), codes.stream().map(a -> ", " + list(reading, a)))
        .collect(Collectors.joining());
    Rows rows = new Rows(numbers.size(), codes.size());
    places.run(() -> db.query(VALUES.with(Map.of("values", values, "relation", reading.relation(), "public", reading.condition(),
        "matching", condition.sql())), condition.values(), rows));
    return rows.values();
  }

  /** What people call some plots, by their ids. */
  Map<Long, String> names(long[] ids) {
    PublicReading reading = new PublicReading(plot());
    Map<Long, String> names = new HashMap<>();
    places.run(() -> db.query(NAMES.with(Map.of("relation", reading.relation(), "public", reading.condition())), Map.of("ids", ids),
        row -> {
          names.put(row.getLong(1), row.getString(2));
        }));
    return names;
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

  /** Rows as they come, turned into columns. */
  private static final class Rows implements RowCallbackHandler {

    private final int numbers;
    private final int codes;
    private final List<Long> ids = new ArrayList<>();
    private final List<double[]> numberRows = new ArrayList<>();
    private final List<@Nullable List<String>[]> codeRows = new ArrayList<>();

    Rows(int numbers, int codes) {
      this.numbers = numbers;
      this.codes = codes;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
      ids.add(row.getLong(1));
      double[] values = new double[numbers];
      for (int k = 0; k < numbers; k++) {
        values[k] = row.getDouble(k + 2);
        values[k] = row.wasNull() ? Double.NaN : values[k];
      }
      numberRows.add(values);
      @Nullable List<String>[] lists = lists(codes);
      for (int k = 0; k < codes; k++) {
        Array list = row.getArray(k + 2 + numbers);
        lists[k] = list == null ? null : List.of((String[]) list.getArray());
      }
      codeRows.add(lists);
    }

    PlotValues values() {
      double[][] columns = new double[numbers][ids.size()];
      @SuppressWarnings("unchecked")
      @Nullable List<String>[][] lists = new List[codes][];
      for (int k = 0; k < numbers; k++) {
        for (int i = 0; i < ids.size(); i++) {
          columns[k][i] = numberRows.get(i)[k];
        }
      }
      for (int k = 0; k < codes; k++) {
        lists[k] = lists(ids.size());
        for (int i = 0; i < ids.size(); i++) {
          lists[k][i] = codeRows.get(i)[k];
        }
      }
      return new PlotValues(ids.stream().mapToLong(id -> id).toArray(), columns, lists);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable List<String>[] lists(int count) {
      return new List[count];
    }
  }
}
