package org.comparto.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Order, scores and sensitivity against what is computed here in another way: by decimal fractions, plot by plot. */
class RankingTest {

  private static final MathContext EXACT = new MathContext(50);

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void orderAndScoresAreThoseOfADecimalComputation(long seed) {
    RandomRanking random = RandomRanking.of(seed);
    Ranking ranking = random.ranking();
    List<Integer> expected = IntStream.range(0, random.ids().length).boxed().filter(i -> takesPart(random, i))
        .sorted(Comparator.comparing((Integer i) -> score(random, i)).reversed().thenComparing(i -> random.ids()[i])).toList();

    assertThat(IntStream.of(ranking.order()).boxed().toList()).isEqualTo(expected);
    for (int i = 0; i < random.ids().length; i++) {
      assertThat(ranking.scores()[i]).isCloseTo(score(random, i).doubleValue(), within(1.1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void contributionsAddUpToTheScore(long seed) {
    RandomRanking random = RandomRanking.of(seed);
    Ranking ranking = random.ranking();
    double weights = random.criteria().stream().mapToDouble(Criterion::weight).sum();
    for (int i = 0; i < random.ids().length; i++) {
      double sum = 0;
      for (int k = 0; k < random.criteria().size(); k++) {
        double contribution = Ranking.contribution(random.criteria().get(k).weight(), ranking.worth()[k][i], weights);
        assertThat(Double.isNaN(contribution)).isEqualTo(Double.isNaN(random.values()[k][i]));
        sum += Double.isNaN(contribution) ? 0 : contribution;
      }
      assertThat(sum).isCloseTo(ranking.scores()[i], within(1e-11));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theFirstStaysFirstInsideTheIntervalOfAWeightAndNotOutside(long seed) {
    RandomRanking random = RandomRanking.of(seed);
    Ranking ranking = random.ranking();
    if (ranking.order().length == 0) {
      return;
    }
    long first = random.ids()[ranking.order()[0]];
    for (int k = 0; k < random.criteria().size(); k++) {
      Sensitivity found = Sensitivity.of(random.criteria(), ranking, k);
      double weight = random.criteria().get(k).weight();
      assertThat(weight).isBetween(found.from(), found.to());
      for (double share : new double[] {0.001, 0.25, 0.5, 0.75, 0.999}) {
        double inside = found.from() + share * (found.to() - found.from());
        if (inside > found.from() && weights(random, k, inside) > 0) {
          assertThat(leader(random, k, inside)).as("weight %s of criterion %s", inside, k).isEqualTo(first);
        }
      }
      double step = 1e-4;
      if (found.below() >= 0 && found.from() > step && weights(random, k, found.from() - step) > 0) {
        assertThat(leader(random, k, found.from() - step)).isNotEqualTo(first);
      }
      if (found.above() >= 0 && found.to() < 100 - step) {
        assertThat(leader(random, k, found.to() + step)).isNotEqualTo(first);
      }
    }
  }

  @Test
  void aValueThatIsNotKnownCountsNothingAndIsSaidSo() {
    Criterion price = new Criterion("price", Direction.MIN, Shape.LINEAR, 50, 100, 0, Double.NaN, false);
    Ranking ranking = Ranking.of(new long[] {1, 2, 3}, List.of(price), new double[][] {{80, Double.NaN, 100}});
    assertThat(ranking.order()).containsExactly(0, 1, 2);
    assertThat(ranking.scores()).containsExactly(0.2, 0, 0);
    assertThat(ranking.worth()[0][1]).isNaN();
  }

  @Test
  void equalScoresAreOrderedByIdEvenWhereBinaryFractionsDiffer() {
    Criterion a = new Criterion("a", Direction.MAX, Shape.LINEAR, 10, 0, 1, Double.NaN, false);
    Criterion b = new Criterion("b", Direction.MAX, Shape.LINEAR, 20, 0, 1, Double.NaN, false);
    // 10·0.3 + 20·0 = 3 = 10·0.1 + 20·0.1, which binary fractions would not say
    Ranking ranking = Ranking.of(new long[] {7, 8}, List.of(a, b), new double[][] {{0.1, 0.3}, {0.1, 0.0}});
    assertThat(ranking.order()).containsExactly(0, 1);
    assertThat(ranking.scores()[0]).isEqualTo(ranking.scores()[1]);
  }

  @Test
  void whatIsRequiredKnocksOutWhatDoesNotReachTheWorstOrIsNotKnown() {
    Criterion power = new Criterion("power", Direction.MAX, Shape.LINEAR, 10, 500, 1_000, 500, true);
    Ranking ranking = Ranking.of(new long[] {1, 2, 3, 4}, List.of(power), new double[][] {{499.9, 500, Double.NaN, 2_000}});
    assertThat(ranking.order()).containsExactly(3, 1);
    assertThat(ranking.knockedOut()).containsExactly(2);
  }

  @Test
  void criteriaInALinkAreReadAsTheyWereWritten() {
    String link = "price_eur_m2:min:40,area_m2:max:12.5:w5000:b20000:r,available_from:min:5:b2027-01-31:t,rail_siding:max:0:wtrue:r";
    assertThat(RankText.write(RankText.parse(link))).isEqualTo(link);
  }

  /** The same cases are run by web/test/ranking.test.js: page and server agree. */
  static Stream<JsonNode> sharedCases() throws Exception {
    return JsonMapper.shared().readTree(Files.readString(Path.of("web/test/ranking-cases.json"))).values().stream();
  }

  @ParameterizedTest
  @MethodSource("sharedCases")
  void orderScoresAndIntervalsAreThoseOfTheSharedCases(JsonNode given) {
    long[] ids = given.get("ids").values().stream().mapToLong(JsonNode::asLong).toArray();
    List<Criterion> criteria = given.get("criteria").values().stream().map(RankingTest::criterion).toList();
    double[][] values = given.get("columns").values().stream()
        .map(column -> column.values().stream().mapToDouble(value -> value.isNull() ? Double.NaN : value.asDouble()).toArray()).toArray(double[][]::new);
    Ranking ranking = Ranking.of(ids, criteria, values);

    assertThat(IntStream.of(ranking.order()).mapToLong(i -> ids[i]).boxed().toList())
        .isEqualTo(given.get("order").values().stream().map(JsonNode::asLong).toList());
    for (int i = 0; i < ids.length; i++) {
      assertThat(ranking.scores()[i]).isCloseTo(given.get("scores").get(i).asDouble(), within(1.1e-12));
    }
    for (int k = 0; k < criteria.size() && ranking.order().length > 0; k++) {
      Sensitivity found = Sensitivity.of(criteria, ranking, k);
      assertThat(found.from()).isCloseTo(given.get("intervals").get(k).get(0).asDouble(), within(1e-9));
      assertThat(found.to()).isCloseTo(given.get("intervals").get(k).get(1).asDouble(), within(1e-9));
    }
  }

  private static Criterion criterion(JsonNode c) {
    return new Criterion("", c.get("direction").asString().equals("max") ? Direction.MAX : Direction.MIN,
        c.get("shape").asString().equals("linear") ? Shape.LINEAR : Shape.THRESHOLD, c.get("weight").asDouble(), c.get("worst").asDouble(),
        c.get("best").asDouble(), c.get("knockOut").isNull() ? Double.NaN : c.get("knockOut").asDouble(), c.get("needsValue").asBoolean());
  }

  private static long leader(RandomRanking random, int criterion, double weight) {
    RandomRanking changed = random.with(criterion, weight);
    return random.ids()[changed.ranking().order()[0]];
  }

  private static double weights(RandomRanking random, int criterion, double weight) {
    return random.with(criterion, weight).criteria().stream().mapToDouble(Criterion::weight).sum();
  }

  private static boolean takesPart(RandomRanking random, int plot) {
    List<Boolean> passed = new ArrayList<>();
    for (int k = 0; k < random.criteria().size(); k++) {
      Criterion c = random.criteria().get(k);
      double value = random.values()[k][plot];
      boolean reached = Double.isNaN(c.knockOut()) || (c.direction() == Direction.MAX ? value >= c.knockOut() : value <= c.knockOut());
      passed.add(!c.needsValue() || (!Double.isNaN(value) && reached));
    }
    return !passed.contains(false);
  }

  private static BigDecimal score(RandomRanking random, int plot) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (int k = 0; k < random.criteria().size(); k++) {
      Criterion c = random.criteria().get(k);
      weights = weights.add(new BigDecimal(c.weight()));
      double value = random.values()[k][plot];
      if (!Double.isNaN(value)) {
        sum = sum.add(new BigDecimal(c.weight()).multiply(worth(c, new BigDecimal(value))));
      }
    }
    return sum.divide(weights, EXACT).setScale(12, RoundingMode.HALF_UP);
  }

  private static BigDecimal worth(Criterion c, BigDecimal value) {
    BigDecimal worst = new BigDecimal(c.worst());
    BigDecimal best = new BigDecimal(c.best());
    if (c.shape() == Shape.THRESHOLD || worst.compareTo(best) == 0) {
      int compared = value.compareTo(best);
      return (c.direction() == Direction.MAX ? compared >= 0 : compared <= 0) ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    BigDecimal share = value.subtract(worst).divide(best.subtract(worst), EXACT);
    return share.max(BigDecimal.ZERO).min(BigDecimal.ONE);
  }
}
