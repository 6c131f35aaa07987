package org.comparto.census;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.comparto.ateco.Ateco;
import org.comparto.database.Sql;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks companies up for the desk: by words, activity in either version of ATECO, place and consent. */
@Component
class CompanySearch {

  static final int MOST_LISTED = 1000;
  private static final String SEARCH = Sql.load("census/companies.sql").text();
  private static final Set<String> CONSENTS = Set.of("none", "some", "all");

  /** As it is asked; null for what does not matter. @param territory the only one whose companies may be seen */
  record Question(@Nullable String q, @Nullable String ateco, @Nullable String chain, @Nullable String size, @Nullable String municipality,
      @Nullable String consent, @Nullable String territory, int limit, int offset) {

    Question {
      q = Field.optional("q", q, 200);
      chain = Field.optional("chain", chain, 60);
      size = Field.optional("size", size, 20);
      municipality = Field.optional("municipality", municipality, 6);
      consent = Field.optional("consent", consent, 20);
      if (consent != null && !CONSENTS.contains(consent) && !Consents.GROUPS.contains(consent)) {
        throw new InvalidInputException("consent", "consent must be none, some, all or one of " + String.join(", ", Consents.GROUPS));
      }
      if (limit < 1 || limit > MOST_LISTED) {
        throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to " + MOST_LISTED);
      }
      if (offset < 0) {
        throw new InvalidInputException("offset", "offset must not be negative");
      }
    }
  }

  /** One line. @param byOtherVersion whether it was found because its code has become, or comes from, what was asked for: to be confirmed */
  record Found(long id, String code, @Nullable String name, @Nullable String territoryCode, @Nullable String municipality, @Nullable String atecoCode,
      @Nullable String atecoVersion, @Nullable String productionChain, @Nullable Integer employees, @Nullable String sizeClass,
      @Nullable Boolean soleTrader, @Nullable LocalDate verifiedOn, List<String> consents, @Nullable String email, @Nullable String survey,
      boolean byOtherVersion, double lon, double lat) {}

  /** A page. @param total of all that fit */
  record Page(List<Found> companies, long total) {}

  private final JdbcClient db;
  private final Ateco ateco;

  CompanySearch(JdbcClient db, Ateco ateco) {
    this.db = db;
    this.ateco = ateco;
  }

  Page find(Question asked) {
    String beginning = Field.optional("ateco", asked.ateco(), 20);
    Ateco.Reach reach = beginning == null ? null : ateco.reach("ateco", beginning);
    long[] total = new long[1];
    List<Found> found = db.sql(SEARCH).param("q", asked.q()).param("chain", asked.chain()).param("size", asked.size())
        .param("municipality", asked.municipality()).param("consent", asked.consent()).param("territory", asked.territory())
        .param("ateco", reach == null ? null : reach.in2007().get(0)).param("in2007", reach == null ? null : reach.in2007().toArray(String[]::new))
        .param("in2025", reach == null ? null : reach.in2025().toArray(String[]::new))
        .param("limit", asked.limit()).param("offset", asked.offset())
        .query((row, n) -> {
          total[0] = row.getLong("total");
          return new Found(row.getLong("id"), row.getString("code"), row.getString("name"), row.getString("territory_code"), row.getString("municipality"),
              row.getString("ateco_code"), row.getString("ateco_version"), row.getString("production_chain"), (Integer) row.getObject("employees"),
              row.getString("size_class"), (Boolean) row.getObject("sole_trader"), row.getObject("verified_on", LocalDate.class),
              List.of((String[]) row.getArray("consented_groups").getArray()), row.getString("email"), row.getString("survey"),
              row.getBoolean("by_other_version"), row.getDouble("lon"), row.getDouble("lat"));
        }).list();
    return new Page(found, total[0]);
  }
}
