package org.comparto.district;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.comparto.database.Sql;
import org.comparto.layer.Revisions;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the public figures of every territory. They are made anew when they have become old and so many firms have changed that nobody can tell what one of them
 * did; who reads meanwhile gets the last ones at once.
 */
@Component
class Editions implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Editions.class);
  private static final String FIRMS = Sql.load("district/firms.sql").text();
  private static final String AREAS = Sql.load("district/areas.sql").text();
  private static final String NEWEST = Sql.load("district/newest-edition.sql").text();
  private static final String MAKE = Sql.load("district/make-edition.sql").text();
  private static final String CHANGED = Sql.load("district/changed.sql").text();

  /** What is read now, and whether newer figures are being made. */
  record Current(Edition edition, boolean renewing) {}

  /** Figures as they are just now, for the desk. */
  record Exact(long revision, OffsetDateTime at, boolean demonstration, Figures figures) {}

  private record Known(long id, Figures figures) {}

  private final JdbcClient db;
  private final TransactionTemplate transactions;
  private final DistrictProperties properties;
  private final Revisions revisions;
  private final Titles titles;
  private final Counted counted;
  private final JsonMapper json;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<String, Exact> exact = new ConcurrentHashMap<>();
  /** Territories whose figures wait to be made, or are being made. */
  private final Set<String> underway = ConcurrentHashMap.newKeySet();
  private final ExecutorService maker = Executors.newSingleThreadExecutor(work -> {
    Thread thread = new Thread(work, "census-editions");
    thread.setDaemon(true);
    return thread;
  });

  Editions(JdbcClient db, TransactionTemplate transactions, DistrictProperties properties, Revisions revisions, Titles titles, Counted counted,
      JsonMapper json) {
    this.db = db;
    this.transactions = transactions;
    this.properties = properties;
    this.revisions = revisions;
    this.titles = titles;
    this.counted = counted;
    this.json = json;
  }

  List<String> territories() {
    return db.sql("SELECT code FROM territory WHERE publication_status = 'published' ORDER BY name").query(String.class).list();
  }

  /** The last figures. Only where there are none at all yet, somebody waits until they are made. @throws NotFoundException if there is no such territory */
  Current current(String territory) {
    Optional<Edition> newest = newest(territory);
    if (newest.isEmpty() || isDue(newest.get()) && !properties.follow()) {
      return new Current(makeIfDue(territory), false);
    }
    boolean due = isDue(newest.get());
    if (due) {
      makeInBackground(territory);
    }
    return new Current(newest.get(), due);
  }

  /** Makes ready what will be read next: after the start, and where firms have been loaded. */
  @Scheduled(initialDelayString = "PT8S", fixedDelayString = "PT30S")
  void lookAhead() {
    if (!properties.follow()) {
      return;
    }
    for (String territory : territories()) {
      Optional<Edition> newest = newest(territory);
      if (newest.isEmpty() || isDue(newest.get())) {
        makeInBackground(territory);
      } else {
        titles.areas(territory);
      }
    }
  }

  private void makeInBackground(String territory) {
    if (!underway.add(territory)) {
      return;
    }
    maker.execute(() -> {
      try {
        makeIfDue(territory);
      } catch (RuntimeException e) {
        log.warn("the census figures of {} could not be made; the last ones stay", territory, e);
      } finally {
        underway.remove(territory);
      }
    });
  }

  @Override
  public void destroy() {
    maker.shutdownNow();
  }

  /** One at a time, also of several instances: who comes second finds what the first one made. */
  private Edition makeIfDue(String territory) {
    check(territory);
    return Objects.requireNonNull(transactions.execute(begun -> {
      lock(territory);
      Optional<Edition> newest = newest(territory);
      return newest.isPresent() && !isDue(newest.get()) ? newest.get() : makeIfEnoughDiffer(territory).or(() -> newest).orElseThrow();
    }));
  }

  private boolean isDue(Edition edition) {
    return !isYoung(edition) && changed(edition) >= properties.k();
  }

  /**
   * Publishes figures as they are now.
   *
   * @throws RefusedException 409 while fewer than k firms have changed
   */
  @Transactional
  public Edition renew(String territory) {
    check(territory);
    lock(territory);
    Optional<Edition> newest = newest(territory);
    return newest.isPresent() && changed(newest.get()) < properties.k() ? tooFew() : makeIfEnoughDiffer(territory).orElseGet(this::tooFew);
  }

  private Edition tooFew() {
    throw RefusedException.conflict("too-few-changed", "Fewer than " + properties.k() + " companies have changed since the last edition: the difference between "
        + "the two would tell what single firms did. The figures of the last edition stay.", "territory");
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

  /** @return empty, and the figures stay, where fewer than k firms differ from those of the last edition in what is counted */
  private Optional<Edition> makeIfEnoughDiffer(String territory) {
    long change = db.sql("SELECT coalesce(max(id), 0) FROM change").query(Long.class).single();
    Secret secret = new Secret(db.sql("SELECT key FROM census_secret").query(String.class).single());
    List<Firm> firms = firms(territory);
    Map<Long, Long> fingerprints = Counted.fingerprints(firms, secret);
    if (counted.differing(territory, fingerprints).orElse(Integer.MAX_VALUE) < properties.k()) {
      counted.looked(territory, change);
      return Optional.empty();
    }
    Figures figures = Protection.protect(listing(territory).count(territory, firms, secret, properties.k()), secret, properties.k(), properties.dominancePercent());
    db.sql(MAKE).param("territory", territory).param("change", change).param("k", properties.k())
        .param("demonstration", firms.stream().anyMatch(Firm::demonstration)).param("figures", json.writeValueAsString(figures)).update();
    counted.keep(territory, change, fingerprints);
    return newest(territory);
  }

  private Listing listing(String territory) {
    return new Listing(Set.copyOf(db.sql(AREAS).param("territory", territory).query((row, number) -> new Area(Area.Kind.valueOf(row.getString("kind")), row.getString("code"))).list()),
        titles.listed());
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
