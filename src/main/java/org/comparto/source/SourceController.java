package org.comparto.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sources for operators: terms, when each was loaded last, and whether it is due. */
@RestController
class SourceController {

  private static final String LAST_LOADS = Sql.load("source/last-loads.sql").text();
  /** Days begin and end where the offices are. */
  private static final ZoneId ZONE = ZoneId.of("Europe/Rome");

  /** The last load that was applied and not taken back. */
  record LastLoad(long id, String fileName, Instant at, String by) {}

  /**
   * A source with its state.
   *
   * @param setting the environment variable that names its address
   * @param url the address it has without that; null: none
   * @param lastLoad null: never loaded
   * @param dueOn the day from which it is worth loading again; null: it was never loaded
   * @param due whether that day has come, or it was never loaded
   */
  record Entry(String id, Map<String, String> title, String publisher, String page, Map<String, String> licence, String attribution,
      String layer, String refresh, String setting, @Nullable String url, @Nullable LastLoad lastLoad, @Nullable LocalDate dueOn, boolean due) {}

  /** All of them. */
  record SourceList(List<Entry> sources) {}

  private final List<Source> sources = Source.all();
  private final JdbcClient db;

  SourceController(JdbcClient db) {
    this.db = db;
  }

  @GetMapping("/api/sources")
  SourceList sources() {
    Map<String, LastLoad> last = new HashMap<>();
    db.sql(LAST_LOADS).query(row -> {
      last.put(row.getString("source"), new LastLoad(row.getLong("id"), row.getString("file_name"),
          row.getObject("applied_at", OffsetDateTime.class).toInstant(), row.getString("author")));
    });
    LocalDate today = LocalDate.now(ZONE);
    return new SourceList(sources.stream().map(source -> entry(source, last.get(source.id()), today)).toList());
  }

  private static Entry entry(Source source, @Nullable LastLoad last, LocalDate today) {
    LocalDate dueOn = last == null ? null : LocalDate.ofInstant(last.at(), ZONE).plus(source.refresh());
    return new Entry(source.id(), source.title(), source.publisher(), source.page(), source.licence(), source.attribution(), source.layer(),
        source.refresh().toString(), source.setting(), source.url(), last, dueOn, dueOn == null || !dueOn.isAfter(today));
  }
}
