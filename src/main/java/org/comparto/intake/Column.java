package org.comparto.intake;

import static org.comparto.database.Sql.literal;
import static org.comparto.database.Sql.quote;

import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * How one attribute comes from the staging table (alias s), as SQL.
 *
 * @param sqlType of the target's column, and of the layer's where it has one
 * @param source the source field; null where the value does not come from a field
 * @param sourceType of the staging column, as PostgreSQL names it
 * @param lookup JSON object from source value to stored value, as an SQL literal; null where values are taken as they are
 * @param open whether a value that the look-up does not know is kept as it is
 * @param italian whether the column writes its decimals with a comma
 * @param part regular expression whose first group finds the value in the field; null: the whole field
 */
record Column(Attribute attribute, String sqlType, @Nullable String source, String sourceType, @Nullable String lookup, boolean open,
    boolean italian, @Nullable String part) {

  String name() {
    return attribute.name();
  }

  /** Under which the target table has it. */
  String quoted() {
    return quote(attribute.name());
  }

  /** The source value as text, NULL where it is blank. */
  String raw() {
    String field = "s." + quote(source);
    if (part != null) {
      return "nullif(btrim(substring(" + field + "::text FROM " + literal(part) + ")), '')";
    }
    return isSourceList() ? "nullif(array_to_string(" + field + ", '; '), '')" : "nullif(btrim(" + field + "::text), '')";
  }

  private boolean isSourceList() {
    return sourceType.endsWith("[]");
  }

  private boolean isSource(String... types) {
    return java.util.List.of(types).contains(sourceType);
  }

  /** Whether there are source values that the attribute can not hold. */
  boolean canFail() {
    if (source == null) {
      return false;
    }
    return lookup != null || switch (attribute.type()) {
      case TEXT -> false;
      case INTEGER -> !(isSource("integer", "smallint") || isSource("bigint") && sqlType.equals("bigint"));
      case NUMBER -> !isSource("integer", "smallint", "bigint", "numeric", "double precision", "real");
      case BOOLEAN -> !isSource("boolean");
      case DATE, DATETIME -> !isSource("date", "timestamp with time zone", "timestamp without time zone");
      case TEXT_LIST -> false;
      case JSON -> !isSource("json", "jsonb");
    };
  }

  /** The target's value, NULL where it is missing or can not be read. */
  String value() {
    String typed = "s." + quote(source == null ? attribute.name() : source);
    if (source == null) {
      return lookup == null ? "NULL::" + sqlType : "(" + lookup + "::jsonb ->> '')::" + sqlType;
    }
    if (lookup != null) {
      return lookedUp();
    }
    return switch (attribute.type()) {
      case TEXT -> raw();
      case INTEGER -> integer(isSource("integer", "smallint", "bigint") ? typed + "::bigint"
          : "read_integer(" + raw() + ", " + italian + ")");
      case NUMBER -> (isSource("integer", "smallint", "bigint", "numeric") ? typed
          : isSource("double precision", "real") ? "nullif(" + typed + ", 'NaN')" : "read_number(" + raw() + ", " + italian + ")") + "::" + sqlType;
      case BOOLEAN -> isSource("boolean") ? typed : "read_boolean(" + raw() + ")";
      case DATE -> isSource("date", "timestamp with time zone", "timestamp without time zone") ? typed + "::date" : "read_date(" + raw() + ")";
      case DATETIME -> isSource("date", "timestamp with time zone", "timestamp without time zone") ? typed + "::timestamptz"
          : "read_datetime(" + raw() + ")";
      case TEXT_LIST -> isSourceList() ? "nullif(" + typed + "::text[], '{}')" : "read_list(" + raw() + ")";
      case JSON -> isSource("json", "jsonb") ? typed + "::jsonb" : "read_json(" + raw() + ")";
    };
  }

  private String integer(String bigint) {
    return sqlType.equals("bigint") ? bigint
        : "(SELECT CASE WHEN n BETWEEN -2147483648 AND 2147483647 THEN n::" + sqlType + " END FROM (SELECT " + bigint + " AS n) AS wide)";
  }

  private String lookedUp() {
    String map = lookup + "::jsonb";
    if (attribute.type() == AttributeType.TEXT_LIST) {
      String item = open ? "coalesce(" + map + " ->> i, i)" : map + " ->> i";
      return "(SELECT CASE WHEN bool_and((" + item + ") IS NOT NULL) THEN array_agg((" + item + ") ORDER BY n) END::" + sqlType
          + " FROM unnest(" + items() + ") WITH ORDINALITY AS list (i, n))";
    }
    String found = "(" + map + " ->> coalesce(" + raw() + ", ''))";
    return (open ? "coalesce(" + found + ", " + raw() + ")" : found) + "::" + sqlType;
  }

  /** The source's list as text[]. */
  String items() {
    return isSourceList() ? "s." + quote(source) + "::text[]" : "read_list(" + raw() + ")";
  }

  /** What went wrong where a value is there and can not be held. */
  String code() {
    return lookup == null ? "attribute-wrong-type" : attribute.reference() != null ? "attribute-unknown-reference" : "attribute-unknown-code";
  }

  /** The end of the sentence "…" is not …. */
  String expectation() {
    if (lookup != null) {
      return literal(attribute.reference() != null ? "names no " + attribute.reference() : "is not in the list " + attribute.codes());
    }
    return literal(switch (attribute.type()) {
      case INTEGER -> "is not a whole number";
      case NUMBER -> "is not a number";
      case BOOLEAN -> "is neither yes nor no";
      case DATE, DATETIME -> "is not a date";
      default -> "can not be read";
    });
  }
}
