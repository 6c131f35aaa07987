package org.comparto.campaign.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.comparto.campaign.matching.Rules.Second;

/**
 * Made-up campaigns in which everybody can have what it wants most: an assignment is drawn first, then limits are laid around it. Seats are exactly those that it
 * uses, hosts take as many groups as it gives them, distances and languages are what it needs, and nothing else is there.
 */
record Planted(Problem problem, List<Visit> perfect) {

  /** How much is left open beside the planted assignment. */
  enum Kind {
    /** A group a slot, one visit each, spare slots. */
    EASY,
    /** Groups share slots whose seats are exactly used up; one visit. */
    SHARED,
    /** Two visits a group on one day, seats exactly used up. */
    TWO_VISITS,
    /** As before; hosts take no more groups a day and in all than planted, distances, days and languages just allow it. */
    TIGHT,
    /** As tight, and a group prefers a whole theme, so that nothing says which of its hosts it has to take. */
    THEMES
  }

  private static final int[][] TIMES = {{480, 570}, {600, 690}, {720, 810}, {840, 930}};

  static Planted of(Kind kind, int groupCount, int hostCount, int days, long seed) {
    Random random = new Random(seed);
    double[][] hosts = points(random, hostCount);
    double[][] schools = points(random, groupCount);
    boolean two = kind != Kind.EASY && kind != Kind.SHARED;
    int[] theme = random.ints(hostCount, 0, Math.max(2, hostCount / 6)).toArray();
    int[][] used = new int[hostCount * days * TIMES.length][2]; // people and groups
    int[][] perDay = new int[hostCount][days];
    List<int[]> placed = new ArrayList<>();
    int[] people = new int[groupCount];
    for (int group = 0; group < groupCount; group++) {
      people[group] = 14 + random.nextInt(13);
      int[] slots = draw(kind, random, used, people[group], two, days, theme, hosts);
      for (int slot : slots) {
        used[slot][0] += people[group];
        used[slot][1]++;
        perDay[slot / TIMES.length / days][slot / TIMES.length % days]++;
      }
      placed.add(slots);
    }
    boolean tight = kind == Kind.TIGHT || kind == Kind.THEMES;
    List<Slot> slots = new ArrayList<>();
    int[] number = new int[used.length];
    for (int slot = 0; slot < used.length; slot++) {
      int groups = used[slot][1];
      if (groups > 0 || kind == Kind.EASY && random.nextInt(4) == 0) {
        number[slot] = slots.size();
        int[] times = TIMES[slot % TIMES.length];
        slots.add(new Slot(slot / TIMES.length / days, slot / TIMES.length % days, times[0], times[1], kind == Kind.EASY ? 30 : used[slot][0],
            kind == Kind.EASY ? 1 : tight ? groups : Problem.ANY));
      }
    }
    List<Set<String>> spoken = new ArrayList<>();
    for (int host = 0; host < hostCount; host++) {
      spoken.add(tight && random.nextInt(3) == 0 ? Set.of("it") : Set.of("it", "en"));
    }
    List<Host> made = new ArrayList<>();
    for (int host = 0; host < hostCount; host++) {
      int all = Arrays.stream(perDay[host]).sum();
      made.add(new Host(Set.of(), 0, Problem.ANY, spoken.get(host), true, tight ? Arrays.stream(perDay[host]).max().orElse(0) : Problem.ANY,
          tight ? all : Problem.ANY));
    }
    Ways ways = ways(schools, hosts);
    List<Group> groups = new ArrayList<>();
    List<Visit> perfect = new ArrayList<>();
    for (int group = 0; group < groupCount; group++) {
      int[] mine = placed.get(group);
      boolean[] can = new boolean[days];
      int farthest = 0;
      boolean english = true;
      int[] points = new int[hostCount];
      Set<Integer> wanted = new HashSet<>();
      for (int i = 0; i < mine.length; i++) {
        int host = mine[i] / TIMES.length / days;
        perfect.add(new Visit(group, number[mine[i]], false));
        can[mine[i] / TIMES.length % days] = true;
        farthest = Math.max(farthest, ways.metres()[group][host]);
        english &= spoken.get(host).contains("en");
        points[host] = 100 - 5 * i;
        wanted.add(theme[host]);
      }
      for (int rank = mine.length; rank < 5; rank++) {
        int host = random.nextInt(hostCount);
        points[host] = Math.max(points[host], 100 - 5 * rank);
      }
      if (kind == Kind.THEMES) {
        for (int host = 0; host < hostCount; host++) {
          points[host] = wanted.contains(theme[host]) ? 100 : 0;
        }
      }
      for (int day = 0; day < days; day++) {
        can[day] |= !tight || random.nextInt(3) == 0;
      }
      groups.add(new Group(people[group], mine.length, can, 0, 1440, tight ? farthest : Problem.ANY, null, 0, tight && english ? Set.of("en") : Set.of("it"), false, points));
    }
    return new Planted(new Problem(made, slots, groups, days, new Rules(Problem.ANY, two ? Second.SAME_DAY : Second.ANY_DAY, 10), ways), perfect);
  }

  /** Slots with room for a group: up to three groups share one, up to 62 people. */
  private static int[] draw(Kind kind, Random random, int[][] used, int people, boolean two, int days, int[] theme, double[][] hosts) {
    while (true) {
      int one = random.nextInt(used.length);
      int other = random.nextInt(used.length);
      boolean sameDay = one / TIMES.length % days == other / TIMES.length % days;
      boolean otherHost = one / TIMES.length / days != other / TIMES.length / days;
      boolean reached = Math.abs(one % TIMES.length - other % TIMES.length) >= 2
          || Math.abs(one % TIMES.length - other % TIMES.length) == 1 && minutes(hosts[one / TIMES.length / days], hosts[other / TIMES.length / days]) <= 20;
      if (takes(kind, used[one], people) && (!two || takes(kind, used[other], people) && sameDay && otherHost && reached)) {
        return two ? new int[] {one, other} : new int[] {one};
      }
    }
  }

  private static boolean takes(Kind kind, int[] used, int people) {
    return kind == Kind.EASY ? used[1] == 0 : used[1] < 3 && used[0] + people <= 62;
  }

  private static double[][] points(Random random, int count) {
    return java.util.stream.IntStream.range(0, count).mapToObj(i -> new double[] {random.nextDouble() * 40_000, random.nextDouble() * 40_000})
        .toArray(double[][]::new);
  }

  private static Ways ways(double[][] schools, double[][] hosts) {
    int[][] there = new int[schools.length][hosts.length];
    int[][] metres = new int[schools.length][hosts.length];
    int[][] between = new int[hosts.length][hosts.length];
    for (int i = 0; i < schools.length; i++) {
      for (int j = 0; j < hosts.length; j++) {
        there[i][j] = minutes(schools[i], hosts[j]);
        metres[i][j] = metres(schools[i], hosts[j]);
      }
    }
    for (int i = 0; i < hosts.length; i++) {
      for (int j = 0; j < hosts.length; j++) {
        between[i][j] = minutes(hosts[i], hosts[j]);
      }
    }
    return new Ways(there, metres, there, between);
  }

  private static int metres(double[] a, double[] b) {
    return (int) Math.ceil(Math.hypot(a[0] - b[0], a[1] - b[1]));
  }

  private static int minutes(double[] a, double[] b) {
    return (int) Math.ceil(metres(a, b) / 900.0);
  }
}
