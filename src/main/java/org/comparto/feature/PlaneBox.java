package org.comparto.feature;

import org.comparto.crs.Crs;
import org.comparto.problem.InvalidInputException;

/** A box in a reference system other than WGS 84, its easting or longitude first whatever the authority says. */
public record PlaneBox(double minX, double minY, double maxX, double maxY, Crs crs) {

  public PlaneBox {
    if (!(minX <= maxX) || !(minY <= maxY)) {
      throw new InvalidInputException("bbox", "the first corner of bbox lies above or right of the second; the order is the lower corner, "
          + "the upper corner, each with the axes as " + crs.uri() + " has them");
    }
  }
}
