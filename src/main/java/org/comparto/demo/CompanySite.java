package org.comparto.demo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Where a company sits: a point in degrees inside a zone and the plots it uses, if any. */
record CompanySite(Zone zone, Coordinate at, List<Long> plotIds) {

  static CompanySite on(Plot plot) {
    return new CompanySite(plot.zone(), plot.inside(), List.of(plot.id()));
  }
}
