package org.comparto.intake;

import static org.comparto.database.Sql.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;

/**
 * What one load writes into one layer: the pieces of SQL that its statements are put together from. Aliases: s staging,
 * t target table, r the layer's relation, m match. Names come from descriptors and from the database's own catalogue.
 *
 * @param exists false: the layer is made by this load
 * @param geometryType of the relation's column, for instance MULTIPOLYGON; GEOMETRY for any
 */
record Target(Load load, LoadPlan plan, Layer layer, boolean exists, String geometryType, List<Column> columns) {

  /** Filled by the application where nothing is mapped to them. */
  private static final List<String> OWN = List.of("code", "territory_code", "municipality_code");

  /** A function of PostgreSQL takes 100 arguments. */
  private static final int MOST_PAIRS = 50;

  String relation() {
    return quote(layer.relation());
  }

  Optional<Column> column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  boolean isCore() {
    return layer.kind() == Layer.Kind.CORE;
  }

  /** Territories and municipalities belong to themselves; their codes are unique without a territory. */
  boolean isGeography() {
    return layer.id().equals("territory") || layer.id().equals("municipality");
  }

  /** What the target table is made of, but for row number, id and geometry. */
  List<String> names() {
    List<String> names = new ArrayList<>(OWN);
    columns.stream().map(Column::name).filter(n -> !OWN.contains(n)).forEach(names::add);
    return names;
  }

  Attribute attribute(String name) {
    return layer.findAttribute(name).orElseThrow();
  }

  private boolean isProperty(String name) {
    return layer.column(attribute(name)).isEmpty();
  }

  /** The columns that an insert fills from the target, apart from the geometry. */
  List<String> insertedColumns() {
    return names().stream().filter(n -> !isProperty(n)).toList();
  }

  private List<String> properties() {
    return names().stream().filter(this::isProperty).toList();
  }

  /** The properties as one JSON object without nulls, of a thematic layer's row t. */
  String propertiesOf(String alias) {
    if (properties().isEmpty()) {
      return "'{}'::jsonb";
    }
    List<String> pairs = properties().stream().map(n -> org.comparto.database.Sql.literal(n) + ", " + json(n, alias + "." + quote(n))).toList();
    List<String> objects = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i += MOST_PAIRS) {
      objects.add("jsonb_build_object(" + String.join(", ", pairs.subList(i, Math.min(i + MOST_PAIRS, pairs.size()))) + ")");
    }
    return "jsonb_strip_nulls(" + String.join(" || ", objects) + ")";
  }

  /** Instants are written in UTC, so that the same one is the same text whatever the session's time zone. */
  private String json(String name, String value) {
    return column(name).filter(c -> c.sqlType().equals("timestamp with time zone")).isPresent()
        ? "to_char(" + value + " AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')" : value;
  }

  /** What a matched record is compared by and updated with: only what is mapped. */
  List<Column> written() {
    Set<String> keys = new HashSet<>(Set.of("code".equals(plan.keyOrCode()) ? "code" : ""));
    return columns.stream().filter(c -> !keys.contains(c.name())).toList();
  }

  /** Whether the value of t differs from that of r. */
  String differs(Column c) {
    return isProperty(c.name())
        ? "(r.properties -> " + org.comparto.database.Sql.literal(c.name()) + ") IS DISTINCT FROM to_jsonb(" + json(c.name(), "t." + c.quoted()) + ")"
        : "r." + c.quoted() + " IS DISTINCT FROM t." + c.quoted();
  }

  /** The present value of a written attribute, as JSON can show it. */
  String present(Column c) {
    return isProperty(c.name()) ? "(r.properties -> " + org.comparto.database.Sql.literal(c.name()) + ")" : "r." + c.quoted();
  }

  /** SET list of an update of r from t. */
  String assignments() {
    List<String> parts = new ArrayList<>();
    written().stream().filter(c -> !isProperty(c.name())).forEach(c -> parts.add(c.quoted() + " = t." + c.quoted()));
    if (!properties().isEmpty()) {
      String names = properties().stream().map(org.comparto.database.Sql::literal).collect(Collectors.joining(", "));
      parts.add("properties = (r.properties - ARRAY[" + names + "]) || " + propertiesOf("t"));
    }
    parts.add("geom = CASE WHEN 'geometry' = ANY (m.changed) THEN t.\"#geom\" ELSE r.geom END");
    // what was made up is made up no longer once somebody's file says how it is
    parts.add("demonstration = false");
    if (column("source").isEmpty()) {
      parts.add("source = CASE WHEN r.demonstration THEN :file ELSE r.source END");
    }
    return String.join(",\n    ", parts);
  }

  /** The condition by which a row of t finds its record r. */
  String found() {
    String key = plan.keyOrCode();
    String same = isProperty(key) ? "(r.properties ->> " + org.comparto.database.Sql.literal(key) + ") = t." + quote(key) + "::text"
        : "r." + quote(key) + " = t." + quote(key);
    return isCore() && !isGeography() ? "r.territory_code = t.territory_code AND " + same : same;
  }

  /** Within what a key must be unique in the file. */
  String keyWithTerritory() {
    return (isCore() && !isGeography() ? "territory_code, " : "") + quote(plan.keyOrCode());
  }

  /** Rows that may not be written, as a condition on load_problem p. */
  String rejects() {
    return plan.repair() ? "p.severity = 'reject'" : "p.severity IN ('reject', 'repair')";
  }

  /** Rows of t that may be written. */
  String accepted() {
    return "NOT EXISTS (SELECT FROM load_problem AS p WHERE p.load_id = " + load.id() + " AND p.row_number = t.\"#row\" AND " + rejects() + ")";
  }

  /** The number of dimensions that a shape must have; null for any. */
  Integer dimension() {
    return switch (layer.geometry()) {
      case POINT -> 0;
      case LINE -> 1;
      case POLYGON -> 2;
      case ANY -> null;
    };
  }
}
