package org.comparto.editing;

import static org.comparto.database.Sql.literal;
import static org.comparto.database.Sql.quote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.crs.Crs;
import org.comparto.database.Sql;
import org.comparto.feature.FeatureVersion;
import org.comparto.feature.Features;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Single features in the database. Values go in as one JSON object that PostgreSQL reads into the types of the columns; names
 * come from descriptors.
 */
@Component
class FeatureStore {

  private static final Sql PRESENT = Sql.load("editing/present.sql");
  private static final Sql DIFFERS = Sql.load("editing/differs.sql");
  private static final Sql UPDATE = Sql.load("editing/update.sql");
  private static final Sql INSERT = Sql.load("editing/insert.sql");
  private static final Sql RETIRE = Sql.load("editing/retire.sql");
  private static final String PATIENCE = Sql.load("editing/patience.sql").text();
  /** A load that is being applied holds its layer; nobody waits for it with a connection in hand. */
  private static final Duration LOCK = Duration.ofSeconds(5);
  private static final Duration STATEMENT = Duration.ofSeconds(20);

  private final JdbcClient db;
  private final Features features;

  FeatureStore(JdbcClient db, Features features) {
    this.db = db;
    this.features = features;
  }

  /** In this transaction nothing waits for long. */
  void limitWaiting() {
    db.sql(PATIENCE).param("lock", LOCK.toMillis() + "ms").param("statement", STATEMENT.toMillis() + "ms").query().listOfRows();
  }

  /** Locks a public feature: whoever writes it meanwhile waits. Nothing if there is none. */
  Optional<StoredFeature> lock(Layer layer, long id, Crs crs) {
    return read(layer, id, crs, new PublicReading(layer).condition(), "FOR UPDATE");
  }

  /** Locks a feature, retired ones and those without consent too. */
  Optional<StoredFeature> lockAny(Layer layer, long id) {
    return read(layer, id, Crs.CRS84, kept(layer), "FOR UPDATE");
  }

  /** A feature, retired ones and those without consent too. */
  Optional<StoredFeature> find(Layer layer, long id, Crs crs) {
    return read(layer, id, crs, kept(layer), "");
  }

  private Optional<StoredFeature> read(Layer layer, long id, Crs crs, String condition, String lock) {
    PublicReading reading = new PublicReading(layer);
    String geometry = crs.srid() == Crs.CRS84.srid() ? "geom" : "ST_Transform(geom, " + crs.srid() + ")";
    String columns = Stream.concat(layer.fillableAttributes().stream().filter(a -> isColumn(layer, a)).map(a -> quote(a.name())),
        Stream.of("NULL AS \"#\"")).collect(Collectors.joining(", "));
    return db.sql(PRESENT.with(Map.of("relation", reading.relation(), "condition", condition, "lock", lock,
            "columns", columns, "properties", layer.kind() == Layer.Kind.CORE ? "NULL" : "properties",
            "consents", layer.consent() == null ? "NULL" : "to_json(" + quote(layer.consent().column()) + ")",
            "geometry", crs.northFirst() ? "ST_FlipCoordinates(" + geometry + ")" : geometry, "decimals", String.valueOf(crs.decimals()))))
        .param("id", id)
        .query((row, n) -> new StoredFeature(FeatureVersion.of(id, row.getString("xmin"), features.form(layer)), row.getInt("version"),
            row.getString("publication_status"), row.getTimestamp("updated_at").toInstant(), row.getString("updated_by"),
            row.getString("territory_code"), row.getString("shape"), FeatureBody.JSON.readTree(row.getString("geometry")),
            values(row.getString("columns"), row.getString("properties")),
            FeatureBody.JSON.readTree(row.getString("consents") == null ? "null" : row.getString("consents"))))
        .optional();
  }

  private static String kept(Layer layer) {
    return here(layer) + " AND publication_status IN ('published', 'retired')";
  }

  /** A partition holds one layer only, but said so its primary key finds the row. */
  private static String here(Layer layer) {
    return layer.kind() == Layer.Kind.THEMATIC ? "layer_id = " + literal(layer.id()) : "true";
  }

  private static Map<String, JsonNode> values(String columns, @Nullable String properties) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (String object : properties == null ? List.of(columns) : List.of(columns, properties)) {
      FeatureBody.JSON.readTree(object).properties().forEach(value -> values.put(value.getKey(), value.getValue()));
    }
    values.remove("#"); // stands for no column at all, so that there is one to select
    return values;
  }

  /** Whether writing would change anything: a change that changes nothing is none. */
  boolean differs(Layer layer, long id, Map<String, JsonNode> values, @Nullable String shape) {
    List<String> parts = new ArrayList<>(columns(layer, values).stream().map(c -> quote(c) + " IS DISTINCT FROM " + fresh(c)).toList());
    if (layer.kind() == Layer.Kind.THEMATIC) {
      parts.add("properties IS DISTINCT FROM " + properties());
    }
    parts.add(shape == null ? "CAST(:shape AS text) IS NOT NULL" : "geom IS DISTINCT FROM CAST(:shape AS geometry)");
    return bind(db.sql(DIFFERS.with(pieces(layer, values, Map.of("differs", String.join(" OR ", parts))))), layer, values, shape)
        .param("id", id).query(Boolean.class).single();
  }

  /** A feature that is locked; it is published from now on if it was retired. @param shape null: it stays */
  Published update(Layer layer, long id, Map<String, JsonNode> values, @Nullable String shape) {
    List<String> parts = new ArrayList<>(columns(layer, values).stream().map(c -> quote(c) + " = " + fresh(c)).toList());
    if (layer.kind() == Layer.Kind.THEMATIC) {
      parts.add("properties = " + properties());
    }
    parts.add("geom = coalesce(CAST(:shape AS geometry), geom)");
    return bind(db.sql(UPDATE.with(pieces(layer, values, Map.of("assignments", String.join(",\n    ", parts))))), layer, values, shape)
        .param("id", id).query((row, n) -> published(layer, row)).single();
  }

  Published insert(Layer layer, Map<String, JsonNode> values, String shape, String author, long change) {
    List<String> columns = columns(layer, values);
    Stream<String> names = columns.stream().map(Sql::quote);
    Stream<String> given = columns.stream().map(FeatureStore::fresh);
    if (layer.kind() == Layer.Kind.THEMATIC) {
      names = Stream.concat(names, Stream.of("properties"));
      given = Stream.concat(given, Stream.of("CAST(:set AS jsonb)"));
    }
    String sql = INSERT.with(pieces(layer, values, Map.of("names", names.map(n -> n + ", ").collect(Collectors.joining()),
        "given", given.map(g -> g + ", ").collect(Collectors.joining()))));
    return db.sql(sql).param("values", object(columns, values)).param("shape", shape).param("author", author).param("change", change)
        .params(layer.kind() == Layer.Kind.THEMATIC ? Map.of("set", set(layer, values)) : Map.of())
        .query((row, n) -> published(layer, row)).single();
  }

  /** A feature that is locked is nowhere public any more; row, code and history stay. */
  Published retire(Layer layer, long id) {
    return db.sql(RETIRE.with(Map.of("relation", new PublicReading(layer).relation(), "here", here(layer)))).param("id", id)
        .query((row, n) -> published(layer, row)).single();
  }

  private Published published(Layer layer, ResultSet row) throws SQLException {
    return new Published(row.getLong("id"), row.getInt("version"), FeatureVersion.of(row.getLong("id"), row.getString("xmin"), features.form(layer)));
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Layer layer, Map<String, JsonNode> values, @Nullable String shape) {
    JdbcClient.StatementSpec bound = statement.param("values", object(columns(layer, values), values)).param("shape", shape);
    return layer.kind() == Layer.Kind.CORE ? bound : bound.param("set", set(layer, values)).param("removed", removed(layer, values));
  }

  private static Map<String, String> pieces(Layer layer, Map<String, JsonNode> values, Map<String, String> further) {
    PublicReading reading = new PublicReading(layer);
    Map<String, String> pieces = new LinkedHashMap<>(further);
    pieces.put("relation", reading.relation());
    pieces.put("here", here(layer));
    // under names that no column has
    pieces.put("fresh", Stream.concat(columns(layer, values).stream().map(c -> "read." + quote(c) + " AS " + fresh(c)), Stream.of("1 AS \"#\""))
        .collect(Collectors.joining(", ")));
    return pieces;
  }

  private static String properties() {
    return "(properties - CAST(:removed AS text[])) || CAST(:set AS jsonb)";
  }

  private static String fresh(String column) {
    return quote("#" + column);
  }

  private static List<String> columns(Layer layer, Map<String, JsonNode> values) {
    return values.keySet().stream().filter(name -> isColumn(layer, layer.findAttribute(name).orElseThrow())).toList();
  }

  private static boolean isColumn(Layer layer, Attribute attribute) {
    return layer.column(attribute).isPresent();
  }

  private static List<String> properties(Layer layer, Map<String, JsonNode> values) {
    return values.keySet().stream().filter(name -> !isColumn(layer, layer.findAttribute(name).orElseThrow())).toList();
  }

  /** Properties that are known; what is not known is not kept. */
  private static String set(Layer layer, Map<String, JsonNode> values) {
    return object(properties(layer, values).stream().filter(name -> !values.get(name).isNull()).toList(), values);
  }

  /** As a literal of an array; names are snake_case, as descriptors are checked for. */
  private static String removed(Layer layer, Map<String, JsonNode> values) {
    return "{" + String.join(",", properties(layer, values).stream().filter(name -> values.get(name).isNull()).toList()) + "}";
  }

  private static String object(List<String> names, Map<String, JsonNode> values) {
    ObjectNode object = FeatureBody.JSON.createObjectNode();
    names.forEach(name -> object.set(name, values.get(name)));
    return FeatureBody.JSON.writeValueAsString(object);
  }
}
