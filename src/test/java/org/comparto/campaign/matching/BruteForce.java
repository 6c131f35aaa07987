package org.comparto.campaign.matching;

import java.util.ArrayList;
import java.util.List;

/** Tries everything, for tiny campaigns. */
final class BruteForce {

  private final Problem problem;
  private final List<Visit> visits = new ArrayList<>();
  int mostVisits;
  /** Among the assignments with most visits. */
  int pointsOfThose;
  /** Among all assignments. */
  int mostPoints;

  private BruteForce(Problem problem) {
    this.problem = problem;
    group(0);
  }

  static BruteForce of(Problem problem) {
    return new BruteForce(problem);
  }

  private void group(int group) {
    if (group == problem.groups().size()) {
      int points = Checker.points(problem, visits);
      mostPoints = Math.max(mostPoints, points);
      if (visits.size() > mostVisits || visits.size() == mostVisits && points > pointsOfThose) {
        mostVisits = visits.size();
        pointsOfThose = points;
      }
      return;
    }
    group(group + 1);
    for (int one = 0; one < problem.slots().size(); one++) {
      if (put(group, one)) {
        group(group + 1);
        for (int other = one + 1; problem.groups().get(group).visits() == 2 && other < problem.slots().size(); other++) {
          if (put(group, other)) {
            group(group + 1);
            visits.remove(visits.size() - 1);
          }
        }
        visits.remove(visits.size() - 1);
      }
    }
  }

  private boolean put(int group, int slot) {
    visits.add(new Visit(group, slot, false));
    if (Checker.broken(problem, visits).isEmpty()) {
      return true;
    }
    visits.remove(visits.size() - 1);
    return false;
  }
}
