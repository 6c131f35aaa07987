package org.comparto.path;

/**
 * A point on the network.
 *
 * @param edge the edge it lies on
 * @param fraction of the edge's length that lies between its first junction and the point, 0 to 1
 */
public record Place(int edge, double fraction) {

  public Place {
    if (edge < 0 || !(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("no place at %s of edge %d".formatted(fraction, edge));
    }
  }
}
