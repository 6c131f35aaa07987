package org.comparto.intake;

import static org.comparto.database.Sql.literal;
import static org.comparto.database.Sql.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists, in load_problem, the rows of a target table that the layer can not hold: attribute-wrong-type,
 * attribute-unknown-code, attribute-unknown-reference, attribute-missing-required, attribute-not-allowed, key-missing,
 * key-duplicate, key-ambiguous, territory-unknown, territory-forbidden, geometry-wrong-type.
 */
@Component
class AttributeChecks {

  private static final Sql NOTE = Sql.load("intake/note-problems.sql");
  private static final Sql DUPLICATES = Sql.load("intake/note-duplicate-keys.sql");

  private final JdbcClient db;

  AttributeChecks(JdbcClient db) {
    this.db = db;
  }

  /** Before it, only the problems of staging are listed. */
  void check(Target target) {
    checkValues(target);
    checkConstraints(target);
    checkGeometry(target);
    checkKeys(target);
  }

  private void checkValues(Target target) {
    List<String> faults = new ArrayList<>();
    for (Column c : target.columns()) {
      if (c.canFail()) {
        String reason = "'\"' || left(" + c.raw() + ", 80) || '\" ' || " + c.expectation();
        faults.add("(" + c.raw() + " IS NOT NULL AND t." + c.quoted() + " IS NULL, " + literal(c.code()) + ", " + literal(c.name())
            + ", 'reject', " + reason + ")");
      }
    }
    if (!faults.isEmpty()) {
      note(target, "JOIN " + target.load().staging() + " AS s ON s.row_number = t.\"#row\"", faults);
    }
  }


  /** What the table itself would refuse: asked before, so that one row does not stop all others. */
  private void checkConstraints(Target target) {
    if (!target.isCore()) {
      return;
    }
    Set<String> there = Set.copyOf(target.names());
    List<String> faults = new ArrayList<>();
    db.sql("""
        SELECT pg_get_expr(c.conbin, c.conrelid) AS condition, string_agg(a.attname, ',' ORDER BY a.attnum) AS columns
        FROM pg_constraint AS c JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
        WHERE c.conrelid = CAST(:relation AS regclass) AND c.contype = 'c' GROUP BY c.oid, c.conbin, c.conrelid""")
        .param("relation", target.relation()).query(row -> {
          List<String> columns = List.of(row.getString("columns").split(","));
          if (there.containsAll(columns)) {
            String value = columns.stream().map(c -> "coalesce(t." + quote(c) + "::text, '')").collect(Collectors.joining(" || ', ' || "));
            faults.add("(NOT (" + row.getString("condition") + "), 'attribute-not-allowed', " + literal(columns.get(0)) + ", 'reject', '\"' || left("
                + value + ", 80) || '\" is not allowed in " + String.join(", ", columns) + "')");
          }
        });
    if (!faults.isEmpty()) {
      note(target, "", faults);
    }
  }

  private void checkGeometry(Target target) {
    List<String> faults = new ArrayList<>();
    // whoever read the row has perhaps said already why there is none
    faults.add("(t.\"#geom\" IS NULL AND NOT EXISTS (SELECT FROM load_problem AS p WHERE p.load_id = " + target.load().id()
        + " AND p.row_number = t.\"#row\" AND " + target.rejects() + "), 'geometry-empty', NULL, 'reject', 'the row has no geometry')");
    if (target.dimension() != null) {
      String wrong = "ST_Dimension(t.\"#geom\") <> " + target.dimension() + " OR GeometryType(t.\"#geom\") = 'GEOMETRYCOLLECTION'"
          + (target.geometryType().equals("POINT") ? " OR ST_NumGeometries(t.\"#geom\") > 1" : "");
      faults.add("(" + wrong + ", 'geometry-wrong-type', NULL, 'reject', 'the layer takes "
          + target.layer().geometry().name().toLowerCase(java.util.Locale.ROOT) + "s, this is a ' || lower(GeometryType(t.\"#geom\")))");
    }
    note(target, "", faults);
  }

  private void checkKeys(Target target) {
    String key = quote(target.plan().keyOrCode());
    List<String> faults = new ArrayList<>();
    faults.add("(t." + key + " IS NULL OR t.code IS NULL, 'key-missing', " + literal(target.plan().keyOrCode())
        + ", 'reject', 'the row has no key')");
    if (target.isCore()) {
      faults.add("(t.territory_code IS NULL, 'territory-unknown', 'territory_code', 'reject', 'no territory is named, and the row lies in none')");
    }
    if (target.load().territory() != null) {
      faults.add("(t.territory_code <> " + literal(target.load().territory()) + ", 'territory-forbidden', 'territory_code', 'reject', "
          + "'you may load into the territory " + target.load().territory().replace("'", "''") + " only')");
    }
    note(target, "", faults);
    db.sql(DUPLICATES.with(Map.of("target", target.load().target(), "key", target.keyWithTerritory(), "column", key)))
        .param("load", target.load().id()).param("field", target.plan().keyOrCode()).update();
  }

  /** After matching: a record that would be made needs what its layer requires; one that is there may have it already. */
  void checkRequired(Target target) {
    List<String> faults = new ArrayList<>();
    for (Attribute a : target.layer().attributes()) {
      if (a.required() && !a.name().equals("code")) {
        String missing = target.column(a.name()).map(c -> "t." + c.quoted() + " IS NULL").orElse("m.\"#row\" IS NULL");
        faults.add("(" + missing + ", 'attribute-missing-required', " + literal(a.name()) + ", 'reject', 'a value is required')");
      }
    }
    if (!faults.isEmpty()) {
      note(target, "LEFT JOIN " + target.load().match() + " AS m ON m.\"#row\" = t.\"#row\"", faults);
    }
  }

  /** @param faults rows of (condition, code, field, severity, reason) */
  private void note(Target target, String join, List<String> faults) {
    db.sql(NOTE.with(Map.of("target", target.load().target(), "join", join, "faults", String.join(",\n  ", faults))))
        .param("load", target.load().id()).update();
  }
}
