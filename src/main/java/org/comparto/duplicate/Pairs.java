package org.comparto.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds pairs of companies that may be one. The database proposes those that share something, {@link Likeness} judges them. */
@Component
class Pairs {

  private static final String PAIRS = Sql.load("duplicate/pairs.sql").text();
  /** Names that are less alike than this share nothing by their names. */
  private static final double NAMES_ALIKE = 0.45;

  /** One of the two. */
  record Company(long id, String code, @Nullable String name, @Nullable String municipality, @Nullable String address, @Nullable String taxCode,
      @Nullable String vatNumber, List<String> consents, double lon, double lat) {}

  /** Two companies, the older record first. */
  record Pair(int score, List<Likeness.Reason> reasons, Company first, Company second) {}

  private record Side(Company company, Likeness.Subject subject) {}

  private final JdbcClient db;

  Pairs(JdbcClient db) {
    this.db = db;
  }

  /** The likeliest first. @param territory null for all @param least points */
  @Transactional(readOnly = true)
  public List<Pair> find(@Nullable String territory, int least) {
    // in the order in which the query joins: nothing is known of how many pairs there are, and the planner would rather try every company with every other one
    db.sql("SELECT set_config('pg_trgm.similarity_threshold', :least, true), set_config('join_collapse_limit', '1', true)").param("least", String.valueOf(NAMES_ALIKE)).query().listOfRows();
    return db.sql(PAIRS).param("territory", territory).param("least", least).query(Pairs::pair).list().stream().filter(pair -> pair.score() >= least)
        .sorted(Comparator.comparingInt(Pair::score).reversed().thenComparing(pair -> pair.first().id()).thenComparing(pair -> pair.second().id())).toList();
  }

  private static Pair pair(ResultSet row, int n) throws SQLException {
    Side first = side(row, "a_");
    Side second = side(row, "b_");
    Likeness likeness = Likeness.of(first.subject(), second.subject(),
        Likeness.names(row.getString("a_form"), row.getString("b_form"), row.getDouble("alike")), row.getDouble("metres"));
    return new Pair(likeness.score(), likeness.reasons(), first.company(), second.company());
  }

  private static Side side(ResultSet row, String of) throws SQLException {
    Set<String> keys = Stream.of(row.getString(of + "tax"), row.getString(of + "vat")).filter(Objects::nonNull).collect(Collectors.toSet());
    return new Side(new Company(row.getLong(of + "id"), row.getString(of + "code"), row.getString(of + "name"), row.getString(of + "municipality"),
        row.getString(of + "address"), row.getString(of + "tax"), row.getString(of + "vat"),
        Arrays.asList((String[]) row.getArray(of + "consents").getArray()), row.getDouble(of + "lon"), row.getDouble(of + "lat")),
        new Likeness.Subject(row.getLong(of + "id"), keys, row.getString(of + "phone"), row.getString(of + "email"), row.getString(of + "domain"),
            row.getString(of + "place"), (Long) row.getObject(of + "headquarters")));
  }
}
