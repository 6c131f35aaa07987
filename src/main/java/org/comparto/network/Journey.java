package org.comparto.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The way along points in their order, leg by leg, for modules that print it or hand it on.
 *
 * @param legs one from each point to the next
 */
public record Journey(RoadGraph.About roads, List<Leg> legs) {

  /**
   * From one point to the next.
   *
   * @param corners EPSG:4326 (lon, lat), at least two
   * @param detour what bottlenecks and signs cost on the way; null if nothing stands in it
   */
  public record Leg(double seconds, double metres, List<Coordinate> corners, List<Turn> turns, @Nullable Detour detour) {}

  /** One thing to do. @param seconds until the next one @param street empty if it has no name @param sign as GraphHopper numbers turns */
  public record Turn(String text, String street, double seconds, double metres, int sign) {}

  /** What the way takes more than it would without restrictions. @param because the names of what stands in the way */
  public record Detour(double seconds, double metres, List<String> because) {}

  /**
   * @param from and {@code to}: minutes of the day on the clock of the place; what is limited to hours counts as in force if it holds for one minute in between
   * @param points at least two, EPSG:4326 (lon, lat)
   * @param language it or en, of the words
   * @throws org.comparto.problem.RefusedException 422 if there are no roads, a point is off them, or no way leads on
   */
  public static Journey along(Roads roads, Profile profile, Vehicle vehicle, LocalDate day, int from, int to, List<Coordinate> points,
      String language) {
    RoadQuestion asked = question(roads, profile, vehicle, day, from, to);
    List<Leg> legs = new ArrayList<>();
    for (int i = 0; i + 1 < points.size(); i++) {
      Route route = Route.find(asked, List.of(point(points.get(i)), point(points.get(i + 1))), language);
      legs.add(new Leg(route.seconds(), route.metres(), route.corners(), route.steps().stream()
          .map(step -> new Turn(step.text(), step.street(), step.seconds(), step.metres(), step.sign())).toList(), detour(route)));
    }
    return new Journey(asked.graph().about(), legs);
  }

  private static RoadQuestion question(Roads roads, Profile profile, Vehicle said, LocalDate day, int from, int to) {
    RoadGraph graph = roads.require();
    Conditions all = roads.conditions();
    Conditions held = profile == Profile.WALK ? Conditions.NONE
        : new Conditions(all.restrictions().stream().filter(one -> one.effects().holdsWithin(day, from, to)).toList(), all.open());
    return new RoadQuestion(graph, profile, RoadGraph.vehicle(profile, said), null, held, graph.travel(profile, said, held));
  }

  private static @Nullable Detour detour(Route route) {
    return route.without() == null ? null : new Detour(route.without().moreSeconds(), route.without().moreMetres(),
        route.restrictions().stream().map(Encounters.Encounter::title).filter(title -> !title.isBlank()).distinct().toList());
  }

  private static LonLat point(Coordinate place) {
    return new LonLat(place.x, place.y);
  }
}
