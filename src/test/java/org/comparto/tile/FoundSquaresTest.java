package org.comparto.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What lies in a square is found once for all tiles in it, and anew when the layer has changed. */
class FoundSquaresTest {

  private static final TileCoordinate TILE = new TileCoordinate(15, 17291, 11789);
  private static final TileCoordinate SIBLING = new TileCoordinate(15, 17290, 11789);

  private long now;
  private final FoundSquares squares = new FoundSquares(1 << 20, Duration.ZERO, () -> now);
  private final List<TileCoordinate> asked = new ArrayList<>();

  @Test
  void neighboursShareOneFinding() {
    assertThat(around(TILE, "1")).hasValue(List.of(7L));
    assertThat(around(SIBLING, "1")).hasValue(List.of());
    assertThat(asked).containsExactly(TILE.at(12));
  }

  @Test
  void anotherRevisionIsFoundAnew() {
    around(TILE, "1");
    around(TILE, "2");
    assertThat(asked).containsExactly(TILE.at(12), TILE.at(12));
  }

  @Test
  void nothingIsFoundForNeighboursWhileTheLayerKeepsChanging() {
    FoundSquares patient = new FoundSquares(1 << 20, Duration.ofSeconds(3), () -> now);
    for (String revision : List.of("1", "2", "3")) {
      now += 2_000_000_000L;
      assertThat(patient.around(TILE, 1, revision, square -> found(square, List.of()))).isEmpty();
    }
    now += 3_000_000_000L;
    assertThat(patient.around(TILE, 1, "3", square -> found(square, List.of()))).isPresent();
    assertThat(asked).containsExactly(TILE.at(12));
  }

  @Test
  void whatOnceHeldTooManyIsNotAskedForAfterAChangeEither() {
    List<TileCoordinate> crowded = List.of(TILE.at(12));
    squares.around(TILE, 1, "1", square -> found(square, crowded));
    squares.around(TILE, 1, "2", square -> found(square, crowded));
    assertThat(asked).containsExactly(TILE.at(12), TILE.at(13), TILE.at(13));
  }

  @Test
  void whereASquareHoldsTooManySmallerOnesAreAskedForAndItIsNotAskedForAgain() {
    List<TileCoordinate> crowded = List.of(TILE.at(12), TILE.at(13));
    assertThat(squares.around(TILE, 1, "1", square -> found(square, crowded))).isPresent();
    assertThat(squares.around(SIBLING, 1, "1", square -> found(square, crowded))).isPresent();
    assertThat(asked).containsExactly(TILE.at(12), TILE.at(13), TILE.at(14));
  }

  @Test
  void aTileThatHoldsTooManyItselfIsLeftToItsMaker() {
    assertThat(squares.around(TILE, 1, "1", square -> found(square, List.of(square)))).isEmpty();
  }

  private Optional<List<Long>> around(TileCoordinate tile, String revision) {
    return squares.around(tile, 1, revision, square -> found(square, List.of())).map(found -> Arrays.stream(found.ids()).boxed().toList());
  }

  /** One feature in the middle of the tile; in crowded squares more than are kept. */
  private Found found(TileCoordinate square, List<TileCoordinate> crowded) {
    asked.add(square);
    if (crowded.contains(square)) {
      int count = FoundSquares.MOST_FEATURES + 1;
      return new Found(new long[count], new int[count], new int[4 * count]);
    }
    int x = (int) (TILE.west() + TILE.size() / 2);
    int y = (int) (TILE.north() - TILE.size() / 2);
    return new Found(new long[] {7}, new int[] {1}, new int[] {x, y, x + 1, y + 1});
  }
}
