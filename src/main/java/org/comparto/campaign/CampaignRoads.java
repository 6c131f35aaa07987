package org.comparto.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.campaign.matching.Ways;
import org.comparto.network.Profile;
import org.comparto.network.RoadGraph;
import org.comparto.network.Roads;
import org.comparto.network.Snapped;
import org.comparto.network.Vehicle;
import org.comparto.path.Matrix;
import org.comparto.path.Place;
import org.comparto.path.Travel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways of a campaign, by coach on the road graph; straight lines only where no roads are loaded, which the result says. */
@Component
class CampaignRoads {

  /** Where nobody knows the roads: an assumption of ours. */
  static final int KMH = 40;

  /** @param straight whether they are straight lines */
  record Found(Ways ways, boolean straight) {}

  private final Roads roads;

  CampaignRoads(Roads roads) {
    this.roads = roads;
  }

  String revision() {
    return roads.revision();
  }

  /** @param schools and {@code hosts}: null where nobody knows where it is; no way leads there */
  Found between(List<@Nullable Point> schools, List<@Nullable Point> hosts) {
    RoadGraph graph = roads.current().orElse(null);
    if (graph == null) {
      return new Found(straight(schools, hosts), true);
    }
    Travel travel = graph.travel(Profile.COACH, Vehicle.DEFAULT, roads.conditions());
    // many classes come from one school
    Map<Point, Integer> distinct = new LinkedHashMap<>();
    schools.forEach(school -> distinct.computeIfAbsent(school == null ? new Point(0, 0) : school, key -> distinct.size()));
    List<@Nullable Place> from = places(graph, travel, new ArrayList<>(distinct.keySet()));
    List<@Nullable Place> to = places(graph, travel, hosts);
    Matrix out = Matrix.of(travel, from, to);
    Matrix home = Matrix.of(travel, to, from);
    Matrix between = Matrix.of(travel, to, to);
    int[][] there = new int[schools.size()][hosts.size()];
    int[][] metres = new int[schools.size()][hosts.size()];
    int[][] back = new int[schools.size()][hosts.size()];
    for (int i = 0; i < there.length; i++) {
      Integer row = schools.get(i) == null ? null : distinct.get(schools.get(i));
      for (int j = 0; j < hosts.size(); j++) {
        there[i][j] = row == null ? Ways.NONE : minutes(out.millis()[row][j]);
        metres[i][j] = row == null || there[i][j] == Ways.NONE ? Ways.NONE : Math.round(out.metres()[row][j]);
        back[i][j] = row == null ? Ways.NONE : minutes(home.millis()[j][row]);
      }
    }
    int[][] apart = Arrays.stream(between.millis()).map(row -> Arrays.stream(row).map(CampaignRoads::minutes).toArray()).toArray(int[][]::new);
    return new Found(new Ways(there, metres, back, apart), false);
  }

  private static List<@Nullable Place> places(RoadGraph graph, Travel travel, List<@Nullable Point> points) {
    List<@Nullable Place> places = new ArrayList<>();
    for (Point point : points) {
      Snapped snapped = point == null ? null : graph.snap(point.lon(), point.lat(), travel);
      places.add(snapped == null ? null : snapped.place());
    }
    return places;
  }

  /** Begun minutes count: nobody is late by what was cut off. */
  private static int minutes(int millis) {
    return millis == Travel.NEVER ? Ways.NONE : (int) Math.ceil(millis / 60_000.0);
  }

  private static Ways straight(List<@Nullable Point> schools, List<@Nullable Point> hosts) {
    int[][] metres = metres(schools, hosts);
    int[][] there = minutes(metres);
    return new Ways(there, metres, there, minutes(metres(hosts, hosts)));
  }

  private static int[][] metres(List<@Nullable Point> from, List<@Nullable Point> to) {
    int[][] metres = new int[from.size()][to.size()];
    for (int i = 0; i < from.size(); i++) {
      for (int j = 0; j < to.size(); j++) {
        metres[i][j] = from.get(i) == null || to.get(j) == null ? Ways.NONE : (int) Math.ceil(from.get(i).metresTo(to.get(j)));
      }
    }
    return metres;
  }

  private static int[][] minutes(int[][] metres) {
    return Arrays.stream(metres).map(row -> Arrays.stream(row).map(length -> length == Ways.NONE ? Ways.NONE : (int) Math.ceil(length * 60.0 / (KMH * 1000))).toArray())
        .toArray(int[][]::new);
  }
}
