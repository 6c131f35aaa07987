package org.comparto.community;

import java.time.LocalDate;
import org.comparto.database.Sql;
import org.comparto.mail.Words;
import org.comparto.potential.Yields;
import org.comparto.problem.InvalidInputException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes communities, as asked for or as kept. */
@Component
class Balances {

  private static final String REGION = Sql.load("community/region.sql").text();

  private static final String UNKNOWN_AREAS = Sql.load("community/unknown-areas.sql").text();

  private final JdbcClient db;
  private final Yields yields;

  Balances(JdbcClient db, Yields yields) {
    this.db = db;
    this.yields = yields;
  }

  Balancing of(BalanceQuestion question, String language) {
    Community community = Community.of(question, language);
    String region = community.territory() == null ? null : regionOf(community.territory());
    Words words = Words.in("community", language);
    Balancing balancing = Balancing.of(community, region, yields, LocalDate.now(EnergyYear.ROME), words);
    db.sql(UNKNOWN_AREAS).param("codes", community.substations().toArray(String[]::new)).query(String.class).list()
        .forEach(code -> balancing.eligibility().warnings().add(new Balance.Warning("substation_unknown", words.say("substation_unknown", code))));
    return balancing;
  }

  private String regionOf(String territory) {
    return db.sql(REGION).param("code", territory).query((row, number) -> String.valueOf(row.getString("region"))).optional()
        .orElseThrow(() -> new InvalidInputException("territory", "There is no territory with this code; leave it out for any."));
  }
}
