package org.comparto.path;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The quickest ways from some places to everywhere, or from everywhere to the nearest of some places. Immutable. */
public final class Tree {

  private final Direction direction;
  private final List<Place> sources;
  /** Indices of sources, by the edges they lie on. */
  private final int[] sourcesByEdge;
  private final int limitMillis;
  private final Labels labels;

  private Tree(Direction direction, List<Place> sources, int limitMillis, Labels labels) {
    this.direction = direction;
    this.sources = List.copyOf(sources);
    this.limitMillis = limitMillis;
    this.labels = labels;
    sourcesByEdge = IntStream.range(0, sources.size()).boxed()
        .sorted(Comparator.comparingInt(source -> sources.get(source).edge())).mapToInt(Integer::intValue).toArray();
  }

  /**
   * From the nearest of these places to everywhere.
   *
   * @param limitMillis what lies farther than this need not be known; {@link Travel#NEVER} for no limit
   */
  public static Tree from(Travel travel, List<Place> sources, int limitMillis) {
    return grown(new Direction(travel, true), sources, limitMillis);
  }

  /** From everywhere to the nearest of these places; see {@link #from}. */
  public static Tree to(Travel travel, List<Place> targets, int limitMillis) {
    return grown(new Direction(travel, false), targets, limitMillis);
  }

  private static Tree grown(Direction direction, List<Place> sources, int limitMillis) {
    Labels labels = new Labels(direction.travel.network().arcs());
    Search search = new Search(direction, labels, limitMillis);
    search.begin(sources);
    search.run();
    return new Tree(direction, sources, limitMillis, labels);
  }

  /** How a place is reached; null if it is not, or not within the limit. */
  public @Nullable Reach at(Place place) {
    Best best = new Best();
    for (int arc = 2 * place.edge(); arc <= 2 * place.edge() + 1; arc++) {
      double fraction = Direction.fraction(place, arc);
      if (labels.cost(arc) != Travel.NEVER) {
        best.offer(arc, labels.cost(arc), labels.millis(arc), labels.metres(arc), 0, fraction, labels.source(arc));
      }
      for (int i = firstSourceOn(place.edge()); i < sourcesByEdge.length; i++) {
        Place source = sources.get(sourcesByEdge[i]);
        if (source.edge() != place.edge()) {
          break;
        }
        double from = Direction.fraction(source, arc);
        if (from <= fraction) {
          best.offer(arc, 0, 0, 0, from, fraction, sourcesByEdge[i]);
        }
      }
    }
    return best.cost == Travel.NEVER || best.millis > limitMillis ? null : new Reach(best.millis, best.metres, best.source);
  }

  /** What is reached in a time, as parts of edges that may lie on each other. */
  void stretches(int millis, Stretch.Sink sink) {
    for (int edge = 0; edge < direction.travel.network().edges(); edge++) {
      double ahead = labels.cost(2 * edge) == Travel.NEVER ? 0 : end(2 * edge, 0, millis - labels.millis(2 * edge));
      double back = labels.cost(2 * edge + 1) == Travel.NEVER ? 0 : end(2 * edge + 1, 0, millis - labels.millis(2 * edge + 1));
      if (ahead + back >= 1) {
        sink.stretch(edge, 0, 1);
      } else {
        tell(sink, 2 * edge, 0, ahead);
        tell(sink, 2 * edge + 1, 0, back);
      }
    }
    for (Place source : sources) {
      for (int arc = 2 * source.edge(); arc <= 2 * source.edge() + 1; arc++) {
        double from = Direction.fraction(source, arc);
        tell(sink, arc, from, end(arc, from, millis));
      }
    }
  }

  private static void tell(Stretch.Sink sink, int arc, double from, double to) {
    if (to > from) {
      sink.stretch(arc >> 1, (arc & 1) == 0 ? from : 1 - to, (arc & 1) == 0 ? to : 1 - from);
    }
  }

  /** How far along an arc one comes from a fraction of it in a time; spots lie where they like, so by halving. */
  private double end(int arc, double from, int millis) {
    if (millis < 0) {
      return from;
    }
    if (direction.millis(arc, from, 1) <= millis) {
      return 1;
    }
    double reached = from;
    double missed = 1;
    while (missed - reached > 1e-9) {
      double middle = (reached + missed) / 2;
      if (direction.millis(arc, from, middle) <= millis) {
        reached = middle;
      } else {
        missed = middle;
      }
    }
    return reached;
  }

  private int firstSourceOn(int edge) {
    int low = 0;
    int high = sourcesByEdge.length;
    while (low < high) {
      int middle = low + high >>> 1;
      if (sources.get(sourcesByEdge[middle]).edge() < edge) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The tree after some arcs have become cheaper, or open; the others and the turns are as they were. Equal to one grown anew.
   *
   * @param after the same network, as it is met now
   * @param changed the arcs that differ, in any order
   */
  public Tree improved(Travel after, int[] changed) {
    return repaired(after, repair -> repair.cheaper(changed));
  }

  /** The tree after some arcs have become dearer, or closed, or some dearer and some cheaper; see {@link #improved}. */
  public Tree worsened(Travel after, int[] changed) {
    return repaired(after, repair -> repair.dearer(changed));
  }

  private Tree repaired(Travel after, Function<Repair, Labels> mending) {
    Direction mended = new Direction(after, direction.flip == 0);
    // Where time is not cost, a limit of time leaves labels open that a dearer but quicker way would have to be compared to.
    boolean grow = limitMillis != Travel.NEVER && !(direction.travel.costIsTime() && after.costIsTime());
    return grow ? grown(mended, sources, limitMillis)
        : new Tree(mended, sources, limitMillis, mending.apply(new Repair(direction, mended, labels, sources, limitMillis)));
  }

  /** The best of the ways that end within one edge. */
  private final class Best {
    private int cost = Travel.NEVER;
    private int millis;
    private float metres;
    private int source;

    void offer(int arc, int costBefore, int millisBefore, float metresBefore, double from, double to, int newSource) {
      int part = direction.cost(arc, from, to);
      int newCost = costBefore + part;
      if (part == Travel.NEVER || newCost < 0 || newCost > cost) {
        return;
      }
      int newMillis = millisBefore + direction.millis(arc, from, to);
      float newMetres = metresBefore + (float) ((to - from) * direction.travel.network().metres(arc));
      if (newCost < cost || newMillis < millis || newMillis == millis
          && (newMetres < metres || newMetres == metres && newSource < source)) {
        cost = newCost;
        millis = newMillis;
        metres = newMetres;
        source = newSource;
      }
    }
  }
}
