package org.comparto.district;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.comparto.database.Sql;
import org.comparto.layer.Revisions;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the public figures of every territory. They are made when somebody asks first, and anew when they have become old and so many firms have changed that nobody
 * can tell what one of them did.
 */
@Component
class Editions {

  private static final String FIRMS = Sql.load("district/firms.sql").text();
  private static final String NEWEST = Sql.load("district/newest-edition.sql").text();
  private static final String MAKE = Sql.load("district/make-edition.sql").text();
  private static final String CHANGED = Sql.load("district/changed.sql").text();

  /** Figures as they are just now, for the desk. */
  record Exact(long revision, OffsetDateTime at, boolean demonstration, Figures figures) {}

  private record Known(long id, Figures figures) {}

  private final JdbcClient db;
  private final DistrictProperties properties;
  private final Revisions revisions;
  private final JsonMapper json;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<String, Exact> exact = new ConcurrentHashMap<>();

  Editions(JdbcClient db, DistrictProperties properties, Revisions revisions, JsonMapper json) {
    this.db = db;
    this.properties = properties;
    this.revisions = revisions;
    this.json = json;
  }

  List<String> territories() {
    return db.sql("SELECT code FROM territory WHERE publication_status = 'published' ORDER BY name").query(String.class).list();
  }

  /** @throws NotFoundException if there is no such territory */
  @Transactional
  public Edition current(String territory) {
    Optional<Edition> newest = newest(territory);
    if (newest.isPresent() && (isYoung(newest.get()) || changed(newest.get()) < properties.k())) {
      return newest.get();
    }
    lock(territory);
    newest = newest(territory);
    if (newest.isPresent() && isYoung(newest.get())) {
      return newest.get(); // somebody else has made it meanwhile
    }
    make(territory);
    return newest(territory).orElseThrow();
  }

  /**
   * Publishes figures as they are now.
   *
   * @throws RefusedException 409 while fewer than k firms have changed
   */
  @Transactional
  public Edition renew(String territory) {
    lock(territory);
    Optional<Edition> newest = newest(territory);
    if (newest.isPresent() && changed(newest.get()) < properties.k()) {
      throw RefusedException.conflict("too-few-changed", "Fewer than " + properties.k() + " companies have changed since the last edition: the difference between "
          + "the two would tell what single firms did. The figures of the last edition stay.", "territory");
    }
    make(territory);
    return newest(territory).orElseThrow();
  }

  Figures figures(Edition edition) {
    Known read = known.get(edition.territory());
    if (read == null || read.id() != edition.id()) {
      read = new Known(edition.id(), json.readValue(db.sql("SELECT figures::text FROM census_edition WHERE id = :id").param("id", edition.id()).query(String.class).single(), Figures.class));
      known.put(edition.territory(), read);
    }
    return read.figures();
  }

  /** Never for the public: nothing is hidden in it. */
  Exact exact(String territory) {
    check(territory);
    long revision = revisions.current("company");
    return exact.compute(territory, (code, last) -> last != null && last.revision() == revision ? last : exactly(territory, revision));
  }

  private Exact exactly(String territory, long revision) {
    List<Firm> firms = firms(territory);
    return new Exact(revision, OffsetDateTime.now(), firms.stream().anyMatch(Firm::demonstration), ExactFigures.of(Counting.count(territory, firms, null)));
  }

  private void make(String territory) {
    check(territory);
    long change = db.sql("SELECT coalesce(max(id), 0) FROM change").query(Long.class).single();
    Secret secret = new Secret(db.sql("SELECT key FROM census_secret").query(String.class).single());
    List<Firm> firms = firms(territory);
    Figures figures = Protection.protect(Counting.count(territory, firms, secret), secret, properties.k(), properties.dominancePercent());
    db.sql(MAKE).param("territory", territory).param("change", change).param("k", properties.k())
        .param("demonstration", firms.stream().anyMatch(Firm::demonstration)).param("figures", json.writeValueAsString(figures)).update();
  }

  private List<Firm> firms(String territory) {
    return db.sql(FIRMS).param("territory", territory).query(Firm::read).list();
  }

  private Optional<Edition> newest(String territory) {
    return db.sql(NEWEST).param("territory", territory).query(Edition.class).optional();
  }

  /** An edition without any figure tells nothing, so there is nothing to be told from the difference to the next one. */
  private boolean isYoung(Edition edition) {
    return edition.takenAt().plus(properties.editionAge()).isAfter(OffsetDateTime.now()) && figures(edition).areas().stream().anyMatch(area -> area.slots().get(0).firms() != null);
  }

  private long changed(Edition edition) {
    return db.sql(CHANGED).param("territory", edition.territory()).param("change", edition.changeId()).query(Long.class).single();
  }

  private void lock(String territory) {
    db.sql("SELECT pg_advisory_xact_lock(hashtext('census_edition'), hashtext(:territory))").param("territory", territory).query((row, number) -> 0).list();
  }

  private void check(String territory) {
    if (!db.sql("SELECT EXISTS (SELECT FROM territory WHERE code = :code)").param("code", territory).query(Boolean.class).single()) {
      throw new NotFoundException("territory", "There is no territory with the code \"" + territory + "\"; /ogc/collections/territory/items lists them.");
    }
  }
}
