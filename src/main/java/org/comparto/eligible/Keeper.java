package org.comparto.eligible;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.comparto.database.Sql;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.layer.Revisions;
import org.comparto.ruleset.Rulesets;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the list of what there is to compute: new grids, another basis, and the pieces that a change of a layer can reach. It does so in one
 * transaction, by one instance at a time; what it has noted is computed by whoever comes first, now or after the next start.
 */
@Component
@DependsOnDatabaseInitialization
class Keeper {

  private static final long LOCK = 7_310_882_465_190_037L;
  /** Beside the names of layers, none of which has a blank. */
  private static final String RULESETS = "rule sets";
  private static final String CHANGES = "changes left";
  private static final long NEVER = -1;
  /** Changes that are looked at in one transaction. */
  private static final int MANY = 10_000;
  private static final String WANT = Sql.load("eligible/want.sql").text();
  private static final String UNLOOKED = Sql.load("eligible/unlooked.sql").text();
  private static final String LOOKED = Sql.load("eligible/looked.sql").text();
  private static final String HORIZON = Sql.load("eligible/horizon.sql").text();
  private static final Sql TOUCH = Sql.load("eligible/touch.sql");

  private final JdbcClient db;
  private final TransactionTemplate transactions;
  private final Grids grids;
  private final Needs needs;
  private final Pieces pieces;
  private final Layers layers;
  private final Revisions revisions;
  private final Rulesets rulesets;
  /** The revisions of everything that was looked at last; empty before. */
  private volatile SortedMap<String, Long> looked = new TreeMap<>();

  Keeper(JdbcClient db, TransactionTemplate transactions, Grids grids, Needs needs, Pieces pieces, Layers layers, Revisions revisions, Rulesets rulesets) {
    this.db = db;
    this.transactions = transactions;
    this.grids = grids;
    this.needs = needs;
    this.pieces = pieces;
    this.layers = layers;
    this.revisions = revisions;
    this.rulesets = rulesets;
  }

  /** Looks whether anything has changed, and notes what it touches. Costs next to nothing while nothing changes. */
  void keep() {
    if (looked.isEmpty() || !looked.equals(present(looked.keySet()))) {
      transactions.executeWithoutResult(transaction -> note());
    }
  }

  private void note() {
    if (!db.sql("SELECT pg_try_advisory_xact_lock(:lock)").param("lock", LOCK).query(Boolean.class).single()) {
      return; // another instance does it; this one looks again soon
    }
    SortedMap<String, Long> before = present(looked.keySet()); // before anything is read: what comes meanwhile is looked at again
    List<Long> changes = db.sql(UNLOOKED).param("many", MANY).query(Long.class).list();
    grids.lay();
    List<Need> all = grids.territories().stream().flatMap(territory -> needs.of(territory).stream()).toList();
    pieces.lockWork();
    want(all);
    touch(all, changes);
    db.sql(LOOKED).param("changes", changes.toArray(Long[]::new)).update();
    db.sql(HORIZON).update();
    all.forEach(need -> need.reach().keySet().forEach(layer -> before.putIfAbsent(layer, NEVER)));
    before.putIfAbsent("territory", NEVER);
    before.put(CHANGES, changes.size() < MANY ? 0 : NEVER);
    looked = before;
  }

  private void want(List<Need> all) {
    for (String territory : all.stream().map(Need::territory).distinct().toList()) {
      List<Need> wanted = all.stream().filter(need -> need.territory().equals(territory)).toList();
      db.sql(WANT).param("territory", territory).param("technologies", wanted.stream().map(Need::technology).toArray(String[]::new))
          .param("bases", wanted.stream().map(Need::basis).toArray(String[]::new)).update();
    }
  }

  private void touch(List<Need> all, List<Long> changes) {
    if (changes.isEmpty()) {
      return;
    }
    for (String id : all.stream().flatMap(need -> need.reach().keySet().stream()).distinct().sorted().toList()) {
      List<Need> reading = all.stream().filter(need -> need.reach().containsKey(id)).toList();
      layers.findLayer(id).ifPresent(layer -> db.sql(TOUCH.with(Map.of("relation", new PublicReading(layer).relation(),
              "reached", Reach.box("moved.box", "reaches.metres"))))
          .param("layer", id).param("changes", changes.toArray(Long[]::new))
          .param("territories", reading.stream().map(Need::territory).toArray(String[]::new))
          .param("technologies", reading.stream().map(Need::technology).toArray(String[]::new))
          .param("metres", reading.stream().map(need -> need.reach().get(id)).toArray(Double[]::new)).update());
    }
  }

  private SortedMap<String, Long> present(Set<String> names) {
    SortedMap<String, Long> present = new TreeMap<>();
    present.put(RULESETS, rulesets.revision());
    present.put(CHANGES, 0L);
    names.stream().filter(name -> !present.containsKey(name)).forEach(name -> present.put(name, revisions.current(name)));
    return present;
  }
}
