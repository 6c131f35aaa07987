package org.comparto.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the values of plots by filter. */
@Component
class PlotReading {

  private static final Sql VALUES = Sql.load("ranking/values.sql");

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
  PlotValues read(@Nullable String filter, List<Attribute> attributes) {
    Layer layer = plot();
    Condition condition = filter == null ? Condition.NONE : filters.parse(layer, filter, FilterLanguage.TEXT, Crs.CRS84);
    PublicReading reading = new PublicReading(layer);
    List<Long> ids = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    String values = attributes.isEmpty() ? "" : ", " + String.join(", ", attributes.stream().map(a -> number(reading, a)).toList());
    places.run(() -> db.query(VALUES.with(Map.of("values", values, "relation", reading.relation(), "public", reading.condition(),
        "matching", condition.sql())), condition.values(), row -> {
          ids.add(row.getLong(1));
          names.add(row.getString(2));
          double[] numbers = new double[attributes.size()];
          for (int k = 0; k < numbers.length; k++) {
            numbers[k] = row.getDouble(k + 3);
            if (row.wasNull()) {
              numbers[k] = Double.NaN;
            }
          }
          rows.add(numbers);
        }));
    double[][] columns = new double[attributes.size()][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int k = 0; k < columns.length; k++) {
        columns[k][i] = rows.get(i)[k];
      }
    }
    return new PlotValues(ids.stream().mapToLong(id -> id).toArray(), names.toArray(String[]::new), columns);
  }

  private static String number(PublicReading reading, Attribute attribute) {
    String value = reading.value(attribute);
    return attribute.type() == AttributeType.BOOLEAN ? value + "::int"
        : attribute.type() == AttributeType.DATE ? "(" + value + " - DATE '1970-01-01')" : value;
  }
}
