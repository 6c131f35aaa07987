package org.comparto.bottleneck;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.comparto.bottleneck.Subjects.Gateway;
import org.comparto.bottleneck.Subjects.Subject;
import org.comparto.network.Conditions;
import org.comparto.network.Restriction;
import org.comparto.network.RoadGraph;
import org.comparto.network.Snapped;
import org.comparto.network.Stretch;
import org.comparto.path.Place;
import org.comparto.path.Reach;
import org.comparto.path.Travel;
import org.comparto.path.Tree;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * The ways of one vehicle from all features to the nearest gateway of every kind, under some conditions: one tree for each kind, that
 * reaches back from all its gateways at once. Other conditions mend the trees where something has changed, which gives the same as
 * growing them anew (decision 0026).
 */
final class Reached {

  private static final double METRES_PER_DEGREE = 111_195;

  /**
   * What changes from one to the other.
   *
   * @param dearer whether anything may have become slower or closed
   */
  record Change(Conditions conditions, Travel travel, boolean dearer) {}

  /** @param ids of the gateways that the tree's targets stand for */
  private record Kind(List<Place> targets, long[] ids, @Nullable Tree tree) {}

  private final RoadGraph graph;
  private final Conditions conditions;
  private final Travel travel;
  private final List<String> names;
  private final List<Gateway> gateways;
  private final List<Subjects> layers;
  private final List<Kind> kinds;
  /** By layer and feature; null where no road is near. */
  private final @Nullable Place[][] places;

  private Reached(RoadGraph graph, Conditions conditions, Travel travel, List<String> names, List<Gateway> gateways, List<Subjects> layers,
      List<Kind> kinds, @Nullable Place[][] places) {
    this.graph = graph;
    this.conditions = conditions;
    this.travel = travel;
    this.names = names;
    this.gateways = gateways;
    this.layers = layers;
    this.kinds = kinds;
    this.places = places;
  }

  /** @param names of the kinds, in their order */
  static Reached of(RoadGraph graph, Conditions conditions, Travel travel, List<String> names, List<Gateway> gateways, List<Subjects> layers) {
    List<Kind> kinds = names.stream().map(name -> kind(graph, travel, gateways, name))
        .map(kind -> new Kind(kind.targets(), kind.ids(), kind.targets().isEmpty() ? null : Tree.to(travel, kind.targets(), Travel.NEVER))).toList();
    Place[][] places = layers.stream().map(layer -> layer.features().parallelStream().map(one -> snap(graph, travel, one)).toArray(Place[]::new))
        .toArray(Place[][]::new);
    return new Reached(graph, conditions, travel, names, gateways, layers, kinds, places);
  }

  private static Kind kind(RoadGraph graph, Travel travel, List<Gateway> gateways, String name) {
    List<Place> targets = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    for (Gateway gateway : gateways) {
      Snapped snapped = gateway.kind().equals(name) ? graph.snap(gateway.longitude(), gateway.latitude(), travel) : null;
      if (snapped != null) {
        for (Place same : graph.same(snapped.place())) {
          targets.add(same);
          ids.add(gateway.id());
        }
      }
    }
    return new Kind(targets, ids.stream().mapToLong(Long::longValue).toArray(), null);
  }

  private static @Nullable Place snap(RoadGraph graph, Travel travel, Subject one) {
    Snapped snapped = graph.snap(one.longitude(), one.latitude(), travel);
    return snapped == null ? null : snapped.place();
  }

  /** The same features and gateways under other conditions. */
  Reached after(Change change) {
    int[] arcs = changed(change);
    boolean opensOrCloses = IntStream.of(arcs).anyMatch(arc -> travel.isOpen(arc) != change.travel().isOpen(arc));
    List<Kind> mended = IntStream.range(0, kinds.size()).mapToObj(k -> mended(k, change, arcs, opensOrCloses)).toList();
    return new Reached(graph, change.conditions(), change.travel(), names, gateways, layers, mended, opensOrCloses ? placed(change.travel(), arcs) : places);
  }

  private Kind mended(int k, Change change, int[] arcs, boolean opensOrCloses) {
    Kind before = kinds.get(k);
    Kind now = opensOrCloses ? kind(graph, change.travel(), gateways, names.get(k)) : before;
    if (now.targets().isEmpty()) {
      return now;
    }
    Tree tree = before.tree() == null || !now.targets().equals(before.targets()) ? Tree.to(change.travel(), now.targets(), Travel.NEVER)
        : change.dearer() ? before.tree().worsened(change.travel(), arcs) : before.tree().improved(change.travel(), arcs);
    return new Kind(now.targets(), now.ids(), tree);
  }

  /** The arcs that are met otherwise: of other cost, or with something at another point of them. */
  private int[] changed(Change change) {
    BitSet differ = new BitSet(graph.network().arcs());
    for (int arc = 0; arc < graph.network().arcs(); arc++) {
      differ.set(arc, travel.millis(arc) != change.travel().millis(arc) || travel.cost(arc) != change.travel().cost(arc)
          || travel.isOpen(arc) != change.travel().isOpen(arc));
    }
    List<Restriction> before = conditions.restrictions();
    List<Restriction> after = change.conditions().restrictions();
    before.stream().filter(one -> !after.contains(one)).flatMap(one -> one.stretches().stream()).map(Stretch::arc).forEach(differ::set);
    after.stream().filter(one -> !before.contains(one)).flatMap(one -> one.stretches().stream()).map(Stretch::arc).forEach(differ::set);
    return differ.stream().toArray();
  }

  /** Who stands on a road that is closed now, or near one that has opened, may join the roads elsewhere. */
  private @Nullable Place[][] placed(Travel now, int[] arcs) {
    BitSet closed = new BitSet();
    Envelope[] opened = IntStream.of(arcs).filter(arc -> arc >> 1 < graph.roads()).filter(arc -> {
      boolean was = isOpen(travel, arc >> 1);
      boolean is = isOpen(now, arc >> 1);
      closed.set(arc >> 1, was && !is);
      return is && !was;
    }).mapToObj(arc -> around(arc >> 1)).toArray(Envelope[]::new);
    Place[][] fresh = new Place[places.length][];
    for (int l = 0; l < places.length; l++) {
      List<Subject> features = layers.get(l).features();
      Place[] former = places[l];
      fresh[l] = IntStream.range(0, former.length).parallel().mapToObj(i -> {
        boolean stays = (former[i] == null || !closed.get(former[i].edge()))
            && java.util.Arrays.stream(opened).noneMatch(box -> box.contains(features.get(i).longitude(), features.get(i).latitude()));
        return stays ? former[i] : snap(graph, now, features.get(i));
      }).toArray(Place[]::new);
    }
    return fresh;
  }

  private static boolean isOpen(Travel travel, int edge) {
    return travel.isOpen(2 * edge) || travel.isOpen(2 * edge + 1);
  }

  /** All that may be near enough to join an edge. */
  private Envelope around(int edge) {
    Envelope box = new Envelope(graph.shape(edge).getEnvelopeInternal());
    double degrees = 1.01 * graph.snapMetres() / METRES_PER_DEGREE;
    box.expandBy(degrees / Math.cos(Math.toRadians(Math.abs(box.getMaxY()) + degrees)), degrees);
    return box;
  }

  List<Subjects> layers() {
    return layers;
  }

  /** Whether a road is near enough. */
  boolean isOnRoads(int layer, int feature) {
    return places[layer][feature] != null;
  }

  /** The way to the nearest gateway of a kind; null if none leads there, or no road is near. */
  @Nullable Reach at(int layer, int feature, int kind) {
    Place place = places[layer][feature];
    Tree tree = kinds.get(kind).tree();
    return place == null || tree == null ? null : tree.at(place);
  }

  /** The gateway that a way leads to. */
  long gateway(int kind, Reach reach) {
    return kinds.get(kind).ids()[reach.source()];
  }
}
