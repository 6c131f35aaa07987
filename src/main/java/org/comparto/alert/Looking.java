package org.comparto.alert;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.database.Sql;
import org.comparto.filter.Condition;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.problem.InvalidInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares every change of plots with every saved search, once: whoever notes a change compares it in the same transaction,
 * so that an instance that dies leaves it to the next look, and two instances never do the same.
 */
@Component
@DependsOnDatabaseInitialization
class Looking {

  private static final Logger log = LoggerFactory.getLogger(Looking.class);
  private static final String UNLOOKED = Sql.load("alert/unlooked.sql").text();
  private static final String NOTE = Sql.load("alert/note-look.sql").text();
  private static final Sql EVENTS = Sql.load("alert/events.sql");
  /** Kinds of their own, or no news for whoever looks for a plot. */
  private static final Set<String> NOT_CONTENT = Set.of("status", "price_eur_m2", "price_eur", "updated_at", "surveyed_on", "verified_on", "source");

  private record Change(long id, OffsetDateTime at) {}

  private final JdbcClient db;
  private final TransactionTemplate transactions;
  private final SavedSearches searches;
  private final Layers layers;

  Looking(JdbcClient db, TransactionTemplate transactions, SavedSearches searches, Layers layers) {
    this.db = db;
    this.transactions = transactions;
    this.searches = searches;
    this.layers = layers;
  }

  /** Looks at all changes that nobody has looked at. */
  @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
  void look() {
    for (List<Change> changes = unlooked(); !changes.isEmpty(); changes = unlooked()) {
      changes.forEach(change -> transactions.executeWithoutResult(transaction -> look(change)));
    }
  }

  private List<Change> unlooked() {
    return db.sql(UNLOOKED).query(Change.class).list();
  }

  private void look(Change change) {
    boolean ours = db.sql(NOTE).param("change", change.id()).param("at", change.at()).update() == 1;
    List<SavedSearch> concerned = ours ? searches.active(change.at().toInstant()) : List.of();
    if (concerned.isEmpty() || !db.sql("SELECT begin_look(:change)").param("change", change.id()).query(Boolean.class).single()) {
      return;
    }
    Layer plot = layers.getLayer("plot", "layer");
    PublicReading reading = new PublicReading(plot);
    for (SavedSearch search : concerned) {
      db.sql("SAVEPOINT one_search").update();
      try {
        note(search, change, searches.condition(search.filter()), reading, content(plot, reading));
      } catch (InvalidInputException | DataAccessException e) {
        db.sql("ROLLBACK TO SAVEPOINT one_search").update(); // a filter may name what there is no longer; the others are not to suffer
        log.warn("Saved search {} can not be compared with change {}: {}", search.id(), change.id(), NestedExceptionUtils.getMostSpecificCause(e).getMessage());
      }
    }
  }

  private void note(SavedSearch search, Change change, Condition filter, PublicReading reading, String content) {
    String sql = EVENTS.with(Map.of("matching", "(" + filter.sql() + ")", "public", reading.condition(), "content", content));
    db.sql(sql).params(filter.values()).param("search", search.id()).param("change", change.id()).param("at", change.at())
        .param("events", search.events().toArray(String[]::new)).update();
  }

  /** One value of all that is public and news; a row of the columns as they are, which costs far less than their JSON. */
  private static String content(Layer plot, PublicReading reading) {
    return plot.publicAttributes().stream().filter(attribute -> !NOT_CONTENT.contains(attribute.name())).map(reading::value)
        .collect(Collectors.joining(", ", "ROW(", ")"));
  }
}
