package org.comparto.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Joinable plots against trying every set of plots there is. */
class UnionsTest {

  private static final long PATIENT = Long.MAX_VALUE / 4;

  @Test
  void findsExactlyTheSmallestSetsThatTryingAllOfThemFinds() {
    Random random = new Random(20261122);
    for (int round = 0; round < 400; round++) {
      int plots = 1 + random.nextInt(11);
      int[][] neighbours = graph(plots, 0.1 + 0.4 * random.nextDouble(), random);
      double[] areas = random.doubles(plots, 1_000, 9_000).map(Math::rint).toArray();
      int[] owners = random.ints(plots, 0, 4).toArray();
      double wanted = 1_000 + random.nextInt(25_000);
      int mostOwners = 1 + random.nextInt(4);
      int limit = 1 + random.nextInt(30);

      Unions.Found found = new Unions(neighbours, areas, some -> Arrays.stream(some).map(plot -> owners[plot]).toArray(), wanted, mostOwners,
          limit, System.nanoTime() + PATIENT).find();

      assertThat(found.complete()).isTrue();
      assertThat(found.sets()).as("round %d", round).containsExactlyElementsOf(all(neighbours, areas, owners, wanted, mostOwners, limit));
    }
  }

  @Test
  void whenTimeIsOverItSaysSoAndStillOffersSetsThatAreLargeEnough() {
    Random random = new Random(1);
    int[][] neighbours = graph(60, 0.15, random);
    double[] areas = random.doubles(60, 1_000, 1_100).toArray();

    Unions.Found found = new Unions(neighbours, areas, some -> new int[some.length], 15_700, Integer.MAX_VALUE, 20, System.nanoTime()).find();

    assertThat(found.complete()).isFalse();
    assertThat(found.sets()).isNotEmpty().allSatisfy(set -> {
      assertThat(Arrays.stream(set).mapToDouble(plot -> areas[plot]).sum()).isGreaterThanOrEqualTo(15_700);
      assertThat(isConnected(bits(set), neighbours)).isTrue();
    });
  }

  private static int[][] graph(int plots, double density, Random random) {
    List<Set<Integer>> near = new ArrayList<>();
    IntStream.range(0, plots).forEach(i -> near.add(new HashSet<>()));
    for (int a = 0; a < plots; a++) {
      for (int b = 0; b < a; b++) {
        if (random.nextDouble() < density) {
          near.get(a).add(b);
          near.get(b).add(a);
        }
      }
    }
    return near.stream().map(set -> set.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
  }

  private static List<int[]> all(int[][] neighbours, double[] areas, int[] owners, double wanted, int mostOwners, int limit) {
    List<Long> valid = new ArrayList<>();
    for (long set = 1; set < 1L << areas.length; set++) {
      if (area(set, areas) >= wanted && owners(set, owners) <= mostOwners && isConnected(set, neighbours)) {
        valid.add(set);
      }
    }
    return valid.stream().filter(set -> valid.stream().noneMatch(other -> !other.equals(set) && (other & set) == other))
        .map(set -> IntStream.range(0, areas.length).filter(i -> (set >> i & 1) == 1).toArray())
        .sorted(Comparator.<int[]>comparingInt(set -> set.length).thenComparingDouble(set -> Arrays.stream(set).mapToDouble(i -> areas[i]).sum())
            .thenComparing(Arrays::compare))
        .limit(limit).toList();
  }

  private static double area(long set, double[] areas) {
    return IntStream.range(0, areas.length).filter(i -> (set >> i & 1) == 1).mapToDouble(i -> areas[i]).sum();
  }

  /** 0 is an owner that nobody knows: one of its own each time. */
  private static long owners(long set, int[] owners) {
    int[] of = IntStream.range(0, owners.length).filter(i -> (set >> i & 1) == 1).map(i -> owners[i]).toArray();
    return Arrays.stream(of).filter(owner -> owner == 0).count() + Arrays.stream(of).filter(owner -> owner > 0).distinct().count();
  }

  private static boolean isConnected(long set, int[][] neighbours) {
    long reached = Long.lowestOneBit(set);
    for (long before = 0; before != reached; ) {
      before = reached;
      for (int i = 0; i < neighbours.length; i++) {
        if ((reached >> i & 1) == 1) {
          for (int other : neighbours[i]) {
            reached |= set & 1L << other;
          }
        }
      }
    }
    return reached == set;
  }

  private static long bits(int[] set) {
    return Arrays.stream(set).mapToLong(i -> 1L << i).reduce(0, (a, b) -> a | b);
  }
}
