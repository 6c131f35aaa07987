package org.comparto.intake;

import static org.comparto.database.Sql.literal;
import static org.comparto.database.Sql.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Works out, for each mapped attribute, how its values come from the staging table: types, value maps, references, decimal commas. */
@Component
class Columns {

  /** More different values than this are no code list but a wrong mapping. */
  private static final int MOST_VALUES = 20_000;

  private final JdbcClient db;
  private final Layers layers;
  private final JsonMapper json;

  Columns(JdbcClient db, Layers layers, JsonMapper json) {
    this.db = db;
    this.layers = layers;
    this.json = json;
  }

  /** Column → type, as PostgreSQL names it, in order. @param table with its schema, or a table of the public schema */
  Map<String, String> typesOf(String table) {
    Map<String, String> types = new LinkedHashMap<>();
    db.sql("""
        SELECT attname, format_type(atttypid, NULL) AS type FROM pg_attribute
        WHERE attrelid = CAST(:relation AS regclass) AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum""")
        .param("relation", table).query(row -> {
          types.put(row.getString("attname"), row.getString("type"));
        });
    return types;
  }

  /**
   * The columns that a plan fills.
   *
   * @param parts attribute → the expression that finds its value within the field
   * @param identity whether coded values may be others than the list's: it was made from data
   * @throws InvalidInputException naming the attribute or field that is not there
   */
  List<Column> of(Layer layer, boolean exists, String staging, Map<String, String> mapping, Map<String, Map<String, String>> values,
      Map<String, String> parts, boolean identity) {
    Map<String, String> sources = typesOf(staging);
    Map<String, String> targets = exists ? typesOf(quote(layer.relation())) : typesOf("thematic_feature");
    List<Attribute> fillable = layer.fillableAttributes();
    for (String name : mapping.keySet()) {
      if (fillable.stream().noneMatch(a -> a.name().equals(name))) {
        throw new InvalidInputException("mapping", "\"" + name + "\" is not an attribute of " + layer.id() + " that a file can fill; there are "
            + fillable.stream().map(Attribute::name).collect(Collectors.joining(", ")));
      }
      if (!sources.containsKey(mapping.get(name))) {
        throw new InvalidInputException("mapping", "the file has no field \"" + mapping.get(name) + "\"; there are "
            + String.join(", ", sources.keySet().stream().filter(f -> !f.equals("row_number") && !f.equals("geom")).toList()));
      }
    }
    List<Column> columns = new ArrayList<>();
    for (Attribute a : fillable) {
      String source = mapping.get(a.name());
      boolean constant = source == null && values.getOrDefault(a.name(), Map.of()).containsKey("");
      if (source != null || constant) {
        String type = layer.column(a).map(targets::get).orElse(propertyType(a.type()));
        String part = source == null ? null : parts.get(a.name());
        Column plain = new Column(a, type, source, source == null ? "" : part != null ? "text" : sources.get(source), null, false, false, part);
        columns.add(column(layer, exists, plain, staging, values.getOrDefault(a.name(), Map.of()), identity));
      }
    }
    return columns;
  }

  private Column column(Layer layer, boolean exists, Column plain, String staging, Map<String, String> values, boolean identity) {
    Attribute a = plain.attribute();
    String source = plain.source();
    String type = plain.sqlType();
    boolean open = identity && a.codes() != null || a.codes() == null && a.reference() == null;
    boolean reference = a.reference() != null && layers.findLayer(a.reference()).filter(l -> l.kind() == Layer.Kind.CORE).isPresent();
    // a code list that was made from these very values translates each to itself
    boolean listed = a.codes() != null && (exists || !a.section().equals("data"));
    if (listed || reference || !values.isEmpty()) {
      Map<String, String> known = new HashMap<>();
      for (String value : source == null || !listed && !reference ? List.<String>of() : distinct(plain, staging, MOST_VALUES)) {
        String found = a.codes() != null ? codeFor(layer, a, value) : reference ? referenceFor(a, type, value) : null;
        if (found != null) {
          known.put(value, found);
        }
      }
      known.putAll(values);
      return new Column(a, type, source, plain.sourceType(), literal(json.writeValueAsString(known)), open, false, plain.part());
    }
    boolean numeric = a.type() == AttributeType.NUMBER || a.type() == AttributeType.INTEGER;
    return numeric && plain.canFail() ? new Column(a, type, source, plain.sourceType(), null, false, isItalian(plain, staging), plain.part()) : plain;
  }

  /** The different values of a field; of a list its items. */
  List<String> distinct(Column column, String staging, int limit) {
    String items = column.attribute().type() == AttributeType.TEXT_LIST
        ? "SELECT unnest(" + column.items() + ") AS v FROM " + staging + " AS s" : "SELECT " + column.raw() + " AS v FROM " + staging + " AS s";
    return db.sql("SELECT DISTINCT v FROM (" + items + ") AS items WHERE v IS NOT NULL LIMIT " + limit).query(String.class).list();
  }

  /** The code that a value stands for, by code or title in either language; null if none. */
  static @Nullable String codeFor(Layer layer, Attribute a, String value) {
    List<Layer.Code> codes = layer.codes().getOrDefault(a.codes(), List.of());
    for (Layer.Code code : codes) {
      if (code.value().equals(value)) {
        return code.value();
      }
    }
    String wanted = Words.comparable(value);
    return codes.stream().filter(c -> Words.comparable(c.value()).equals(wanted) || Words.comparable(c.title().it()).equals(wanted)
        || Words.comparable(c.title().en()).equals(wanted)).map(Layer.Code::value).findFirst().orElse(null);
  }

  /** The record that a value names: by code (ISTAT codes may have lost their zeros), by name where that is unique, by id. */
  private @Nullable String referenceFor(Attribute a, String type, String value) {
    boolean byId = type.startsWith("bigint");
    String wanted = a.reference().equals("municipality") && value.matches("\\d{1,5}") ? "0".repeat(6 - value.length()) + value : value;
    return db.sql("SELECT " + (byId ? "id::text" : "code") + " FROM " + quote(a.reference())
        + " WHERE code = :wanted OR search_form(name) = search_form(:value)" + (byId ? " OR id::text = :value" : "")
        + " ORDER BY code = :wanted DESC, (SELECT count(*) FROM " + quote(a.reference())
        + " WHERE search_form(name) = search_form(:value)) LIMIT 1")
        .param("wanted", wanted).param("value", value).query(String.class).optional().orElse(null);
  }

  /** A column in which any value has a decimal comma, and none reads as a number only with a dot for decimals and no comma. */
  boolean isItalian(Column column, String staging) {
    return db.sql("SELECT EXISTS (SELECT FROM " + staging + " AS s WHERE " + column.raw() + " ~ '^\\s*[+-]?[0-9.]*,[0-9]+\\s*$'"
        + " OR " + column.raw() + " ~ '^\\s*[+-]?[0-9]{1,3}(\\.[0-9]{3}){2,}\\s*$')").query(Boolean.class).single();
  }

  static String propertyType(AttributeType type) {
    return switch (type) {
      case TEXT -> "text";
      case INTEGER -> "bigint";
      case NUMBER -> "numeric";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case DATETIME -> "timestamp with time zone";
      case TEXT_LIST -> "text[]";
      case JSON -> "jsonb";
    };
  }
}
