package org.comparto.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import static org.comparto.database.Sql.quote;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comparto.account.CurrentAccount;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a layer had and has no more, to find it again: retired features, and those whose rows were deleted. */
@Component
class Retired {

  private static final Sql RETIRED = Sql.load("history/retired.sql");

  /**
   * A feature that is gone.
   *
   * @param version its last one
   * @param status retired, or deleted if its row is gone
   * @param change by which it went; with the id it tells where a page ended
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Gone(long id, @Nullable String code, @Nullable String name, @Nullable String territory, int version, String status, long change,
      Instant at, String author, @Nullable String reason) {}

  private final JdbcClient db;

  Retired(JdbcClient db) {
    this.db = db;
  }

  /**
   * Last gone first, of the caller's territory.
   *
   * @param words part of a code or name; null for all
   * @param change and id where the page before ended; greatest numbers for the first page
   */
  List<Gone> list(Layer layer, @Nullable String words, long change, long id, int limit) {
    CurrentAccount caller = CurrentAccount.get();
    caller.checkWrite(layer.id(), caller.territory());
    String territory = caller.territory();
    Map<String, String> pieces = Map.of("relation", quote(layer.relation()),
        "mine", territory == null ? "true" : "territory_code = :territory",
        "mine_past", territory == null ? "true" : "attributes ->> 'territory_code' = :territory",
        "found", words == null ? "true" : "position(lower(:words) IN lower(concat_ws(' ', code, name))) > 0",
        "found_past", words == null ? "true" : "position(lower(:words) IN lower(concat_ws(' ', attributes ->> 'code', attributes ->> 'name'))) > 0");
    return db.sql(RETIRED.with(pieces)).param("layer", layer.id()).param("territory", territory).param("words", words)
        .param("change", change).param("id", id).param("limit", limit).query(Gone.class).list();
  }
}
