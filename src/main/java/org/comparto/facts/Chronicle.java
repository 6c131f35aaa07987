package org.comparto.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;

/**
 * Status and price of a plot as they were published from a day on.
 *
 * @param price per square metre; null for not known
 */
record Chronicle(LocalDate from, @Nullable String status, @Nullable BigDecimal price, @Nullable String basis) {

  private static final Sql HISTORY = Sql.load("facts/history.sql");

  /** What changed, oldest first; a version that changed neither status nor price is no entry. */
  static List<Chronicle> read(AsOf data, Layer plot, long id) {
    List<Chronicle> entries = new ArrayList<>();
    data.query(HISTORY, plot, Map.of()).param("id", id).query((row, n) -> new Chronicle(row.getTimestamp("at").toInstant().atZone(Moment.ITALY).toLocalDate(),
        row.getString("status"), row.getBigDecimal("price"), row.getString("basis"))).list().forEach(entry -> {
          if (entries.isEmpty() || !entry.saysTheSame(entries.get(entries.size() - 1))) {
            entries.add(entry);
          }
        });
    return entries;
  }

  private boolean saysTheSame(Chronicle other) {
    return Objects.equals(status, other.status) && Objects.equals(basis, other.basis)
        && (price == null ? other.price == null : other.price != null && price.compareTo(other.price) == 0);
  }
}
