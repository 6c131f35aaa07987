package org.comparto.network;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.Dijkstra;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ev.TurnRestriction;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.DefaultTurnCostProvider;
import com.graphhopper.routing.weighting.TurnCostProvider;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.routing.weighting.custom.CustomModelParser;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.TurnCostsConfig;
import org.comparto.path.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** GraphHopper's own search with the same model, edge by edge so that turn restrictions hold: what our ways are compared to. */
final class PlainDijkstra {

  private final RoadGraph graph;
  private final RoadStore store;
  private final Weighting weighting;
  private final TraversalMode mode;

  PlainDijkstra(RoadGraph graph, Profile profile) {
    this.graph = graph;
    store = graph.store();
    ProfileModel model = ProfileModel.of(profile);
    mode = model.turns().isEmpty() ? TraversalMode.NODE_BASED : TraversalMode.EDGE_BASED;
    TurnCostProvider turns = model.turns().isEmpty() ? TurnCostProvider.NO_TURN_COST_PROVIDER
        : new DefaultTurnCostProvider(store.values.getTurnBooleanEncodedValue(TurnRestriction.key(profile.id())), store.graph,
            new TurnCostsConfig(model.turns()), null);
    weighting = CustomModelParser.createWeighting(store.values, turns, model.model());
  }

  /** Nothing if there is no way. */
  @Nullable Path find(Place from, Place to) {
    Snap start = snap(from);
    Snap end = snap(to);
    QueryGraph query = QueryGraph.create(store.graph, start, end);
    Path path = new Dijkstra(query, query.wrapWeighting(weighting), mode).calcPath(start.getClosestNode(), end.getClosestNode());
    return path.isFound() ? path : null;
  }

  /** One search from a place to everywhere; how many edges it reached. */
  int tree(Place from) {
    Snap start = snap(from);
    QueryGraph query = QueryGraph.create(store.graph, start);
    int[] reached = {0};
    ShortestPathTree tree = new ShortestPathTree(query, query.wrapWeighting(weighting), false, mode);
    tree.setWeightLimit(Double.POSITIVE_INFINITY);
    tree.search(start.getClosestNode(), label -> reached[0]++);
    return reached[0];
  }

  /** Whether GraphHopper too begins on the edge: next to a junction it takes the junction, where turns are no matter. */
  boolean keeps(Place place) {
    return snap(place).getSnappedPosition() != Snap.Position.TOWER;
  }

  /** On that very edge, even where another lies over it. */
  private Snap snap(Place place) {
    Coordinate point = graph.at(place);
    Snap snap = store.index.findClosest(point.y, point.x, edge -> edge.getEdge() == place.edge());
    if (!snap.isValid()) {
      throw new IllegalStateException("GraphHopper does not find " + place);
    }
    return snap;
  }
}
