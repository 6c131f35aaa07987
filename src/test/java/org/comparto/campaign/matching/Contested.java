package org.comparto.campaign.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.comparto.campaign.matching.Rules.Second;

/** Made-up campaigns in which not everybody can be served, with every kind of limit in play. */
final class Contested {

  private static final List<String> LEVELS = List.of("primary", "lower", "upper");

  private Contested() {}

  static Problem of(int groupCount, int hostCount, int days, int slotsPerHost, long seed) {
    Random random = new Random(seed);
    List<Host> hosts = new ArrayList<>();
    List<Slot> slots = new ArrayList<>();
    for (int host = 0; host < hostCount; host++) {
      hosts.add(new Host(random.nextInt(4) == 0 ? Set.of(LEVELS.get(random.nextInt(3))) : Set.of(), random.nextInt(3) == 0 ? 12 : 0, random.nextInt(4) == 0 ? 16 : Problem.ANY,
          random.nextBoolean() ? Set.of("it") : Set.of("it", "en"), random.nextBoolean(), 1 + random.nextInt(3), 1 + random.nextInt(6)));
      for (int i = 0; i < slotsPerHost; i++) {
        int from = 480 + 30 * random.nextInt(14);
        slots.add(new Slot(host, random.nextInt(days), from, from + 60 + 30 * random.nextInt(2), 15 + random.nextInt(35), random.nextBoolean() ? 1 : 1 + random.nextInt(3)));
      }
    }
    int[][] there = new int[groupCount][hostCount];
    int[][] metres = new int[groupCount][hostCount];
    int[][] between = new int[hostCount][hostCount];
    List<Group> groups = new ArrayList<>();
    for (int group = 0; group < groupCount; group++) {
      int[] points = new int[hostCount];
      for (int rank = 0; rank < 3; rank++) {
        points[random.nextInt(hostCount)] = 100 - 5 * rank;
      }
      for (int host = 0; host < hostCount; host++) {
        there[group][host] = random.nextInt(25) == 0 ? Ways.NONE : 5 + random.nextInt(50);
        metres[group][host] = there[group][host] * 900 + random.nextInt(900);
      }
      boolean[] can = new boolean[days];
      for (int day = 0; day < days; day++) {
        can[day] = random.nextInt(3) > 0;
      }
      groups.add(new Group(10 + random.nextInt(25), 1 + random.nextInt(2), can, 460 + 10 * random.nextInt(6), 720 + 30 * random.nextInt(12),
          random.nextBoolean() ? Problem.ANY : 15_000 + random.nextInt(30_000), random.nextInt(4) == 0 ? null : LEVELS.get(random.nextInt(3)),
          random.nextInt(3) == 0 ? 0 : 8 + random.nextInt(11), random.nextInt(4) == 0 ? Set.of("en") : Set.of("it"), random.nextInt(5) == 0, points));
    }
    for (int host = 0; host < hostCount; host++) {
      for (int other = 0; other < hostCount; other++) {
        between[host][other] = host == other ? 0 : 5 + random.nextInt(40);
      }
    }
    return new Problem(hosts, slots, groups, days, new Rules(random.nextInt(4) == 0 ? 30 : 54, Second.values()[random.nextInt(3)], 10), new Ways(there, metres, there, between));
  }
}
