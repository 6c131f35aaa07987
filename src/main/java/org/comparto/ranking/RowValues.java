package org.comparto.ranking;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one plot as the database sends them: its id, then numbers, then lists of codes. */
record RowValues(long id, double[] numbers, @Nullable List<String>[] codes) {

  private static final int FIRST = 2;

  static RowValues of(ResultSet row, int numbers, int codes) throws SQLException {
    double[] values = new double[numbers];
    for (int k = 0; k < numbers; k++) {
      values[k] = row.getDouble(FIRST + k);
      values[k] = row.wasNull() ? Double.NaN : values[k];
    }
    @Nullable List<String>[] lists = lists(codes);
    for (int k = 0; k < codes; k++) {
      Array list = row.getArray(FIRST + numbers + k);
      lists[k] = list == null ? null : List.of((String[]) list.getArray());
    }
    return new RowValues(row.getLong(1), values, lists);
  }

  /** Many plots, turned round. */
  static PlotValues columns(List<RowValues> rows, int numbers, int codes) {
    double[][] columns = new double[numbers][rows.size()];
    @SuppressWarnings("unchecked")
    @Nullable List<String>[][] lists = new List[codes][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int k = 0; k < numbers; k++) {
        columns[k][i] = rows.get(i).numbers[k];
      }
      for (int k = 0; k < codes; k++) {
        lists[k][i] = rows.get(i).codes[k];
      }
    }
    return new PlotValues(rows.stream().mapToLong(RowValues::id).toArray(), columns, lists);
  }

  @SuppressWarnings("unchecked")
  private static @Nullable List<String>[] lists(int count) {
    return new List[count];
  }
}
