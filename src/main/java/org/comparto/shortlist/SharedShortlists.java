package org.comparto.shortlist;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.account.Secret;
import org.comparto.account.SourceThrottle;
import org.comparto.database.Sql;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps shared lists under the hashes of their secrets; what has expired is nobody's any more, and soon gone. */
@Component
@DependsOnDatabaseInitialization
class SharedShortlists {

  private static final String KIND = "shortlists";
  private static final String CREATE = Sql.load("shortlist/create.sql").text();
  private static final String FIND = Sql.load("shortlist/find.sql").text();
  private static final String REVOKE = Sql.load("shortlist/revoke.sql").text();
  private static final Sql PUBLIC_PLOTS = Sql.load("shortlist/public-plots.sql");

  /** A list as whoever has the link sees it. */
  record Shared(@Nullable String title, List<Long> ids, Instant createdAt, Instant expiresAt) {}

  private final JdbcClient db;
  private final Layers layers;
  private final SourceThrottle throttle;
  private final ShortlistProperties properties;

  SharedShortlists(JdbcClient db, Layers layers, SourceThrottle throttle, ShortlistProperties properties) {
    this.db = db;
    this.layers = layers;
    this.throttle = throttle;
    this.properties = properties;
  }

  /**
   * @return when the link ends
   * @throws InvalidInputException if one of them is no public plot
   */
  @Transactional
  public Instant share(NewShortlist list, String address, Secret token, Secret revocation) {
    throttle.takeTurn(KIND, address);
    PublicReading reading = new PublicReading(layers.getLayer("plot", "ids"));
    List<Long> known = db.sql(PUBLIC_PLOTS.with(Map.of("relation", reading.relation(), "public", reading.condition())))
        .param("ids", list.ids()).query(Long.class).list();
    list.ids().stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
      throw new InvalidInputException("ids", "There is no public plot " + id + ".");
    });
    throttle.count(KIND, address, properties.perHour());
    return db.sql(CREATE).param("token", token.hash()).param("revocation", revocation.hash()).param("title", list.title())
        .param("ids", list.ids().toArray(Long[]::new)).param("days", list.days()).query(OffsetDateTime.class).single().toInstant();
  }

  /** Empty if it is unknown, revoked or expired. */
  Optional<Shared> find(Secret token) {
    return db.sql(FIND).param("token", token.hash()).query(SharedShortlists::shared).optional();
  }

  /** False if the two secrets do not belong together. */
  boolean revoke(Secret token, Secret revocation) {
    return db.sql(REVOKE).param("token", token.hash()).param("revocation", revocation.hash()).update() == 1;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT4M")
  void forgetExpired() {
    db.sql("DELETE FROM shared_shortlist WHERE expires_at <= now()").update();
  }

  private static Shared shared(ResultSet row, int number) throws SQLException {
    Array ids = row.getArray("plot_ids");
    return new Shared(row.getString("title"), List.of((Long[]) ids.getArray()), row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
