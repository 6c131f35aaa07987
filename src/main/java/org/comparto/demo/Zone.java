package org.comparto.demo;

import java.util.List;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * An industrial zone that is laid out but not yet described.
 *
 * @param frame   its own axes in metres
 * @param outline in metres of the frame
 * @param chains  production chains at home here, the leading one first
 * @param grain   1 for plots of ordinary size
 * @param leastM2 smallest plot
 * @param seed    what is stated by hand; for a generated zone only code and name
 */
record Zone(long id, String code, String name, Territory territory, String municipality, LocalFrame frame, Polygon outline,
    List<String> chains, double grain, double leastM2, Seed seed) {

  Polygon area() {
    return (Polygon) frame.toDegrees(outline);
  }

  Draw draw(String purpose) {
    return Draw.of(purpose + " " + code);
  }

  /** The middle of the streets between its blocks, in metres of the frame. */
  List<LineString> streets() {
    return ZoneLayout.streets(outline, grain, draw("layout"));
  }

  /** Plots in metres of the frame, in a stable order. */
  List<Polygon> plots() {
    Draw draw = draw("layout");
    return PlotSubdivision.plots(ZoneLayout.blocks(outline, grain, draw), grain, leastM2, draw);
  }
}
