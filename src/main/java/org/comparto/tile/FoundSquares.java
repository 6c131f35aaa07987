package org.comparto.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Which features lie in squares larger than a tile, found once for all tiles in them: who looks at a map asks for a dozen
 * neighbours at a time. Kept in a bounded share of the memory for as long as the layer does not change (decision 0018). While it
 * changes time and again nothing is found for neighbours, since it would be old before they ask.
 */
final class FoundSquares {

  /** The largest square that is asked for: at 45 degrees of latitude about seven kilometres wide. */
  private static final int LARGEST = 12;
  /** A square of more is not worth its finding for the sake of one tile; smaller ones are asked for instead. */
  static final int MOST_FEATURES = 1000;
  private static final int ENTRY_OVERHEAD_BYTES = 200;
  /** So many that threads that find different squares seldom wait for one another. */
  private static final int BINS = 4096;
  private static final Found NONE = new Found(new long[0], new int[0], new int[0]);

  /** Where a revision would stand: a square that once held too many is taken to hold too many for good. */
  private static final String ANY = "";

  /** @param form of the layer, by its number */
  private record Key(int form, String revision, TileCoordinate square) {}

  /** Since when a layer is as it is, by the clock. */
  private record Stand(String revision, long since) {}

  private final Cache<Key, Found> known;
  private final Map<Integer, Stand> stands = new ConcurrentHashMap<>();
  private final boolean kept;
  private final long settledAfter;
  private final LongSupplier clock;

  /**
   * @param bytes how much memory they may take; 0 for finding each tile's by itself
   * @param settledAfter how long a layer has to be as it is
   * @param clock nanoseconds
   */
  FoundSquares(long bytes, Duration settledAfter, LongSupplier clock) {
    this.kept = bytes > 0;
    this.settledAfter = settledAfter.toNanos();
    this.clock = clock;
    this.known = Caffeine.newBuilder().initialCapacity(BINS).maximumWeight(bytes).weigher((Key key, Found found) -> found.bytes() + ENTRY_OVERHEAD_BYTES).build();
  }

  /**
   * The features in and around a tile, and perhaps some that only come near it.
   *
   * @param revision of the layer as it was before anybody asks here
   * @param finding of a square with its boxes, of which {@link #MOST_FEATURES} and one are enough
   * @return empty where nothing is kept, the layer has just changed, or so many lie in the tile itself that they are not kept
   */
  Optional<Found> around(TileCoordinate tile, int form, String revision, Function<TileCoordinate, Found> finding) {
    if (!kept || !isSettled(form, revision)) {
      return Optional.empty();
    }
    for (int zoom = Math.min(LARGEST, tile.z()); zoom <= tile.z(); zoom++) {
      TileCoordinate square = tile.at(zoom);
      Key crowded = new Key(form, ANY, square);
      if (known.getIfPresent(crowded) == null) {
        Found found = known.get(new Key(form, revision, square), key -> finding.apply(square));
        if (found.count() <= MOST_FEATURES) {
          return Optional.of(found.within(MercatorBox.around(tile)));
        }
        known.put(crowded, NONE);
      }
    }
    return Optional.empty();
  }

  private boolean isSettled(int form, String revision) {
    long now = clock.getAsLong();
    Stand stand = stands.get(form);
    if (stand == null || !stand.revision().equals(revision)) {
      stand = new Stand(revision, now);
      stands.put(form, stand);
    }
    return now - stand.since() >= settledAfter;
  }
}
