package org.comparto.demo;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Streams rows into PostgreSQL by COPY, one table at a time, on the caller's connection and in its transaction. */
final class CopySink implements RowSink {

  private static final Logger log = LoggerFactory.getLogger(CopySink.class);
  private static final int BUFFER_CHARS = 1 << 16;
  private static final long PROGRESS_ROWS = 50_000;

  private final Connection connection;
  private final CopyText text = new CopyText();
  private final StringBuilder buffer = new StringBuilder(BUFFER_CHARS + 8192);
  private String table = "";
  private List<String> columns = List.of();
  private @Nullable CopyIn copy;
  private long rows;

  CopySink(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void thematicLayer(String layer) {
    finishTable();
    try (PreparedStatement create = connection.prepareStatement("SELECT create_thematic_layer(?)")) {
      create.setString(1, layer);
      create.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("can not create thematic layer " + layer, e);
    }
  }

  @Override
  public void row(String toTable, Map<String, @Nullable Object> row) {
    if (copy == null || !toTable.equals(table)) {
      finishTable();
      begin(toTable, List.copyOf(row.keySet()));
    }
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException("a row of " + table + " has columns " + row.keySet() + " instead of " + columns);
    }
    for (int i = 0; i < columns.size(); i++) {
      if (!row.containsKey(columns.get(i))) {
        throw new IllegalArgumentException("a row of " + table + " lacks column " + columns.get(i));
      }
      text.append(buffer, row.get(columns.get(i)));
      buffer.append(i + 1 < columns.size() ? '\t' : '\n');
    }
    rows++;
    if (buffer.length() > BUFFER_CHARS) {
      send();
    }
    if (rows % PROGRESS_ROWS == 0) {
      log.info("demonstration data: {} rows of {} written", rows, table);
    }
  }

  /** Ends the last table; without it its rows are not written. */
  void finish() {
    finishTable();
  }

  private void begin(String toTable, List<String> ofColumns) {
    table = toTable;
    columns = ofColumns;
    rows = 0;
    // names come from our own code and seed files, never from a user
    String names = columns.stream().map(c -> '"' + c + '"').collect(Collectors.joining(", "));
    try {
      copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY \"" + table + "\" (" + names + ") FROM STDIN");
    } catch (SQLException e) {
      throw new IllegalStateException("can not write demonstration data to " + table, e);
    }
  }

  private void send() {
    CopyIn open = copy;
    if (open == null || buffer.length() == 0) {
      return;
    }
    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
    buffer.setLength(0);
    try {
      open.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw new IllegalStateException("can not write demonstration data to " + table, e);
    }
  }

  private void finishTable() {
    CopyIn open = copy;
    if (open == null) {
      return;
    }
    send();
    copy = null;
    try {
      open.endCopy();
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL refused demonstration data for " + table + ": " + e.getMessage(), e);
    }
    log.debug("demonstration data: {} rows in {}", rows, table);
  }
}
