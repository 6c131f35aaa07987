package org.comparto.tour;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.comparto.network.Conditions;
import org.comparto.network.Passage;
import org.comparto.network.Profile;
import org.comparto.network.RoadGraph;
import org.comparto.network.Snapped;
import org.comparto.network.Vehicle;
import org.comparto.orienteering.Problem;
import org.comparto.path.Place;
import org.comparto.path.Reach;
import org.comparto.path.Travel;
import org.comparto.path.Tree;
import org.comparto.tour.Question.Point;

/** The quickest ways of one vehicle under some conditions, computed when they are asked for and kept: as {@code /api/roads/route} finds them. */
final class Ways {

  /** Whole seconds and metres. */
  record Way(int seconds, int metres) {}

  private record Pair(Point from, Point to) {}

  /** Enough for some hundred tours; what is asked for again afterwards is computed again. */
  private static final int MOST_PAIRS = 400_000;
  private static final int MOST_TABLES = 32;
  /** Hardly any way is slower than this as the crow flies, and ten minutes more: ways are looked for that far first, and only then in all the network. */
  private static final double SLOWEST_DRIVE = 4;
  private static final double SLOWEST_WALK = 0.6;
  private static final int NEAR_SECONDS = 600;
  private static final double METRES_PER_DEGREE = 111_195;

  private final RoadGraph graph;
  private final Profile profile;
  private final Vehicle vehicle;
  private final Conditions conditions;
  /** Not held: it is large, and the graph keeps those that are asked for. */
  private final Supplier<Travel> travel;
  private final Map<Point, Optional<Snapped>> snapped = new ConcurrentHashMap<>();
  private final Map<Pair, Optional<Way>> ways = new ConcurrentHashMap<>();
  /** By points, ready for the solver: one question is looked at many times. */
  private final Map<List<Point>, int[][]> tables = new ConcurrentHashMap<>();
  private final Map<Pair, Optional<Passage>> passages = new ConcurrentHashMap<>();

  Ways(RoadGraph graph, Profile profile, Vehicle vehicle, Conditions conditions, Supplier<Travel> travel) {
    this.graph = graph;
    this.profile = profile;
    this.vehicle = vehicle;
    this.conditions = conditions;
    this.travel = travel;
  }

  /** Nothing if it lies too far from every road that can be used. */
  Optional<Snapped> snap(Point point) {
    return snapped.computeIfAbsent(point, one -> Optional.ofNullable(graph.snap(one.lon(), one.lat(), travel.get())));
  }

  /** Nothing if there is no way. */
  Optional<Way> way(Point from, Point to) {
    return known(new Pair(from, to));
  }

  /** What limits cost on a leg; nothing where none stands in the way, or there is no way. */
  Optional<Passage> passage(Point from, Point to) {
    return passages.computeIfAbsent(new Pair(from, to), pair -> snap(from).flatMap(start -> snap(to)
        .map(end -> Passage.of(graph, profile, vehicle, conditions, start, end))).filter(Objects::nonNull)).filter(found -> found.moreMillis() != 0 || !found.bottlenecks().isEmpty());
  }

  /** Seconds between all of these, by index; {@link Problem#NEVER} where there is no way. Not to be written to. */
  int[][] seconds(List<Point> points) {
    if (tables.size() > MOST_TABLES) {
      tables.clear();
    }
    return tables.computeIfAbsent(List.copyOf(points), this::table);
  }

  private int[][] table(List<Point> points) {
    List<Point> missing = missing(points);
    List<Point> rest = points.stream().distinct().filter(point -> !missing.contains(point)).toList();
    prepare(missing, points);
    prepare(rest, missing);
    int[][] table = new int[points.size()][points.size()];
    for (int i = 0; i < table.length; i++) {
      for (int j = 0; j < table.length; j++) {
        table[i][j] = known(new Pair(points.get(i), points.get(j))).map(Way::seconds).orElse(Problem.NEVER);
      }
    }
    return table;
  }

  /** Points that together belong to every pair that is not known yet: those with the most unknown ones first. */
  private List<Point> missing(List<Point> points) {
    List<Point> distinct = points.stream().distinct().toList();
    Map<Point, Set<Point>> unknown = new HashMap<>();
    for (Point from : distinct) {
      for (Point to : distinct) {
        if (!ways.containsKey(new Pair(from, to))) {
          unknown.computeIfAbsent(from, one -> new HashSet<>()).add(to);
          unknown.computeIfAbsent(to, one -> new HashSet<>()).add(from);
        }
      }
    }
    List<Point> chosen = new ArrayList<>();
    while (!unknown.isEmpty()) {
      Point most = distinct.stream().filter(unknown::containsKey).max((a, b) -> Integer.compare(unknown.get(a).size(), unknown.get(b).size())).orElseThrow();
      chosen.add(most);
      for (Point other : unknown.remove(most)) {
        Set<Point> left = unknown.get(other);
        if (left != null) {
          left.remove(most);
          if (left.isEmpty()) {
            unknown.remove(other);
          }
        }
      }
    }
    return chosen;
  }

  /** Computes what is not known yet, a tree for each place of the smaller side, on two threads. */
  private void prepare(List<Point> sources, List<Point> targets) {
    List<Point> from = sources.stream().filter(one -> targets.stream().anyMatch(other -> !ways.containsKey(new Pair(one, other)))).distinct().toList();
    List<Point> to = targets.stream().filter(one -> sources.stream().anyMatch(other -> !ways.containsKey(new Pair(other, one)))).distinct().toList();
    if (from.isEmpty()) {
      return;
    }
    if (ways.size() > MOST_PAIRS) {
      ways.clear();
      passages.clear();
      prepare(sources, targets);
      return;
    }
    boolean ahead = from.size() <= to.size();
    List<Point> roots = ahead ? from : to;
    Together.run(roots.size(), i -> grow(roots.get(i), ahead ? to : from, ahead));
  }

  private void grow(Point root, List<Point> others, boolean ahead) {
    double slowest = profile == Profile.WALK ? SLOWEST_WALK : SLOWEST_DRIVE;
    double farthest = others.stream().mapToDouble(other -> metres(root, other)).max().orElse(0);
    if (!grow(root, others, ahead, (int) Math.min(Travel.NEVER - 1, 1000 * (NEAR_SECONDS + farthest / slowest)))) {
      grow(root, others, ahead, Travel.NEVER);
    }
  }

  private static double metres(Point one, Point other) {
    return METRES_PER_DEGREE * Math.hypot(one.lat() - other.lat(), (one.lon() - other.lon()) * Math.cos(Math.toRadians(one.lat())));
  }

  /** Keeps the ways to or from all others; where they end within a limit, and one that is on the roads is not reached, it keeps none of them. @param limit milliseconds */
  private boolean grow(Point root, List<Point> others, boolean ahead, int limit) {
    Travel met = travel.get();
    List<Tree> trees = places(root).stream().map(place -> ahead ? Tree.from(met, List.of(place), limit) : Tree.to(met, List.of(place), limit)).toList();
    Map<Pair, Optional<Way>> found = new HashMap<>();
    for (Point other : others) {
      Reach best = null;
      for (Tree tree : trees) {
        for (Place place : places(other)) {
          Reach reach = tree.at(place);
          best = reach != null && (best == null || reach.millis() < best.millis()) ? reach : best;
        }
      }
      if (best == null && limit != Travel.NEVER && !trees.isEmpty() && !places(other).isEmpty()) {
        return false;
      }
      found.put(ahead ? new Pair(root, other) : new Pair(other, root),
          best == null ? Optional.empty() : Optional.of(new Way(seconds(best.millis()), Math.round(best.metres()))));
    }
    ways.putAll(found);
    return true;
  }

  private List<Place> places(Point point) {
    return snap(point).map(one -> graph.same(one.place())).orElse(List.of());
  }

  /** Computed once more where somebody else has made room meanwhile. */
  private Optional<Way> known(Pair pair) {
    Optional<Way> way = ways.get(pair);
    while (way == null) {
      grow(pair.from(), List.of(pair.to()), true);
      way = ways.get(pair);
    }
    return way;
  }

  /** From the tenths that answers about roads give, so that both can be compared. */
  static int seconds(int millis) {
    return (int) Math.round(Math.round(millis / 100.0) / 10.0);
  }
}
