package org.comparto.feature;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/**
 * Reads what is public of a layer's features as typed values, row by row through a cursor, for encodings that are not made of
 * text. A whole layer may take long, but not without moving: each batch of rows has its time, and so has all of it.
 */
@Component
public class FeatureRows {

  /** One feature; valid during the call that hands it over. */
  public interface Row {

    long id();

    /** The shape as well-known binary, easting or longitude first whatever the authority says. */
    byte[] geometry();

    /**
     * The value of the query's attribute of that number, from 0: String (TEXT, and JSON as its text), Long, BigDecimal,
     * Boolean, LocalDate, OffsetDateTime or a list of Strings; null where it is not known.
     */
    @Nullable Object value(int attribute);
  }

  /** Where the rows go. */
  public interface Reader {
    void row(Row row);
  }

  private static final Sql ROWS = Sql.load("feature/rows.sql");
  private static final int FETCH_SIZE = 500;

  private final NamedParameterJdbcTemplate db;
  private final TransactionTemplate snapshot;
  private final ReadingPlaces places;
  private final ObjectMapper json;
  private final FeatureSettings settings;
  private final Duration whole;

  /** @param whole how long a whole layer may take to be received, and so to be read */
  FeatureRows(JdbcTemplate jdbc, PlatformTransactionManager transactions, ReadingPlaces places, ObjectMapper json, FeatureSettings settings,
      @Value("${comparto.deadline.downloads:PT1H}") Duration whole) {
    JdbcTemplate streaming = new JdbcTemplate(jdbc.getDataSource());
    streaming.setFetchSize(FETCH_SIZE);
    this.db = new NamedParameterJdbcTemplate(streaming);
    this.snapshot = new TransactionTemplate(transactions); // a cursor needs a transaction
    this.snapshot.setReadOnly(true);
    this.places = places;
    this.json = json;
    this.settings = settings;
    this.whole = whole;
  }

  /** Hands over the query's features in its order; memory does not grow with their number. */
  public void read(FeatureQuery query, Reader reader) {
    if (query.limit() == FeatureQuery.ALL) {
      readAll(query, reader); // a download, which has its place already
    } else {
      places.run(() -> readAll(query, reader));
    }
  }

  private void readAll(FeatureQuery query, Reader reader) {
    Duration batch = query.limit() == FeatureQuery.ALL ? settings.batchTimeout() : settings.timeout();
    long end = System.nanoTime() + whole.toNanos();
    snapshot.executeWithoutResult(transaction -> {
      // PostgreSQL counts it anew for every batch that is fetched, which a timeout of JDBC does for the first alone
      db.getJdbcOperations().execute("SET LOCAL statement_timeout = " + batch.toMillis());
      db.query(ROWS.with(FeatureSql.pieces(query)), FeatureSql.values(query, query.limit()), (RowCallbackHandler) row -> {
        if (System.nanoTime() - end > 0) {
          throw new QueryTimeoutException("a whole layer took longer than " + whole);
        }
        reader.row(new DatabaseRow(row, query.attributes()));
      });
    });
  }

  /** A row of the cursor. */
  private final class DatabaseRow implements Row {

    private static final int FIRST_ATTRIBUTE = 3;
    private final ResultSet row;
    private final List<Attribute> attributes;

    DatabaseRow(ResultSet row, List<Attribute> attributes) {
      this.row = row;
      this.attributes = attributes;
    }

    @Override
    public long id() {
      return get(() -> row.getLong(1));
    }

    @Override
    public byte[] geometry() {
      return get(() -> row.getBytes(2));
    }

    @Override
    public @Nullable Object value(int attribute) {
      int column = attribute + FIRST_ATTRIBUTE;
      return get(() -> switch (attributes.get(attribute).type()) {
        case TEXT, JSON -> row.getString(column);
        case INTEGER -> row.getObject(column) == null ? null : row.getLong(column);
        case NUMBER -> row.getBigDecimal(column);
        case BOOLEAN -> row.getObject(column) == null ? null : row.getBoolean(column);
        case DATE -> row.getObject(column, LocalDate.class);
        case DATETIME -> row.getObject(column, OffsetDateTime.class);
        case TEXT_LIST -> list(row.getObject(column));
      });
    }

    /** An array of a core table, or the JSON array of a thematic layer's property. */
    private @Nullable List<String> list(@Nullable Object value) throws SQLException {
      if (value == null) {
        return null;
      }
      return value instanceof Array array
          ? Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList()
          : json.readerForListOf(String.class).readValue(value.toString());
    }

    private <T> T get(Column<T> column) {
      try {
        return column.read();
      } catch (SQLException e) {
        throw new IllegalStateException("a value of " + attributes + " can not be read", e);
      }
    }
  }

  /** Reads one column. */
  private interface Column<T> {
    T read() throws SQLException;
  }
}
