package org.comparto.intake;

import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.comparto.feature.Whereabouts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what is wrong with the geometries of a load by SQL in staging, and offers what mends them. */
@Component
class GeometryChecks {

  /** Of a geometry, 64 bits: the hash by which the database groups geometries, and another of two sides of its box. */
  private static final String FINGERPRINT =
      "(geometry_hash(geom)::bigint << 32 | (hashfloat8(ST_XMin(geom) + 3 * ST_YMax(geom))::bigint & 4294967295))";

  private record Survey(long empty, long invalid) {}

  private final JdbcClient db;

  GeometryChecks(JdbcClient db) {
    this.db = db;
  }

  /** What was seen while reading. */
  void note(long loadId, List<RowProblem> problems) {
    for (RowProblem problem : problems) {
      if (!problem.isUnclosed()) {
        db.sql("""
            INSERT INTO load_problem (load_id, row_number, code, severity, reason) VALUES (:load, :row, :code, 'reject', :reason)""")
            .param("load", loadId).param("row", problem.row()).param("code", problem.code()).param("reason", problem.reason()).update();
      }
    }
  }

  /** Makes geometries plane and straight, and says where that lost something. */
  void flatten(long loadId) {
    run("heights", loadId).update();
    run("curves", loadId).update();
    run("plane", loadId).update();
  }

  void unclosed(long loadId, List<Long> rows) {
    if (!rows.isEmpty()) {
      run("unclosed-rings", loadId).param("rows", rows.toArray(Long[]::new)).update();
    }
  }

  void unreadable(long loadId, String textColumn) {
    statement("unreadable-texts", Map.of("table", Staging.table(loadId), "text", Sql.quote(textColumn)), loadId).update();
    db.sql("ALTER TABLE " + Staging.table(loadId) + " DROP COLUMN " + Sql.quote(textColumn)).update();
  }

  /** What holds for every layer, whatever it is loaded into. */
  void general(long loadId) {
    Survey survey = run("survey-geometries", loadId).query(Survey.class).single();
    if (survey.empty() > 0) {
      run("empty-geometries", loadId).update();
    }
    if (survey.invalid() > 0) {
      run("invalid-geometries", loadId).update();
    }
    if (run("count-alike", loadId).query(Long.class).single() > 0) {
      run("duplicate-geometries", loadId).update();
    }
  }

  /**
   * What depends on where the rows shall go; asked again, it is found anew.
   *
   * @param geometryType of the target layer: Point, LineString, Polygon or the Multi of it; null for any
   * @param territory whose box rows must touch; null for all territories together
   */
  void forTarget(long loadId, @Nullable String geometryType, @Nullable String territory) {
    db.sql("DELETE FROM " + Staging.table(loadId) + "_repair AS r USING load_problem AS p WHERE p.load_id = :load"
        + " AND p.code = 'geometry-swapped-axes' AND p.row_number = r.row_number").param("load", loadId).update();
    db.sql("DELETE FROM load_problem WHERE load_id = :load"
        + " AND code IN ('geometry-wrong-type', 'geometry-outside-territory', 'geometry-swapped-axes')").param("load", loadId).update();
    if (geometryType != null && !geometryType.equals("Geometry") && !geometryType.equals("GeometryCollection")) {
      int dimension = geometryType.endsWith("Point") ? 0 : geometryType.endsWith("LineString") ? 1 : 2;
      run("wrong-type", loadId).param("type", geometryType).param("dimension", dimension).update();
    }
    run("wrong-place", loadId).param("territory", territory).update();
    run("exchanged", loadId).update();
  }

  List<Staged.ProblemCount> counts(long loadId) {
    return db.sql(Sql.load("intake/problem-counts.sql").text()).param("load", loadId)
        .query((row, n) -> new Staged.ProblemCount(row.getString("code"), row.getString("severity"), row.getLong("count"))).list();
  }

  private JdbcClient.StatementSpec run(String query, long loadId) {
    return statement(query, Map.of("table", Staging.table(loadId), "table_repair", Staging.table(loadId) + "_repair",
        "fingerprint", FINGERPRINT,
        "frame", Whereabouts.frame("cast(:territory AS text)")), loadId);
  }

  private JdbcClient.StatementSpec statement(String query, Map<String, String> pieces, long loadId) {
    String text = Sql.load("intake/" + query + ".sql").with(pieces);
    JdbcClient.StatementSpec statement = db.sql(text);
    return text.contains(":load") ? statement.param("load", loadId) : statement;
  }
}
