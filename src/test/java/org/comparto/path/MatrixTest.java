package org.comparto.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MatrixTest {

  @Test
  void holdsWhatTryingEverythingFindsForEveryPair() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Village village = Village.random(random);
      List<Place> sources = village.places(random, 6);
      List<Place> targets = village.places(random, 6);
      Matrix matrix = Matrix.of(village.travel(), sources, targets);
      Exhaustive expected = new Exhaustive(village);
      for (int i = 0; i < sources.size(); i++) {
        List<Reach> row = expected.reaches(List.of(sources.get(i)), targets);
        for (int j = 0; j < targets.size(); j++) {
          Reach reach = row.get(j);
          assertThat(matrix.millis()[i][j]).as("village %d, %d to %d", seed, i, j).isEqualTo(reach == null ? Travel.NEVER : reach.millis());
          assertThat(Float.valueOf(matrix.metres()[i][j])).isEqualTo(Float.valueOf(reach == null ? Float.NaN : reach.metres()));
        }
      }
    }
  }

  @Test
  void reachesNothingFromAPlaceThatIsNotKnown() {
    Village village = Village.random(new Random(1));
    List<Place> places = new ArrayList<>(village.allPlaces());
    places.set(0, null);
    Matrix matrix = Matrix.of(village.travel(), places, places);
    assertThat(matrix.millis()[0]).containsOnly(Travel.NEVER);
    assertThat(matrix.metres()[3][0]).isNaN();
    assertThat(matrix.millis()[3][3]).isNotEqualTo(Travel.NEVER);
  }

  @Test
  void endsWithWhatTheCheckThrows() {
    Village village = Village.random(new Random(1));
    AtomicInteger checks = new AtomicInteger();
    assertThatThrownBy(() -> Matrix.of(village.travel(), village.allPlaces(), village.allPlaces(), () -> {
      if (checks.incrementAndGet() >= 3) {
        throw new CancellationException("enough");
      }
    })).isInstanceOf(CancellationException.class).hasMessage("enough");
    assertThat(checks.get()).isLessThan(village.allPlaces().size());
  }
}
