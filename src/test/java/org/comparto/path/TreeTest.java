package org.comparto.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeTest {

  private static final int VILLAGES = 400;

  @Test
  void reachesEveryPlaceAsTryingEverythingDoes() {
    for (int seed = 0; seed < VILLAGES; seed++) {
      Random random = new Random(seed);
      Village village = Village.random(random);
      List<Place> roots = village.places(random, 4);
      List<Place> all = village.allPlaces();
      Exhaustive expected = new Exhaustive(village);
      assertThat(reaches(Tree.from(village.travel(), roots, Travel.NEVER), all)).as("village %d ahead", seed)
          .isEqualTo(expected.reaches(roots, all));
      assertThat(reaches(Tree.to(village.travel(), roots, Travel.NEVER), all)).as("village %d back", seed)
          .isEqualTo(expected.reachesTo(roots, all));
    }
  }

  @Test
  void knowsExactlyWhatLiesWithinItsLimit() {
    for (int seed = 0; seed < VILLAGES; seed++) {
      Random random = new Random(seed);
      Village village = Village.random(random);
      List<Place> roots = village.places(random, 2);
      List<Place> all = village.allPlaces();
      int limit = random.nextInt(40);
      List<Reach> expected = new ArrayList<>(new Exhaustive(village).reaches(roots, all));
      expected.replaceAll(reach -> reach == null || reach.millis() > limit ? null : reach);
      assertThat(reaches(Tree.from(village.travel(), roots, limit), all)).as("village %d within %d ms", seed, limit).isEqualTo(expected);
    }
  }

  @Test
  void isTheOneGrownAnewAfterArcsBecameCheaper() {
    for (int seed = 0; seed < VILLAGES; seed++) {
      Random random = new Random(seed);
      Village village = Village.random(random);
      int[] arcs = village.someArcs(random);
      Village after = village.changed(arcs, random, true);
      List<Place> roots = village.places(random, 3);
      List<Place> all = village.allPlaces();
      int limit = random.nextBoolean() ? Travel.NEVER : random.nextInt(40);
      assertThat(reaches(Tree.from(village.travel(), roots, limit).improved(after.travel(), arcs), all)).as("village %d ahead", seed)
          .isEqualTo(reaches(Tree.from(after.travel(), roots, limit), all));
      assertThat(reaches(Tree.to(village.travel(), roots, limit).improved(after.travel(), arcs), all)).as("village %d back", seed)
          .isEqualTo(reaches(Tree.to(after.travel(), roots, limit), all));
    }
  }

  @Test
  void isTheOneGrownAnewAfterArcsBecameDearerAndThenOpenedAgain() {
    for (int seed = 0; seed < VILLAGES; seed++) {
      Random random = new Random(seed);
      Village village = Village.random(random);
      int[] arcs = village.someArcs(random);
      Village after = village.changed(arcs, random, false);
      List<Place> roots = village.places(random, 3);
      List<Place> all = village.allPlaces();
      int limit = random.nextBoolean() ? Travel.NEVER : random.nextInt(40);
      Tree before = Tree.to(village.travel(), roots, limit);
      Tree worse = before.worsened(after.travel(), arcs);
      assertThat(reaches(worse, all)).as("village %d", seed).isEqualTo(reaches(Tree.to(after.travel(), roots, limit), all));
      assertThat(reaches(worse.improved(village.travel(), arcs), all)).as("village %d as it was", seed).isEqualTo(reaches(before, all));
      Tree ahead = Tree.from(village.travel(), roots, limit).worsened(after.travel(), arcs);
      assertThat(reaches(ahead, all)).as("village %d ahead", seed).isEqualTo(reaches(Tree.from(after.travel(), roots, limit), all));
    }
  }

  private static List<Reach> reaches(Tree tree, List<Place> places) {
    List<Reach> reaches = new ArrayList<>();
    places.forEach(place -> reaches.add(tree.at(place)));
    return reaches;
  }
}
