package org.comparto.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds features of every layer by words in their code or name, whatever the accents and the case. */
@Component
@DependsOnDatabaseInitialization
class FeatureSearch {

  /** Backdrop names lead nowhere that a municipality does not; parcels and house numbers are found in their own ways. */
  private static final Set<String> LEFT_OUT = Set.of("background", CadastralParcels.LAYER, AddressSearch.LAYER);
  private static final Sql SEARCH = Sql.load("feature/search.sql");

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
    String everywhere = layers.all().stream().filter(layer -> !LEFT_OUT.contains(layer.id()) && !layer.isComputed())
        .map(layer -> "(" + inLayer(layer, allWords) + ")").collect(Collectors.joining(" UNION ALL "));
    return db.query("SELECT * FROM (" + everywhere + ") AS hits ORDER BY score DESC, layer_order, id LIMIT :limit", values, (row, n) ->
        Hit.of(row, row.getString("layer"), null, row.getDouble("score")));
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
