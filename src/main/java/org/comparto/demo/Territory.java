package org.comparto.demo;

import java.util.List;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Polygon;

/**
 * One of the five territories.
 *
 * @param prefix  begins the codes of its zones and plots
 * @param outline coarse, in degrees
 * @param grid    whether a larger scale may lay generated zones here
 */
record Territory(String code, String prefix, double lowPrice, double highPrice, Polygon outline, boolean grid, Seed seed) {

  /** Degrees. */
  private static final double LONGEST_SIDE = 0.01;

  static List<Territory> all() {
    return SeedFile.features("territories.yaml").stream().map(seed -> {
      double[] price = seed.pair("price");
      return new Territory(seed.code(), seed.text("prefix"), price[0], price[1], finely((Polygon) SeedGeometry.of(seed)),
          seed.flag("grid"), seed);
    }).toList();
  }

  /** Long straight sides would be other lines in a projection: what is cut there and what is cut here would part by metres. */
  private static Polygon finely(Polygon outline) {
    return (Polygon) Densifier.densify(outline, LONGEST_SIDE);
  }
}
