package org.comparto.target;

import java.util.List;
import java.util.Map;
import org.comparto.account.CurrentAccount;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the targets: whoever reviews energy areas of a territory sets them, on the version that was read. */
@Component
class Targets {

  /** Whose changes are reviewed by the same people. */
  private static final String LAYER = "energy_area";
  private static final String LIST = Sql.load("target/targets.sql").text();
  private static final String PUT = Sql.load("target/put.sql").text();

  private final JdbcClient db;
  private final Audit audit;

  Targets(JdbcClient db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  /** By year. */
  List<Target> list(String territory) {
    return db.sql(LIST).param("territory", territory).query(Target.class).list();
  }

  /**
   * Sets or changes one.
   *
   * @param version the one that was read; 0 if there was none for that year
   * @throws RefusedException 412 with the present one if it is another
   */
  @Transactional
  public Target put(String territory, int year, int version, NewTarget target) {
    CurrentAccount caller = check(territory);
    Target.checkYear(year);
    db.sql(PUT).param("territory", territory).param("year", year).param("version", version).param("mw", target.mw()).param("gwh", target.gwh())
        .param("farmlandPercent", target.farmlandPercent()).param("note", target.note()).param("author", caller.username())
        .query(Integer.class).optional().orElseThrow(() -> changedMeanwhile(territory, year));
    audit.note(caller.username(), AuditAction.TARGET_SET, subject(territory, year), target.toString());
    return find(territory, year);
  }

  @Transactional
  public void remove(String territory, int year, int version) {
    CurrentAccount caller = check(territory);
    Target gone = find(territory, year);
    if (db.sql("DELETE FROM energy_target WHERE territory_code = :territory AND year = :year AND version = :version")
        .param("territory", territory).param("year", year).param("version", version).update() == 0) {
      throw changedMeanwhile(territory, year);
    }
    audit.note(caller.username(), AuditAction.TARGET_REMOVED, subject(territory, year), gone.toString());
  }

  private Target find(String territory, int year) {
    return list(territory).stream().filter(one -> one.year() == year).findFirst()
        .orElseThrow(() -> new NotFoundException("year", "There is no target of " + territory + " for " + year + "."));
  }

  /** Who may set what a territory wants. */
  CurrentAccount check(String territory) {
    CurrentAccount caller = CurrentAccount.get();
    caller.checkReview(LAYER, territory, null);
    if (!db.sql("SELECT EXISTS (SELECT FROM territory WHERE code = :code)").param("code", territory).query(Boolean.class).single()) {
      throw new NotFoundException("territory", "There is no territory with the code \"" + territory + "\"; /ogc/collections/territory/items lists them.");
    }
    return caller;
  }

  private RefusedException changedMeanwhile(String territory, int year) {
    Map<String, Object> current = list(territory).stream().filter(one -> one.year() == year).findFirst()
        .map(one -> Map.<String, Object>of("current", one)).orElse(Map.of());
    return RefusedException.of(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile",
        "Somebody else has changed this target meanwhile; read it again and decide anew.", "If-Match", current);
  }

  private static String subject(String territory, int year) {
    return "target:" + territory + "/" + year;
  }
}
