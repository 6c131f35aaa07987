package org.comparto.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One hand-written entry of a seed file; a wrong or missing value is reported with file and code. */
record Seed(String file, Map<String, Object> values) {

  String code() {
    return text("code");
  }

  String text(String key) {
    return need(key).toString();
  }

  @Nullable String optionalText(String key) {
    Object value = values.get(key);
    return value == null ? null : value.toString();
  }

  double number(String key) {
    return ((Number) need(key)).doubleValue();
  }

  double number(String key, double otherwise) {
    return values.get(key) instanceof Number number ? number.doubleValue() : otherwise;
  }

  boolean flag(String key) {
    return Boolean.TRUE.equals(values.get(key));
  }

  boolean has(String key) {
    return values.get(key) != null;
  }

  @SuppressWarnings("unchecked")
  List<String> texts(String key) {
    return values.get(key) instanceof List<?> list ? (List<String>) list : List.of();
  }

  /** A pair [a, b]. */
  double[] pair(String key) {
    List<?> pair = (List<?>) need(key);
    return new double[] {((Number) pair.get(0)).doubleValue(), ((Number) pair.get(1)).doubleValue()};
  }

  /** Everything but the named keys: these go into columns (or properties) of the same name. */
  void copyOthers(Set<String> but, Map<String, @Nullable Object> row) {
    values.forEach((key, value) -> {
      if (!but.contains(key)) {
        row.put(key, value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>
            ? new RowSink.Json(value) : value);
      }
    });
  }

  private Object need(String key) {
    Object value = values.get(key);
    if (value == null) {
      throw new IllegalStateException("seed " + values.get("code") + " of " + file + " lacks '" + key + "'");
    }
    return value;
  }
}
