package org.comparto.intake;

import static org.comparto.database.Sql.literal;
import static org.comparto.database.Sql.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.feature.Whereabouts;
import org.comparto.layer.Layer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes, from a staging table, the table of typed rows as they would be written into the layer. For a layer that the load
 * makes it is a view: there is nothing to compare the rows with, and each value is read twice at most.
 */
@Component
class TargetTable {

  private static final Sql CREATE = Sql.load("intake/create-target.sql");

  private final JdbcClient db;
  private final Columns columns;

  TargetTable(JdbcClient db, Columns columns) {
    this.db = db;
    this.columns = columns;
  }

  Target target(Load load, LoadPlan plan, Layer layer, boolean exists, boolean identity) {
    Map<String, String> mapping = plan.mapping() == null ? Map.of() : plan.mapping();
    return new Target(load, plan, layer, exists, exists ? geometryType(layer) : "GEOMETRY",
        columns.of(layer, exists, load.staging(), mapping, plan.values(), plan.parts(), identity));
  }

  private String geometryType(Layer layer) {
    return db.sql("SELECT type FROM geometry_columns WHERE f_table_schema = current_schema() AND f_table_name = :relation AND f_geometry_column = 'geom'")
        .param("relation", layer.relation()).query(String.class).single();
  }

  void create(Target target) {
    drop(target.load());
    List<String> values = new ArrayList<>();
    for (String name : target.names()) {
      values.add(expression(target, name) + " AS " + quote(name));
    }
    db.sql(CREATE.with(Map.of("kind", target.exists() ? "UNLOGGED TABLE" : "VIEW",
        "id", target.exists() ? "nextval('feature_id_seq')" : "s.row_number + " + setAsideIds(target.load()),
        "target", target.load().target(), "staging", target.load().staging(), "geometry", geometry(target),
        "repair", target.plan().repair() && exists(target.load().repaired())
            ? "LEFT JOIN " + target.load().repaired() + " AS f ON f.row_number = s.row_number" : "",
        "values", String.join(",\n  ", values), "place", placeIsNeeded(target) ? place(target) : "SELECT NULL::geometry AS point"))).update();
    if (target.exists()) {
      db.sql("ANALYZE " + target.load().target()).update();
    }
  }

  private void drop(Load load) {
    db.sql("DROP " + (isView(load) ? "VIEW" : "TABLE") + " IF EXISTS " + load.target()).update();
  }

  /** Whether the rows are read from staging and their ids are numbered like them. */
  boolean isView(Load load) {
    return db.sql("SELECT EXISTS (SELECT FROM pg_class WHERE oid = to_regclass(:table) AND relkind = 'v')").param("table", load.target())
        .query(Boolean.class).single();
  }

  /** What is to be added to a row's number for its id. */
  private long setAsideIds(Load load) {
    return db.sql("SELECT set_aside_feature_ids((SELECT coalesce(max(row_number), 0) FROM " + load.staging() + "))").query(Long.class).single();
  }

  boolean exists(String table) {
    return db.sql("SELECT to_regclass(:table) IS NOT NULL").param("table", table).query(Boolean.class).single();
  }

  private String geometry(Target target) {
    String shape = "s.geom";
    if (target.plan().repair() && exists(target.load().repaired())) {
      String repaired = target.dimension() == null ? "f.geom" : "ST_CollectionExtract(f.geom, " + (target.dimension() + 1) + ")";
      shape = "coalesce(" + repaired + ", s.geom)";
    }
    return switch (target.geometryType()) {
      case "MULTIPOLYGON", "MULTILINESTRING", "MULTIPOINT" -> "ST_Multi(" + shape + ")";
      case "POINT" -> "(SELECT CASE WHEN ST_NumGeometries(g) = 1 THEN ST_GeometryN(g, 1) ELSE g END FROM (SELECT " + shape + " AS g) AS one)";
      default -> shape;
    };
  }

  private boolean placeIsNeeded(Target target) {
    return territoryByPlace(target) || municipalityByPlace(target);
  }

  private boolean territoryByPlace(Target target) {
    return target.plan().territory() == null && target.column("territory_code").isEmpty() && !target.layer().id().equals("territory")
        && db.sql("SELECT EXISTS (SELECT FROM territory)").query(Boolean.class).single();
  }

  /** Only where there are boundaries; a point at a seat says nothing about what lies around it. */
  private boolean municipalityByPlace(Target target) {
    return target.column("municipality_code").isEmpty() && !target.isGeography()
        && db.sql("SELECT EXISTS (SELECT FROM municipality WHERE ST_Dimension(geom) = 2)").query(Boolean.class).single();
  }

  /** A place inside each shape; none where the shape is not to be trusted. */
  private String place(Target target) {
    String rejected = "SELECT FROM load_problem AS p WHERE p.load_id = " + target.load().id() + " AND " + target.rejects();
    boolean all = !db.sql("SELECT EXISTS (" + rejected + ")").query(Boolean.class).single();
    return all ? "SELECT ST_PointOnSurface(shape.geom) AS point"
        : "SELECT CASE WHEN NOT EXISTS (" + rejected + " AND p.row_number = s.row_number) THEN ST_PointOnSurface(shape.geom) END AS point";
  }

  private String expression(Target target, String name) {
    return switch (name) {
      case "code" -> code(target);
      case "territory_code" -> target.layer().id().equals("territory") ? code(target)
          : target.plan().territory() != null ? literal(target.plan().territory()) + "::text"
          : target.column(name).map(Column::value).orElseGet(() -> territoryByPlace(target) ? territoryByPlaceOf(target) : "NULL::text");
      case "municipality_code" -> target.layer().id().equals("municipality") ? code(target)
          : target.column(name).map(Column::value).orElse(municipalityByPlace(target) ? Whereabouts.municipality("place.point") : "NULL::text");
      default -> target.column(name).orElseThrow().value();
    };
  }

  /** A municipality stays in the territory it was put in by hand: outlines of territories are coarser than official boundaries. */
  private String territoryByPlaceOf(Target target) {
    String byPlace = Whereabouts.territory("place.point");
    return target.layer().id().equals("municipality")
        ? "coalesce((SELECT known.territory_code FROM municipality AS known WHERE known.code = " + code(target) + "), " + byPlace + ")" : byPlace;
  }

  /** Mapped; else the key; else made from everything that the row says, so that the same row has the same code in the next file. */
  private String code(Target target) {
    String key = target.plan().keyOrCode();
    if (target.column("code").isPresent()) {
      Column code = target.column("code").get();
      // spreadsheets take the zeros from the beginning of ISTAT codes
      return target.layer().id().equals("municipality") && code.lookup() == null
          ? "(SELECT CASE WHEN c ~ '^\\d{1,5}$' THEN lpad(c, 6, '0') ELSE c END FROM (SELECT " + code.value() + " AS c) AS istat)" : code.value();
    }
    if (!key.equals("code")) {
      return target.column(key).map(c -> "(" + c.value() + ")::text").orElse("NULL::text");
    }
    if (target.isCore()) {
      return "NULL::text";
    }
    String fields = columns.typesOf(target.load().staging()).keySet().stream().filter(f -> !f.equals("row_number"))
        .map(f -> "s." + quote(f)).collect(Collectors.joining(", "));
    return "left(md5(ROW(" + fields + ")::text), 16)";
  }
}
