package org.comparto.orienteering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Makes instances whose best score is known, since routes that visit everything are planted in them: stops are strung into routes, each from stop to stop over a near one, and every stop's window is
 * laid around the time at which its route is there. The depot closes when the last route is back, so that no time is to spare. All scores together are the optimum.
 *
 * @param routes how many are planted
 * @param stops in all
 * @param width of windows, as a share of the longest route; 0: only the very tick; 1: hardly any window at all
 * @param choice among how many of the nearest stops the next one is drawn: 1 makes short routes with little room for others, many make long ones
 */
record PlantedInstance(long seed, int routes, int stops, double width, int choice) {

  private static final int SIDE = 100;
  private static final int TICKS = 10;

  ToptwFile file() {
    Random random = new Random(seed);
    int[][] points = new int[stops + 1][];
    int[] service = new int[stops + 1];
    for (int i = 0; i <= stops; i++) {
      points[i] = new int[] {random.nextInt(SIDE + 1), random.nextInt(SIDE + 1)};
      service[i] = i == 0 ? 0 : TICKS * (1 + random.nextInt(15));
    }
    int[] at = new int[stops + 1];
    int back = string(points, service, at, random);
    List<ToptwFile.Row> rows = new ArrayList<>();
    for (int i = 0; i <= stops; i++) {
      int room = (int) (width * back);
      int early = i == 0 ? 0 : (int) (random.nextDouble() * room);
      int opens = i == 0 ? 0 : Math.max(0, at[i] - early);
      int closes = i == 0 ? back : at[i] + room - early;
      rows.add(new ToptwFile.Row(i, BigDecimal.valueOf(points[i][0]), BigDecimal.valueOf(points[i][1]), tenths(service[i]),
          BigDecimal.valueOf(i == 0 ? 0 : 1 + random.nextInt(40)), tenths(opens), tenths(closes)));
    }
    return new ToptwFile("planted-" + seed + "-" + routes + "-" + stops + "-" + width + "-" + choice, 1, rows);
  }

  /** Fills in when each stop is served; answers when the last route is back. */
  private int string(int[][] points, int[] service, int[] at, Random random) {
    List<Integer> left = new ArrayList<>();
    for (int i = 1; i <= stops; i++) {
      left.add(i);
    }
    int back = 0;
    for (int route = 0; route < routes; route++) {
      int here = 0;
      int now = 0;
      for (int visits = left.size() / (routes - route); visits > 0; visits--) {
        int from = here;
        left.sort(Comparator.comparingInt((Integer stop) -> length(points[from], points[stop])).thenComparing(stop -> stop));
        int next = left.remove(random.nextInt(Math.min(choice, left.size())));
        now += length(points[here], points[next]);
        at[next] = now;
        now += service[next];
        here = next;
      }
      back = Math.max(back, now + length(points[here], points[0]));
    }
    return back;
  }

  private static int length(int[] from, int[] to) {
    return (int) Math.sqrt((double) TICKS * TICKS * ((from[0] - to[0]) * (from[0] - to[0]) + (from[1] - to[1]) * (from[1] - to[1])));
  }

  private static BigDecimal tenths(int ticks) {
    return BigDecimal.valueOf(ticks, 1);
  }

  /** The sum of all scores. */
  long optimum() {
    return file().rows().stream().mapToLong(row -> row.score().longValueExact()).sum();
  }
}
