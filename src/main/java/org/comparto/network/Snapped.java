package org.comparto.network;

import org.comparto.path.Place;

/**
 * Where a point meets the road.
 *
 * @param lon of the place on the road, EPSG:4326
 * @param metres as the crow flies from the point asked for to the road
 */
public record Snapped(Place place, double lon, double lat, double metres) {}
