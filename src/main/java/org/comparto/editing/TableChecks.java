package org.comparto.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds values against the checks of the table that would keep them, before anything is written: what a value may be is said once, where
 * it is kept, and still all that is wrong is said at once.
 */
@Component
class TableChecks {

  /** One check. @param columns that it speaks of, in their order @param condition as PostgreSQL writes it */
  private record Check(List<String> columns, String condition) {}

  /** @param small columns of 32-bit integers */
  private record Table(List<Check> checks, Set<String> small) {}

  private static final String LIST = Sql.load("editing/table-checks.sql").text();
  private static final String SMALL = Sql.load("editing/small-integers.sql").text();
  private static final Sql BROKEN = Sql.load("editing/broken-checks.sql");

  private final JdbcClient db;
  /** By relation: only migrations change them, and those come before everything. */
  private final Map<String, Table> tables = new ConcurrentHashMap<>();

  TableChecks(JdbcClient db) {
    this.db = db;
  }

  /** Adds what the table would refuse; a value that its column could not even hold is taken out, since it can not be asked about. */
  void check(Layer layer, Map<String, JsonNode> values, @Nullable StoredFeature before, List<Fault> faults) {
    Table table = tables.computeIfAbsent(layer.relation(), this::read);
    for (String name : table.small()) {
      JsonNode value = values.getOrDefault(name, NullNode.instance);
      if (value.isNumber() && !value.canConvertToInt()) {
        values.put(name, NullNode.instance);
        faults.add(Fault.wrong("attribute-not-allowed", name, name + " must be from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE));
      }
    }
    List<Check> concerned = table.checks().stream().filter(check -> check.columns().stream().allMatch(name -> isKept(layer, name)))
        .filter(check -> check.columns().stream().anyMatch(values::containsKey)).toList();
    if (!concerned.isEmpty()) {
      broken(layer, concerned, values, before).forEach(check -> {
        String attribute = check.columns().stream().filter(values::containsKey).reduce((first, later) -> later).orElseThrow();
        faults.add(Fault.wrong("attribute-not-allowed", attribute, TableCheckWords.of(check.condition(), attribute)));
      });
    }
  }

  private List<Check> broken(Layer layer, List<Check> concerned, Map<String, JsonNode> values, @Nullable StoredFeature before) {
    String conditions = IntStream.range(0, concerned.size()).mapToObj(i -> "(" + i + ", " + concerned.get(i).condition() + ")").collect(Collectors.joining(", "));
    ObjectNode given = JsonNodeFactory.instance.objectNode();
    values.forEach((name, value) -> {
      if (isKept(layer, name)) {
        given.set(name, value);
      }
    });
    return db.sql(BROKEN.with(Map.of("relation", new PublicReading(layer).relation(), "conditions", conditions)))
        .param("id", before == null ? null : before.version().id()).param("values", FeatureBody.JSON.writeValueAsString(given))
        .query(Integer.class).list().stream().map(concerned::get).toList();
  }

  /** What the application keeps by itself is no caller's mistake. */
  private static boolean isKept(Layer layer, String name) {
    return layer.findAttribute(name).filter(a -> layer.column(a).isPresent() && layer.fillableAttributes().contains(a)).isPresent();
  }

  private Table read(String relation) {
    Map<String, Check> checks = new LinkedHashMap<>();
    db.sql(LIST).param("relation", Sql.quote(relation)).query(row -> {
      checks.put(row.getString("name"), new Check(List.of((String[]) row.getArray("columns").getArray()), row.getString("condition")));
    });
    return new Table(new ArrayList<>(checks.values()), Set.copyOf(db.sql(SMALL).param("relation", Sql.quote(relation)).query(String.class).list()));
  }
}
