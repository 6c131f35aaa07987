package org.comparto.network;

import java.util.ArrayList;
import java.util.List;
import org.comparto.path.Landmarks;
import org.comparto.path.Place;
import org.comparto.path.Travel;
import org.comparto.path.Way;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.http.HttpStatus;

/**
 * The quickest way over some points.
 *
 * @param corners EPSG:4326 (lon, lat)
 * @param legs one from each point to the next
 * @param without what it would take without restrictions of the register and without signs about size; null if nothing stands in the way
 */
record Route(RoadQuestion asked, double seconds, double metres, List<Coordinate> corners, List<Leg> legs, List<Directions.Step> steps,
    List<Encounters.Encounter> restrictions, @Nullable Detour without, List<Snapped> points) {

  /** From one point to the next. */
  record Leg(double seconds, double metres) {}

  /**
   * What the restrictions cost.
   *
   * @param seconds of the way there would be without them
   * @param moreSeconds what the route takes more than that
   */
  record Detour(double seconds, double metres, double moreSeconds, double moreMetres) {}

  /**
   * @param points at least two; they are named from, via and to in problems
   * @throws RefusedException 422 no-road-data for a point off the roads, 422 no-way if a vehicle like this gets from none to the next
   */
  static Route find(RoadQuestion asked, List<LonLat> points, String language) {
    List<Snapped> snapped = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      snapped.add(asked.require(i == 0 ? "from" : i == points.size() - 1 ? "to" : "via", points.get(i)));
    }
    List<Way> ways = ways(asked.graph(), asked.profile(), asked.travel(), snapped);
    if (ways == null) {
      throw new RefusedException(HttpStatus.UNPROCESSABLE_CONTENT, "no-way", "There is no way between these points for this vehicle; try "
          + "a smaller one, or another profile.", null, null);
    }
    List<Coordinate> corners = new ArrayList<>();
    List<Directions.Step> steps = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      Course course = Course.of(asked.graph(), ways.get(i));
      boolean joins = !corners.isEmpty() && corners.get(corners.size() - 1).equals2D(course.corners().get(0));
      int offset = joins ? corners.size() - 1 : corners.size();
      corners.addAll(course.corners().subList(joins ? 1 : 0, course.corners().size()));
      steps.addAll(Directions.of(asked, ways.get(i), course, offset, i == ways.size() - 1 ? 0 : i + 1, language));
    }
    List<Way> free = ways(asked.graph(), asked.profile(), asked.graph().unlimited(asked.profile()), snapped);
    List<Encounters.Encounter> met = free == null ? List.of() : Encounters.of(asked, ways, free);
    return new Route(asked, Figures.seconds(millis(ways)), Figures.metres(metres(ways)), corners,
        ways.stream().map(way -> new Leg(Figures.seconds(way.millis()), Figures.metres(way.metres()))).toList(), steps, met,
        met.isEmpty() ? null : new Detour(Figures.seconds(millis(free)), Figures.metres(metres(free)),
            Figures.seconds(millis(ways) - millis(free)), Figures.metres(metres(ways) - metres(free))), snapped);
  }

  /** One for each leg; null if there is none for one of them. */
  static @Nullable List<Way> ways(RoadGraph graph, Profile profile, Travel travel, List<Snapped> points) {
    Landmarks landmarks = graph.landmarks(profile);
    List<Way> ways = new ArrayList<>();
    for (int i = 0; i + 1 < points.size(); i++) {
      Way best = null;
      for (Place from : graph.same(points.get(i).place())) {
        for (Place to : graph.same(points.get(i + 1).place())) {
          Way way = Way.find(travel, landmarks, from, to);
          best = way != null && (best == null || way.millis() < best.millis()) ? way : best;
        }
      }
      if (best == null) {
        return null;
      }
      ways.add(best);
    }
    return ways;
  }

  private static long millis(List<Way> ways) {
    return ways.stream().mapToLong(Way::millis).sum();
  }

  private static double metres(List<Way> ways) {
    return ways.stream().mapToDouble(Way::metres).sum();
  }
}
