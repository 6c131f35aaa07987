package org.comparto.columns;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads rows of a layer as sql/columns/rows.sql writes them, and the state they belong to, from one snapshot of what is committed. */
@Component
class RowReader {

  /**
   * A state of a layer.
   *
   * @param rows how many are public
   * @param oldest the oldest transaction whose changes may not be seen yet
   */
  record State(long rows, String oldest) {}

  /** Where rows go. */
  interface Sink {

    /** Called first. */
    void state(State state);

    /** @param values one per attribute; valid during the call */
    void row(long id, boolean isPublic, Values values) throws SQLException;

    /** Whether rows were deleted; then the ids of all that are left follow. Called when there are no more rows. */
    boolean missesDeleted();

    /** One that is left. */
    void left(long id);
  }

  /** The values of one row. */
  interface Values {
    byte @Nullable [] get(int attribute) throws SQLException;
  }

  private static final Sql STATE = Sql.load("columns/state.sql");
  private static final Sql IDS = Sql.load("columns/ids.sql");
  private static final Sql ROWS = Sql.load("columns/rows.sql");
  private static final String CHANGED = "age(xmin) <= age(CAST(CAST(:since AS text) AS xid))";
  private static final int FETCH_SIZE = 2_000;
  private static final int FIRST_VALUE = 3;

  private final NamedParameterJdbcTemplate db;
  private final TransactionTemplate snapshot;

  RowReader(DataSource source) {
    JdbcTemplate streaming = new JdbcTemplate(source);
    streaming.setFetchSize(FETCH_SIZE);
    this.db = new NamedParameterJdbcTemplate(streaming);
    this.snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
    snapshot.setReadOnly(true);
    snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** All public rows, by id. */
  void all(Layer layer, List<Attribute> attributes, Sink sink) {
    read(layer, attributes, null, sink);
  }

  /** The rows that were written since a state, public or not; those that were deleted since are found by their absence. */
  void changed(Layer layer, List<Attribute> attributes, String since, Sink sink) {
    read(layer, attributes, since, sink);
  }

  private void read(Layer layer, List<Attribute> attributes, @Nullable String since, Sink sink) {
    PublicReading reading = new PublicReading(layer);
    snapshot.executeWithoutResult(begun -> {
      db.getJdbcOperations().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      sink.state(db.getJdbcOperations().queryForObject(
          STATE.with(Map.of("relation", reading.relation(), "public", reading.condition())),
          (row, n) -> new State(row.getLong(1), row.getString(2))));
      String values = attributes.stream().map(a -> ",\n  " + text(a, layer, reading)).collect(Collectors.joining());
      db.query(ROWS.with(Map.of("relation", reading.relation(), "public", reading.condition(), "values", values,
          "which", since == null ? reading.condition() : CHANGED)), since == null ? Map.of() : Map.of("since", since),
          (ResultSetExtractor<Void>) rows -> hand(rows, sink));
      if (sink.missesDeleted()) {
        db.query(IDS.with(Map.of("relation", reading.relation(), "public", reading.condition(), "where", "true")),
            (RowCallbackHandler) row -> sink.left(row.getLong(1)));
      }
    });
  }

  private static Void hand(ResultSet rows, Sink sink) throws SQLException {
    while (rows.next()) {
      sink.row(rows.getLong(1), rows.getBoolean(2), attribute -> {
        String text = rows.getString(attribute + FIRST_VALUE);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
      });
    }
    return null;
  }

  private static String text(Attribute attribute, Layer layer, PublicReading reading) {
    String value = "(" + reading.value(attribute) + ")";
    return switch (attribute.type()) {
      case DATE -> "CASE WHEN isfinite(" + value + ") THEN CAST(" + value + " - DATE '1970-01-01' AS text) ELSE CAST(" + value + " AS text) END";
      case DATETIME -> "CASE WHEN isfinite(" + value + ") THEN CAST(CAST(extract(epoch FROM " + value + ") * 1000000 AS bigint) AS text) ELSE CAST("
          + value + " AS text) END";
      case TEXT_LIST -> layer.column(attribute).isPresent() ? "CAST(array_to_json(CAST(" + value + " AS text[])) AS text)"
          : "CASE WHEN jsonb_typeof(" + value + ") = 'array' THEN CAST(" + value + " AS text) END";
      case BOOLEAN, INTEGER, NUMBER, TEXT, JSON -> "CAST(" + value + " AS text)";
    };
  }
}
