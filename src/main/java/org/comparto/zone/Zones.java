package org.comparto.zone;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.estate.PlotSearch;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureRows;
import org.comparto.filter.Condition;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is public of a zone and of what lies in it. */
@Component
class Zones {

  static final String LAYER = "industrial_zone";
  private static final Sql LIST = Sql.load("zone/list.sql");
  private static final Sql TERRITORIES = Sql.load("zone/territories.sql");
  private static final Sql MUNICIPALITY = Sql.load("zone/municipality.sql");
  private static final Sql FIRMS = Sql.load("zone/firms.sql");
  private static final Sql NAMED_FIRMS = Sql.load("zone/named-firms.sql");
  private static final Sql SUBSTATIONS = Sql.load("zone/substations.sql");
  private static final Sql BOTTLENECKS = Sql.load("zone/bottlenecks.sql");
  private static final int MOST_PLOTS = 200;

  /** A zone of the index. */
  record Listed(long id, String code, @Nullable String name, @Nullable String zoneKind, @Nullable String municipality, String territory,
      long availablePlots, @Nullable BigDecimal availableM2) {}

  /** A territory and how many zones it has. */
  record Territory(String code, String name, long zones) {}

  /** @param bounds west, south, east, north; values by attribute, in the layer's order */
  record Zone(long id, List<Double> bounds, Map<String, @Nullable Object> values) {}

  /** A plot as a table shows it; values by attribute. */
  record Plot(long id, Map<String, @Nullable Object> values) {}

  /** How many firms of a production chain and size there are; null for what is not known of them. */
  record Firms(@Nullable String chain, @Nullable String size, long count) {}

  /** A firm that agreed to be named. */
  record NamedFirm(long id, String name, @Nullable String chain) {}

  /** A primary-substation area that the zone lies in. */
  record Substation(long id, String code, @Nullable String name, @Nullable String distributor, @Nullable String hostingClass, @Nullable LocalDate hostingOn) {}

  /** A bottleneck near the zone; metres in a straight line, 0 inside. */
  record Bottleneck(long id, String name, @Nullable String type, @Nullable String status, @Nullable Integer severity, @Nullable LocalDate worksUntil,
      long metres) {}

  private final JdbcClient db;
  private final Layers layers;
  private final FeatureRows rows;
  private final ReadingPlaces places;
  private final PlotSearch search;

  Zones(JdbcClient db, Layers layers, FeatureRows rows, ReadingPlaces places, PlotSearch search) {
    this.db = db;
    this.layers = layers;
    this.rows = rows;
    this.places = places;
    this.search = search;
  }

  Layer layer(String id) {
    return layers.getLayer(id, "layer");
  }

  /** What a code of ours is called: a municipality by its ISTAT code; empty if it is not public. */
  Optional<String> municipality(String code) {
    return places.read(() -> db.sql(MUNICIPALITY.with(pieces("municipality"))).param("code", code).query(String.class).optional());
  }

  List<Territory> territories() {
    return places.read(() -> db.sql(TERRITORIES.with(pieces(LAYER))).query(Territory.class).list());
  }

  /** @param territory null for all */
  List<Listed> list(@Nullable String territory, int limit, long offset) {
    Map<String, String> pieces = pieces(LAYER);
    Condition available = search.filter("status = 'available'").condition();
    pieces.put("plots", new PublicReading(layer("plot")).relation());
    pieces.put("publicPlots", new PublicReading(layer("plot")).condition() + " AND " + available.sql());
    return places.read(() -> db.sql(LIST.with(pieces)).params(available.values()).param("territory", territory).param("limit", limit).param("offset", offset)
        .query(Listed.class).list());
  }

  /** Empty if there is none, or it is not public. */
  Optional<Zone> find(long id) {
    List<Zone> found = new ArrayList<>();
    FeatureQuery query = FeatureQuery.all(layer(LAYER)).meeting(new Condition("id = :id", Map.of("id", id))).page(1, 0, null);
    rows.read(query, row -> found.add(new Zone(row.id(), bounds(row.geometry()), values(query.attributes(), row))));
    return found.stream().findFirst();
  }

  /** The plots of a zone that can be had and that somebody verified lately, by their code. */
  List<Plot> availablePlots(long zone, List<String> shown) {
    Layer plot = search.layer();
    List<Attribute> attributes = plot.publicAttributes().stream().filter(a -> shown.contains(a.name())).toList();
    List<Plot> found = new ArrayList<>();
    rows.read(FeatureQuery.all(plot).showing(attributes).meeting(search.filter("zone_id = " + zone + " AND status = 'available'").condition())
            .sortedBy(List.of(new FeatureQuery.SortKey(plot.findAttribute("code").orElseThrow(), false))).page(MOST_PLOTS, 0, null),
        row -> found.add(new Plot(row.id(), values(attributes, row))));
    return found;
  }

  /** Aggregates of all firms, also of those that are not to be named. */
  List<Firms> firms(long zone) {
    return places.read(() -> db.sql(FIRMS.with(Map.of("relation", new PublicReading(layer("company")).relation()))).param("zone", zone).query(Firms.class).list());
  }

  List<NamedFirm> namedFirms(long zone) {
    Layer company = layer("company");
    PublicReading reading = new PublicReading(company);
    Map<String, String> pieces = pieces("company");
    pieces.put("name", reading.value(company.findAttribute("name").orElseThrow()));
    pieces.put("chain", reading.value(company.findAttribute("production_chain").orElseThrow()));
    pieces.put("zone", reading.value(company.findAttribute("zone_id").orElseThrow()));
    return places.read(() -> db.sql(NAMED_FIRMS.with(pieces)).param("zone", zone).query(NamedFirm.class).list());
  }

  List<Substation> substations(long zone) {
    return places.read(() -> db.sql(SUBSTATIONS.with(pieces("primary_substation_area"))).param("zone", zone).query(Substation.class).list());
  }

  List<Bottleneck> bottlenecks(long zone) {
    return places.read(() -> db.sql(BOTTLENECKS.with(pieces("bottleneck"))).param("zone", zone).query(Bottleneck.class).list());
  }

  private Map<String, String> pieces(String layer) {
    PublicReading reading = new PublicReading(layer(layer));
    Map<String, String> pieces = new LinkedHashMap<>();
    pieces.put("relation", reading.relation());
    pieces.put("public", reading.condition());
    return pieces;
  }

  private static Map<String, @Nullable Object> values(List<Attribute> attributes, FeatureRows.Row row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < attributes.size(); i++) {
      values.put(attributes.get(i).name(), row.value(i));
    }
    return values;
  }

  private static List<Double> bounds(byte[] wkb) {
    try {
      Envelope box = new WKBReader().read(wkb).getEnvelopeInternal();
      return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }
}
