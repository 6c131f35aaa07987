package org.comparto.ranking;

import java.util.List;

/**
 * Within which weights of one criterion, the others as they are, the first plot stays first. Scores of two plots have the same
 * denominator, so the first stays ahead of another as long as (A₁ − A₂) + t · (v₁ − v₂) ≥ 0, where A is the sum of the other
 * criteria, v the worth in this one and t its weight: a half-line for each rival, and their intersection is the interval.
 * At an end that a rival sets the two draw level.
 *
 * @param from the least weight, 0 if nothing takes the lead below
 * @param to the greatest, 100 if nothing takes the lead above
 * @param below position of who leads below, -1 for nobody
 * @param above position of who leads above, -1 for nobody
 */
record Sensitivity(double from, double to, int below, int above) {

  static final double MOST = 100;
  private static final double NOTHING = 1e-12; // below it two sums are the same

  /** Of a ranking in which at least one plot takes part. */
  static Sensitivity of(List<Criterion> criteria, Ranking ranking, int criterion) {
    int first = ranking.order()[0];
    double weight = criteria.get(criterion).weight();
    double others = sum(criteria, ranking, criterion, first);
    double own = known(ranking.worth()[criterion][first]);
    double from = 0;
    double to = MOST;
    int below = -1;
    int above = -1;
    for (int rival : ranking.order()) {
      double lead = others - sum(criteria, ranking, criterion, rival);
      double slope = own - known(ranking.worth()[criterion][rival]);
      if (rival == first || Math.abs(slope) <= NOTHING) {
        continue; // where both are worth the same the weight changes nothing between them
      }
      double level = -lead / slope;
      if (slope > 0 && level > from + NOTHING) {
        from = Math.min(level, weight);
        below = rival;
      } else if (slope < 0 && level < to - NOTHING) {
        to = Math.max(level, weight);
        above = rival;
      }
    }
    return new Sensitivity(from, to, below, above);
  }

  private static double sum(List<Criterion> criteria, Ranking ranking, int without, int plot) {
    double sum = 0;
    for (int k = 0; k < criteria.size(); k++) {
      sum += k == without ? 0 : criteria.get(k).weight() * known(ranking.worth()[k][plot]);
    }
    return sum;
  }

  private static double known(double worth) {
    return Double.isNaN(worth) ? 0 : worth;
  }
}
