package org.comparto.district;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a company.
 *
 * @param municipality ISTAT code; null where it is not known
 * @param zone id of the industrial zone; null outside of all
 * @param answers the values of each variable; {@link Variable#NOT_KNOWN} alone where it has none
 * @param amounts by the order of {@link Amount}, null where it is not known
 */
record Firm(long id, @Nullable String municipality, @Nullable Long zone, boolean demonstration, List<List<String>> answers, @Nullable Double[] amounts) {

  List<String> answers(Variable variable) {
    return answers.get(variable.ordinal());
  }

  static Firm read(ResultSet row, int number) throws SQLException {
    List<List<String>> answers = new ArrayList<>();
    for (Variable variable : Variable.values()) {
      answers.add(variable.isMultiple() ? several(row.getArray(variable.id())) : List.of(Objects.requireNonNullElse(row.getString(variable.id()), Variable.NOT_KNOWN)));
    }
    Double[] amounts = new Double[Amount.values().length];
    for (Amount amount : Amount.values()) {
      double value = row.getDouble(amount.id());
      amounts[amount.ordinal()] = row.wasNull() ? null : value;
    }
    long zone = row.getLong("zone_id");
    boolean outside = row.wasNull();
    return new Firm(row.getLong("id"), row.getString("municipality_code"), outside ? null : zone, row.getBoolean("demonstration"), answers, amounts);
  }

  private static List<String> several(@Nullable Array values) throws SQLException {
    return values == null ? List.of(Variable.NOT_KNOWN) : Arrays.stream((Object[]) values.getArray()).map(String::valueOf).toList();
  }
}
