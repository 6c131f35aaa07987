package org.comparto.demo;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** A plot with the choices that other records depend on; the area in degrees and in square metres. */
record Plot(long id, String code, Zone zone, Polygon area, double areaM2, Coordinate inside, String status) {

  boolean occupied() {
    return status.equals("sold") || status.equals("leased");
  }

  static Plot of(long id, int number, Zone zone, Polygon metres) {
    String code = String.format(Locale.ROOT, "%s-%03d", zone.code(), number);
    double chance = Draw.of("plot status " + code).between(0, 1);
    String status = chance < 0.45 ? "available" : chance < 0.55 ? "reserved" : chance < 0.85 ? "sold" : "leased";
    Coordinate inside = metres.getInteriorPoint().getCoordinate();
    return new Plot(id, code, zone, (Polygon) zone.frame().toDegrees(metres), metres.getArea(),
        zone.frame().toDegrees(inside.x, inside.y), status);
  }
}
