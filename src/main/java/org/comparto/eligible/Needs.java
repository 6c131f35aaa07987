package org.comparto.eligible;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.ruleset.Ruleset;
import org.comparto.ruleset.Rulesets;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out what results depend on: the rule sets in force at any time, and which of their layers are there. */
@Component
@DependsOnDatabaseInitialization
class Needs {

  private static final Sql AVAILABLE = Sql.load("eligible/available.sql");

  private final JdbcClient db;
  private final Rulesets rulesets;
  private final Layers layers;

  Needs(JdbcClient db, Rulesets rulesets, Layers layers) {
    this.db = db;
    this.rulesets = rulesets;
    this.layers = layers;
  }

  /** As the code list has them. */
  List<String> technologies() {
    return layers.getLayer(EligibleRows.SUITABLE, "layer").codes().get("technology").stream().map(Layer.Code::value).toList();
  }

  /** One for each technology. */
  List<Need> of(String territory) {
    Map<Span, List<Ruleset>> inForce = inForce(territory);
    Map<String, Boolean> available = available(territory, read(inForce));
    return technologies().stream().map(technology -> Need.of(territory, technology, inForce, layer -> available.getOrDefault(layer, false))).toList();
  }

  /** How far a feature can matter for any technology, in metres, by layer. */
  SortedMap<String, Double> reach(String territory) {
    Map<Span, List<Ruleset>> inForce = inForce(territory);
    SortedMap<String, Double> reach = new TreeMap<>();
    technologies().forEach(technology -> Need.of(territory, technology, inForce, layer -> true).reach()
        .forEach((layer, metres) -> reach.merge(layer, metres, Math::max)));
    return reach;
  }

  /** The layers that are not there, and without which results are not known, at any time. */
  List<String> missing(String territory) {
    Set<String> read = reach(territory).keySet();
    Map<String, Boolean> available = available(territory, read);
    return read.stream().filter(layer -> !available.getOrDefault(layer, false)).toList();
  }

  private static Set<String> read(Map<Span, List<Ruleset>> inForce) {
    Set<String> read = new TreeSet<>();
    inForce.values().forEach(sets -> sets.forEach(set -> set.rules().forEach(rule -> read.addAll(rule.layers()))));
    return read;
  }

  private Map<Span, List<Ruleset>> inForce(String territory) {
    Map<Span, List<Ruleset>> inForce = new LinkedHashMap<>();
    Span.between(rulesets.changes(territory)).forEach(span -> inForce.put(span, rulesets.inForce(span.day(), territory)));
    return inForce;
  }

  private Map<String, Boolean> available(String territory, Set<String> read) {
    List<String> questions = new ArrayList<>();
    for (String id : read) {
      layers.findLayer(id).ifPresent(layer -> questions.add(AVAILABLE.with(Map.of("layer", Sql.literal(id), "relation", new PublicReading(layer).relation()))));
    }
    Map<String, Boolean> available = new HashMap<>();
    if (!questions.isEmpty()) {
      db.sql(questions.stream().collect(Collectors.joining("\nUNION ALL\n"))).param("territory", territory)
          .query(row -> { available.put(row.getString("layer"), row.getBoolean("available")); });
    }
    return available;
  }
}
