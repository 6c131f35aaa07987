package org.comparto.network;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.path.Place;
import org.comparto.path.Travel;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Who travels on which graph: what every question about roads has in common.
 *
 * @param vehicle with the profile's figures where nothing else was said
 * @param at the time on the clock of the place that all of it is asked for; null: bottlenecks limited to hours count as in force
 */
record RoadQuestion(RoadGraph graph, Profile profile, Vehicle vehicle, @Nullable LocalDateTime at, Conditions conditions, Travel travel) {

  /**
   * @param profile as asked for; it is required
   * @throws org.comparto.problem.RefusedException 422 no-road-data if no roads are loaded
   */
  static RoadQuestion of(Roads roads, @Nullable String profile, Vehicle said, @Nullable String at) {
    Profile who = Profile.of(profile == null ? "" : profile);
    if (who == Profile.WALK && !said.equals(Vehicle.DEFAULT)) {
      throw new InvalidInputException("profile", "who walks has no size; leave height, width, length, mass and axleLoad out");
    }
    LocalDateTime time = AskedTime.of(at);
    RoadGraph graph = roads.require();
    Conditions conditions = roads.conditions().at(time);
    return new RoadQuestion(graph, who, RoadGraph.vehicle(who, said), time, conditions, graph.travel(who, said, conditions));
  }

  @Nullable Snapped snap(LonLat point) {
    return graph.snap(point.lon(), point.lat(), travel);
  }

  /** @throws org.comparto.problem.RefusedException 422 no-road-data naming the parameter */
  Snapped require(String parameter, LonLat point) {
    Snapped snapped = snap(point);
    if (snapped == null) {
      throw NoRoadData.at(parameter, graph.snapMetres());
    }
    return snapped;
  }

  List<Place> same(Snapped snapped) {
    return graph.same(snapped.place());
  }

  /** What every answer begins with. */
  Map<String, Object> answer() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("profile", profile.id());
    answer.put("vehicle", vehicle);
    if (at != null) {
      answer.put("at", at.toString());
    }
    answer.put("graph", graph.about());
    return answer;
  }
}
