package org.comparto.intake;

import static org.comparto.database.Sql.quote;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comparto.problem.InvalidInputException;

/**
 * Which rows of a source are wanted: those that fit any of the alternatives, each of which names the values that fields may have.
 * Nobody writes SQL: conditions are composed here from fields that the source is known to have, and from quoted values.
 *
 * @param alternatives source field → admitted values, compared exactly; no values: the field must not be blank. None: all rows
 */
record RowFilter(@JsonValue List<Map<String, List<String>>> alternatives) {

  static final RowFilter ALL = new RowFilter(List.of());

  private static final int MOST_ALTERNATIVES = 20;
  private static final int MOST_VALUES = 200;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  RowFilter {
    alternatives = alternatives == null ? List.of() : alternatives;
    if (alternatives.size() > MOST_ALTERNATIVES || alternatives.stream().anyMatch(a -> a == null || a.isEmpty()
        || a.values().stream().anyMatch(values -> values != null && values.size() > MOST_VALUES))) {
      throw new InvalidInputException("rows", "rows has at most " + MOST_ALTERNATIVES + " alternatives, each naming at least one field and at most "
          + MOST_VALUES + " values of it");
    }
    // a backslash ends a text in one of GDAL's two dialects and not in the other
    if (alternatives.stream().flatMap(a -> a.values().stream()).filter(v -> v != null).flatMap(List::stream)
        .anyMatch(v -> v == null || v.length() > 200 || v.chars().anyMatch(c -> c < ' ' || c == '\\'))) {
      throw new InvalidInputException("rows", "a value of rows has at most 200 characters, none of them a backslash or a control character");
    }
  }

  boolean isEmpty() {
    return alternatives.isEmpty();
  }

  /** @throws InvalidInputException naming the field that is not there */
  void checkFields(List<String> fields) {
    Set<String> missing = alternatives.stream().flatMap(a -> a.keySet().stream()).filter(f -> !fields.contains(f))
        .collect(Collectors.toCollection(TreeSet::new));
    if (!missing.isEmpty()) {
      throw new InvalidInputException("rows", "the file has no field " + missing + "; there are " + String.join(", ", fields));
    }
  }

  /** What ogr2ogr takes behind -where; for field names that we gave ourselves. It ignores case, so {@link #sql} has the last word. */
  String ogr() {
    return condition(field -> '"' + field + '"', (field, values) -> values.isEmpty() ? field + " IS NOT NULL" : field + " IN (" + values + ")");
  }

  /** The same of a row s of the staging table. */
  String sql() {
    return condition(field -> "nullif(btrim(s." + quote(field) + "::text), '')",
        (field, values) -> values.isEmpty() ? field + " IS NOT NULL" : "coalesce(" + field + " IN (" + values + "), false)");
  }

  private String condition(Function<String, String> name, BinaryOperator<String> comparison) {
    return alternatives.stream().map(all -> all.entrySet().stream().map(one -> comparison.apply(name.apply(one.getKey()),
            (one.getValue() == null ? List.<String>of() : one.getValue()).stream().map(v -> "'" + v.replace("'", "''") + "'")
                .collect(Collectors.joining(", "))))
        .collect(Collectors.joining(" AND ", "(", ")"))).collect(Collectors.joining(" OR "));
  }
}
