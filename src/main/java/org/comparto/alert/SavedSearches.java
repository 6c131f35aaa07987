package org.comparto.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.comparto.account.SourceThrottle;
import org.comparto.database.Sql;
import org.comparto.estate.PlotSearch;
import org.comparto.filter.Condition;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps searches, and forgets them: at once when somebody ends one, by itself when its time is over. */
@Component
@DependsOnDatabaseInitialization
class SavedSearches {

  private static final String KIND = "alerts";
  private static final int MOST_UNCONFIRMED = 3;
  private static final String CREATE = Sql.load("alert/create.sql").text();
  private static final String ADD_CONFIRMATION = Sql.load("alert/add-confirmation.sql").text();
  private static final String FIND = Sql.load("alert/find.sql").text();
  private static final String ACTIVE = Sql.load("alert/active.sql").text();
  private static final String CONFIRM = Sql.load("alert/confirm.sql").text();
  private static final String FORGET_UNCONFIRMED = Sql.load("alert/forget-unconfirmed.sql").text();
  private static final String FORGET_EVENTS = Sql.load("alert/forget-events.sql").text();

  private final JdbcClient db;
  private final PlotSearch plots;
  private final SourceThrottle throttle;
  private final AlertProperties properties;

  SavedSearches(JdbcClient db, PlotSearch plots, SourceThrottle throttle, AlertProperties properties) {
    this.db = db;
    this.plots = plots;
    this.throttle = throttle;
    this.properties = properties;
  }

  /**
   * Saves a search and, with an address, the mail that asks for a confirmation.
   *
   * @throws InvalidInputException if the filter can not be used
   * @throws RefusedException if the sender, or others for the same address, have saved enough
   */
  @Transactional
  public SavedSearch save(NewAlert alert, String sender) {
    condition(alert.filter());
    throttle.takeTurn(KIND, sender);
    throttle.count(KIND, sender, properties.perHour());
    if (alert.email() != null && unconfirmed(alert.email()) >= MOST_UNCONFIRMED) {
      throw new RefusedException(HttpStatus.TOO_MANY_REQUESTS, "too-many-unconfirmed", "This address has " + MOST_UNCONFIRMED
          + " alerts to be confirmed; confirm or let them pass before saving another.", "email", Duration.ofDays(1));
    }
    long id = db.sql(CREATE).param("months", properties.months()).param("title", alert.title()).param("filter", alert.filter())
        .param("sort", alert.sort()).param("language", alert.language()).param("email", alert.email())
        .param("consent", alert.email() == null ? null : ConsentText.VERSION)
        .param("events", alert.events().stream().map(EventKind::id).toArray(String[]::new)).query(Long.class).single();
    if (alert.email() != null) {
      db.sql(ADD_CONFIRMATION).param("id", id).update();
    }
    return find(id).orElseThrow();
  }

  /** Empty if it has ended. */
  Optional<SavedSearch> find(long id) {
    return db.sql(FIND).param("id", id).query(SavedSearches::search).optional();
  }

  /** Those that were saved before a moment and have not ended. */
  List<SavedSearch> active(Instant savedBefore) {
    return db.sql(ACTIVE).param("before", savedBefore.atOffset(java.time.ZoneOffset.UTC)).query(SavedSearches::search).list();
  }

  /** Does nothing if it was done before. */
  void confirm(long id) {
    db.sql(CONFIRM).param("id", id).update();
  }

  /** Forgets the search, the address and all that was noted for it. */
  void end(long id) {
    db.sql("DELETE FROM saved_search WHERE id = :id").param("id", id).update();
  }

  /**
   * What a filter asks of plots, and that they are fresh: the set that the list of plots shows.
   *
   * @throws InvalidInputException naming the parameter filter, and what to change
   */
  Condition condition(String filter) {
    return plots.filter(filter.isEmpty() ? null : filter).condition();
  }

  /** Several instances may do it at once. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void forget() {
    db.sql("DELETE FROM saved_search WHERE expires_at <= now()").update();
    db.sql(FORGET_UNCONFIRMED).param("days", properties.unconfirmedDays()).update();
    db.sql(FORGET_EVENTS).param("days", properties.eventDays()).update();
  }

  private int unconfirmed(String email) {
    return db.sql("SELECT count(*) FROM saved_search WHERE lower(email) = lower(:email) AND confirmed_at IS NULL").param("email", email)
        .query(Integer.class).single();
  }

  private static SavedSearch search(ResultSet row, int number) throws SQLException {
    return new SavedSearch(row.getLong("id"), instant(row, "created_at"), instant(row, "expires_at"), row.getString("title"),
        row.getString("filter"), row.getString("sort"), row.getString("language"), List.of((String[]) row.getArray("events").getArray()),
        row.getString("email"), instant(row, "confirmed_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
