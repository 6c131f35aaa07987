package org.comparto.network;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.path.Way;
import org.jspecify.annotations.Nullable;

/**
 * What limits cost a vehicle from one point to the next: as {@link Route} says it, without a line and words.
 *
 * @param moreMillis than without restrictions of the register and signs about size
 * @param bottlenecks of the register that are met, or gone round
 */
public record Passage(int moreMillis, double moreMetres, Set<Long> bottlenecks) {

  private static final Passage FREE = new Passage(0, 0, Set.of());

  /** Null if there is no way. */
  public static @Nullable Passage of(RoadGraph graph, Profile profile, Vehicle said, Conditions conditions, Snapped from, Snapped to) {
    RoadQuestion asked = new RoadQuestion(graph, profile, RoadGraph.vehicle(profile, said), null, conditions, graph.travel(profile, said, conditions));
    List<Way> ways = Route.ways(graph, profile, asked.travel(), List.of(from, to));
    List<Way> free = Route.ways(graph, profile, graph.unlimited(profile), List.of(from, to));
    if (ways == null || free == null) {
      return null;
    }
    List<Encounters.Encounter> met = Encounters.of(asked, ways, free);
    if (met.isEmpty()) {
      return FREE;
    }
    Set<Long> bottlenecks = new TreeSet<>();
    met.stream().filter(one -> one.bottleneck() != null).forEach(one -> bottlenecks.add(one.bottleneck()));
    return new Passage(ways.get(0).millis() - free.get(0).millis(), ways.get(0).metres() - free.get(0).metres(), bottlenecks);
  }
}
