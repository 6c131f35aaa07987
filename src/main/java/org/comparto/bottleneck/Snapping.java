package org.comparto.bottleneck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.comparto.bottleneck.RoadBottleneck.Direction;
import org.comparto.network.Nearby;
import org.comparto.network.Profile;
import org.comparto.network.RoadGraph;
import org.comparto.network.Stretch;
import org.comparto.path.Place;
import org.comparto.path.Travel;
import org.comparto.path.Way;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * Finds the parts of a graph's roads that a bottleneck lies on (decision 0026): a point acts on the nearest road, or where it is a
 * junction on everything that comes into it; a line on the road along it; an area on the roads inside, and who enters it is held up.
 */
final class Snapping {

  private static final double JUNCTION_METRES = 30;
  /** Carriageways of one road lie no farther apart than this. */
  private static final double CARRIAGEWAYS_METRES = 40;
  private static final double PARALLEL_DEGREES = 30;

  private final RoadGraph graph;
  private final Travel cars;
  private final double within;

  /** @param within how far from a road a point or line may lie, in metres */
  Snapping(RoadGraph graph, double within) {
    this.graph = graph;
    this.cars = graph.ideal(Profile.CAR);
    this.within = within;
  }

  /** Nothing if no road fits. */
  List<Stretch> of(RoadBottleneck bottleneck) {
    Geometry place = bottleneck.place();
    if (place == null || place.isEmpty()) {
      return List.of();
    }
    IntPredicate fits = fitting(place, bottleneck.ways());
    List<Stretch> found = new ArrayList<>();
    double length = place.getLength();
    for (int i = 0; i < place.getNumGeometries(); i++) {
      Geometry part = place.getGeometryN(i);
      if (part instanceof Point point) {
        found.addAll("junction".equals(bottleneck.type()) && !bottleneck.isCorrected() ? junction(point, fits) : point(point, fits));
      } else if (part instanceof LineString line) {
        found.addAll(line(line, bottleneck.direction(), line.getLength() / length, fits));
      } else {
        found.addAll(entered(part, 0, fits));
      }
    }
    return withDoubles(found);
  }

  /** GraphHopper keeps some edges twice, for turns that are forbidden over several ways; who drives either drives the same road. */
  private List<Stretch> withDoubles(List<Stretch> found) {
    return found.stream().flatMap(stretch -> graph.same(new Place(stretch.arc() >> 1, 0)).stream()
        .map(same -> new Stretch(2 * same.edge() + (stretch.arc() & 1), stretch.from(), stretch.to(), stretch.share()))).distinct().toList();
  }

  /** Roads for cars, of the ways that were named if any of them lies here; a missing link is no road yet. */
  private IntPredicate fitting(Geometry place, Set<Long> ways) {
    boolean isNamed = !ways.isEmpty() && graph.near(place, within).stream().anyMatch(near -> ways.contains(graph.osmWay(near.edge())));
    return arc -> cars.isOpen(arc) && arc >> 1 < graph.roads() && (!isNamed || ways.contains(graph.osmWay(arc >> 1)));
  }

  private List<Nearby> near(Geometry place, double metres, IntPredicate fits) {
    return graph.near(place, metres).stream().filter(near -> fits.test(2 * near.edge()) || fits.test(2 * near.edge() + 1))
        .sorted(Comparator.comparingDouble(Nearby::metres).thenComparingInt(Nearby::edge)).toList();
  }

  /** On the nearest road, in the directions it is driven; of a road with two carriageways on both. */
  private List<Stretch> point(Point point, IntPredicate fits) {
    List<Nearby> near = near(point, within, fits);
    if (near.isEmpty()) {
      return List.of();
    }
    Nearby first = near.get(0);
    List<Stretch> found = new ArrayList<>(at(first, fits));
    if (found.size() == 1) {
      near.stream().skip(1).filter(other -> other.metres() <= first.metres() + CARRIAGEWAYS_METRES && at(other, fits).size() == 1)
          .filter(other -> areOpposite(found.get(0).arc(), at(other, fits).get(0).arc())).findFirst().ifPresent(other -> found.addAll(at(other, fits)));
    }
    return found;
  }

  private static List<Stretch> at(Nearby near, IntPredicate fits) {
    List<Stretch> found = new ArrayList<>();
    for (int arc = 2 * near.edge(); arc <= 2 * near.edge() + 1; arc++) {
      if (fits.test(arc)) {
        found.add(Stretch.point(arc, LineMatch.fraction(near.nearest(), arc)));
      }
    }
    return found;
  }

  private boolean areOpposite(int arc, int other) {
    double turn = Math.abs(bearing(arc) - bearing(other)) % 360;
    return Math.abs(Math.min(turn, 360 - turn) - 180) <= PARALLEL_DEGREES;
  }

  private double bearing(int arc) {
    LineString shape = new Flat(graph.shape(arc >> 1)).metres(graph.shape(arc >> 1));
    Point from = (arc & 1) == 0 ? shape.getStartPoint() : shape.getEndPoint();
    Point to = (arc & 1) == 0 ? shape.getEndPoint() : shape.getStartPoint();
    return Math.toDegrees(Math.atan2(to.getX() - from.getX(), to.getY() - from.getY()));
  }

  /** Everybody who comes through meets it once, whichever way they go on. */
  private List<Stretch> junction(Point point, IntPredicate fits) {
    List<Nearby> near = near(point, within, fits);
    return near.isEmpty() ? List.of() : entered(point, near.get(0).metres() + JUNCTION_METRES, fits);
  }

  /** Who enters is held up; the limits and the speed hold on all that lies inside. */
  private List<Stretch> entered(Geometry area, double metres, IntPredicate fits) {
    List<Stretch> found = new ArrayList<>();
    for (Nearby near : near(area, metres, fits)) {
      for (int arc = 2 * near.edge(); arc <= 2 * near.edge() + 1; arc++) {
        if (!fits.test(arc)) {
          continue;
        }
        double from = (arc & 1) == 0 ? near.from() : 1 - near.to();
        double to = (arc & 1) == 0 ? near.to() : 1 - near.from();
        if (from > 0) {
          found.add(Stretch.point(arc, from));
        }
        if (to > from) {
          found.add(new Stretch(arc, from, to, 0));
        }
      }
    }
    return found;
  }

  /** @param share of all its lines, by length */
  private List<Stretch> line(LineString line, Direction direction, double share, IntPredicate fits) {
    LineMatch match = new LineMatch(graph, fits, line, within);
    List<Stretch> found = new ArrayList<>();
    if (direction != Direction.BACKWARD) {
      along(match.find(false), share, found);
    }
    if (direction != Direction.FORWARD) {
      along(match.find(true), share, found);
    }
    return found;
  }

  private void along(@Nullable Way way, double share, List<Stretch> found) {
    if (way == null) {
      return;
    }
    int last = way.arcs().length - 1;
    for (int i = 0; i <= last; i++) {
      double from = i == 0 ? way.fromFraction() : 0;
      double to = i == last ? way.toFraction() : 1;
      if (to > from || last == 0) {
        double part = way.metres() == 0 ? 1 : (to - from) * graph.network().metres(way.arcs()[i]) / way.metres();
        found.add(new Stretch(way.arcs()[i], from, to, Math.min(1, share * part)));
      }
    }
  }
}
