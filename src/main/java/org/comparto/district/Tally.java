package org.comparto.district;

import org.jspecify.annotations.Nullable;

/** What firms of one cell add up to, exactly and as it may leave the house. Never published itself. */
final class Tally {

  private int firms;
  /** Of which firms, as a number: the same firms give the same, whatever the cell is called. */
  private long key;
  private final int[] known = new int[Amount.values().length];
  private final int[] contributing = new int[Amount.values().length];
  private final double[] sums = new double[Amount.values().length];
  private final double[] masked = new double[Amount.values().length];
  private final double[] largest = new double[Amount.values().length];
  private final double[] second = new double[Amount.values().length];

  /**
   * Adds a firm.
   *
   * @param factors what each of its amounts is multiplied by before it may be seen; null where only exact figures are wanted
   */
  void add(Firm firm, long firmKey, double @Nullable [] factors) {
    firms++;
    key += firmKey;
    for (int a = 0; a < known.length; a++) {
      Double value = firm.amounts()[a];
      if (value == null) {
        continue;
      }
      known[a]++;
      if (value > 0) {
        contributing[a]++;
      }
      sums[a] += value;
      masked[a] += value * (factors == null ? 1 : factors[a]);
      if (value > largest[a]) {
        second[a] = largest[a];
        largest[a] = value;
      } else if (value > second[a]) {
        second[a] = value;
      }
    }
  }

  int firms() {
    return firms;
  }

  long key() {
    return key;
  }

  int known(Amount amount) {
    return known[amount.ordinal()];
  }

  /** Firms that have more than nothing of it. */
  int contributing(Amount amount) {
    return contributing[amount.ordinal()];
  }

  double sum(Amount amount) {
    return sums[amount.ordinal()];
  }

  double masked(Amount amount) {
    return masked[amount.ordinal()];
  }

  /** The p% rule: whether the firm with the second largest amount could guess the largest within so many percent of it. */
  boolean isDominated(Amount amount, double percent) {
    int a = amount.ordinal();
    return sums[a] - largest[a] - second[a] < percent / 100 * largest[a];
  }
}
