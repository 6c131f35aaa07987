package org.comparto.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps generated rows by table, so that the generator can be looked at without a database. */
final class MemorySink implements RowSink {

  private final Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();

  static MemorySink ofScale(int scale) {
    MemorySink sink = new MemorySink();
    new Demonstration(scale, 1).writeTo(sink);
    return sink;
  }

  @Override
  public void row(String table, Map<String, Object> row) {
    tables.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
  }

  List<Map<String, Object>> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  Map<String, List<Map<String, Object>>> tables() {
    return tables;
  }

  /** All rows as COPY would send them, one after the other. */
  String asCopyText() {
    CopyText text = new CopyText();
    StringBuilder all = new StringBuilder();
    tables.forEach((table, rows) -> rows.forEach(row -> row.values().forEach(value -> text.append(all.append('\t'), value))));
    return all.toString();
  }
}
