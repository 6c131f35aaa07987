package org.comparto.eligible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.job.Job;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how far everything is computed. */
@Component
@DependsOnDatabaseInitialization
class StatusReading {

  private static final String STATUS = Sql.load("eligible/status.sql").text();

  private final JdbcClient db;
  private final Needs needs;
  private final Runs runs;
  private final EligibleSettings settings;

  StatusReading(JdbcClient db, Needs needs, Runs runs, EligibleSettings settings) {
    this.db = db;
    this.needs = needs;
    this.runs = runs;
    this.settings = settings;
  }

  EligibleStatus read() {
    List<EligibleStatus.OfTerritory> territories = db.sql(STATUS).query((row, n) -> territory(row)).list();
    Optional<Job> job = runs.settle();
    return new EligibleStatus(needs.technologies(), settings.cell(), territories,
        job.map(j -> new EligibleStatus.Running(j.id(), j.state(), j.done(), j.total())).orElse(null));
  }

  private EligibleStatus.OfTerritory territory(ResultSet row) throws SQLException {
    String code = row.getString("territory_code");
    long pieces = row.getLong("pieces");
    long done = row.getLong("done");
    long failed = row.getLong("failed");
    EligibleStatus.State state = done == pieces ? EligibleStatus.State.COMPUTED : failed > 0 ? EligibleStatus.State.FAILED
        : row.getBoolean("paused") ? EligibleStatus.State.PAUSED : EligibleStatus.State.WAITING;
    Instant computedAt = Optional.ofNullable(row.getObject("computed_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant).orElse(null);
    return new EligibleStatus.OfTerritory(code, state.word(), pieces, done, failed, computedAt, needs.missing(code));
  }
}
