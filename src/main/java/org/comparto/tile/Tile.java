package org.comparto.tile;

/**
 * A Mapbox Vector Tile at one revision of its layer.
 *
 * @param gzipped compressed bytes; of length 0 for a tile without features
 */
public record Tile(long revision, byte[] gzipped) {

  public boolean isEmpty() {
    return gzipped.length == 0;
  }
}
