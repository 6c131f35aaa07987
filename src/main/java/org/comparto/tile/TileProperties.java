package org.comparto.tile;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Vector tiles.
 *
 * @param cache how much memory tiles that are ready may take, for instance {@code 200MB}; an eighth of the heap by default, {@code 0B} for none
 */
@ConfigurationProperties("comparto.tiles")
record TileProperties(@Nullable DataSize cache) {

  private static final int SHARE_OF_HEAP = 8;

  long cacheBytes() {
    return cache == null ? Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP : cache.toBytes();
  }
}
