package org.comparto.community;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.comparto.mail.Words;

/** How long a year of a community of 200 members and 20 plants takes, from the question to all figures; see community.sh. */
public final class CommunityBench {

  private static final int RUNS = 60;
  /** On a machine on which others work too, only what a processor did says something. */
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
  private static final String[] ARCHETYPES = Loads.ALL.names().toArray(String[]::new);

  private CommunityBench() {}

  public static void main(String[] arguments) {
    for (boolean measured : new boolean[] {false, true}) {
      BalanceQuestion question = question(200, 20, measured);
      double[] millis = new double[RUNS];
      double[] processor = new double[RUNS];
      double shared = 0;
      for (int run = 0; run < RUNS; run++) {
        long begin = System.nanoTime();
        long used = THREAD.getCurrentThreadCpuTime();
        shared = Balancing.of(Community.of(question, "en"), "Lombardia", null, LocalDate.of(2026, 11, 22), Words.in("community", "en")).balance().totals().sharedKwh();
        millis[run] = (System.nanoTime() - begin) / 1e6;
        processor[run] = (THREAD.getCurrentThreadCpuTime() - used) / 1e6;
      }
      double first = millis[0];
      Arrays.sort(processor, RUNS / 3, RUNS);
      double[] warm = Arrays.copyOfRange(millis, RUNS / 3, RUNS);
      Arrays.sort(warm);
      System.out.printf("200 members (%s), 20 plants, 8,760 hours: first %.0f ms, then median %.1f ms, slowest %.1f ms (of a processor's time: first %.0f ms, then median %.1f ms); %.0f MWh shared (bar: 1,000 ms)%n",
          measured ? "hourly loads" : "archetypes", first, warm[warm.length / 2], warm[warm.length - 1],
          processor[0], processor[(RUNS / 3 + RUNS) / 2], shared / 1000);
    }
  }

  private static BalanceQuestion question(int members, int plants, boolean measured) {
    Random random = new Random(1);
    List<BalanceQuestion.Member> all = new ArrayList<>();
    for (int m = 0; m < members; m++) {
      all.add(new BalanceQuestion.Member("m" + m, null, m % 3 == 0 ? "sme" : "person", 3_000 + random.nextDouble() * 60_000, ARCHETYPES[m % ARCHETYPES.length],
          "AC999E0000" + m % 3, null, null, measured ? random.doubles(8760, 0, 8).toArray() : null, null, null, null, null));
    }
    List<BalanceQuestion.Plant> made = new ArrayList<>();
    for (int p = 0; p < plants; p++) {
      made.add(new BalanceQuestion.Plant("p" + p, null, 50 + random.nextDouble() * 500, LocalDate.of(2024, 1 + p % 12, 1), "pv_roof", "AC999E0000" + p % 3, 10 + p * 0.01, 45.1, 1_100.0, null,
          null, null, (double) (5 + p), 0.0, p % 3 == 0 ? "m" + p : null, null, null, null, null));
    }
    return new BalanceQuestion(2026, null, null, null, null, made, all, new BalanceQuestion.Prices(null, null, random.doubles(8760, 30, 240).toArray()), null, null, null);
  }
}
