package org.comparto.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.problem.InvalidInputException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Single rows of a checked or applied load, as long as its working tables are kept; problems are kept for good. */
@Component
class LoadRows {

  /** What happened to a row, or (removed) to a record. */
  enum Kind {
    CREATED, CHANGED, REMOVED, REJECTED, REPAIRED;

    static Kind of(String word) {
      return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst().orElseThrow(() -> new InvalidInputException("kind",
          "kind must be one of " + Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", "))));
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Map<Kind, Sql> QUERIES = Map.of(
      Kind.CREATED, Sql.load("intake/rows-created.sql"), Kind.CHANGED, Sql.load("intake/rows-changed.sql"),
      Kind.REMOVED, Sql.load("intake/rows-removed.sql"), Kind.REJECTED, Sql.load("intake/rows-with-problems.sql"),
      Kind.REPAIRED, Sql.load("intake/rows-with-problems.sql"));

  private final JdbcClient db;
  private final JsonMapper json;
  private final TargetTable tables;

  LoadRows(JdbcClient db, JsonMapper json, TargetTable tables) {
    this.db = db;
    this.json = json;
    this.tables = tables;
  }

  /** @param after the {@code page} of the last item before; 0 to begin with */
  List<JsonNode> read(Load load, Kind kind, int limit, long after) {
    boolean kept = tables.exists(load.target()) && tables.exists(load.match());
    boolean problems = kind == Kind.REJECTED || kind == Kind.REPAIRED;
    if (!kept && !problems) {
      return List.of();
    }
    boolean repair = load.plan() != null && load.plan().repair();
    String severities = kind == Kind.REPAIRED ? repair ? "'repair'" : "''" : repair ? "'reject'" : "'reject', 'repair'";
    String rejects = repair ? "p.severity = 'reject'" : "p.severity IN ('reject', 'repair')";
    String sql = QUERIES.get(kind).with(Map.of("target", kept ? load.target() : "(SELECT NULL::bigint AS \"#row\", NULL::bigint AS \"#id\","
        + " NULL::geometry AS \"#geom\", NULL::text AS code)", "match", load.match(), "severities", severities, "accepted",
        "NOT EXISTS (SELECT FROM load_problem AS p WHERE p.load_id = " + load.id() + " AND p.row_number = t.\"#row\" AND " + rejects + ")"));
    return db.sql(sql).param("load", load.id()).param("limit", limit).param("after", after).query(String.class).list().stream()
        .map(json::readTree).toList();
  }
}
