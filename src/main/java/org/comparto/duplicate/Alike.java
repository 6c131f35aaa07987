package org.comparto.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.comparto.database.Sql;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Companies that somebody may be about to enter a second time, judged as pairs are ({@link Likeness}) by what is typed so far. */
@Component
class Alike {

  private static final String ALIKE = Sql.load("duplicate/alike.sql").text();
  /** While somebody types less is known than of two records, so less is enough to be shown. */
  private static final int LEAST = 35;
  private static final int MOST = 5;
  private static final double NAMES_ALIKE = 0.45;
  /** Neither near nor far, where nobody has said yet where it is. */
  private static final double SOMEWHERE_M = 1000;

  /** What is typed so far; null where nothing is. @param lon and {@code lat}: EPSG:4326 */
  record Typed(@Nullable String name, @Nullable String taxCode, @Nullable String vatNumber, @Nullable String address, @Nullable String phone, @Nullable String email,
      @Nullable Double lon, @Nullable Double lat) {

    Typed {
      name = Field.optional("name", name, 300);
      taxCode = Field.optional("taxCode", taxCode, 40);
      vatNumber = Field.optional("vatNumber", vatNumber, 40);
      address = Field.optional("address", address, 300);
      phone = Field.optional("phone", phone, 60);
      email = Field.optional("email", email, 200);
      if ((lon == null) != (lat == null) || lon != null && !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
        throw new InvalidInputException("lon", "lon and lat must be degrees, both or neither");
      }
    }
  }

  /** A company that is there already. */
  record Found(int score, List<Likeness.Reason> reasons, long id, String code, @Nullable String name, @Nullable String municipality, @Nullable String address) {}

  private final JdbcClient db;

  Alike(JdbcClient db) {
    this.db = db;
  }

  /** The likeliest first. @param territory null for all */
  @Transactional(readOnly = true)
  public List<Found> find(Typed typed, @Nullable String territory) {
    db.sql("SELECT set_config('pg_trgm.similarity_threshold', :least, true)").param("least", String.valueOf(NAMES_ALIKE)).query().listOfRows();
    return db.sql(ALIKE).param("name", typed.name()).param("tax", typed.taxCode()).param("vat", typed.vatNumber()).param("address", typed.address())
        .param("phone", typed.phone()).param("email", typed.email()).param("lon", typed.lon()).param("lat", typed.lat()).param("territory", territory)
        .query(Alike::found).list().stream().filter(one -> one.score() >= LEAST)
        .sorted(Comparator.comparingInt(Found::score).reversed().thenComparing(Found::id)).limit(MOST).toList();
  }

  private static Found found(ResultSet row, int n) throws SQLException {
    Likeness.Subject typed = subject(row, -1, "typed_");
    Likeness.Subject known = subject(row, row.getLong("id"), "known_");
    Double metres = row.getObject("metres", Double.class);
    Likeness likeness = Likeness.of(typed, known, Likeness.names(row.getString("typed_form"), row.getString("known_form"), row.getDouble("alike")),
        metres == null ? SOMEWHERE_M : metres);
    return new Found(likeness.score(), likeness.reasons(), known.id(), row.getString("code"), row.getString("name"), row.getString("municipality"), row.getString("address"));
  }

  private static Likeness.Subject subject(ResultSet row, long id, String of) throws SQLException {
    Set<String> keys = new HashSet<>(Stream.of(row.getString(of + "tax"), row.getString(of + "vat")).filter(Objects::nonNull).toList());
    return new Likeness.Subject(id, keys, row.getString(of + "phone"), row.getString(of + "email"), null, row.getString(of + "place"), null);
  }
}
