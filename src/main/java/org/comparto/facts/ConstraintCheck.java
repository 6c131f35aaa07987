package org.comparto.facts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.facts.Finding.Outcome;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.layer.Revisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays a plot under every layer whose descriptor says that it is a constraint. */
@Component
class ConstraintCheck {

  private record LoadedIn(String layer, String territory, long revision, long ground) {}

  private static final Sql LOADED = Sql.load("facts/loaded.sql");
  private static final Sql OVERLAPS = Sql.load("facts/overlaps.sql");
  private static final Sql NEAR = Sql.load("facts/near.sql");

  private final Layers layers;
  private final Revisions revisions;
  private final Cache<LoadedIn, Finding.Loaded> loaded = Caffeine.newBuilder().maximumSize(2_000).build();

  ConstraintCheck(Layers layers, Revisions revisions) {
    this.layers = layers;
    this.revisions = revisions;
  }

  List<Finding> check(AsOf data, PlotRecord plot) {
    return layers.all().stream().filter(layer -> layer.constraint() != null).map(layer -> check(data, plot, layer)).toList();
  }

  private Finding check(AsOf data, PlotRecord plot, Layer layer) {
    Finding.Loaded known = loaded(data, layer, plot.text("territory_code"));
    if (known.features() == 0) {
      return new Finding(layer.id(), Outcome.NO_DATA, 0, 0, List.of(), List.of(), known);
    }
    return layer.constraint().measure() == Layer.Measure.OVERLAP ? overlap(data, plot, layer, known) : near(data, plot, layer, known);
  }

  private Finding overlap(AsOf data, PlotRecord plot, Layer layer, Finding.Loaded known) {
    record Row(boolean whole, Finding.Part part) {}
    List<Row> rows = data.query(OVERLAPS, layer, pieces(layer)).param("shape", plot.shape()).param("srid", plot.metricSrid()).query((row, n) -> {
      double area = row.getDouble("area_m2");
      return new Row(row.getBoolean("whole"), new Finding.Part(row.getString("met_class"), tenths(area), tenths(100 * area / row.getDouble("plot_m2")),
          texts(row, "records"), texts(row, "names")));
    }).list();
    Finding.Part whole = rows.stream().filter(Row::whole).map(Row::part).filter(part -> part.areaM2() > 0).findFirst().orElse(null);
    return whole == null ? new Finding(layer.id(), Outcome.CLEAR, 0, 0, List.of(), List.of(), known)
        : new Finding(layer.id(), Outcome.OVERLAP, whole.areaM2(), whole.percent(), rows.stream().filter(row -> !row.whole()).map(Row::part).toList(),
            List.of(), known);
  }

  private Finding near(AsOf data, PlotRecord plot, Layer layer, Finding.Loaded known) {
    double within = layer.constraint().withinM();
    List<Finding.Near> near = data.query(NEAR, layer, pieces(layer)).param("shape", plot.shape()).param("within", within).params(plot.around(within))
        .query((row, n) -> new Finding.Near(row.getLong("id"), row.getInt("version"), row.getString("name"), row.getString("class"),
            tenths(row.getDouble("metres")))).list();
    return new Finding(layer.id(), near.isEmpty() ? Outcome.FAR : Outcome.NEAR, 0, 0, List.of(), near, known);
  }

  /** Of the present it is remembered as long as neither the layer nor the territories change. */
  Finding.Loaded loaded(AsOf data, Layer layer, String territory) {
    if (!data.isPresent()) {
      return count(data, layer, territory);
    }
    LoadedIn key = new LoadedIn(layer.id(), territory, revisions.current(layer.id()), revisions.current("territory"));
    Finding.Loaded known = loaded.getIfPresent(key);
    if (known == null) {
      known = count(data, layer, territory);
      loaded.put(key, known);
    }
    return known;
  }

  private Finding.Loaded count(AsOf data, Layer layer, String territory) {
    return data.query(LOADED, layer, Map.of("territory", data.relation(layers.getLayer("territory", "layer")))).param("territory", territory)
        .query((row, n) -> new Finding.Loaded(row.getLong("features"), row.getObject("surveyed_from", LocalDate.class),
            row.getObject("surveyed_to", LocalDate.class), row.getObject("updated_on", LocalDate.class), row.getBoolean("demonstration"),
            texts(row, "sources"))).single();
  }

  private static Map<String, String> pieces(Layer layer) {
    PublicReading reading = new PublicReading(layer);
    String by = classOf(layer);
    String only = layer.constraint().only().stream().map(name -> " AND " + reading.value(attribute(layer, name))).collect(Collectors.joining());
    return Map.of("class", by == null ? "NULL" : reading.value(attribute(layer, by)), "only", only);
  }

  /** The attribute that tells one part of the result from another; null for none. */
  static @Nullable String classOf(Layer layer) {
    return layer.constraint().by() != null ? layer.constraint().by() : layer.style().by();
  }

  private static Attribute attribute(Layer layer, String name) {
    return layer.findAttribute(name).orElseThrow();
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
