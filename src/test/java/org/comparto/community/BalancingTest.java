package org.comparto.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.Set;
import org.comparto.community.Balance.Incentive;
import org.comparto.community.Eligibility.Role;
import org.comparto.mail.Words;
import org.comparto.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A community's year, held against a plain loop over hours that shares nothing with it but production and loads. */
class BalancingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Words WORDS = Words.in("community", "en");
  /** Every plant of these says its own energy, so that nobody asks for yields. */
  private static Balancing compute(BalanceQuestion question) {
    return Balancing.of(Community.of(question, "it"), null, null, TODAY, WORDS);
  }

  private static double eur(Balance balance, String line) {
    return balance.incentives().stream().filter(one -> one.id().equals(line)).mapToDouble(Incentive::eur).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {2026, 2024})
  void twoHundredMembersEqualANaiveLoop(int year) {
    BalanceQuestion question = Samples.large(year, 20, 200, 42);
    Balancing balancing = compute(question);
    Balance balance = balancing.balance();
    Naive naive = new Naive(balancing);

    near(balance.totals().productionKwh(), naive.production);
    near(balance.totals().selfConsumedKwh(), naive.self);
    near(balance.totals().injectedKwh(), naive.injected);
    near(balance.totals().withdrawnKwh(), naive.withdrawn);
    near(balance.totals().sharedKwh(), naive.shared);
    for (int i = 0; i < naive.sharedOf.length; i++) {
      near(balance.plants().get(i).sharedKwh(), naive.sharedOf[i]);
      near(balance.plants().get(i).tipEur(), naive.tipOf[i]);
    }
    near(eur(balance, "tip"), Arrays.stream(naive.tipOf).sum());
    near(eur(balance, "arera"), naive.shared * 11.22 / 1000);
    near(eur(balance, "sale"), naive.sale);
    near(balance.months().stream().mapToDouble(Balance.Totals::sharedKwh).sum(), naive.shared);
    near(balance.areas().stream().mapToDouble(Balance.AreaTotals::sharedKwh).sum(), naive.shared);
    near(Arrays.stream(balance.hourly().sharedKwh()).sum(), naive.shared);
    assertThat(Arrays.stream(naive.sharedOf).filter(kwh -> kwh > 0).count()).isGreaterThan(10);
    assertThat(balance.exclusions()).extracting(Balance.Exclusion::code).contains("large_firm", "plant_older", "plant_over_1_mw");
    assertThat(balance.hours()).isEqualTo(year == 2024 ? 8784 : 8760);
  }

  private static void near(double value, double expected) {
    assertThat(value).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
  }

  /** Hour by hour, plant by plant, with the tariff's figures written out anew. */
  private static final class Naive {

    double production;
    double self;
    double injected;
    double withdrawn;
    double shared;
    double sale;
    final double[] sharedOf;
    final double[] tipOf;

    Naive(Balancing balancing) {
      Community community = balancing.community();
      List<Community.Plant> plants = community.plants();
      sharedOf = new double[plants.size()];
      tipOf = new double[plants.size()];
      List<Integer> oldestFirst = new ArrayList<>();
      for (int i = 0; i < plants.size(); i++) {
        oldestFirst.add(i);
      }
      oldestFirst.sort(Comparator.comparing((Integer i) -> plants.get(i).commissioned()).thenComparing(i -> i));
      for (int h = 0; h < community.year().hours(); h++) {
        double[] surplus = new double[plants.size()];
        for (int i = 0; i < surplus.length; i++) {
          surplus[i] = balancing.production().get(i).hourly()[h];
        }
        double[] need = new double[3];
        double[] freeOfReduction = new double[3];
        double[] offered = new double[3];
        for (int m = 0; m < community.members().size(); m++) {
          Community.Member member = community.members().get(m);
          double load = member.hourly() != null ? member.hourly()[h] : shape(community, member.archetype())[h] * member.annualKwh();
          double behind = 0;
          for (int i = 0; i < surplus.length; i++) {
            behind += member.id().equals(plants.get(i).member()) ? balancing.production().get(i).hourly()[h] : 0;
          }
          double used = Math.min(behind, load);
          for (int i = 0; i < surplus.length; i++) {
            if (member.id().equals(plants.get(i).member()) && behind > 0) {
              double own = balancing.production().get(i).hourly()[h];
              surplus[i] = own - own * used / behind;
              self += takesPart(balancing, i) ? own * used / behind : 0;
            }
          }
          boolean isMember = member.kind() != MemberKind.LARGE_FIRM && !(member.kind() == MemberKind.SME && "35.11.00".equals(member.ateco()));
          int area = member.substation().charAt(10) - '0';
          if (isMember) {
            need[area] += load - used;
            boolean free = Set.of("person", "municipality", "public_body", "third_sector", "religious").contains(member.kind().toString());
            freeOfReduction[area] += free ? load - used : 0;
          }
        }
        for (int i = 0; i < surplus.length; i++) {
          if (takesPart(balancing, i)) {
            production += balancing.production().get(i).hourly()[h];
            offered[plants.get(i).substation().charAt(10) - '0'] += surplus[i];
            sale += surplus[i] * community.price()[h] / 1000;
          }
        }
        for (int area = 0; area < 3; area++) {
          injected += offered[area];
          withdrawn += need[area];
          double left = Math.min(offered[area], need[area]);
          shared += left;
          for (int i : oldestFirst) {
            if (takesPart(balancing, i) && plants.get(i).substation().charAt(10) - '0' == area) {
              double part = Math.min(left, surplus[i]);
              left -= part;
              sharedOf[i] += part;
              if (balancing.roleOf(i) == Role.INCENTIVISED) {
                double kw = plants.get(i).kw();
                double fix = kw <= 200 ? 80 : kw <= 600 ? 70 : 60;
                double reduction = 0.5 * plants.get(i).grantShare() / 0.4;
                double free = need[area] > 0 ? freeOfReduction[area] / need[area] : 0;
                tipOf[i] += part * (Math.min(fix + 40, fix + Math.max(0, 180 - community.price()[h])) + 10) * (1 - reduction * (1 - free)) / 1000;
              }
            }
          }
        }
      }
    }

    private static boolean takesPart(Balancing balancing, int plant) {
      return balancing.roleOf(plant) != Role.OUT;
    }

    private final HashMap<String, double[]> shapes = new HashMap<>();

    private double[] shape(Community community, String archetype) {
      return shapes.computeIfAbsent(archetype, one -> Loads.ALL.shape(one, community.year()));
    }
  }

  /** One plant of 100 kWh an hour, one member that takes 60: 60 shared. By hand: 525.6 MWh · (min(120, 80 + 80) + 10) = EUR 68,328 at 100 EUR/MWh. */
  @Test
  void aCommunityThatCanBeComputedByHand() {
    double[] always100 = new double[8760];
    Arrays.fill(always100, 100);
    double[] always60 = new double[8760];
    Arrays.fill(always60, 60);
    BalanceQuestion question = Samples.question(2026, List.of(withHours("p", 150, "2026-02-01", always100, null)), List.of(withLoad("m", "sme", always60)),
        new BalanceQuestion.Prices(100.0, null, null));
    Balance balance = compute(question).balance();
    assertThat(balance.totals().sharedKwh()).isCloseTo(525_600, within(1e-6));
    assertThat(balance.totals().sharedShare()).isCloseTo(0.6, within(1e-12));
    assertThat(eur(balance, "tip")).isCloseTo(68_328, within(1e-6));
    assertThat(eur(balance, "arera")).isCloseTo(525.6 * 11.22, within(1e-6));
    assertThat(eur(balance, "sale")).isCloseTo(87_600, within(1e-6));
    // above 55 % of 876 MWh lie 43.8 MWh, at 130 EUR/MWh
    assertThat(eur(balance, "threshold_excess")).isCloseTo(43.8 * 130, within(1e-6));
    assertThat(balance.economics().investmentEur()).isEqualTo(150 * 1200.0);
    assertThat(balance.economics().co2Kg()).isCloseTo(876_000 * 0.25, within(1e-6));
    double income = 68_328 + 525.6 * 11.22 + 87_600;
    assertThat(balance.economics().paybackYears()).isCloseTo(180_000 / (income - 3_000), within(1e-9));
    assertThat(balance.warnings()).extracting(Balance.Warning::code).contains("arera_year_missing");
    assertThat(balance.incentives()).allSatisfy(line -> {
      assertThat(line.formula()).isNotBlank();
      assertThat(line.parameters()).isNotEmpty();
      assertThat(line.citation()).isNotBlank();
    });
  }

  @Test
  void energyBehindTheOwnMeterIsNeitherInjectedNorShared() {
    double[] always100 = new double[8760];
    Arrays.fill(always100, 100);
    double[] always60 = new double[8760];
    Arrays.fill(always60, 60);
    BalanceQuestion question = Samples.question(2026, List.of(withHours("p", 150, "2026-02-01", always100, "m")),
        List.of(withLoad("m", "sme", always60), withLoad("n", "person", always60)),
        new BalanceQuestion.Prices(100.0, null, null));
    Balance.Totals totals = compute(question).balance().totals();
    assertThat(totals.selfConsumedKwh()).isCloseTo(60 * 8760, within(1e-6));
    assertThat(totals.injectedKwh()).isCloseTo(40 * 8760, within(1e-6));
    assertThat(totals.withdrawnKwh()).isCloseTo(60 * 8760, within(1e-6));
    assertThat(totals.sharedKwh()).isCloseTo(40 * 8760, within(1e-6));
  }

  @Test
  void energyIsSharedUnderOneSubstationOnly() {
    BalanceQuestion question = Samples.question(2026, List.of(Samples.plant("p", 100, "2026-02-01", Samples.AREA + 0, 1100)),
        List.of(Samples.member("m", MemberKind.SME, 100_000, "one_shift", Samples.AREA + 1)), new BalanceQuestion.Prices(100.0, null, null));
    Balance balance = compute(question).balance();
    assertThat(balance.totals().sharedKwh()).isZero();
    assertThat(balance.areas()).extracting(Balance.AreaTotals::substation).containsExactly(Samples.AREA + 0, Samples.AREA + 1);
  }

  /** 300 kW of new plants bear 300 · 3/7 = 128.57 kW of older ones. */
  @Test
  void olderPlantsMakeAtMostThirtyPercentAndGetNoPremium() {
    BalanceQuestion question = Samples.question(2026, List.of(Samples.plant("new", 300, "2024-06-01", Samples.AREA + 0, 1100),
        Samples.plant("old", 128, "2015-06-01", Samples.AREA + 0, 1100),
        Samples.plant("more", 1, "2016-06-01", Samples.AREA + 0, 1100), Samples.plant("day", 50, "2021-12-16", Samples.AREA + 0, 1100)),
        List.of(Samples.member("m", MemberKind.SME, 2_000_000, "one_shift", Samples.AREA + 0)), new BalanceQuestion.Prices(100.0, null, null));
    Balancing balancing = compute(question);
    assertThat(List.of(balancing.eligibility().plants())).containsExactly(Role.INCENTIVISED, Role.CONTRIBUTION_ONLY, Role.CONTRIBUTION_ONLY, Role.INCENTIVISED);
    Balance balance = balancing.balance();
    assertThat(balance.plants().get(1).tipEur()).isZero();
    assertThat(balance.plants().get(1).sharedKwh()).isPositive();
    BalanceQuestion tooMuch = Samples.question(2026, List.of(Samples.plant("new", 300, "2024-06-01", Samples.AREA + 0, 1100),
        Samples.plant("old", 129, "2015-06-01", Samples.AREA + 0, 1100)),
        List.of(), new BalanceQuestion.Prices(100.0, null, null));
    assertThat(List.of(compute(tooMuch).eligibility().plants())).containsExactly(Role.INCENTIVISED, Role.OUT);
  }

  @Test
  void whoMayNotBeAMemberIsNamedWithTheReason() {
    List<BalanceQuestion.Member> members = List.of(Samples.member("large", MemberKind.LARGE_FIRM, 1_000_000, "one_shift", Samples.AREA + 0),
        firm("power", "35.11.00", "2007"),
        firm("trade", "35.14", "2007"), firm("newer", "35.11.00", "2025"), firm("unsaid", "35.11.00", null), firm("tiles", "23.31.00", "2007"));
    Balancing balancing = compute(Samples.question(2026, List.of(Samples.plant("p", 100, "2026-02-01", Samples.AREA + 0, 1100)), members,
        new BalanceQuestion.Prices(100.0, null, null)));
    assertThat(balancing.eligibility().members()).containsExactly(false, false, false, true, true, true);
    assertThat(balancing.eligibility().exclusions()).extracting(Balance.Exclusion::id).containsExactly("large", "power", "trade");
    assertThat(balancing.eligibility().exclusions()).allSatisfy(one -> assertThat(one.citation()).isNotBlank());
    assertThat(balancing.eligibility().warnings()).extracting(Balance.Warning::code).contains("ateco_unconfirmed", "ateco_version_missing");
  }

  @Test
  void plantsThatLookLikePartsOfOneAreWarnedOf() {
    BalanceQuestion question = Samples.question(2026, List.of(Samples.plant("a", 600, "2026-02-01", Samples.AREA + 0, 1100),
        Samples.plant("b", 600, "2026-03-01", Samples.AREA + 0, 1100)), List.of(),
        new BalanceQuestion.Prices(100.0, null, null));
    assertThat(compute(question).eligibility().warnings()).extracting(Balance.Warning::code).containsOnlyOnce("splitting");
  }

  @Test
  void aClosedGrantIsSaidToBeClosed() {
    BalanceQuestion.Plant plant = new BalanceQuestion.Plant("p", null, 100.0, LocalDate.of(2026, 2, 1), "pv_roof", Samples.AREA + 0, 10.0,
        45.0, 1100.0, null, null, null, null, null, null, 0.4, null, null, null);
    BalanceQuestion question = Samples.question(2026, List.of(plant), List.of(), new BalanceQuestion.Prices(100.0, null, null));
    assertThat(compute(question).eligibility().warnings()).extracting(Balance.Warning::code).contains("grant_closed");
    assertThat(Balancing.of(Community.of(question, "it"), null, null, LocalDate.of(2025, 11, 30),
        WORDS).eligibility().warnings()).extracting(Balance.Warning::code).contains("grant_open");
    assertThat(compute(question).balance().economics().grantEur()).isCloseTo(100 * 0.4 * 1200, within(1e-9));
  }

  @Test
  void hoursOfPvgisAreOfTheUtcYear() {
    double[] utc = new double[8760];
    utc[11] = 5; // 11 to 12 UTC of 1 January is 12 to 13 in Rome
    BalanceQuestion.Plant given = new BalanceQuestion.Plant("p", null, 10.0, LocalDate.of(2026, 1, 1), "pv_roof", Samples.AREA + 0, 10.0,
    45.0, null, null, utc, "utc", null, null, null, null, null, null, null);
    Balance.Hourly hourly = compute(Samples.question(2026, List.of(given), List.of(), new BalanceQuestion.Prices(100.0, null, null))).balance().hourly();
    assertThat(hourly.productionKwh()[12]).isEqualTo(5);
    assertThat(hourly.begin()).isEqualTo("2025-12-31T23:00:00Z");
  }

  @Test
  void withoutHoursTheEstimateIsRough() {
    BalanceQuestion question = new BalanceQuestion(2026, "rough", "cremona", "Lombardia", null,
        List.of(Samples.plant("p", 500, "2026-02-01", Samples.AREA + 0, 1100)),
        List.of(Samples.member("m", MemberKind.SME, 400_000, "one_shift", Samples.AREA + 0)), new BalanceQuestion.Prices(100.0, null, null),
        null, Map.of("alpha", 0.5), null, null);
    Balance balance = compute(question).balance();
    assertThat(balance.mode()).isEqualTo("rough");
    assertThat(balance.totals().sharedKwh()).isCloseTo(0.5 * 500 * 1100, within(1e-6));
    assertThat(eur(balance, "tip")).isCloseTo(275 * (110 + 10), within(1e-6));
    assertThat(balance.months()).isEmpty();
  }

  @Test
  void loadsMayStandBesideTheMembersByHourOrByQuarter() {
    BalanceQuestion.Prices prices = new BalanceQuestion.Prices(100.0, null, null);
    List<BalanceQuestion.Plant> plants = List.of(Samples.plant("p", 100, "2026-02-01", Samples.AREA + 0, 1100));
    double[] hours = IntStream.range(0, 8760).mapToDouble(h -> h % 24).toArray();
    double[] quarters = IntStream.range(0, 4 * 8760).mapToDouble(q -> q / 4 % 24 / 4.0).toArray();
    Balance carried = compute(Samples.question(2026, plants, List.of(withLoad("m", "sme", hours)), prices)).balance();
    for (double[] load : List.of(hours, quarters)) {
      Balance beside = compute(new BalanceQuestion(2026, null, "cremona", "Lombardia", null, plants,
          List.of(Samples.member("m", MemberKind.SME, 1, "office", Samples.AREA + 0)), prices, Map.of("m", load), null, true, null)).balance();
      assertThat(beside.totals().withdrawnKwh()).isCloseTo(365 * 276.0, within(1e-6));
      assertThat(beside.totals().sharedKwh()).isCloseTo(carried.totals().sharedKwh(), within(1e-6));
    }
    refuses(new BalanceQuestion(2026, null, "cremona", "Lombardia", null, plants, List.of(), prices, Map.of("nobody", hours), null, true, null),
        "loads.nobody", "names no member");
    refuses(new BalanceQuestion(2026, null, "cremona", "Lombardia", null, plants, List.of(Samples.member("m", MemberKind.SME, 1, "office", Samples.AREA + 0)), prices,
        Map.of("m", new double[12]), null, true, null), "loads.m", "8760");
  }

  @Test
  void whatCanNotBeComputedIsNamed() {
    BalanceQuestion.Prices prices = new BalanceQuestion.Prices(100.0, null, null);
    double[] negative = new double[8760];
    negative[4711] = -1;
    List<BalanceQuestion.Plant> plants = List.of(Samples.plant("p", 100, "2026-02-01", Samples.AREA + 0, 1100));
    refuses(Samples.question(2026, plants, List.of(withLoad("m", "sme", negative)), prices), "members[0].hourly", "row 4712");
    refuses(Samples.question(2024, plants, List.of(withLoad("m", "sme", new double[8760])), prices), "members[0].hourly", "8784");
    refuses(Samples.question(2026, plants, List.of(withLoad("m", "sme", new double[35_040])), prices), "members[0].hourly", "send them as quarterHourly");
    refuses(Samples.question(2026, plants, List.of(Samples.member("m", MemberKind.SME, 1, "siesta", Samples.AREA + 0)), prices),
        "members[0].archetype", "cold_store");
    refuses(Samples.question(2026, plants, List.of(Samples.member("m", MemberKind.SME, 1, "office", "AC1")), prices), "members[0].substation", "AC001E00934");
    refuses(Samples.question(2026, List.of(), List.of(), prices), "plants", "1 to 200");
    refuses(Samples.question(2026, plants, List.of(), new BalanceQuestion.Prices(null, null, null)), "prices.constant", "required");
    refuses(Samples.question(2026, List.of(plants.get(0), plants.get(0)), List.of(), prices), "plants[1].id", "of its own");
  }

  private static void refuses(BalanceQuestion question, String parameter, String words) {
    assertThatThrownBy(() -> Community.of(question, "it")).isInstanceOfSatisfying(InvalidInputException.class,
        e -> assertThat(e.parameter()).isEqualTo(parameter)).hasMessageContaining(words);
  }

  private static BalanceQuestion.Plant withHours(String id, double kw, String commissioned, double[] hourly, String member) {
    return new BalanceQuestion.Plant(id, null, kw, LocalDate.parse(commissioned), "pv_roof", Samples.AREA + 0, 10.0, 45.0, null, null,
        hourly, null, null, null, member, null, null, null, null);
  }

  private static BalanceQuestion.Member withLoad(String id, String kind, double[] hourly) {
    return new BalanceQuestion.Member(id, null, kind, null, null, Samples.AREA + 0, null, null, hourly, null, null, null, null);
  }

  private static BalanceQuestion.Member firm(String id, String ateco, String version) {
    return new BalanceQuestion.Member(id, null, "sme", 10_000.0, "office", Samples.AREA + 0, ateco, version, null, null, null, null, null);
  }
}
