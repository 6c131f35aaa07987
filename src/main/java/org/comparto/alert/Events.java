package org.comparto.alert;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was noted for a saved search. */
@Component
class Events {

  private static final Sql RECENT = Sql.load("alert/recent-events.sql");

  /**
   * What one change did to one plot.
   *
   * @param kinds ids, also those that were not asked for
   * @param meets whether the plot meets the search since then
   * @param code null if the plot is no longer public
   */
  record Event(long id, Instant at, long plotId, List<String> kinds, boolean meets, @Nullable BigDecimal priceBefore, @Nullable BigDecimal priceAfter,
      @Nullable String statusBefore, @Nullable String statusAfter, @Nullable String code, @Nullable String name, boolean demonstration) {}

  private final JdbcClient db;
  private final Layers layers;

  Events(JdbcClient db, Layers layers) {
    this.db = db;
    this.layers = layers;
  }

  /**
   * The newest first.
   *
   * @param mail only those of one digest; null for all
   */
  List<Event> recent(long search, @Nullable Long mail, int limit) {
    PublicReading reading = new PublicReading(layers.getLayer("plot", "layer"));
    return db.sql(RECENT.with(Map.of("relation", reading.relation(), "public", reading.condition())))
        .param("search", search).param("mail", mail).param("limit", limit).query(Events::event).list();
  }

  int count(long mail) {
    return db.sql("SELECT count(*) FROM saved_search_event WHERE mail_id = :mail").param("mail", mail).query(Integer.class).single();
  }

  private static Event event(ResultSet row, int number) throws SQLException {
    return new Event(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getLong("plot_id"),
        List.of((String[]) row.getArray("kinds").getArray()), row.getBoolean("meets"), row.getBigDecimal("price_before"),
        row.getBigDecimal("price_after"), row.getString("status_before"), row.getString("status_after"), row.getString("code"),
        row.getString("name"), row.getBoolean("demonstration"));
  }
}
