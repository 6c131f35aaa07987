package org.comparto.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.Localized;
import org.comparto.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A descriptor for data that nobody has described: types, code lists, symbol and scale as the staged rows suggest. */
@Component
class ThematicProposal {

  /** The descriptor, and which field fills which attribute. */
  record Proposal(Layer layer, Map<String, String> mapping) {}

  private static final int MOST_CODES = 30;
  private static final int LONGEST_CODE = 60;
  /** Names that mean something else in every layer, or in SQL. */
  private static final Set<String> TAKEN = Set.of("id", "code", "version", "publication_status", "created_at", "created_by", "updated_by", "search_text",
      "geom", "geom_3857", "geom_place", "geometry", "layer_id", "properties", "change_id", "bbox", "type");
  private static final List<String> COLOURS = List.of("#1f77b4", "#b5651d", "#2e8b57", "#8e5ea2", "#c0504d", "#3b8686", "#7f7f2a", "#4f6d9b");

  private final JdbcClient db;
  private final Columns columns;
  private final Layers layers;

  ThematicProposal(JdbcClient db, Columns columns, Layers layers) {
    this.db = db;
    this.columns = columns;
    this.layers = layers;
  }

  Proposal of(Load load, LoadPlan.NewLayer wanted) {
    List<Attribute> attributes = new ArrayList<>(layers.commonAttributes());
    Map<String, String> mapping = new LinkedHashMap<>();
    Map<String, List<Layer.Code>> codes = new LinkedHashMap<>();
    Map<String, String> fields = columns.typesOf(load.staging());
    fields.keySet().removeAll(Set.of("row_number", "geom"));
    List<String> names = List.copyOf(fields.keySet());
    Suggestion.common("code", names).filter(field -> isKey(load, field)).ifPresent(field -> mapping.put("code", field));
    Suggestion.common("name", names).filter(field -> !mapping.containsValue(field)).ifPresent(field -> mapping.put("name", field));
    long rows = db.sql("SELECT count(*) FROM " + load.staging()).query(Long.class).single();
    for (String field : names) {
      if (!mapping.containsValue(field)) {
        String name = nameFor(field, attributes);
        Attribute made = attribute(load, wanted.id(), name, field, fields.get(field), rows, codes);
        attributes.add(made);
        mapping.put(name, field);
      }
    }
    return new Proposal(layer(load, wanted, attributes, codes, rows), mapping);
  }

  /** For the next file of a layer that was made like this: the same field fills the same attribute. */
  Map<String, String> mappingFor(Load load, Layer layer) {
    List<String> fields = columns.typesOf(load.staging()).keySet().stream().filter(f -> !f.equals("row_number") && !f.equals("geom")).toList();
    Map<String, String> mapping = new LinkedHashMap<>();
    for (Attribute a : layer.attributes()) {
      if (a.section().equals("data")) {
        fields.stream().filter(f -> f.equals(a.title().it()) || Words.snakeCase(f).equals(a.name()) || ("source_" + Words.snakeCase(f)).equals(a.name()))
            .findFirst().ifPresent(f -> mapping.put(a.name(), f));
      }
    }
    Suggestion.common("code", fields).filter(f -> !mapping.containsValue(f) && isKey(load, f)).ifPresent(f -> mapping.put("code", f));
    Suggestion.common("name", fields).filter(f -> !mapping.containsValue(f)).ifPresent(f -> mapping.put("name", f));
    return mapping;
  }

  /** Whether each row has a value of its own. */
  private boolean isKey(Load load, String field) {
    String value = "nullif(btrim(" + Sql.quote(field) + "::text), '')";
    return db.sql("SELECT count(*) = count(DISTINCT " + value + ") FROM " + load.staging()).query(Boolean.class).single();
  }

  private static String nameFor(String field, List<Attribute> attributes) {
    String snake = Words.snakeCase(field);
    String name = snake.isEmpty() ? "field" : snake.length() > 50 ? snake.substring(0, 50) : snake;
    Set<String> used = attributes.stream().map(Attribute::name).collect(Collectors.toSet());
    String free = TAKEN.contains(name) || used.contains(name) ? "source_" + name : name;
    for (int n = 2; used.contains(free) || TAKEN.contains(free); n++) {
      free = name + "_" + n;
    }
    return free;
  }

  private Attribute attribute(Load load, String layer, String name, String field, String sqlType, long rows, Map<String, List<Layer.Code>> codes) {
    // the first rows tell quickly what a column is not; what it is all rows have to say
    AttributeType type = type(sample(load), name, field, sqlType);
    type = type == AttributeType.TEXT ? type : type(load.staging(), name, field, sqlType);
    String list = null;
    if (type == AttributeType.TEXT) {
      Column plain = plain(name, field, sqlType, type);
      List<String> values = columns.distinct(plain, sample(load), MOST_CODES + 1);
      values = values.size() > MOST_CODES ? values : columns.distinct(plain, load.staging(), MOST_CODES + 1);
      // a value that comes once is a name, not a code
      boolean repeated = values.size() <= MOST_CODES && values.size() * 2L <= rows && !values.isEmpty();
      if (repeated && values.stream().allMatch(v -> v.length() <= LONGEST_CODE)) {
        list = layer + "_" + name;
        codes.put(list, values.stream().sorted().map(v -> new Layer.Code(v, new Localized(v, v))).toList());
      }
    }
    return new Attribute(name, type, null, list, new Localized(field, field), null, "data", list != null, false, null, null, null, null, false, null, null);
  }

  /** A text column all of whose values read as numbers or dates holds numbers or dates; 007 stays text. */
  private AttributeType type(String staging, String name, String field, String sqlType) {
    switch (sqlType) {
      case "integer", "smallint", "bigint": return AttributeType.INTEGER;
      case "numeric", "double precision", "real": return AttributeType.NUMBER;
      case "boolean": return AttributeType.BOOLEAN;
      case "date": return AttributeType.DATE;
      case "timestamp with time zone", "timestamp without time zone": return AttributeType.DATETIME;
      case "json", "jsonb": return AttributeType.JSON;
      case "text", "character varying": break;
      default: return sqlType.endsWith("[]") ? AttributeType.TEXT_LIST : AttributeType.TEXT;
    }
    Column column = plain(name, field, sqlType, AttributeType.TEXT);
    String raw = column.raw();
    boolean italian = columns.isItalian(column, staging);
    return db.sql("SELECT count(v) > 0 AND bool_and(read_number(v, " + italian + ") IS NOT NULL AND v !~ '^[+-]?0[0-9]' AND length(v) < 16) AS number,"
        + " bool_and(read_integer(v, " + italian + ") IS NOT NULL) AS whole, count(v) > 0 AND bool_and(read_date(v) IS NOT NULL AND v !~ ':') AS day"
        + " FROM (SELECT " + raw + " AS v FROM " + staging + " AS s) AS t WHERE v IS NOT NULL")
        .query((row, n) -> row.getBoolean("number") ? row.getBoolean("whole") ? AttributeType.INTEGER : AttributeType.NUMBER
            : row.getBoolean("day") ? AttributeType.DATE : AttributeType.TEXT).single();
  }

  private static String sample(Load load) {
    return "(SELECT * FROM " + load.staging() + " ORDER BY row_number LIMIT 1000)";
  }

  private static Column plain(String name, String field, String sqlType, AttributeType type) {
    Attribute a = new Attribute(name, type, null, null, new Localized(field, field), null, "data", false, false, null, null, null, null, false, null, null);
    return new Column(a, Columns.propertyType(type), field, sqlType, null, true, false, null);
  }

  private Layer layer(Load load, LoadPlan.NewLayer wanted, List<Attribute> attributes, Map<String, List<Layer.Code>> codes, long rows) {
    List<String> own = attributes.stream().filter(a -> a.section().equals("data")).map(Attribute::name).toList();
    List<String> coded = attributes.stream().filter(a -> a.section().equals("data") && a.codes() != null).map(Attribute::name).toList();
    Localized title = wanted.title() != null ? wanted.title() : new Localized(readable(wanted.id()), readable(wanted.id()));
    Layer.GeometryType geometry = geometry(load);
    return new Layer(wanted.id(), Layer.Kind.THEMATIC, "loaded", 900, title,
        new Localized("Caricato dal file " + load.fileName(), "Loaded from the file " + load.fileName()), geometry,
        new Localized(load.fileName(), load.fileName()), null, new Layer.Display(0, aggregateBelow(rows), 15, true),
        own.stream().limit(5).toList(), coded.stream().limit(5).toList(), Layer.Rules.NONE, style(wanted.id(), geometry, title), null, attributes, codes, null);
  }

  private static String readable(String id) {
    String words = id.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static int aggregateBelow(long rows) {
    return rows > 200_000 ? 13 : rows > 20_000 ? 11 : rows > 2_000 ? 9 : 0;
  }

  private static Layer.Style style(String id, Layer.GeometryType geometry, Localized title) {
    String colour = COLOURS.get(Math.floorMod(id.hashCode(), COLOURS.size()));
    Layer.Symbol symbol = switch (geometry) {
      case POINT -> new Layer.Symbol(colour, "#1f2937", 1.0, 5.0, 0.9, null, null, "circle", title);
      case LINE -> new Layer.Symbol(null, colour, 2.5, null, null, null, null, null, title);
      case POLYGON, ANY -> new Layer.Symbol(colour, colour, 1.5, 5.0, 0.3, null, null, null, title);
    };
    return new Layer.Style(null, symbol, null);
  }

  private Layer.GeometryType geometry(Load load) {
    // one bit per number of dimensions, as the server can find it out with several processes
    int dimensions = db.sql("SELECT coalesce(bit_or(CASE WHEN GeometryType(geom) = 'GEOMETRYCOLLECTION' THEN 8 ELSE 1 << ST_Dimension(geom) END), 0)"
        + " FROM " + load.staging() + " WHERE geom IS NOT NULL").query(Integer.class).single();
    return switch (dimensions) {
      case 1 -> Layer.GeometryType.POINT;
      case 2 -> Layer.GeometryType.LINE;
      case 4 -> Layer.GeometryType.POLYGON;
      default -> Layer.GeometryType.ANY;
    };
  }
}
