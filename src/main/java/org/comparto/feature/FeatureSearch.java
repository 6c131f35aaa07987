package org.comparto.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.database.ReadingPlaces;
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

  private final NamedParameterJdbcTemplate db;
  private final Layers layers;
  private final ReadingPlaces places;

  FeatureSearch(NamedParameterJdbcTemplate db, Layers layers, ReadingPlaces places) {
    this.db = db;
    this.layers = layers;
    this.places = places;
  }

  /** @param words free text; all of the words must occur */
  List<Hit> find(String words, int limit) {
    return places.read(() -> findNow(words, limit));
  }

  private List<Hit> findNow(String words, int limit) {
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
    // one statement on one connection, whatever the number of layers
    String everywhere = layers.all().stream().filter(layer -> !layer.id().equals(BACKDROP))
        .map(layer -> "(" + inLayer(layer, allWords) + ")").collect(Collectors.joining(" UNION ALL "));
    return db.query("SELECT * FROM (" + everywhere + ") AS hits ORDER BY score DESC, layer_order, id LIMIT :limit", values, (row, n) ->
        new Hit(row.getString("layer"), row.getLong("id"), row.getString("code"), row.getString("name"), row.getString("municipality"),
            row.getString("territory"), List.of(row.getDouble("longitude"), row.getDouble("latitude")),
            List.of(row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north"))));
  }

  private static String inLayer(Layer layer, String allWords) {
    PublicReading reading = new PublicReading(layer);
    return SEARCH.with(Map.of("layer", Sql.literal(layer.id()), "order", String.valueOf(layer.order()), "relation", reading.relation(),
        "public", reading.condition(), "words", allWords));
  }

  private static String escape(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
