package org.comparto.bottleneck;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comparto.layer.Revisions;
import org.comparto.network.Effects;
import org.comparto.network.Limits;
import org.comparto.network.Link;
import org.comparto.network.Restriction;
import org.comparto.network.RestrictionSource;
import org.comparto.network.RoadGraph;
import org.comparto.network.Stretch;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;
import org.springframework.stereotype.Component;

/**
 * Says what bottlenecks do to a road graph. What was found is kept until the register or the graph changes, of which every instance
 * hears by the layer's revision.
 */
@Component
class BottleneckRoads implements RestrictionSource {

  static final String LAYER = "bottleneck";
  private static final Effects CLOSED = new Effects(Limits.NONE, true, 0, 1, null);

  /** Where the road bottlenecks of one state of the register lie on one graph, which it does not keep alive. */
  private record Found(long revision, WeakReference<RoadGraph> graph, Map<Long, RoadBottleneck> bottlenecks, Map<Long, List<Stretch>> stretches) {}

  private final RoadRegister register;
  private final Revisions revisions;
  private final BottleneckProperties properties;
  private volatile @Nullable Found found;

  BottleneckRoads(RoadRegister register, Revisions revisions, BottleneckProperties properties) {
    this.register = register;
    this.revisions = revisions;
    this.properties = properties;
  }

  @Override
  public long revision() {
    return revisions.current(LAYER);
  }

  @Override
  public List<Restriction> inForce(RoadGraph graph) {
    Found now = on(graph);
    return now.bottlenecks().values().stream().filter(one -> one.isActing() && !one.isMissingLink() && !one.effects().isEmpty())
        .map(one -> new Restriction(one.id(), one.title(), one.effects(), now.stretches().get(one.id())))
        .filter(restriction -> !restriction.stretches().isEmpty()).toList();
  }

  @Override
  public List<Link> links(RoadGraph graph) {
    return register.all().stream().filter(one -> one.isActing() && one.isMissingLink())
        .flatMap(one -> lines(one).map(line -> new Link(one.id(), one.title(), line, properties.linkSpeed()))).toList();
  }

  private static Stream<LineString> lines(RoadBottleneck link) {
    return link.place() == null ? Stream.empty()
        : Stream.iterate(0, i -> i < link.place().getNumGeometries(), i -> i + 1).map(link.place()::getGeometryN)
            .filter(LineString.class::isInstance).map(LineString.class::cast);
  }

  /** The public bottlenecks of roads by id, also those that do not act. */
  Map<Long, RoadBottleneck> bottlenecks(RoadGraph graph) {
    return on(graph).bottlenecks();
  }

  /** Where a bottleneck lies on the graph, also one that does not act; nothing if it lies on no road, or is a missing link. */
  List<Stretch> stretches(RoadGraph graph, long bottleneck) {
    return on(graph).stretches().getOrDefault(bottleneck, List.of());
  }

  /** As if the road were closed where the bottleneck lies. */
  Restriction closing(RoadGraph graph, RoadBottleneck bottleneck) {
    return new Restriction(bottleneck.id(), bottleneck.title(), CLOSED, stretches(graph, bottleneck.id()));
  }

  private Found on(RoadGraph graph) {
    long revision = revision(); // before the records are read: they may be fresher, never staler
    Found known = found;
    if (known != null && known.revision() == revision && known.graph().refersTo(graph)) {
      return known;
    }
    Snapping snapping = new Snapping(graph, properties.snap());
    Map<Long, RoadBottleneck> bottlenecks = new LinkedHashMap<>();
    Map<Long, List<Stretch>> stretches = new LinkedHashMap<>();
    for (RoadBottleneck one : register.all()) {
      bottlenecks.put(one.id(), one);
      stretches.put(one.id(), one.isMissingLink() ? List.of() : snapping.of(one));
    }
    Found fresh = new Found(revision, new WeakReference<>(graph), bottlenecks, stretches);
    found = fresh;
    return fresh;
  }
}
