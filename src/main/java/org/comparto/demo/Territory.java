package org.comparto.demo;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * One of the five territories.
 *
 * @param prefix  begins the codes of its zones and plots
 * @param outline coarse, in degrees
 * @param grid    whether a larger scale may lay generated zones here
 */
record Territory(String code, String prefix, double lowPrice, double highPrice, Polygon outline, boolean grid, Seed seed) {

  static List<Territory> all() {
    return SeedFile.features("territories.yaml").stream().map(seed -> {
      double[] price = seed.pair("price");
      return new Territory(seed.code(), seed.text("prefix"), price[0], price[1], (Polygon) SeedGeometry.of(seed),
          seed.flag("grid"), seed);
    }).toList();
  }
}
