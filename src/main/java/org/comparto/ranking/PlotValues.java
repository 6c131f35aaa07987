package org.comparto.ranking;

import java.util.Arrays;

/**
 * The values of some attributes for a set of plots, in the order of ids. Days are counted from 1970-01-01, truth is 1 and 0;
 * what is not known is NaN.
 *
 * @param names what people call each plot
 * @param columns by attribute and position
 */
record PlotValues(long[] ids, String[] names, double[][] columns) {

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
