package org.comparto.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Communities of a given size, made up, the same for the same seed. */
final class Samples {

  static final String AREA = "AC001E0000";
  private static final String[] ARCHETYPES = Loads.ALL.names().toArray(String[]::new);

  private Samples() {}

  static BalanceQuestion.Plant plant(String id, double kw, String commissioned, String substation, double yield) {
    return new BalanceQuestion.Plant(id, null, kw, LocalDate.parse(commissioned), "pv_roof", substation, 10.02, 45.13, yield, null, null,
        null, null, null, null, null, null, null, null);
  }

  static BalanceQuestion.Member member(String id, MemberKind kind, double kwh, String archetype, String substation) {
    return new BalanceQuestion.Member(id, null, kind.toString(), kwh, archetype, substation, null, null, null, null, null, null, null);
  }

  static BalanceQuestion question(int year, List<BalanceQuestion.Plant> plants, List<BalanceQuestion.Member> members, BalanceQuestion.Prices prices) {
    return new BalanceQuestion(year, null, "cremona", "Lombardia", null, plants, members, prices, null, null, true, null);
  }

  /** Two hundred members and twenty plants under three substations, some behind members' meters, one large firm, older plants, grants, an uploaded load. */
  static BalanceQuestion large(int year, int plants, int members, long seed) {
    Random random = new Random(seed);
    int hours = EnergyYear.of(year).hours();
    List<BalanceQuestion.Member> all = new ArrayList<>();
    MemberKind[] kinds = MemberKind.values();
    for (int m = 0; m < members; m++) {
      double[] hourly = m % 25 == 7 ? random.doubles(hours, 0, 30).toArray() : null;
      double[] quarters = m % 50 == 9 ? random.doubles(hours * 4L, 0, 5).toArray() : null;
      all.add(new BalanceQuestion.Member("m" + m, null, kinds[m % kinds.length].toString(), 2_000 + random.nextDouble() * 150_000,
          ARCHETYPES[m % ARCHETYPES.length],
          AREA + m % 3, m == 20 ? "35.11.00" : null, "2007", hourly, quarters, null, null, null));
    }
    List<BalanceQuestion.Plant> made = new ArrayList<>();
    String[] technologies = {"pv_roof", "pv_ground", "pv_canopy", "agripv"};
    for (int p = 0; p < plants; p++) {
      String own = p % 2 == 0 && p < members ? "m" + p : null;
      double[] monthly = p % 5 == 1 ? random.doubles(12, 1_000, 9_000).toArray() : null;
      made.add(new BalanceQuestion.Plant("p" + p, null, p == 13 ? 1_200.0 : 20 + random.nextDouble() * 700, LocalDate.of(p % 7 == 3 ? 2019
          : 2023 + p % 4, 1 + p % 12, 1 + p),
          technologies[p % 4], AREA + (own == null ? random.nextInt(3) : p % 3), 10 + 0.01 * p, 45.1 + 0.005 * p, 1_000 + 20.0 * p, monthly,
          null, null, (double) (p % 4 * 10),
          (double) (p % 3 * 30 - 30), own, p % 6 == 2 ? 0.2 : null, null, 1_000.0, null));
    }
    double[] prices = random.doubles(hours, 20, 260).toArray();
    return question(year, made, all, new BalanceQuestion.Prices(null, null, prices));
  }
}
