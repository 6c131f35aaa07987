package org.comparto.network;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.ev.TurnRestriction;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.weighting.TurnCostProvider;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.routing.weighting.custom.CustomModelParser;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.DAType;
import com.graphhopper.storage.GHDirectory;
import com.graphhopper.storage.StorableProperties;
import com.graphhopper.storage.TurnCostStorage;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.comparto.path.Travel;
import org.comparto.path.Turns;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * A graph that GraphHopper made, opened for reading, by many threads. It is never closed: whoever still answers from a replaced graph does
 * so to the end, and then the collector takes memory and mapped files.
 */
final class RoadStore {

  final BaseGraph graph;
  final EncodingManager values;
  final LocationIndexTree index;
  final StorableProperties properties;

  private final Map<Profile, Weighting> weightings = new ConcurrentHashMap<>();
  private final Map<Profile, Weights> weights = new ConcurrentHashMap<>();
  private @Nullable Map<Integer, Limits> limited;
  private final IntEncodedValue wayLow;
  private final IntEncodedValue wayHigh;

  private RoadStore(BaseGraph graph, EncodingManager values, LocationIndexTree index, StorableProperties properties) {
    this.graph = graph;
    this.values = values;
    this.index = index;
    this.properties = properties;
    this.wayLow = values.getIntEncodedValue("way_low");
    this.wayHigh = values.getIntEncodedValue("way_high");
  }

  /** @throws IllegalStateException if there is no graph of this version of the program */
  static RoadStore open(Path folder, boolean mapped) {
    GHDirectory directory = new GHDirectory(folder.toString(), mapped ? DAType.MMAP_RO : DAType.RAM_STORE);
    StorableProperties properties = new StorableProperties(directory);
    if (!properties.loadExisting()) {
      throw new IllegalStateException("there is no road graph in " + folder);
    }
    EncodingManager values = EncodingManager.fromProperties(properties);
    if (!RoadTags.allIn(values)) {
      throw new IllegalStateException("the road graph in " + folder + " was made by another version of the program");
    }
    BaseGraph graph = new BaseGraph.Builder(values).setDir(directory).withTurnCosts(values.needsTurnCostsSupport()).build();
    boolean complete = graph.loadExisting();
    LocationIndexTree index = new LocationIndexTree(graph, directory); // which takes the graph's bounds as they are now
    if (!complete || !index.loadExisting()) {
      throw new IllegalStateException("the road graph in " + folder + " is incomplete");
    }
    return new RoadStore(graph, values, index, properties);
  }

  /** Time and cost of every arc for who travels without limits; {@link Travel#NEVER} too on islands too small to be of use. */
  Weights weights(Profile profile) {
    return weights.computeIfAbsent(profile, this::weigh);
  }

  private Weights weigh(Profile profile) {
    Weighting weighting = weighting(profile);
    BooleanEncodedValue island = values.getBooleanEncodedValue(Subnetwork.key(profile.id()));
    int[] millis = new int[2 * graph.getEdges()];
    int[] cost = new int[millis.length];
    for (int arc = 0; arc < millis.length; arc += 2) {
      EdgeIteratorState edge = graph.getEdgeIteratorStateForKey(arc);
      boolean lost = edge.get(island);
      for (int back = 0; back < 2; back++) {
        double weight = lost ? Double.POSITIVE_INFINITY : weighting.calcEdgeWeight(edge, back == 1);
        long time = weight < Double.POSITIVE_INFINITY ? weighting.calcEdgeMillis(edge, back == 1) : Travel.NEVER;
        boolean open = time < Travel.NEVER && weight * 1000 < Travel.NEVER;
        millis[arc + back] = open ? (int) time : Travel.NEVER;
        cost[arc + back] = open ? (int) Math.max(time, Math.round(weight * 1000)) : Travel.NEVER;
      }
    }
    return new Weights(millis, cost, turns(profile));
  }

  /** GraphHopper's own measure of a profile, compiled once; sizes and turns are not in it. */
  Weighting weighting(Profile profile) {
    return weightings.computeIfAbsent(profile, this::compiled);
  }

  private Weighting compiled(Profile profile) {
    return CustomModelParser.createWeighting(values, TurnCostProvider.NO_TURN_COST_PROVIDER, ProfileModel.of(profile).model());
  }

  private Turns turns(Profile profile) {
    if (ProfileModel.of(profile).turns().isEmpty()) {
      return Turns.free();
    }
    BooleanEncodedValue restricted = values.getTurnBooleanEncodedValue(TurnRestriction.key(profile.id()));
    Set<Long> forbidden = new HashSet<>();
    TurnCostStorage.Iterator turn = graph.getTurnCostStorage().getAllTurnCosts();
    while (turn.next()) {
      if (turn.get(restricted)) {
        for (int from : arcsTo(turn.getFromEdge(), turn.getViaNode())) {
          for (int to : arcsTo(turn.getToEdge(), turn.getViaNode())) {
            forbidden.add((long) from << 32 | to ^ 1);
          }
        }
      }
    }
    return Turns.without(forbidden);
  }

  /** The arcs of an edge that end at a junction: one, or both of a loop. */
  private int[] arcsTo(int edge, int node) {
    EdgeIteratorState state = graph.getEdgeIteratorStateForKey(2 * edge);
    boolean ahead = state.getAdjNode() == node;
    boolean back = state.getBaseNode() == node;
    return ahead && back ? new int[] {2 * edge, 2 * edge + 1} : new int[] {ahead ? 2 * edge : 2 * edge + 1};
  }

  Limits limits(int edge) {
    EdgeIteratorState state = graph.getEdgeIteratorStateForKey(2 * edge);
    return new Limits(limit(state, "max_height"), limit(state, "max_width"), limit(state, "max_length"), limit(state, "max_weight"),
        limit(state, "max_axle_load"));
  }

  private @Nullable Double limit(EdgeIteratorState edge, String name) {
    double limit = edge.get(values.getDecimalEncodedValue(name));
    return Double.isInfinite(limit) ? null : limit;
  }

  /** The edges that somebody may be too large for; few, so that a vehicle is held against them in a moment. */
  synchronized Map<Integer, Limits> limited() {
    if (limited == null) {
      Map<Integer, Limits> found = new HashMap<>();
      for (int edge = 0; edge < graph.getEdges(); edge++) {
        Limits limits = limits(edge);
        if (!limits.equals(Limits.NONE)) {
          found.put(edge, limits);
        }
      }
      limited = Map.copyOf(found);
    }
    return limited;
  }

  /** An edge's course from its first junction on, EPSG:4326 (lon, lat). */
  LineString line(int edge) {
    PointList points = points(2 * edge);
    Coordinate[] corners = new Coordinate[points.size()];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = new Coordinate(points.getLon(i), points.getLat(i));
    }
    return Shape.line(corners);
  }

  /** The same as longitude, latitude, longitude, latitude … */
  double[] flat(int edge) {
    PointList points = points(2 * edge);
    double[] flat = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      flat[2 * i] = points.getLon(i);
      flat[2 * i + 1] = points.getLat(i);
    }
    return flat;
  }

  /** The edges that GraphHopper doubled to keep turn restrictions over several ways, the one asked for among them. */
  Set<Integer> doubles(int edge) {
    Set<Integer> all = new TreeSet<>();
    graph.forEdgeAndCopiesOfEdge(graph.createEdgeExplorer(), graph.getEdgeIteratorStateForKey(2 * edge), one -> all.add(one.getEdge()));
    return all;
  }

  PointList points(int arc) {
    return graph.getEdgeIteratorStateForKey(arc).fetchWayGeometry(FetchMode.ALL);
  }

  String name(int edge) {
    return graph.getEdgeIteratorStateForKey(2 * edge).getName();
  }

  long way(int edge) {
    EdgeIteratorState state = graph.getEdgeIteratorStateForKey(2 * edge);
    return RoadTags.way(state.get(wayLow), state.get(wayHigh));
  }
}
