package org.comparto.access;

import java.util.Map;
import org.comparto.network.Profile;

/**
 * A feature whose times are to be looked at.
 *
 * @param version of its row: who writes times makes sure that it is still the same
 * @param longitude of a point inside, in degrees, EPSG:4326, as latitude
 * @param kept its times so far
 */
record Feature(long id, int version, double longitude, double latitude, Map<Profile, Kept> kept) {

  /** Times and the version of the graph they were computed on. */
  record Kept(String graph, Times times) {}
}
