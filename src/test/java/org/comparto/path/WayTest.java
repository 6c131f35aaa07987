package org.comparto.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WayTest {

  @Test
  void takesAsLongAsTheTreeSaysWithLandmarksAndWithout() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      Village village = Village.random(random);
      Travel travel = village.travel();
      Landmarks landmarks = Landmarks.of(village.ideal(), 1 + random.nextInt(3));
      for (Place from : village.places(random, 3)) {
        Tree tree = Tree.from(travel, List.of(from), Travel.NEVER);
        for (Place to : village.allPlaces()) {
          assertSame(Way.find(travel, null, from, to), tree.at(to), "village %d from %s to %s".formatted(seed, from, to));
          assertSame(Way.find(travel, landmarks, from, to), tree.at(to), "village %d by landmarks".formatted(seed));
        }
      }
    }
  }

  private static void assertSame(Way way, Reach reach, String what) {
    assertThat(way == null).as(what).isEqualTo(reach == null);
    if (way != null) {
      assertThat(way.millis()).as(what).isEqualTo(reach.millis());
      assertThat(way.metres()).as(what).isEqualTo(reach.metres());
    }
  }

  @Test
  void canBeDriven() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Village village = Village.random(random);
      Travel travel = village.travel();
      Place from = village.place(random);
      for (Place to : village.allPlaces()) {
        Way way = Way.find(travel, Landmarks.of(village.ideal(), 2), from, to);
        if (way != null) {
          assertDrivable(village, way, from, to);
        }
      }
    }
  }

  private static void assertDrivable(Village village, Way way, Place from, Place to) {
    int[] arcs = way.arcs();
    assertThat(place(arcs[0], way.fromFraction())).isEqualTo(from);
    assertThat(place(arcs[arcs.length - 1], way.toFraction())).isEqualTo(to);
    int millis = 0;
    for (int i = 0; i < arcs.length; i++) {
      if (i > 0) {
        assertThat(village.network().tail(arcs[i])).isEqualTo(village.network().head(arcs[i - 1]));
        assertThat(village.walking() || arcs[i] != (arcs[i - 1] ^ 1)
            && !village.forbidden().contains((long) arcs[i - 1] << 32 | arcs[i])).isTrue();
      }
      double begin = i == 0 ? way.fromFraction() : 0;
      double end = i == arcs.length - 1 ? way.toFraction() : 1;
      int arc = arcs[i];
      millis += (int) ((end - begin) * village.millis()[arc]);
      millis += village.spots().stream().filter(spot -> spot.arc() == arc && spot.fraction() >= begin && spot.fraction() <= end)
          .mapToInt(spot -> spot.millis() == Travel.NEVER ? 1_000_000 : spot.millis()).sum();
    }
    assertThat(way.millis()).isEqualTo(millis);
  }

  private static Place place(int arc, double fraction) {
    return new Place(arc >> 1, (arc & 1) == 0 ? fraction : 1 - fraction);
  }
}
