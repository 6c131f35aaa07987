package org.comparto.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weighted sums in order: score = Σ weight · worth / Σ weight, a value that is not known counting 0; the greatest first, equal
 * ones by their ids. Scores are rounded to twelve decimals before they are compared, so that what is equal on paper is equal here.
 *
 * @param order positions of the plots that take part, best first
 * @param scores of all plots, by position
 * @param worth of all plots, by criterion and position; NaN where the value is not known
 * @param knockedOut by criterion, how many plots it keeps from taking part
 */
record Ranking(int[] order, double[] scores, double[][] worth, int[] knockedOut) {

  private static final double DECIMALS = 1e12;

  /** @param values by criterion and position */
  static Ranking of(long[] ids, List<Criterion> criteria, double[][] values) {
    double[][] worth = new double[criteria.size()][ids.length];
    boolean[] out = new boolean[ids.length];
    int[] knockedOut = new int[criteria.size()];
    double[] sums = new double[ids.length];
    double weights = 0;
    for (int k = 0; k < criteria.size(); k++) {
      Criterion criterion = criteria.get(k);
      weights += criterion.weight();
      for (int i = 0; i < ids.length; i++) {
        worth[k][i] = criterion.worth(values[k][i]);
        sums[i] += Double.isNaN(worth[k][i]) ? 0 : criterion.weight() * worth[k][i];
        if (!criterion.admits(values[k][i])) {
          out[i] = true;
          knockedOut[k]++;
        }
      }
    }
    double[] scores = new double[ids.length];
    for (int i = 0; i < ids.length; i++) {
      scores[i] = rounded(sums[i] / weights);
    }
    int[] order = IntStream.range(0, ids.length).filter(i -> !out[i]).boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]).thenComparingLong(i -> ids[i])).mapToInt(i -> i).toArray();
    return new Ranking(order, scores, worth, knockedOut);
  }

  /** What a criterion adds to the score of a plot; NaN where the value is not known. */
  static double contribution(double weight, double worth, double weights) {
    return rounded(weight * worth / weights);
  }

  static double rounded(double score) {
    return Double.isNaN(score) ? score : Math.round(score * DECIMALS) / DECIMALS;
  }
}
