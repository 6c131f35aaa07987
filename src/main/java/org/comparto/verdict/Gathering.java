package org.comparto.verdict;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comparto.crs.Crs;
import org.comparto.database.Sql;
import org.comparto.filter.Condition;
import org.comparto.filter.FilterLanguage;
import org.comparto.filter.Filters;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.ruleset.Source;
import org.comparto.verdict.Surroundings.Feature;
import org.comparto.verdict.Surroundings.Place;
import org.comparto.verdict.Surroundings.State;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database which features lie in reach of an area, by their boxes, and what is known where it lies; reads no shape yet. */
@Component
class Gathering {

  private static final Sql TERRITORIES = Sql.load("verdict/territories.sql");
  private static final Sql STATE = Sql.load("verdict/state.sql");
  private static final Sql REACH = Sql.load("verdict/reach.sql");
  private static final String UNION = "\nUNION ALL\n";

  /** A territory beside the area; middle is the longitude of the middle of its outline. */
  private record Beside(Place place, boolean meets, double middle) {}

  private final JdbcClient db;
  private final Layers layers;
  private final Filters filters;

  Gathering(JdbcClient db, Layers layers, Filters filters) {
    this.db = db;
    this.layers = layers;
    this.filters = filters;
  }

  /** @param inside no part of the area lies outside of the territory, whatever rounding does to their common border */
  Surroundings around(Window window, @Nullable String territory, boolean inside, Demand demand) {
    List<Beside> beside = territories(window, territory);
    double middle = beside.stream().filter(one -> one.place().code().equals(territory)).map(Beside::middle).findFirst().orElse(window.middleLongitude());
    List<Place> places = beside.stream().filter(Beside::meets).map(Beside::place)
        .map(place -> inside && place.code().equals(territory) ? new Place(place.code(), place.id(), true) : place).toList();
    int srid = middle < 12 ? 7791 : middle < 18 ? 7792 : 7793; // RDN2008 / UTM zones 32 to 34
    return new Surroundings(srid, places, features(window, srid, demand), states(places, demand));
  }

  private List<Beside> territories(Window window, @Nullable String territory) {
    return db.sql(TERRITORIES.text()).param("area", window.wkb()).param("territory", territory == null ? "" : territory)
        .query((row, n) -> new Beside(new Place(row.getString("code"), row.getLong("id"), row.getBoolean("holds")), row.getBoolean("meets"),
            row.getDouble("middle"))).list();
  }

  private Map<String, State> states(List<Place> places, Demand demand) {
    Map<String, State> states = new TreeMap<>();
    demand.layers().forEach(id -> states.put(id, new State(layers.findLayer(id).orElse(null), 0, Set.of(), false)));
    List<Layer> present = states.values().stream().map(State::layer).filter(layer -> layer != null).toList();
    if (!present.isEmpty()) {
      String sql = present.stream().map(layer -> STATE.with(Map.of("layer", Sql.literal(layer.id()), "relation", new PublicReading(layer).relation(),
          "public", new PublicReading(layer).condition()))).collect(Collectors.joining(UNION));
      db.sql(sql).param("territories", places.stream().map(Place::code).toArray(String[]::new)).query((ResultSet row) -> {
        Layer layer = states.get(row.getString("layer")).layer();
        states.put(layer.id(), new State(layer, row.getLong("revision"), texts(row, "known_in"), row.getBoolean("demonstration")));
      });
    }
    return states;
  }

  private Map<Source, List<Feature>> features(Window window, int srid, Demand demand) {
    List<Source> sources = new ArrayList<>();
    List<String> arms = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    demand.farthest().forEach((source, metres) -> layers.findLayer(source.layer()).ifPresent(layer -> {
      String prefix = "s" + sources.size() + "_";
      Condition where = where(layer, source);
      where.values().forEach((name, value) -> values.put(prefix + name, value));
      Envelope box = window.grown(metres);
      values.putAll(Map.of(prefix + "west", box.getMinX(), prefix + "south", box.getMinY(), prefix + "east", box.getMaxX(), prefix + "north", box.getMaxY()));
      if (source.minAreaM2() > 0) {
        values.putAll(Map.of(prefix + "least", source.minAreaM2(), "srid", srid));
      }
      PublicReading reading = new PublicReading(layer);
      arms.add(REACH.with(Map.of("source", String.valueOf(sources.size()), "relation", reading.relation(), "public", reading.condition(),
          "where", named(where, prefix), "box", prefix, "sized", sized(source, prefix))));
      sources.add(source);
    }));
    Map<Source, List<Feature>> features = new HashMap<>();
    if (!arms.isEmpty()) {
      db.sql(String.join(UNION, arms) + "\nORDER BY source, id").params(values).query((ResultSet row) -> {
        features.computeIfAbsent(sources.get(row.getInt("source")), s -> new ArrayList<>()).add(feature(row));
      });
    }
    return features;
  }

  /** The same size wherever it is looked at from: that of the whole feature, in the compute CRS. */
  private static String sized(Source source, String prefix) {
    return source.minAreaM2() > 0 ? "ST_Area(ST_Transform(sound_geometry(geom), :srid)) >= :" + prefix + "least" : "true";
  }

  private Condition where(Layer layer, Source source) {
    return source.where() == null ? Condition.NONE : filters.parse(layer, source.where(), FilterLanguage.TEXT, Crs.CRS84);
  }

  /** The values of a filter are named alike in every filter; in one statement each needs names of its own. */
  private static String named(Condition where, String prefix) {
    return where.sql().replaceAll("(?<!:):(f\\d+)\\b", ":" + prefix + "$1");
  }

  private static Feature feature(ResultSet row) throws SQLException {
    return new Feature(row.getLong("id"), row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
        Optional.ofNullable(row.getTimestamp("updated_at")).map(Timestamp::toInstant).orElse(null), row.getBoolean("demonstration"), row.getBoolean("doubtful"));
  }

  private static Set<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? Set.of() : new TreeSet<>(Arrays.asList((String[]) array.getArray()));
  }
}
