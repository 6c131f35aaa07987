package org.comparto.community;

import java.util.List;
import java.util.Set;
import org.comparto.account.CurrentAccount;
import org.comparto.database.Sql;
import org.comparto.energy.Affected;
import org.comparto.energy.AffectedByPerimeters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Communities whose plants or members lie in primary-substation areas that have changed, of the territory in which the caller works. */
@Component
class TouchedCommunities implements AffectedByPerimeters {

  private static final String TOUCHED = Sql.load("community/touched.sql").text();

  private final JdbcClient db;

  TouchedCommunities(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String kind() {
    return "communities";
  }

  @Override
  public List<Affected> affected(Set<String> codes, CurrentAccount caller) {
    return db.sql(TOUCHED).param("codes", codes.toArray(String[]::new)).param("territory", caller.territory())
        .query((row, n) -> new Affected(row.getString("id"), null, row.getString("name"), row.getString("codes"), null, "named")).list();
  }
}
