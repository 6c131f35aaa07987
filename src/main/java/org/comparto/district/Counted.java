package org.comparto.district;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the last edition of each territory counted of whom, as fingerprints: by them the next one is known to differ in k firms at least. */
@Component
class Counted {

  private static final String KEEP = Sql.load("district/keep-counted.sql").text();

  private final JdbcClient db;

  Counted(JdbcClient db) {
    this.db = db;
  }

  /** @param change the last change of features that is in what the firms are */
  void keep(String territory, long change, Map<Long, Long> fingerprints) {
    Long[] companies = fingerprints.keySet().toArray(Long[]::new);
    db.sql(KEEP).param("territory", territory).param("change", change).param("companies", companies)
        .param("fingerprints", List.of(companies).stream().map(fingerprints::get).toArray(Long[]::new)).update();
  }

  /** Nothing has come of the changes up to this one. */
  void looked(String territory, long change) {
    db.sql("UPDATE census_counted SET looked_at = :change WHERE territory_code = :territory").param("change", change).param("territory", territory).update();
  }

  /** How many firms have come, gone or become others in what is counted of them; empty if nobody knows what was counted. */
  Optional<Integer> differing(String territory, Map<Long, Long> fingerprints) {
    return db.sql("SELECT companies, fingerprints FROM census_counted WHERE territory_code = :territory").param("territory", territory).query((row, number) -> {
      Long[] companies = (Long[]) row.getArray("companies").getArray();
      Long[] counted = (Long[]) row.getArray("fingerprints").getArray();
      Map<Long, Long> before = new HashMap<>();
      for (int i = 0; i < companies.length; i++) {
        before.put(companies[i], counted[i]);
      }
      long differing = fingerprints.entrySet().stream().filter(now -> !now.getValue().equals(before.get(now.getKey()))).count();
      return (int) (differing + before.keySet().stream().filter(company -> !fingerprints.containsKey(company)).count());
    }).optional();
  }

  /** Of all that is counted of each firm, by its id. */
  static Map<Long, Long> fingerprints(List<Firm> firms, Secret secret) {
    Map<Long, Long> fingerprints = new HashMap<>();
    firms.forEach(firm -> fingerprints.put(firm.id(),
        secret.number("content " + firm.id() + " " + firm.municipality() + " " + firm.zone() + " " + firm.answers() + " " + Arrays.toString(firm.amounts()))));
    return fingerprints;
  }
}
