package org.comparto.bottleneck;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.network.Conditions;
import org.comparto.network.Profile;
import org.comparto.network.RoadGraph;
import org.comparto.network.Roads;
import org.comparto.network.Vehicle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows how things are now, as the ground that every what-if starts from; kept for who asks again. */
@Component
class Scenarios {

  /** How the roads are now for one vehicle; the graph stays the same for the whole of an answer. */
  record Present(RoadGraph graph, Conditions conditions, Vehicle vehicle, Profile profile, List<String> kinds, Reached reached) {

    Reached after(Conditions changed, boolean dearer) {
      return reached.after(new Reached.Change(changed, graph.travel(profile, vehicle, changed), dearer));
    }
  }

  private record Key(String revision, Profile profile, Vehicle vehicle, @Nullable LocalDateTime at, List<String> layers) {}

  private final Roads roads;
  private final SubjectReading subjects;
  private final Layers layers;
  /** Trees are large: some megabytes for each kind of gateway. */
  private final Cache<Key, Present> kept = Caffeine.newBuilder().maximumSize(3).softValues().build();

  Scenarios(Roads roads, SubjectReading subjects, Layers layers) {
    this.roads = roads;
    this.subjects = subjects;
    this.layers = layers;
  }

  /** Another text whenever the present may differ. */
  String revision() {
    return roads.revision() + "|" + subjects.revision();
  }

  /** @throws org.comparto.problem.RefusedException 422 no-road-data if no roads are loaded */
  Present present(Profile profile, Vehicle said, @Nullable LocalDateTime at, List<String> ofLayers) {
    String before = revision();
    RoadGraph graph = roads.require();
    Conditions conditions = roads.conditions().at(at);
    Vehicle vehicle = RoadGraph.vehicle(profile, said);
    Key key = new Key(before, profile, vehicle, at, ofLayers);
    Present known = kept.getIfPresent(key);
    if (known == null) {
      known = make(graph, conditions, profile, vehicle, ofLayers);
      if (before.equals(revision())) { // else something changed meanwhile: right for this answer, not for the next
        kept.put(key, known);
      }
    }
    return known;
  }

  private Present make(RoadGraph graph, Conditions conditions, Profile profile, Vehicle vehicle, List<String> ofLayers) {
    List<String> kinds = layers.getLayer("gateway", "layer").codes().get("gateway_kind").stream().map(Layer.Code::value).toList();
    Reached reached = Reached.of(graph, conditions, graph.travel(profile, vehicle, conditions), kinds, subjects.gateways(),
        ofLayers.stream().map(subjects::of).toList());
    return new Present(graph, conditions, vehicle, profile, kinds, reached);
  }
}
