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
import org.comparto.layer.AttributeType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists, in load_problem, the rows of a target table that the layer can not hold: attribute-wrong-type,
 * attribute-unknown-code, attribute-unknown-reference, attribute-missing-required, attribute-not-allowed, key-missing,
 * key-duplicate, key-ambiguous, territory-unknown, territory-forbidden, geometry-wrong-type.
 */
@Component
class AttributeChecks {

  /**
   * What may be wrong with a row.
   *
   * @param present the condition, in SQL
   * @param field the attribute; null if it is the geometry
   * @param reason an expression, in SQL
   */
  private record Fault(String present, String code, @Nullable String field, String reason) {

    String row() {
      return "(" + present + ", " + literal(code) + ", " + (field == null ? "NULL" : literal(field)) + ", 'reject', " + reason + ")";
    }
  }

  private static final Sql COUNT = Sql.load("intake/count-problems.sql");
  private static final Sql NOTE = Sql.load("intake/note-problems.sql");
  private static final Sql ALIKE = Sql.load("intake/count-alike-keys.sql");
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
    List<Fault> faults = new ArrayList<>();
    for (Column c : target.columns()) {
      if (c.canFail()) {
        String reason = "'\"' || left(" + c.raw() + ", 80) || '\" ' || " + c.expectation();
        faults.add(new Fault(c.raw() + " IS NOT NULL AND t." + c.quoted() + " IS NULL", c.code(), c.name(), reason));
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
    List<Fault> faults = new ArrayList<>();
    db.sql("""
        SELECT pg_get_expr(c.conbin, c.conrelid) AS condition, string_agg(a.attname, ',' ORDER BY a.attnum) AS columns
        FROM pg_constraint AS c JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
        WHERE c.conrelid = CAST(:relation AS regclass) AND c.contype = 'c' GROUP BY c.oid, c.conbin, c.conrelid""")
        .param("relation", target.relation()).query(row -> {
          List<String> columns = List.of(row.getString("columns").split(","));
          if (there.containsAll(columns)) {
            String value = columns.stream().map(c -> "coalesce(t." + quote(c) + "::text, '')").collect(Collectors.joining(" || ', ' || "));
            faults.add(new Fault("NOT (" + row.getString("condition") + ")", "attribute-not-allowed", columns.get(0),
                "'\"' || left(" + value + ", 80) || '\" is not allowed in " + String.join(", ", columns) + "'"));
          }
        });
    if (!faults.isEmpty()) {
      note(target, "", faults);
    }
  }

  private void checkGeometry(Target target) {
    List<Fault> faults = new ArrayList<>();
    // whoever read the row has perhaps said already why there is none
    faults.add(new Fault("t.\"#geom\" IS NULL AND NOT EXISTS (SELECT FROM load_problem AS p WHERE p.load_id = " + target.load().id()
        + " AND p.row_number = t.\"#row\" AND " + target.rejects() + ")", "geometry-empty", null, "'the row has no geometry'"));
    if (target.dimension() != null) {
      String wrong = "ST_Dimension(t.\"#geom\") <> " + target.dimension() + " OR GeometryType(t.\"#geom\") = 'GEOMETRYCOLLECTION'"
          + (target.geometryType().equals("POINT") ? " OR ST_NumGeometries(t.\"#geom\") > 1" : "");
      faults.add(new Fault(wrong, "geometry-wrong-type", null, "'the layer takes "
          + target.layer().geometry().name().toLowerCase(java.util.Locale.ROOT) + "s, this is a ' || lower(GeometryType(t.\"#geom\"))"));
    }
    note(target, "", faults);
  }

  private void checkKeys(Target target) {
    String key = quote(target.plan().keyOrCode());
    List<Fault> faults = new ArrayList<>();
    faults.add(new Fault("t." + key + " IS NULL OR t.code IS NULL", "key-missing", target.plan().keyOrCode(), "'the row has no key'"));
    if (target.isCore() && !target.layer().id().equals("municipality")) {
      faults.add(new Fault("t.territory_code IS NULL", "territory-unknown", "territory_code", "'no territory is named, and the row lies in none'"));
    }
    if (target.load().territory() != null) {
      faults.add(new Fault("t.territory_code <> " + literal(target.load().territory()), "territory-forbidden", "territory_code",
          "'you may load into the territory " + target.load().territory().replace("'", "''") + " only'"));
    }
    note(target, "", faults);
    Map<String, String> pieces = Map.of("target", target.load().target(), "key", target.keyWithTerritory(), "column", key);
    // the same number can be written in two ways: only of texts the hash of what is written tells
    boolean text = target.attribute(target.plan().keyOrCode()).type() == AttributeType.TEXT;
    if (!text || db.sql(ALIKE.with(pieces)).query(Long.class).single() > 0) {
      db.sql(DUPLICATES.with(pieces)).param("load", target.load().id()).param("field", target.plan().keyOrCode()).update();
    }
  }

  /** After matching: a record that would be made needs what its layer requires; one that is there may have it already. */
  void checkRequired(Target target) {
    List<Fault> faults = new ArrayList<>();
    for (Attribute a : target.layer().attributes()) {
      if (a.required() && !a.name().equals("code")) {
        String missing = target.column(a.name()).map(c -> "t." + c.quoted() + " IS NULL").orElse("m.\"#row\" IS NULL");
        faults.add(new Fault(missing, "attribute-missing-required", a.name(), "'a value is required'"));
      }
    }
    if (!faults.isEmpty()) {
      note(target, "LEFT JOIN " + target.load().match() + " AS m ON m.\"#row\" = t.\"#row\"", faults);
    }
  }

  /** Looks first, and then writes down what there is. */
  private void note(Target target, String join, List<Fault> faults) {
    String present = faults.stream().map(f -> "(" + f.present() + ")").collect(Collectors.joining(" OR "));
    Map<String, String> pieces = Map.of("target", target.load().target(), "join", join, "present", present,
        "faults", faults.stream().map(Fault::row).collect(Collectors.joining(",\n  ")));
    if (db.sql(COUNT.with(pieces)).query(Long.class).single() > 0) {
      db.sql(NOTE.with(pieces)).param("load", target.load().id()).update();
    }
  }
}
