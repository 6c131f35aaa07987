package org.comparto.access;

import java.util.ArrayList;
import java.util.List;
import org.comparto.network.RoadGraph;
import org.comparto.network.Snapped;
import org.comparto.path.Place;
import org.comparto.path.Reach;
import org.comparto.path.Travel;
import org.comparto.path.Tree;
import org.jspecify.annotations.Nullable;

/** The ways of one profile to the nearest gateways: for each kind one tree that reaches back from all of them at once. */
final class Ways {

  /** @param ids of the tree's targets, in its order */
  private record Kind(Tree tree, long[] ids) {}

  private final RoadGraph graph;
  private final Travel travel;
  /** By kind; null where no gateway of it is near a road. */
  private final List<@Nullable Kind> kinds;

  private Ways(RoadGraph graph, Travel travel, List<@Nullable Kind> kinds) {
    this.graph = graph;
    this.travel = travel;
    this.kinds = kinds;
  }

  static Ways of(RoadGraph graph, Travel travel, List<Gateway> gateways) {
    List<@Nullable Kind> kinds = new ArrayList<>();
    for (String kind : Gateway.KINDS) {
      List<Place> places = new ArrayList<>();
      List<Long> ids = new ArrayList<>();
      for (Gateway gateway : gateways) {
        Snapped snapped = gateway.kind().equals(kind) ? graph.snap(gateway.longitude(), gateway.latitude(), travel) : null;
        if (snapped != null) {
          for (Place same : graph.same(snapped.place())) {
            places.add(same);
            ids.add(gateway.id());
          }
        }
      }
      kinds.add(places.isEmpty() ? null : new Kind(Tree.to(travel, places, Travel.NEVER), ids.stream().mapToLong(Long::longValue).toArray()));
    }
    return new Ways(graph, travel, kinds);
  }

  /** From a point that is not placed on the roads yet; in degrees, EPSG:4326. */
  Times from(double longitude, double latitude) {
    Snapped snapped = graph.snap(longitude, latitude, travel);
    return snapped == null ? Times.OFF_THE_ROADS : from(snapped.place(), (float) snapped.metres());
  }

  Times from(Place place, float snapMetres) {
    List<@Nullable Long> gateways = new ArrayList<>();
    List<@Nullable Integer> seconds = new ArrayList<>();
    List<@Nullable Integer> metres = new ArrayList<>();
    for (Kind kind : kinds) {
      Reach reach = kind == null ? null : kind.tree().at(place);
      gateways.add(reach == null ? null : Long.valueOf(kind.ids()[reach.source()]));
      seconds.add(reach == null ? null : Integer.valueOf(Math.round(reach.millis() / 1000f)));
      metres.add(reach == null ? null : Integer.valueOf(Math.round(reach.metres())));
    }
    return new Times(place, snapMetres, gateways, seconds, metres);
  }
}
