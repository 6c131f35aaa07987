package org.comparto.usage;

import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comparto.database.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts in memory, which costs a request nothing, and adds to the database every half minute and at a stop; an instance
 * that is killed loses what it counted since then, less than a minute. Months are those of Italy.
 */
@Component
@DependsOnDatabaseInitialization
public class Usage {

  private static final Logger log = LoggerFactory.getLogger(Usage.class);
  private static final String ADD = Sql.load("usage/add.sql").text();
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  /** More different things than this are not counted between two writings, so that nobody fills the memory with made-up ids. */
  private static final int MOST_KEYS = 100_000;

  private record Key(LocalDate month, UsageKind kind, long plot, String attribute) {}

  private final NamedParameterJdbcTemplate db;
  private final TransactionTemplate transactions;
  private final ConcurrentHashMap<Key, Long> counted = new ConcurrentHashMap<>();

  Usage(NamedParameterJdbcTemplate db, TransactionTemplate transactions) {
    this.db = db;
    this.transactions = transactions;
  }

  /** Once more of what concerns no plot. */
  public void count(UsageKind kind) {
    count(kind, 0);
  }

  /** Once more for a plot that there is; its id is not checked here. */
  public void count(UsageKind kind, long plot) {
    add(new Key(month(), kind, plot, ""), 1);
  }

  /** A search, and the names of the attributes that it filtered by, as the layer's descriptor knows them; never what the caller wrote. */
  public void countSearch(Collection<String> attributes) {
    count(UsageKind.SEARCH);
    attributes.stream().distinct().forEach(name -> add(new Key(month(), UsageKind.FILTER, 0, name), 1));
  }

  /** Adds what was counted to the database; what can not be written is kept for the next time. */
  @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
  @PreDestroy
  void write() {
    Map<Key, Long> batch = new HashMap<>();
    for (Key key : counted.keySet()) {
      Long times = counted.remove(key); // whoever counts meanwhile begins anew at one: nothing is added to what was taken
      if (times != null) {
        batch.put(key, times);
      }
    }
    if (batch.isEmpty()) {
      return;
    }
    MapSqlParameterSource[] rows = batch.entrySet().stream().sorted(Comparator.comparing(entry -> entry.getKey().toString()))
        .map(entry -> new MapSqlParameterSource("month", entry.getKey().month()).addValue("kind", entry.getKey().kind().id())
            .addValue("plot", entry.getKey().plot()).addValue("attribute", entry.getKey().attribute()).addValue("count", entry.getValue()))
        .toArray(MapSqlParameterSource[]::new); // in one order, so that instances never wait for each other in a circle
    try {
      transactions.executeWithoutResult(transaction -> db.batchUpdate(ADD, rows));
    } catch (DataAccessException | TransactionException e) { // the latter where there is no connection at all
      log.warn("Usage figures could not be written and are kept: {}", e.getClass().getSimpleName());
      batch.forEach(this::add);
    }
  }

  private void add(Key key, long times) {
    if (counted.size() < MOST_KEYS) {
      counted.merge(key, times, Long::sum);
    } else {
      counted.computeIfPresent(key, (same, before) -> before + times);
    }
  }

  private static LocalDate month() {
    return LocalDate.now(ROME).withDayOfMonth(1);
  }
}
