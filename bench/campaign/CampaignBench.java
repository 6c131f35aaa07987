package org.comparto.campaign.matching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How near the search comes to what was planted, and how long it takes; see campaign.sh. */
public final class CampaignBench {

  private CampaignBench() {}

  /** @param arguments groups, hosts, days, seconds, seeds */
  public static void main(String[] arguments) {
    int groups = Integer.parseInt(arguments[0]);
    int hosts = Integer.parseInt(arguments[1]);
    int days = Integer.parseInt(arguments[2]);
    Duration most = Duration.ofSeconds(Long.parseLong(arguments[3]));
    int seeds = Integer.parseInt(arguments[4]);
    System.out.printf("%d groups, %d hosts, %d days%n%-12s %4s %9s %9s %9s %8s %8s %8s  %s%n", groups, hosts, days, "kind", "seed", "visits", "share", "bound", "98 % at", "best at", "seconds",
        "ended by");
    for (Planted.Kind kind : Planted.Kind.values()) {
      for (int seed = 1; seed <= seeds; seed++) {
        Problem problem = Planted.of(kind, groups, hosts, days, seed).problem();
        List<Outcome> found = new ArrayList<>();
        double[] when = {Double.NaN, 0};
        long begin = System.nanoTime();
        Outcome outcome = Solver.solve(problem, List.of(), new Effort(1, 20_000, most), better -> {
          double seconds = (System.nanoTime() - begin) / 1e9;
          if (Double.isNaN(when[0]) && better.score().points() >= 0.98 * problem.bestPoints() && better.score().visits() >= 0.98 * problem.wanted()) {
            when[0] = seconds;
          }
          if (found.isEmpty() || better.score().visits() > found.get(0).score().visits() || better.score().visits() == found.get(0).score().visits() && better.score().points() > found.get(0).score().points()) {
            when[1] = seconds;
            found.clear();
            found.add(better);
          }
        }, () -> false);
        System.out.printf("%-12s %4d %4d/%4d %8.2f%% %8.2f%% %7.2fs %7.2fs %7.2fs  %s after %d%n", kind, seed, outcome.score().visits(), problem.wanted(),
            100.0 * outcome.score().points() / problem.bestPoints(), 100.0 * outcome.bound().points() / problem.bestPoints(), when[0], when[1],
            (System.nanoTime() - begin) / 1e9, outcome.endedBy(), outcome.iterations());
      }
    }
  }
}
