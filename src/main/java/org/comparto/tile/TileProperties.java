package org.comparto.tile;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Vector tiles.
 *
 * @param cache how much memory tiles that are ready may take, for instance {@code 200MB}; an eighth of the heap by default, {@code 0B} for none
 * @param drawable how much memory features may take as tiles draw them; a tenth of the heap by default, 230,000 plots in 1 GiB
 * @param found how much memory it may take to know which features lie where; a fiftieth of the heap by default, 600,000 features in 1 GiB, {@code 0B} to find each tile's anew
 * @param settled how long a layer has to be unchanged before features are found for several tiles at once; 3 seconds by default
 */
@ConfigurationProperties("comparto.tiles")
record TileProperties(@Nullable DataSize cache, @Nullable DataSize drawable, @Nullable DataSize found, @DefaultValue("3s") Duration settled) {

  private static final int CACHE_PART_OF_HEAP = 8;
  private static final int DRAWABLE_PART_OF_HEAP = 10;
  private static final int FOUND_PART_OF_HEAP = 50;

  long cacheBytes() {
    return bytes(cache, CACHE_PART_OF_HEAP);
  }

  long drawableBytes() {
    return bytes(drawable, DRAWABLE_PART_OF_HEAP);
  }

  long foundBytes() {
    return bytes(found, FOUND_PART_OF_HEAP);
  }

  private static long bytes(@Nullable DataSize given, int partOfHeap) {
    return given == null ? Runtime.getRuntime().maxMemory() / partOfHeap : given.toBytes();
  }
}
