package org.comparto.network;

import org.comparto.problem.InvalidInputException;
import org.locationtech.jts.geom.LineString;

/**
 * A missing link: a road that is not there. The graph carries it from the start, closed, and a what-if opens it for everybody on wheels.
 *
 * @param bottleneck the id of its record
 * @param title its name, for people
 * @param line EPSG:4326 (lon, lat), driven in both directions; its ends are joined to the nearest roads
 * @param kmh how fast it will be driven
 */
public record Link(long bottleneck, String title, LineString line, double kmh) {

  public Link {
    if (!(kmh > 0 && kmh <= 130)) {
      throw new InvalidInputException("speed", "the speed of a missing link must be above 0 and at most 130 km/h");
    }
  }
}
