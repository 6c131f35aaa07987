package org.comparto.ranking;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of some attributes for a set of plots, in the order of ids. Days are counted from 1970-01-01, truth is 1 and 0;
 * what is not known is NaN.
 *
 * @param columns of the attributes that are numbers, by attribute and position
 * @param codes of the attributes that are codes or lists of them, by attribute and position; null for not known
 */
record PlotValues(long[] ids, double[][] columns, @Nullable List<String>[][] codes) {

  int size() {
    return ids.length;
  }

  /** The least value there is, NaN if there is none. */
  double least(int column) {
    return Arrays.stream(columns[column]).filter(value -> !Double.isNaN(value)).min().orElse(Double.NaN);
  }

  /** The greatest value there is, NaN if there is none. */
  double greatest(int column) {
    return Arrays.stream(columns[column]).filter(value -> !Double.isNaN(value)).max().orElse(Double.NaN);
  }

  int unknown(int column) {
    return (int) Arrays.stream(columns[column]).filter(Double::isNaN).count();
  }
}
