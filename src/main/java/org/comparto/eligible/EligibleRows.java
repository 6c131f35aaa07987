package org.comparto.eligible;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the two computed layers: what is suitable, and what is neither suitable nor under the ordinary procedure. */
@Component
@DependsOnDatabaseInitialization
class EligibleRows {

  static final String SUITABLE = "eligible_area";
  static final String RESTRICTED = "restricted_area";
  private static final List<String> LAYERS = List.of(SUITABLE, RESTRICTED);
  private static final Sql KEPT = Sql.load("eligible/kept.sql");
  private static final Sql REMOVE = Sql.load("eligible/remove.sql");
  private static final Sql INSERT = Sql.load("eligible/insert.sql");
  private static final JsonMapper JSON = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final JdbcClient db;

  EligibleRows(JdbcClient db) {
    this.db = db;
  }

  /** Puts rows in the place of all that there are of a piece and some technologies; those that stay the same stay as they are. */
  void replace(Piece piece, Set<String> technologies, List<Row> rows) {
    for (String layer : LAYERS) {
      Map<String, Row> wanted = rows.stream().filter(row -> row.isSuitable() == layer.equals(SUITABLE)).collect(Collectors.toMap(Row::code, row -> row));
      Set<String> kept = Set.copyOf(db.sql(KEPT.with(Map.of("relation", layer))).param("piece", piece.code())
          .param("technologies", technologies.toArray(String[]::new)).query(String.class).list());
      List<String> gone = kept.stream().filter(code -> !wanted.containsKey(code)).toList();
      List<Row> fresh = wanted.values().stream().filter(row -> !kept.contains(row.code())).toList();
      if (!gone.isEmpty()) {
        db.sql(REMOVE.with(Map.of("relation", layer))).param("territory", piece.territory()).param("codes", gone.toArray(String[]::new)).update();
      }
      if (!fresh.isEmpty()) {
        db.sql(INSERT.with(Map.of("relation", layer))).param("territory", piece.territory()).param("piece", piece.code())
            .param("rows", JSON.writeValueAsString(fresh)).update();
      }
    }
  }

  /** Removes all rows of a territory. */
  void forget(String territory) {
    LAYERS.forEach(layer -> db.sql("DELETE FROM " + Sql.quote(layer) + " WHERE territory_code = :territory").param("territory", territory).update());
  }
}
