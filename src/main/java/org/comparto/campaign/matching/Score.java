package org.comparto.campaign.matching;

import java.util.Comparator;

/**
 * How good an assignment is. What stands first counts first.
 *
 * @param visits served
 * @param points of preferences
 * @param unfairness the squares of the hosts' groups, added up: for as many groups it is least where all hosts have as many
 * @param travel minutes on the road of all groups
 */
public record Score(int visits, int points, long unfairness, long travel) implements Comparable<Score> {

  private static final Comparator<Score> ORDER = Comparator.comparingInt(Score::visits).thenComparingInt(Score::points)
      .thenComparing(Comparator.comparingLong(Score::unfairness).reversed()).thenComparing(Comparator.comparingLong(Score::travel).reversed());

  /** Greater is better. */
  @Override
  public int compareTo(Score other) {
    return ORDER.compare(this, other);
  }

  /** One number for a search that takes steps back: who may lose a little of the first to find more of it later. */
  double guide() {
    return 1000.0 * visits + points - 0.1 * unfairness - 0.0005 * travel;
  }
}
