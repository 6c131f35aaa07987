package org.comparto.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.path.Travel;
import org.comparto.path.Way;
import org.jspecify.annotations.Nullable;

/** What a route meets on its way, and what it went round: bottlenecks of the register and signs of OpenStreetMap. */
final class Encounters {

  /**
   * One of them.
   *
   * @param met whether the route passes it; else it lies on the way that there would be without restrictions
   * @param bottleneck the id of its record; null for a sign
   * @param osmWay the way that the sign stands at; null for a bottleneck
   * @param title the bottleneck's, or the street's name
   * @param limits what stops larger vehicles
   * @param stops whether this vehicle can not pass it at all
   * @param seconds what passing it takes besides; null where it stops
   * @param hours when it holds, in OpenStreetMap's notation; it counts as in force at any time. Null: always
   */
  record Encounter(boolean met, @Nullable Long bottleneck, @Nullable Long osmWay, String title, Limits limits, boolean stops,
      @Nullable Double seconds, @Nullable String hours) {}

  private Encounters() {}

  /** @param free the ways that there would be without restrictions */
  static List<Encounter> of(RoadQuestion asked, List<Way> ways, List<Way> free) {
    Map<Integer, List<double[]>> driven = parts(ways);
    Map<Integer, List<double[]>> spared = parts(free);
    List<Encounter> found = new ArrayList<>();
    Travel unlimited = asked.graph().unlimited(asked.profile());
    for (Restriction restriction : asked.profile() == Profile.WALK ? List.<Restriction>of() : asked.conditions().restrictions()) {
      boolean met = restriction.stretches().stream().anyMatch(stretch -> lies(stretch, driven));
      if (met || restriction.stretches().stream().anyMatch(stretch -> lies(stretch, spared))) {
        Effects effects = restriction.effects();
        boolean stops = effects.stops(asked.vehicle());
        long delay = restriction.stretches().stream().filter(stretch -> lies(stretch, met ? driven : spared))
            .mapToLong(stretch -> Travels.delay(effects, stretch, unlimited.millis(stretch.arc()))).sum();
        found.add(new Encounter(met, restriction.bottleneck(), null, restriction.title(), effects.limits(), stops,
            stops ? null : Figures.seconds(delay), effects.hours()));
      }
    }
    spared.keySet().stream().map(arc -> arc >> 1).distinct().filter(edge -> edge < asked.graph().roads()).forEach(edge -> {
      Limits limits = asked.graph().limits(edge);
      if (!limits.admit(asked.vehicle())) {
        found.add(new Encounter(false, null, asked.graph().osmWay(edge), asked.graph().name(edge), limits, true, null, null));
      }
    });
    return found;
  }

  private static Map<Integer, List<double[]>> parts(List<Way> ways) {
    Map<Integer, List<double[]>> parts = new HashMap<>();
    for (Way way : ways) {
      for (int i = 0; i < way.arcs().length; i++) {
        double from = i == 0 ? way.fromFraction() : 0;
        double to = i == way.arcs().length - 1 ? way.toFraction() : 1;
        parts.computeIfAbsent(way.arcs()[i], arc -> new ArrayList<>()).add(new double[] {from, to});
      }
    }
    return parts;
  }

  private static boolean lies(Stretch stretch, Map<Integer, List<double[]>> parts) {
    return parts.getOrDefault(stretch.arc(), List.of()).stream().anyMatch(part -> stretch.from() <= part[1] && stretch.to() >= part[0]);
  }
}
