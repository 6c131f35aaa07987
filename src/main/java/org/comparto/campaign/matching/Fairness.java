package org.comparto.campaign.matching;

import java.util.Collection;
import java.util.List;

/**
 * What an assignment is worth, and how evenly hosts share the groups.
 *
 * @param least groups at one host
 * @param most groups at one host
 * @param idle hosts without any group
 * @param index of R. Jain, 1984: 1 where all hosts have as many groups, 1/n where one of n has all; 1 if there are none
 */
public record Fairness(int least, int most, double mean, int idle, double index) {

  public static Fairness of(Problem problem, Collection<Visit> visits) {
    int[] load = Load.of(problem, visits).visits;
    long sum = 0;
    long squares = 0;
    int least = Integer.MAX_VALUE;
    int most = 0;
    int idle = 0;
    for (int groups : load) {
      sum += groups;
      squares += (long) groups * groups;
      least = Math.min(least, groups);
      most = Math.max(most, groups);
      idle += groups == 0 ? 1 : 0;
    }
    return new Fairness(load.length == 0 ? 0 : least, most, load.length == 0 ? 0 : (double) sum / load.length, idle,
        squares == 0 ? 1 : (double) sum * sum / (squares * load.length));
  }

  /** All visits count, locked ones that break a limit too. */
  public static Score score(Problem problem, List<Visit> visits) {
    return new State(problem, visits).score();
  }
}
