package org.comparto.district;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published of counts and amounts is attacked with everything that is published, and with what everybody knows of how it is made. */
class ProtectionTest {

  private static final int K = 5;
  private static final Secret SECRET = new Secret("test");

  /** Skewed as censuses are: few values are common, most are rare. */
  private static List<Firm> firms(int seed, int count, int zones) {
    Random random = new Random(seed);
    List<Firm> firms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<List<String>> answers = new ArrayList<>(Collections.nCopies(Variable.values().length, List.of(Variable.NOT_KNOWN)));
      answers.set(Variable.PRODUCTION_CHAIN.ordinal(), List.of("chain" + (int) (7 * random.nextDouble() * random.nextDouble())));
      answers.set(Variable.SIZE_CLASS.ordinal(), List.of("size" + (int) (4 * random.nextDouble() * random.nextDouble())));
      answers.set(Variable.WELFARE_PLAN.ordinal(), List.of(random.nextInt(5) == 0 ? Variable.NOT_KNOWN : random.nextInt(3) == 0 ? "yes" : "no"));
      Double[] amounts = new Double[Amount.values().length];
      amounts[Amount.EMPLOYEES.ordinal()] = random.nextInt(8) == 0 ? null : Double.valueOf(1 + (int) Math.exp(5 * random.nextDouble()));
      long zone = (long) (zones * random.nextDouble() * random.nextDouble());
      firms.add(new Firm(1000L * seed + i, "0" + zone % 3, zone == 0 ? null : zone, false, answers, amounts));
    }
    return firms;
  }

  private static Figures protect(List<Firm> firms) {
    return Protection.protect(Counting.count("t", firms, SECRET), SECRET, K, 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void noHiddenCountCanBeRecoveredFromAllThatIsPublished(int seed) {
    List<Firm> firms = firms(seed, 40 + 15 * seed, 4);
    Map<Area, Map<Slot, Tally>> counted = seed == 2 ? listing().count("t", firms, SECRET, K) : Counting.count("t", firms, SECRET);
    Attack attack = new Attack(Protection.protect(counted, SECRET, K, 10), K);
    assertThat(attack.hidden()).as("there is something to attack").isNotEmpty();
    List<String> cells = new ArrayList<>(attack.hidden().keySet());
    Collections.shuffle(cells, new Random(seed)); // every one costs two linear programs
    cells.subList(0, Math.min(16, cells.size())).forEach(cell -> {
      double[] range = attack.range(attack.index(cell));
      assertThat(range[1] - range[0]).as("%s is known to lie in %s", cell, Arrays.toString(range)).isGreaterThanOrEqualTo(K - 2 - 1e-6);
    });
  }

  @Test
  void whatIsPublishedIsToTheLastFigureWhatTheRulesTellCellByCell() {
    for (int seed = 500; seed < 600; seed++) {
      Random random = new Random(seed);
      List<Firm> firms = firms(seed, random.nextInt(300), 1 + random.nextInt(12));
      int k = 3 + random.nextInt(4);
      Map<Area, Map<Slot, Tally>> counted = random.nextBoolean() ? Counting.count("t", firms, SECRET) : listing().count("t", firms, SECRET, k);
      assertThat(Protection.protect(counted, SECRET, k, 10)).as("seed %d", seed).isEqualTo(PlainProtection.protect(counted, SECRET, k, 10));
    }
  }

  @Test
  void whatIsNamedDoesNotDependOnWhoIsThere() {
    List<Firm> firms = new ArrayList<>(firms(61, 90, 4));
    Firm first = firms.get(0);
    List<List<String>> answers = new ArrayList<>(first.answers());
    answers.set(Variable.ATECO_DIVISION.ordinal(), List.of("07"));
    firms.set(0, new Firm(first.id(), "09", 99L, false, answers, first.amounts()));
    Figures with = Protection.protect(listing().count("t", firms, SECRET, K), SECRET, K, 10);
    Figures without = Protection.protect(listing().count("t", firms.subList(1, firms.size()), SECRET, K), SECRET, K, 10);
    assertThat(named(with)).isEqualTo(named(without)).contains("ZONE 7", "TERRITORY t PRODUCTION_CHAIN chain9").noneMatch(name -> name.contains("99") || name.endsWith(" 07"));
  }

  /** With a zone and a chain that nobody is in. */
  private static Listing listing() {
    return new Listing(Set.of(new Area(Area.Kind.MUNICIPALITY, "00"), new Area(Area.Kind.MUNICIPALITY, "01"), new Area(Area.Kind.MUNICIPALITY, "02"), new Area(Area.Kind.ZONE, "1"),
        new Area(Area.Kind.ZONE, "2"), new Area(Area.Kind.ZONE, "3"), new Area(Area.Kind.ZONE, "7")), Map.of(Variable.PRODUCTION_CHAIN, List.of("chain0", "chain1", "chain9")));
  }

  private static Set<String> named(Figures figures) {
    return figures.areas().stream().flatMap(area -> Stream.concat(Stream.of(area.kind() + " " + area.code()), area.kind() != Area.Kind.TERRITORY ? Stream.of()
        : area.slots().stream().map(slot -> area.kind() + " " + area.code() + " " + slot.variable() + " " + slot.value()))).collect(Collectors.toSet());
  }

  @Test
  void theAttackRecoversWhatWouldBePublishedWithoutProtectingSums() {
    // 9 firms in one zone, 12 in the territory: an exact total would tell that the other zone has 3
    Attack naive = new Attack(Map.of("zone a", new double[] {9, 9}, "zone b", new double[] {0, K - 1}, "all", new double[] {12, 12}), Map.of("all", List.of("zone a", "zone b")));
    assertThat(naive.range(naive.index("zone b"))).containsExactly(new double[] {3, 3}, org.assertj.core.data.Offset.offset(1e-6));
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 12, 13})
  void countsAreHiddenUnderFiveAndElseMultiplesOfFiveLessThanFiveAway(int seed) {
    List<Firm> firms = firms(seed, 120, 6);
    Map<Area, Map<Slot, Tally>> counted = Counting.count("t", firms, SECRET);
    protect(firms).areas().forEach(area -> area.slots().forEach(slot -> {
      Tally tally = counted.get(new Area(area.kind(), area.code())).get(new Slot(slot.variable(), slot.value()));
      int exact = tally == null ? 0 : tally.firms();
      if (slot.firms() == null) {
        assertThat(slot.sums()).isEmpty();
      } else {
        assertThat(slot.firms() % K).isZero();
        assertThat(Math.abs(slot.firms() - exact)).isLessThan(K);
        assertThat(exact).isGreaterThanOrEqualTo(K);
      }
    }));
  }

  @Test
  void theSameFirmsAreAlwaysRoundedAlikeWhateverTheyAreCalled() {
    List<Firm> firms = firms(21, 60, 1); // all in one place: territory, municipality and "outside" are the same firms
    Figures figures = protect(firms);
    assertThat(figures.areas().stream().map(area -> area.slots().get(0).firms()).distinct()).hasSize(1);
    assertThat(protect(firms)).isEqualTo(figures);
  }

  @Test
  void whatIsFoundOfOneFirmsAmountByTakingSumsApartIsATenthOffAtLeast() {
    List<Firm> firms = firms(31, 80, 4);
    for (Firm firm : firms) {
      Double exact = firm.amounts()[Amount.EMPLOYEES.ordinal()];
      if (exact != null) {
        List<Firm> others = firms.stream().filter(one -> one.id() != firm.id()).toList();
        double taken = employees(firms) - employees(others);
        assertThat(Math.abs(taken - exact) / exact).isBetween(0.1 - 1e-9, 0.3 + 1e-9);
      }
    }
  }

  @Test
  void aSumThatOneFirmDominatesIsNotShown() {
    List<Firm> firms = new ArrayList<>(firms(41, 30, 1));
    Firm first = firms.get(0);
    Double[] amounts = first.amounts().clone();
    amounts[Amount.EMPLOYEES.ordinal()] = 1e6;
    firms.set(0, new Firm(first.id(), first.municipality(), first.zone(), false, first.answers(), amounts));
    Figures.Sum sum = protect(firms).areas().get(0).slots().get(0).sum(Amount.EMPLOYEES).orElseThrow();
    assertThat(sum.hidden()).isEqualTo(Figures.Hidden.DOMINATED);
    assertThat(sum.value()).isNull();
  }

  @Test
  void whatNobodyToldIsHiddenAndNotZero() {
    Figures.Sum sum = protect(firms(51, 40, 1)).areas().get(0).slots().get(0).sum(Amount.PV_KWP).orElseThrow();
    assertThat(sum.value()).isNull();
    assertThat(sum.answered()).isNull();
  }

  @Test
  void roundingIsRightOnAverage() {
    long published = 0;
    long exact = 0;
    for (int seed = 100; seed < 400; seed++) {
      published += protect(firms(seed, 33, 1)).areas().get(0).slots().get(0).firms();
      exact += 33;
    }
    assertThat((double) published / exact).isBetween(0.97, 1.03);
  }

  private static double employees(List<Firm> firms) {
    return Counting.count("t", firms, SECRET).get(new Area(Area.Kind.TERRITORY, "t")).get(Slot.ALL).masked(Amount.EMPLOYEES);
  }
}
