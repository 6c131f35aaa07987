package org.comparto.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds public features by their address, and loaded house numbers: words in any order, the municipality among them or not. */
@Component
@DependsOnDatabaseInitialization
class AddressSearch {

  static final String LAYER = "address";

  private static final String ATTRIBUTE = "address";
  private static final Sql SEARCH = Sql.load("feature/search-addresses.sql");
  private static final int MOST_MUNICIPALITIES = 3;
  /** As V0018 has indexed it. */
  private static final String HOUSE_NUMBER_FORM =
      "address_form(coalesce(name, '') || ' ' || coalesce(properties ->> 'house_number', '') || ' ' || coalesce(properties ->> 'city', ''))";
  private static final String HOUSE_NUMBER = "nullif(btrim(coalesce(name, '') || ' ' || coalesce(properties ->> 'house_number', '')), '')";

  private final NamedParameterJdbcTemplate db;
  private final Layers layers;

  AddressSearch(NamedParameterJdbcTemplate db, Layers layers) {
    this.db = db;
    this.layers = layers;
  }

  List<Hit> find(String words, int limit) {
    String form = db.queryForObject("SELECT address_form(:words)", Map.of("words", words), String.class);
    Map<String, Object> values = new HashMap<>(Map.of("limit", limit));
    List<String> queries = new ArrayList<>();
    meanings(words, form).forEach((rest, municipality) -> queries.addAll(queries(rest, municipality, values)));
    if (queries.isEmpty()) {
      return List.of();
    }
    return db.query("SELECT * FROM (" + queries.stream().map(q -> "(" + q + ")").collect(Collectors.joining(" UNION ALL "))
        + ") AS hits ORDER BY score DESC, layer_order, id LIMIT :limit", values,
        (row, n) -> Hit.of(row, row.getString("layer"), row.getString("address"), row.getDouble("score")));
  }

  /** Address words → code of the municipality they are in; empty for anywhere. "via Roma Cremona" may be a street of that name, too. */
  private Map<String, String> meanings(String words, String form) {
    Map<String, String> meanings = new LinkedHashMap<>(Map.of(form, ""));
    db.query("SELECT code, address_form(name) AS name FROM municipality WHERE ' ' || search_form(:words) || ' ' LIKE '% ' || search_form(name) || ' %'"
        + " ORDER BY length(name) DESC, code LIMIT " + MOST_MUNICIPALITIES, Map.of("words", words), row -> {
          String rest = (" " + form + " ").replaceFirst(" " + row.getString("name") + " ", " ").strip();
          meanings.putIfAbsent(rest, row.getString("code"));
        });
    // one word of three letters, since the index knows none that is shorter
    meanings.keySet().removeIf(rest -> Arrays.stream(rest.split(" ")).noneMatch(word -> word.matches("[a-z]{3,}")));
    return meanings;
  }

  private List<String> queries(String words, String municipality, Map<String, Object> values) {
    String name = "form" + values.size();
    values.put(name, words);
    List<String> contained = new ArrayList<>();
    List<String> whole = new ArrayList<>();
    // numbers first: they leave the least to look at further
    for (String word : Arrays.stream(words.split(" ")).sorted(Comparator.comparing(word -> !Character.isDigit(word.charAt(0)))).toList()) {
      String parameter = "word" + values.size();
      values.put(parameter, "%" + word + "%");
      contained.add("${form} LIKE :" + parameter);
      values.put(parameter + "w", "% " + word + " %");
      whole.add("' ' || form || ' ' LIKE :" + parameter + "w");
    }
    String place = "true";
    if (!municipality.isEmpty()) {
      values.put(name + "m", municipality);
      place = "municipality_code = :" + name + "m";
    }
    List<String> queries = new ArrayList<>();
    for (Layer layer : layers.all()) {
      PublicReading reading = new PublicReading(layer);
      Optional<Attribute> address = layer.findAttribute(ATTRIBUTE).filter(a -> a.isPublic() && layer.kind() == Layer.Kind.CORE);
      boolean houseNumbers = layer.id().equals(LAYER);
      if (address.isPresent() || houseNumbers) {
        String form = houseNumbers ? HOUSE_NUMBER_FORM : "address_form(" + Sql.quote(ATTRIBUTE) + ")";
        queries.add(SEARCH.with(Map.of("layer", Sql.literal(layer.id()), "order", String.valueOf(layer.order()), "relation", reading.relation(),
            "public", reading.condition(), "form", form, "address", houseNumbers ? HOUSE_NUMBER : reading.value(address.get()), "words", name,
            "contained", new Sql(String.join(" AND ", contained)).with(Map.of("form", form)), "whole", String.join(" AND ", whole), "place", place)));
      }
    }
    return queries;
  }
}
