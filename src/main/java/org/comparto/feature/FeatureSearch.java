package org.comparto.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds features of every layer by words in their code or name, whatever the accents and the case. */
@Component
@DependsOnDatabaseInitialization
class FeatureSearch {

  /** Backdrop names lead nowhere that a municipality does not. */
  private static final String BACKDROP = "background";
  private static final Sql SEARCH = Sql.load("feature/search.sql");

  /**
   * Something found.
   *
   * @param municipality the municipality's name; null where it is not known
   * @param point a place inside it, longitude and latitude in degrees
   * @param bbox west, south, east, north in degrees
   */
  record Hit(String layer, long id, String code, @Nullable String name, @Nullable String municipality, @Nullable String territory,
      List<Double> point, List<Double> bbox) {}

  private record Scored(Hit hit, int order, double score) {}

  private final NamedParameterJdbcTemplate db;
  private final Layers layers;

  FeatureSearch(NamedParameterJdbcTemplate db, Layers layers) {
    this.db = db;
    this.layers = layers;
  }

  /** @param words free text; all of the words must occur */
  List<Hit> find(String words, int limit) {
    String plain = db.queryForObject("SELECT search_form(:words)", Map.of("words", words.trim()), String.class);
    Map<String, Object> values = new HashMap<>(Map.of("words", plain, "beginning", escape(plain) + "%", "limit", limit));
    List<String> conditions = new ArrayList<>();
    for (String word : plain.split("\\s+")) {
      String parameter = "word" + conditions.size();
      // one condition a word, not LIKE ALL: that one can not use the trigram index
      conditions.add("search_text LIKE :" + parameter);
      values.put(parameter, "%" + escape(word) + "%");
    }
    String allWords = String.join(" AND ", conditions);
    List<Scored> found = new ArrayList<>();
    for (Layer layer : layers.all()) {
      if (!layer.id().equals(BACKDROP)) {
        found.addAll(findIn(layer, allWords, values));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::order))
        .limit(limit).map(Scored::hit).toList();
  }

  private List<Scored> findIn(Layer layer, String allWords, Map<String, Object> values) {
    PublicReading reading = new PublicReading(layer);
    String sql = SEARCH.with(Map.of("relation", reading.relation(), "public", reading.condition(), "words", allWords));
    Map<String, String> names = new HashMap<>();
    return db.query(sql, values, (row, n) -> new Scored(
        new Hit(layer.id(), row.getLong("id"), row.getString("code"), row.getString("name"),
            nameOf("municipality", row.getString("municipality_code"), names),
            nameOf("territory", row.getString("territory_code"), names),
            List.of(row.getDouble("longitude"), row.getDouble("latitude")),
            List.of(row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north"))),
        layer.order(), row.getDouble("score")));
  }

  private @Nullable String nameOf(String table, @Nullable String code, Map<String, String> names) {
    return code == null ? null : names.computeIfAbsent(table + code, key ->
        db.query("SELECT name FROM " + table + " WHERE code = :code", Map.of("code", code), (row, n) -> row.getString(1))
            .stream().findFirst().orElse(null));
  }

  private static String escape(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
