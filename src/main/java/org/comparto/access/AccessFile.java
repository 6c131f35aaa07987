package org.comparto.access;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.encoding.CsvTable;
import org.comparto.encoding.Spreadsheets;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The access of all public features of a layer as a table: one row for each feature, profile and kind of gateway. */
@Component
class AccessFile {

  private static final Sql TABLE = Sql.load("access/table.sql");
  private static final int FETCH_SIZE = 2_000;
  private static final List<String> COLUMNS = List.of("id", "code", "name", "profile", "gateway_kind", "gateway_id", "gateway", "seconds", "metres",
      "snap_metres", "graph", "dated", "source", "demonstration", "computed_at");

  private final JdbcTemplate db;
  private final TransactionTemplate transaction;
  private final ReadingPlaces places;

  AccessFile(DataSource source, PlatformTransactionManager transactions, ReadingPlaces places) {
    this.db = new JdbcTemplate(source);
    this.db.setFetchSize(FETCH_SIZE);
    this.transaction = new TransactionTemplate(transactions); // without one, JDBC reads all rows at once
    this.transaction.setReadOnly(true);
    this.places = places;
  }

  /** Holds one of the places for whole layers until it is written. */
  void write(Layer layer, OutputStream out) throws IOException {
    PublicReading reading = new PublicReading(layer);
    String sql = TABLE.with(Map.of("relation", reading.relation(), "public", reading.condition()));
    try (ReadingPlaces.Place place = places.takeForAll(); CsvTable table = new CsvTable(out, ',')) {
      COLUMNS.forEach(table::value);
      table.endRow();
      transaction.executeWithoutResult(begun -> db.query(sql, (RowCallbackHandler) row -> {
        for (String column : COLUMNS) {
          String value = column.endsWith("_at") || column.equals("dated") ? row.getTimestamp(column).toInstant().toString() : row.getString(column);
          table.value(value == null ? null : Spreadsheets.harmless(value));
        }
        table.endRow();
      }, layer.id()));
    }
  }
}
