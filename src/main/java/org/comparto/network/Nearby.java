package org.comparto.network;

import org.comparto.path.Place;

/**
 * A road near a geometry.
 *
 * @param nearest the place of the edge that is nearest to the geometry
 * @param from where on the edge the part within the distance begins, of its length, 0 to 1
 * @param to where that part ends; the same as {@code from} if only a point is within
 * @param metres from the nearest place to the geometry
 */
public record Nearby(Place nearest, double from, double to, double metres) {

  public int edge() {
    return nearest.edge();
  }
}
