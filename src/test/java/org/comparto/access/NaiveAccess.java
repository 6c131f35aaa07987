package org.comparto.access;

import java.util.List;
import org.comparto.network.RoadGraph;
import org.comparto.path.Place;
import org.comparto.path.Travel;
import org.jspecify.annotations.Nullable;

/** The least costly way from a place to the nearest of some, by trying every arc after every other until nothing gets better. */
final class NaiveAccess {

  /** @param gateway index of the place that is nearest */
  record Found(long cost, long millis, double metres, int gateway) {}

  private final RoadGraph graph;
  private final Travel travel;

  NaiveAccess(RoadGraph graph, Travel travel) {
    this.graph = graph;
    this.travel = travel;
  }

  @Nullable Found nearest(Place from, List<Place> gateways) {
    long[][] ends = ends(from);
    Found best = null;
    for (int g = 0; g < gateways.size(); g++) {
      for (Place to : graph.same(gateways.get(g))) {
        for (int arc = 2 * to.edge(); arc <= 2 * to.edge() + 1; arc++) {
          double at = along(to, arc);
          for (int before = -1; before < travel.network().arcs(); before++) {
            Found way = before < 0 ? direct(from, arc, at, g) : after(ends[before], before, arc, at, g);
            if (way != null && (best == null || way.cost() < best.cost())) {
              best = way;
            }
          }
        }
      }
    }
    return best;
  }

  private @Nullable Found direct(Place from, int arc, double at, int gateway) {
    double begin = along(from, arc);
    return arc >> 1 != from.edge() || begin > at ? null : part(new long[] {0, 0, 0}, arc, begin, at, gateway);
  }

  private @Nullable Found after(long @Nullable [] end, int before, int arc, double at, int gateway) {
    return end == null || travel.network().head(before) != travel.network().tail(arc) || !travel.turns().allowed(before, arc) ? null
        : part(end, arc, 0, at, gateway);
  }

  private @Nullable Found part(long[] so, int arc, double from, double to, int gateway) {
    int cost = travel.cost(arc, from, to);
    return cost == Travel.NEVER ? null : new Found(so[0] + cost, so[1] + travel.millis(arc, from, to),
        so[2] / 1000.0 + (to - from) * travel.network().metres(arc), gateway);
  }

  /** By arc, what it takes to come to its end: cost, milliseconds, millimetres; null where one can not. */
  private long[] @Nullable [] ends(Place from) {
    long[][] ends = new long[travel.network().arcs()][];
    for (int arc = 2 * from.edge(); arc <= 2 * from.edge() + 1; arc++) {
      better(ends, arc, new long[] {0, 0, 0}, along(from, arc));
    }
    for (boolean changed = true; changed;) {
      changed = false;
      for (int arc = 0; arc < ends.length; arc++) {
        for (int next = 0; ends[arc] != null && next < ends.length; next++) {
          if (travel.network().head(arc) == travel.network().tail(next) && travel.turns().allowed(arc, next)) {
            changed |= better(ends, next, ends[arc], 0);
          }
        }
      }
    }
    return ends;
  }

  private boolean better(long[][] ends, int arc, long[] before, double from) {
    int cost = travel.cost(arc, from, 1);
    if (cost == Travel.NEVER || ends[arc] != null && ends[arc][0] <= before[0] + cost) {
      return false;
    }
    ends[arc] = new long[] {before[0] + cost, before[1] + travel.millis(arc, from, 1),
        before[2] + Math.round(1000 * (1 - from) * travel.network().metres(arc))};
    return true;
  }

  private static double along(Place place, int arc) {
    return (arc & 1) == 0 ? place.fraction() : 1 - place.fraction();
  }
}
