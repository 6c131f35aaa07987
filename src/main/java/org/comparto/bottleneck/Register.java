package org.comparto.bottleneck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.crs.Crs;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.encoding.Encoding;
import org.comparto.encoding.Encodings;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.feature.SortKeys;
import org.comparto.filter.Condition;
import org.comparto.filter.FilterLanguage;
import org.comparto.filter.Filters;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what is asked of the register: which bottlenecks, and what they are in figures. */
@Component
class Register {

  private static final Sql INDICATORS = Sql.load("bottleneck/indicators.sql");

  /**
   * The register, or what was found of it.
   *
   * @param filter the whole question as CQL2 text, null for all; maps and exports given it show the same set
   */
  record Answer(long total, @Nullable String filter, Indicators indicators, List<Item> items, List<Export> exports) {}

  /** @param bbox west, south, east, north */
  record Item(long id, double longitude, double latitude, List<Double> bbox, Map<String, @Nullable Object> properties) {}

  /** One file. */
  record Export(String format, String href) {}

  /** How many there are of a value; null is not known. */
  record Count(@Nullable String value, long number) {}

  /**
   * What was found in figures.
   *
   * @param costEur of those whose cost is known; null if none is
   * @param costsKnown of how many the cost is known
   * @param fundedPercent of the cost of those whose cost and funding are known
   * @param worksUntil how many works are expected to end, by year
   */
  record Indicators(List<Count> byType, List<Count> byStatus, List<Count> bySeverity, @Nullable BigDecimal costEur, long costsKnown,
      @Nullable BigDecimal fundedEur, @Nullable BigDecimal fundedPercent, @Nullable LocalDate firstWorksUntil, @Nullable LocalDate lastWorksUntil,
      List<Count> worksUntil) {}

  private record Figure(String by, @Nullable String value, long number, @Nullable BigDecimal cost, long costsKnown, @Nullable BigDecimal funded,
      @Nullable BigDecimal costWithFunding, @Nullable LocalDate firstWorksUntil, @Nullable LocalDate lastWorksUntil) {}

  private final JdbcClient db;
  private final Layers layers;
  private final Filters filters;
  private final FeatureRows rows;
  private final ReadingPlaces places;
  private final Encodings encodings;

  Register(JdbcClient db, Layers layers, Filters filters, FeatureRows rows, ReadingPlaces places, Encodings encodings) {
    this.db = db;
    this.layers = layers;
    this.filters = filters;
    this.rows = rows;
    this.places = places;
    this.encodings = encodings;
  }

  Layer layer() {
    return layers.getLayer(BottleneckRoads.LAYER, "layer");
  }

  Answer answer(RegisterQuestion question) {
    Layer layer = layer();
    Condition condition = question.filter() == null ? Condition.NONE : filters.parse(layer, question.filter(), FilterLanguage.TEXT, Crs.CRS84);
    List<Figure> figures = figures(layer, condition);
    FeatureQuery query = FeatureQuery.all(layer).meeting(condition).sortedBy(SortKeys.parse(layer, question.sort(), "sort"))
        .page(question.limit(), question.offset(), null);
    List<Item> items = new ArrayList<>();
    rows.read(query, row -> items.add(item(query, row)));
    return new Answer(figures.stream().filter(one -> one.by().equals("all")).mapToLong(Figure::number).sum(), question.filter(), indicators(figures),
        items, encodings.all().stream().map(Encoding::id).map(id -> new Export(id, export(id, question))).toList());
  }

  private List<Figure> figures(Layer layer, Condition condition) {
    PublicReading reading = new PublicReading(layer);
    String sql = INDICATORS.with(Map.of("relation", reading.relation(), "public", reading.condition(), "filter", condition.sql()));
    return places.read(() -> db.sql(sql).params(condition.values()).query(Register::figure).list());
  }

  private static Figure figure(ResultSet row, int number) throws SQLException {
    return new Figure(row.getString("by"), row.getString("value"), row.getLong("number"), row.getBigDecimal("cost"), row.getLong("costs_known"),
        row.getBigDecimal("funded"), row.getBigDecimal("cost_with_funding"), row.getObject("first_works_until", LocalDate.class),
        row.getObject("last_works_until", LocalDate.class));
  }

  private static Indicators indicators(List<Figure> figures) {
    Figure all = figures.stream().filter(one -> one.by().equals("all")).findFirst().orElseThrow();
    BigDecimal share = all.funded() == null || all.costWithFunding() == null || all.costWithFunding().signum() == 0 ? null
        : all.funded().movePointRight(2).divide(all.costWithFunding(), 1, RoundingMode.HALF_UP);
    return new Indicators(counts(figures, "type"), counts(figures, "status"), counts(figures, "severity"), all.cost(), all.costsKnown(), all.funded(),
        share, all.firstWorksUntil(), all.lastWorksUntil(),
        counts(figures, "works_until").stream().filter(count -> count.value() != null).sorted(java.util.Comparator.comparing(Count::value)).toList());
  }

  private static List<Count> counts(List<Figure> figures, String by) {
    return figures.stream().filter(one -> one.by().equals(by)).map(one -> new Count(one.value(), one.number())).toList();
  }

  private static Item item(FeatureQuery query, FeatureRows.Row row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < query.attributes().size(); i++) {
      values.put(query.attributes().get(i).name(), row.value(i));
    }
    try {
      Geometry shape = new WKBReader().read(row.geometry());
      Envelope box = shape.getEnvelopeInternal();
      Coordinate inside = shape.getInteriorPoint().getCoordinate();
      return new Item(row.id(), inside.x, inside.y, List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()), values);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String export(String format, RegisterQuestion question) {
    return "/ogc/collections/" + BottleneckRoads.LAYER + "/download?f=" + format + "&lang=" + question.language()
        + parameter("filter", question.filter()) + parameter("sortby", question.sort());
  }

  private static String parameter(String name, @Nullable String value) {
    return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
