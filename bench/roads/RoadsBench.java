package org.comparto.network;

import com.graphhopper.routing.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import org.comparto.path.Isochrones;
import org.comparto.path.Landmarks;
import org.comparto.path.Matrix;
import org.comparto.path.Place;
import org.comparto.path.Shapes;
import org.comparto.path.Travel;
import org.comparto.path.Tree;
import org.comparto.path.Way;

/** Figures of the searches on one road graph, with GraphHopper's own on the same graph in the same run; see run.sh. */
public final class RoadsBench {

  private static final int PLACES = 10_000;
  private static final int GATEWAYS = 200;
  private static final Profile[] PROFILES = {Profile.CAR, Profile.TRUCK, Profile.COACH};

  private final RoadGraph graph;
  private final Random random = new Random(17);

  private RoadsBench(RoadGraph graph) {
    this.graph = graph;
  }

  /** @param arguments an OpenStreetMap file, and how many pairs are held against GraphHopper's Dijkstra */
  public static void main(String[] arguments) {
    java.nio.file.Path file = java.nio.file.Path.of(arguments[0]);
    new RoadsBench(TestGraph.of(file)).run(file.getFileName().toString(), Integer.parseInt(arguments[1]));
  }

  private void run(String name, int pairs) {
    say("graph %s: %,d junctions, %,d edges", name, graph.network().nodes(), graph.roads());
    agreement(Profile.CAR, pairs);
    agreement(Profile.TRUCK, pairs);
    Travel truck = travel(Profile.TRUCK);
    List<Place> places = places(truck, PLACES);
    ways(truck, places);
    trees(truck, places);
    isochrones(truck, places);
    time("matrix of 100 by 100, truck", 5, i -> Matrix.of(truck, places.subList(100 * i, 100 * i + 100), places.subList(5_000, 5_100)));
    access();
  }

  private Travel travel(Profile profile) {
    return graph.travel(profile, Vehicle.DEFAULT, Conditions.NONE);
  }

  private List<Place> places(Travel travel, int count) {
    List<Place> places = new ArrayList<>();
    while (places.size() < count) {
      Place place = new Place(random.nextInt(graph.roads()), random.nextDouble());
      if (travel.isOpen(2 * place.edge()) || travel.isOpen(2 * place.edge() + 1)) {
        places.add(place);
      }
    }
    return places;
  }

  private void agreement(Profile profile, int pairs) {
    Travel travel = graph.ideal(profile);
    PlainDijkstra theirs = new PlainDijkstra(graph, profile);
    List<Place> ends = places(travel, 3 * pairs).stream().filter(theirs::keeps).limit(2L * pairs).toList();
    graph.landmarks(profile);
    double worst = 0;
    int found = 0;
    int different = 0;
    long ourNanos = 0;
    long theirNanos = 0;
    for (int i = 0; i + 1 < ends.size(); i += 2) {
      long begin = System.nanoTime();
      Way ours = Way.find(travel, graph.landmarks(profile), ends.get(i), ends.get(i + 1));
      long between = System.nanoTime();
      Path path = theirs.find(ends.get(i), ends.get(i + 1));
      theirNanos += System.nanoTime() - between;
      ourNanos += between - begin;
      if ((ours == null) != (path == null)) {
        different++;
      } else if (ours != null) {
        found++;
        double away = Math.abs(ours.millis() - path.getTime()) / Math.max(path.getTime(), 1_000.0);
        worst = Math.max(worst, away);
        different += away > 0.001 ? 1 : 0;
      }
    }
    say("%s: %d random pairs against GraphHopper's Dijkstra (edge-based): %d found, %d differ by more than 0.1 %%, greatest difference %.4f %%",
        profile, ends.size() / 2, found, different, 100 * worst);
    say("  mean of ours %.2f ms, of GraphHopper's Dijkstra %.1f ms: ratio %.0f", ourNanos / 1e6 / (ends.size() / 2),
        theirNanos / 1e6 / (ends.size() / 2), (double) theirNanos / ourNanos);
  }

  private void ways(Travel travel, List<Place> places) {
    time("landmarks, truck", 1, i -> Landmarks.of(graph.ideal(Profile.TRUCK), 8));
    while (graph.landmarks(Profile.TRUCK) == null) {
      Thread.onSpinWait();
    }
    IntConsumer way = i -> Way.find(travel, graph.landmarks(Profile.TRUCK), places.get(2 * i), places.get(2 * i + 1));
    time("one way, truck, while the virtual machine compiles", 1_000, way);
    time("one way, truck", 5_000, way);
    time("one way without landmarks, truck", 200, i -> Way.find(travel, null, places.get(2 * i), places.get(2 * i + 1)));
  }

  private void trees(Travel travel, List<Place> places) {
    IntConsumer tree = i -> Tree.to(travel, List.of(places.get(i)), Travel.NEVER);
    time("one tree while the virtual machine compiles", 30, tree);
    double ours = time("one tree to a place from everywhere, truck", 100, tree);
    PlainDijkstra dijkstra = new PlainDijkstra(graph, Profile.TRUCK);
    time("GraphHopper's tree (edge-based) while the virtual machine compiles", 5, i -> dijkstra.tree(places.get(i)));
    double theirs = time("GraphHopper's tree (edge-based)", 20, i -> dijkstra.tree(places.get(i)));
    say("  ratio %.1f", theirs / ours);
    changes(travel, Tree.to(travel, List.of(places.get(0)), Travel.NEVER), places);
  }

  /** One edge closed, and opened again: the same tree as one grown anew. */
  private void changes(Travel travel, Tree tree, List<Place> places) {
    List<Travel> closed = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int edge = places.get(i + 1).edge();
      Restriction restriction = new Restriction(i, "closed", new Effects(Limits.NONE, true, 0, 1, null),
          List.of(Stretch.whole(2 * edge, 1), Stretch.whole(2 * edge + 1, 1)));
      closed.add(graph.travel(Profile.TRUCK, Vehicle.DEFAULT, new Conditions(List.of(restriction), Set.of())));
    }
    Tree[] worse = new Tree[closed.size()];
    IntConsumer close = i -> worse[i] = tree.worsened(closed.get(i), arcs(places.get(i + 1)));
    time("a tree after one edge was closed", closed.size(), close);
    time("the same tree after it was opened again", closed.size(), i -> worse[i].improved(travel, arcs(places.get(i + 1))));
  }

  private static int[] arcs(Place place) {
    return new int[] {2 * place.edge(), 2 * place.edge() + 1};
  }

  private void isochrones(Travel travel, List<Place> places) {
    Shapes shapes = graph.shapes();
    for (int minutes : new int[] {15, 30, 60}) {
      IntConsumer isochrone = i -> Isochrones.of(Tree.from(travel, List.of(places.get(i)), minutes * 60_000), shapes, new int[] {minutes},
          Isochrones.WIDTH_METRES);
      time("isochrone of %d min while the virtual machine compiles".formatted(minutes), 10, isochrone);
      time("isochrone of %d min with its tree, truck".formatted(minutes), 100, isochrone);
    }
  }

  private void access() {
    double total = 0;
    for (Profile profile : PROFILES) {
      Travel travel = travel(profile);
      List<Place> places = places(travel, PLACES);
      total += time("%,d places to %d gateways, %s".formatted(PLACES, GATEWAYS, profile), 1,
          i -> Matrix.of(travel, places, places.subList(0, GATEWAYS)));
    }
    say("  for three profiles %.1f s (at most 60)", total / 1000);
  }

  /** @return the mean in milliseconds */
  private static double time(String what, int times, IntConsumer work) {
    double[] millis = new double[times];
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      work.accept(i);
      millis[i] = (System.nanoTime() - begin) / 1e6;
    }
    double mean = Arrays.stream(millis).average().orElseThrow();
    Arrays.sort(millis);
    say(times == 1 ? "%s: %.0f ms" : "%s: mean %.2f, median %.2f, 95th percentile %.2f, most %.2f ms", what, mean, millis[times / 2],
        millis[(int) (times * 0.95)], millis[times - 1]);
    return mean;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
