package org.comparto.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.comparto.path.Network;
import org.comparto.path.Place;
import org.comparto.path.Reach;
import org.comparto.path.Travel;
import org.comparto.path.Tree;
import org.comparto.path.Turns;

/** Shortest (not quickest) ways of a car between random junctions, as text for another engine to be asked the same; see pgrouting.sh. */
public final class ShortestDistances {

  private ShortestDistances() {}

  /** @param arguments an OpenStreetMap file, how many pairs, the file to write */
  public static void main(String[] arguments) throws IOException {
    RoadGraph graph = TestGraph.of(Path.of(arguments[0]));
    RoadStore store = graph.store();
    Network network = graph.network();
    Travel car = graph.ideal(Profile.CAR);
    int[] centimetres = new int[network.arcs()];
    for (int arc = 0; arc < centimetres.length; arc++) {
      centimetres[arc] = car.isOpen(arc) ? Math.round(network.metres(arc) * 100) : Travel.NEVER;
    }
    // No turn is forbidden: pgRouting's plain search knows none.
    Travel travel = new Travel(network, centimetres, centimetres, Turns.without(List.of()), List.of());
    Random random = new Random(3);
    StringBuilder lines = new StringBuilder();
    for (int pair = 0; pair < Integer.parseInt(arguments[1]); pair++) {
      int from = random.nextInt(store.graph.getNodes());
      int to = random.nextInt(store.graph.getNodes());
      double metres = metres(travel, from, to);
      if (from != to && metres < Double.POSITIVE_INFINITY) {
        lines.append(String.format(Locale.ROOT, "%d\t%s\t%s\t%.1f\n", pair, point(store, from), point(store, to), metres));
      }
    }
    Files.writeString(Path.of(arguments[2]), lines);
  }

  private static double metres(Travel travel, int from, int to) {
    List<Place> starts = ends(travel, from);
    if (starts.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    Tree tree = Tree.from(travel, starts, Travel.NEVER);
    return ends(travel, to).stream().map(tree::at).filter(reach -> reach != null).mapToDouble(Reach::metres).min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** The ends of all roads that meet at a junction. */
  private static List<Place> ends(Travel travel, int node) {
    Network network = travel.network();
    List<Place> ends = new ArrayList<>();
    for (int i = network.outBegin(node); i < network.outBegin(node + 1); i++) {
      int arc = network.out(i);
      if (travel.isOpen(arc) || travel.isOpen(arc ^ 1)) {
        ends.add(new Place(arc >> 1, arc & 1));
      }
    }
    return ends;
  }

  private static String point(RoadStore store, int node) {
    return Arrays.asList(store.graph.getNodeAccess().getLon(node), store.graph.getNodeAccess().getLat(node)).stream()
        .map(degrees -> String.format(Locale.ROOT, "%.7f", degrees)).reduce((lon, lat) -> lon + "\t" + lat).orElseThrow();
  }
}
