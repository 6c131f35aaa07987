package org.comparto.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/**
 * Divides blocks into plots that fill them without overlap: rows back to back, columns of varied width, some slanted,
 * some L-shaped. Plots of one block share their corners exactly. All in metres of the zone's frame.
 */
final class PlotSubdivision {

  private static final double MOST_M2 = 40_000;

  private PlotSubdivision() {}

  /**
   * @param grain   1 for ordinary plots, larger for larger ones
   * @param leastM2 what is smaller joins a neighbour or, without one, stays green
   */
  static List<Polygon> plots(List<Polygon> blocks, double grain, double leastM2, Draw draw) {
    List<Polygon> plots = new ArrayList<>();
    for (Polygon block : blocks) {
      plots.addAll(SharedCorners.complete(plotsOf(block, grain, leastM2, draw)));
    }
    return plots;
  }

  private static List<Polygon> plotsOf(Polygon block, double grain, double leastM2, Draw draw) {
    Envelope box = block.getEnvelopeInternal();
    List<Polygon> rows = List.of(block);
    if (box.getHeight() > 78 * grain) {
      rows = ZoneLayout.cutAll(rows, Cut.horizontal(box.centre().y + draw.between(-8, 8) * grain, 0, 0));
    }
    List<Polygon> plots = new ArrayList<>();
    for (Polygon row : rows) {
      Envelope reach = row.getEnvelopeInternal();
      List<Polygon> columns = List.of(row);
      for (double x = reach.getMinX() + width(draw, grain); x < reach.getMaxX() - 24 * grain; x += width(draw, grain)) {
        double tilt = draw.chance(0.25) ? draw.between(-7, 7) : 0;
        columns = ZoneLayout.cutAll(columns, new Cut(x, reach.centre().y, 90 + tilt, 0));
      }
      plots.addAll(columns);
    }
    halveLarge(plots);
    joinSmall(plots, leastM2);
    if (draw.chance(0.35)) {
      bend(plots, leastM2, draw);
    }
    return plots;
  }

  private static double width(Draw draw, double grain) {
    return draw.chance(0.2) ? draw.between(75, 120) * grain : draw.between(32, 70) * grain;
  }

  private static void halveLarge(List<Polygon> plots) {
    for (int i = 0; i < plots.size(); i++) {
      Polygon large = plots.get(i);
      if (large.getArea() > MOST_M2) {
        Envelope box = large.getEnvelopeInternal();
        Cut middle = box.getWidth() > box.getHeight() ? Cut.vertical(box.centre().x, 0, 0) : Cut.horizontal(box.centre().y, 0, 0);
        plots.remove(i--);
        plots.addAll(ZoneLayout.cutAll(List.of(large), middle));
      }
    }
  }

  private static void joinSmall(List<Polygon> plots, double leastM2) {
    for (int i = 0; i < plots.size(); i++) {
      Polygon small = plots.get(i);
      if (small.getArea() >= leastM2) {
        continue;
      }
      int best = -1;
      double longest = 5;
      for (int j = 0; j < plots.size(); j++) {
        double shared = j == i ? 0 : sharedLength(small, plots.get(j));
        if (shared > longest && plots.get(j).getArea() + small.getArea() <= MOST_M2) {
          longest = shared;
          best = j;
        }
      }
      if (best >= 0 && joined(small, plots.get(best)) instanceof Polygon union && union.getNumInteriorRing() == 0) {
        plots.set(best, union);
      }
      plots.remove(i--);
    }
  }

  /** Gives one plot half of a neighbour at its back, so that it becomes an L. */
  private static void bend(List<Polygon> plots, double leastM2, Draw draw) {
    if (plots.size() < 4) {
      return;
    }
    int taker = draw.whole(0, plots.size() - 1);
    Polygon taking = plots.get(taker);
    for (int giver = 0; giver < plots.size(); giver++) {
      Polygon giving = plots.get(giver);
      boolean behind = Math.abs(giving.getCentroid().getY() - taking.getCentroid().getY()) > 20;
      if (giver == taker || !behind || sharedLength(taking, giving) < 20) {
        continue;
      }
      List<List<Polygon>> halves = Cut.vertical(giving.getCentroid().getX(), 0, 0).sides(giving);
      if (halves.get(0).size() != 1 || halves.get(1).size() != 1) {
        continue;
      }
      Polygon one = halves.get(0).get(0);
      Polygon other = halves.get(1).get(0);
      boolean takesOne = sharedLength(taking, one) > sharedLength(taking, other);
      Polygon taken = takesOne ? one : other;
      Polygon left = takesOne ? other : one;
      if (left.getArea() >= leastM2 && sharedLength(taking, taken) > 15
          && taking.getArea() + taken.getArea() <= MOST_M2 && joined(taking, taken) instanceof Polygon bent) {
        plots.set(taker, bent);
        plots.set(giver, left);
        return;
      }
    }
  }

  private static Geometry joined(Geometry a, Geometry b) {
    return Cut.overlay(a, b, OverlayNG.UNION);
  }

  private static double sharedLength(Polygon a, Polygon b) {
    if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
      return 0;
    }
    return Cut.overlay(a.getExteriorRing(), b.getExteriorRing(), OverlayNG.INTERSECTION).getLength();
  }
}
