package org.comparto.network;

import com.graphhopper.util.EdgeIteratorState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.comparto.path.Network;
import org.comparto.path.Place;
import org.comparto.path.Travel;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * The graph's junctions and edges with the missing links behind them. A link is five edges: itself, and from each of its ends one to both
 * junctions of the nearest road, as long as the way over that road is and as quick as the vehicle drives it. So no edge has to be cut.
 */
final class JoinedLinks {

  /** How far a link's end may be from a road; further away it leads nowhere and is left out. */
  private static final double MOST_METRES = 1000;

  /**
   * A link in the graph.
   *
   * @param edge its first edge; the four that follow lead from its start to the junctions of the road there, then from its end
   * @param start the road that its start meets
   * @param startGap metres from its start to that road
   */
  private record Joined(Link link, int edge, Snapped start, Snapped end, double startGap, double endGap) {}

  private final RoadStore store;
  private final List<Joined> joined = new ArrayList<>();
  private final Network network;

  JoinedLinks(RoadStore store, List<Link> links) {
    this.store = store;
    Weights truck = store.weights(Profile.TRUCK);
    Snapping snapping = new Snapping(store);
    int edges = store.graph.getEdges();
    for (Link link : links) {
      Snapped start = snap(snapping, truck, link.line().getCoordinateN(0));
      Snapped end = snap(snapping, truck, link.line().getCoordinateN(link.line().getNumPoints() - 1));
      if (start != null && end != null) {
        joined.add(new Joined(link, edges + 5 * joined.size(), start, end, start.metres(), end.metres()));
      }
    }
    network = join();
  }

  private static @Nullable Snapped snap(Snapping snapping, Weights weights, Coordinate end) {
    return snapping.snap(end.x, end.y, edge -> weights.millis()[2 * edge] != Travel.NEVER || weights.millis()[2 * edge + 1] != Travel.NEVER,
        MOST_METRES);
  }

  Network network() {
    return network;
  }

  private Network join() {
    int nodes = store.graph.getNodes();
    int edges = store.graph.getEdges();
    int[] ends = new int[2 * (edges + 5 * joined.size())];
    float[] metres = new float[ends.length / 2];
    for (int edge = 0; edge < edges; edge++) {
      EdgeIteratorState state = store.graph.getEdgeIteratorStateForKey(2 * edge);
      ends[2 * edge] = state.getBaseNode();
      ends[2 * edge + 1] = state.getAdjNode();
      metres[edge] = (float) state.getDistance();
    }
    for (Joined one : joined) {
      int start = nodes++;
      int end = nodes++;
      set(ends, metres, one.edge(), start, end, length(one.link().line()));
      connect(ends, metres, one.edge() + 1, start, one.start().place(), one.startGap());
      connect(ends, metres, one.edge() + 3, end, one.end().place(), one.endGap());
    }
    return new Network(nodes, ends, metres);
  }

  private static void connect(int[] ends, float[] metres, int edge, int node, Place road, double gap) {
    double whole = metres[road.edge()];
    set(ends, metres, edge, node, ends[2 * road.edge()], gap + road.fraction() * whole);
    set(ends, metres, edge + 1, node, ends[2 * road.edge() + 1], gap + (1 - road.fraction()) * whole);
  }

  private static void set(int[] ends, float[] metres, int edge, int from, int to, double length) {
    ends[2 * edge] = from;
    ends[2 * edge + 1] = to;
    metres[edge] = (float) length;
  }

  private static double length(LineString line) {
    return Ground.at(line.getCoordinateN(0).y).metres(line).getLength();
  }

  boolean isEmpty() {
    return joined.isEmpty();
  }

  /** Whether any of these is a link that is joined. */
  boolean holdsAny(Set<Long> bottlenecks) {
    return joined.stream().anyMatch(one -> bottlenecks.contains(one.link().bottleneck()));
  }

  /** The arcs of a link, open only where it is; empty if there is no such link, or no road near its ends. */
  int[] arcs(long bottleneck) {
    return joined.stream().filter(one -> one.link().bottleneck() == bottleneck)
        .flatMapToInt(one -> java.util.stream.IntStream.range(2 * one.edge(), 2 * one.edge() + 10)).toArray();
  }

  /** An array by arc, as long as the network has arcs, where all links are closed. */
  int[] closed(int[] byArc) {
    int[] all = Arrays.copyOf(byArc, network.arcs());
    Arrays.fill(all, byArc.length, all.length, Travel.NEVER);
    return all;
  }

  void openAll(Travel travel, int[] millis, int[] cost) {
    open(joined.stream().map(one -> one.link().bottleneck()).collect(java.util.stream.Collectors.toSet()), travel, millis, cost);
  }

  /** Opens links in arrays that {@link #closed} made, for whom the roads are as {@code travel} says. */
  void open(Set<Long> bottlenecks, Travel travel, int[] millis, int[] cost) {
    for (Joined one : joined) {
      if (bottlenecks.contains(one.link().bottleneck())) {
        int time = (int) Math.round(length(one.link().line()) * 3600 / one.link().kmh());
        for (int back = 0; back < 2; back++) {
          millis[2 * one.edge() + back] = time;
          cost[2 * one.edge() + back] = time;
        }
        open(one, 1, one.start().place(), one.startGap(), travel, millis, cost);
        open(one, 3, one.end().place(), one.endGap(), travel, millis, cost);
      }
    }
  }

  private static void open(Joined one, int which, Place road, double gapMetres, Travel travel, int[] millis, int[] cost) {
    int gap = (int) Math.round(gapMetres * 3600 / one.link().kmh());
    int ahead = 2 * road.edge();
    int first = 2 * (one.edge() + which);
    double f = road.fraction();
    // to the road's first junction against its direction and back, then to its second
    set(millis, cost, first, gap, travel, ahead + 1, 1 - f, 1);
    set(millis, cost, first + 1, gap, travel, ahead, 0, f);
    set(millis, cost, first + 2, gap, travel, ahead, f, 1);
    set(millis, cost, first + 3, gap, travel, ahead + 1, 0, 1 - f);
  }

  private static void set(int[] millis, int[] cost, int arc, int gap, Travel travel, int road, double from, double to) {
    int time = travel.millis(road, from, to);
    millis[arc] = time == Travel.NEVER ? Travel.NEVER : time + gap;
    cost[arc] = time == Travel.NEVER ? Travel.NEVER : travel.cost(road, from, to) + gap;
  }

  /** The course of an edge behind the graph's own. */
  LineString line(int edge) {
    Joined one = of(edge);
    int which = edge - one.edge();
    if (which == 0) {
      return one.link().line();
    }
    LineString link = one.link().line();
    Coordinate end = link.getCoordinateN(which < 3 ? 0 : link.getNumPoints() - 1);
    Place road = (which < 3 ? one.start() : one.end()).place();
    LineString part = new Shape(store.line(road.edge())).part(road.fraction(), which % 2 == 1 ? 0 : 1);
    List<Coordinate> corners = new ArrayList<>(List.of(end));
    corners.addAll(List.of(part.getCoordinates()));
    return Shape.line(corners.toArray(Coordinate[]::new));
  }

  String name(int edge) {
    return of(edge).link().title();
  }

  private Joined of(int edge) {
    return joined.get((edge - store.graph.getEdges()) / 5);
  }
}
