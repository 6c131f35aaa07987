package org.comparto.target;

import java.util.Map;
import java.util.Optional;
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

/** Keeps the utilised agricultural area of territories: whoever sets their targets writes it down, with its source, on the version that was read. */
@Component
class UtilisedFarmlands {

  private static final String PUT = Sql.load("target/put-utilised.sql").text();

  private final JdbcClient db;
  private final Targets targets;
  private final Audit audit;

  UtilisedFarmlands(JdbcClient db, Targets targets, Audit audit) {
    this.db = db;
    this.targets = targets;
    this.audit = audit;
  }

  Optional<UtilisedFarmland> find(String territory) {
    return db.sql("SELECT territory_code AS territory, hectares, year, source, version, updated_at FROM utilised_farmland WHERE territory_code = :territory")
        .param("territory", territory).query(UtilisedFarmland.class).optional();
  }

  /**
   * Sets or changes it.
   *
   * @param version the one that was read; 0 if there was none
   * @throws RefusedException 412 with the present one if it is another
   */
  @Transactional
  public UtilisedFarmland put(String territory, int version, UtilisedFarmland.Sent sent) {
    CurrentAccount caller = targets.check(territory);
    db.sql(PUT).param("territory", territory).param("version", version).param("hectares", sent.hectares()).param("year", sent.year()).param("source", sent.source())
        .param("author", caller.username()).query(Integer.class).optional().orElseThrow(() -> changedMeanwhile(territory));
    audit.note(caller.username(), AuditAction.UTILISED_FARMLAND_SET, subject(territory), sent.toString());
    return find(territory).orElseThrow();
  }

  @Transactional
  public void remove(String territory, int version) {
    CurrentAccount caller = targets.check(territory);
    UtilisedFarmland gone = find(territory).orElseThrow(() -> new NotFoundException("territory", "Nobody has written down the utilised agricultural area of " + territory + "."));
    if (db.sql("DELETE FROM utilised_farmland WHERE territory_code = :territory AND version = :version").param("territory", territory).param("version", version).update() == 0) {
      throw changedMeanwhile(territory);
    }
    audit.note(caller.username(), AuditAction.UTILISED_FARMLAND_REMOVED, subject(territory), gone.toString());
  }

  private RefusedException changedMeanwhile(String territory) {
    return RefusedException.of(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", "Somebody else has changed this figure meanwhile; read it again and decide anew.",
        "If-Match", find(territory).map(present -> Map.<String, Object>of("current", present)).orElse(Map.of()));
  }

  private static String subject(String territory) {
    return "utilised-farmland:" + territory;
  }
}
