package org.comparto.feature;

import org.comparto.problem.InvalidInputException;

/**
 * A place and how far around it features are looked for, nearest first. Distances are those on the ellipsoid of WGS 84
 * from the place to the nearest point of a shape, 0 inside it.
 *
 * @param longitude in degrees
 * @param latitude in degrees
 * @param radius in metres
 */
public record Near(double longitude, double latitude, double radius) {

  private static final double FARTHEST = 1_000_000;

  public Near {
    if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
      throw new InvalidInputException("near", "near is " + longitude + "," + latitude + "; it is longitude,latitude in degrees");
    }
    if (!(radius > 0 && radius <= FARTHEST)) {
      throw new InvalidInputException("radius", "radius is " + radius + "; it is metres, above 0 and at most " + (long) FARTHEST);
    }
  }
}
