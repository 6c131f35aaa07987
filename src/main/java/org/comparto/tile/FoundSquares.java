package org.comparto.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which features lie in squares larger than a tile, found once for all tiles in them: who looks at a map asks for a dozen
 * neighbours at a time. Kept in a bounded share of the memory for as long as the layer does not change (decision 0018).
 */
final class FoundSquares {

  /** The largest square that is asked for: at 45 degrees of latitude about seven kilometres wide. */
  private static final int LARGEST = 12;
  /** A square of more is not worth its finding for the sake of one tile; smaller ones are asked for instead. */
  static final int MOST_FEATURES = 2000;
  private static final int ENTRY_OVERHEAD_BYTES = 200;
  /** So many that threads that find different squares seldom wait for one another. */
  private static final int BINS = 4096;
  private static final Found TOO_MANY = new Found(new long[0], new int[0], new int[0]);

  /** @param form of the layer, by its number */
  private record Key(int form, String revision, TileCoordinate square) {}

  private final Cache<Key, Found> known;

  /** @param bytes how much memory they may take */
  FoundSquares(long bytes) {
    known = Caffeine.newBuilder().initialCapacity(BINS).maximumWeight(bytes).weigher((Key key, Found found) -> found.bytes() + ENTRY_OVERHEAD_BYTES).build();
  }

  /**
   * The features in and around a tile, and perhaps some that only come near it.
   *
   * @param revision of the layer as it was before anybody asks here
   * @param finding of a square with its boxes, of which {@link #MOST_FEATURES} and one are enough
   * @return empty where so many lie in the tile itself that they are not kept
   */
  Optional<Found> around(TileCoordinate tile, int form, String revision, Function<TileCoordinate, Found> finding) {
    for (int zoom = Math.min(LARGEST, tile.z()); zoom <= tile.z(); zoom++) {
      Found found = known.get(new Key(form, revision, tile.at(zoom)), key -> {
        Found all = finding.apply(key.square());
        return all.count() > MOST_FEATURES ? TOO_MANY : all;
      });
      if (found != TOO_MANY) {
        return Optional.of(found.within(MercatorBox.around(tile)));
      }
    }
    return Optional.empty();
  }
}
