package org.comparto.bottleneck;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.comparto.network.Nearby;
import org.comparto.network.RoadGraph;
import org.comparto.path.Place;
import org.comparto.path.Travel;
import org.comparto.path.Turns;
import org.comparto.path.Way;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * The road that a line on a map means: the way from its first point to its last on roads that lie within a distance of it, where the
 * nearest roads are the cheapest. Each direction is looked for by itself, since carriageways may lie apart.
 */
final class LineMatch {

  /** So many roads at each end are tried. */
  private static final int MOST_ENDS = 4;
  /** A road as far off the line as this costs twice its length. */
  private static final double CLOSE_METRES = 10;
  /** What lies beyond the distance costs so much more. */
  private static final double BEYOND = 20;
  private static final double MOST_DETOUR = 1.6;
  private static final int SAMPLES = 4;

  private final RoadGraph graph;
  private final IntPredicate drivable;
  private final LineString line;
  private final double within;
  private final Flat flat;
  private final LineString flatLine;
  private final Travel travel;

  /** @param drivable by arc, what may be the road */
  LineMatch(RoadGraph graph, IntPredicate drivable, LineString line, double within) {
    this.graph = graph;
    this.drivable = drivable;
    this.line = line;
    this.within = within;
    flat = new Flat(line);
    flatLine = flat.metres(line);
    travel = along();
  }

  /** The way along the line, or back; null if there is none that goes where the line goes. */
  @Nullable Way find(boolean back) {
    List<Nearby> starts = ends(back ? line.getEndPoint() : line.getStartPoint());
    List<Nearby> ends = ends(back ? line.getStartPoint() : line.getEndPoint());
    Way best = null;
    double least = Double.MAX_VALUE;
    for (Nearby start : starts) {
      for (Nearby end : ends) {
        Way way = Way.find(travel, null, start.nearest(), end.nearest());
        double cost = way == null ? Double.MAX_VALUE : way.millis() / 1000.0 + dear(start.metres()) + dear(end.metres());
        if (cost < least) {
          best = way;
          least = cost;
        }
      }
    }
    return best == null || best.metres() > MOST_DETOUR * flatLine.getLength() + within ? null : best;
  }

  private List<Nearby> ends(org.locationtech.jts.geom.Point end) {
    return graph.near(end, within).stream().filter(near -> drivable.test(2 * near.edge()) || drivable.test(2 * near.edge() + 1))
        .sorted(Comparator.comparingDouble(Nearby::metres).thenComparingInt(Nearby::edge)).limit(MOST_ENDS).toList();
  }

  /** How far a place at the end is from the line counts as if one had to go there. */
  private static double dear(double metres) {
    return metres * (1 + metres / CLOSE_METRES);
  }

  /** Every road near the line costs its length and more the farther off it lies; there are no others. */
  private Travel along() {
    int[] cost = new int[graph.network().arcs()];
    Arrays.fill(cost, Travel.NEVER);
    for (Nearby near : graph.near(line, within)) {
      double metres = graph.network().metres(2 * near.edge());
      double inside = (near.to() - near.from()) * metres;
      int dear = (int) Math.round(1000 * (inside * (1 + offset(near) / CLOSE_METRES) + (metres - inside) * BEYOND));
      for (int arc = 2 * near.edge(); arc <= 2 * near.edge() + 1; arc++) {
        if (drivable.test(arc)) {
          cost[arc] = dear;
        }
      }
    }
    return new Travel(graph.network(), cost, cost, Turns.free(), List.of());
  }

  /** Mean distance from the line, in metres, of the part of an edge that is near it. */
  private double offset(Nearby near) {
    LineString shape = flat.metres(graph.shape(near.edge()));
    LengthIndexedLine index = new LengthIndexedLine(shape);
    double sum = 0;
    for (int sample = 0; sample <= SAMPLES; sample++) {
      double fraction = near.from() + (near.to() - near.from()) * sample / SAMPLES;
      sum += flatLine.distance(line.getFactory().createPoint(index.extractPoint(fraction * shape.getLength())));
    }
    return sum / (SAMPLES + 1);
  }

  /** Where a place lies along an arc. */
  static double fraction(Place place, int arc) {
    return (arc & 1) == 0 ? place.fraction() : 1 - place.fraction();
  }
}
