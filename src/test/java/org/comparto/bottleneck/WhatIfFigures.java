package org.comparto.bottleneck;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.comparto.bottleneck.Subjects.Gateway;
import org.comparto.bottleneck.Subjects.Subject;
import org.comparto.network.Conditions;
import org.comparto.network.Effects;
import org.comparto.network.Limits;
import org.comparto.network.Profile;
import org.comparto.network.Restriction;
import org.comparto.network.RoadGraph;
import org.comparto.network.Stretch;
import org.comparto.network.TestGraph;
import org.comparto.network.Vehicle;
import org.locationtech.jts.geom.Coordinate;

/**
 * Measures a what-if of one bottleneck over 10,000 plots and 200 gateways of seven kinds; no test, but beside them for what they know.
 * Runs with a file in one of OpenStreetMap's formats.
 */
final class WhatIfFigures {

  private static final List<String> KINDS = List.of("toll_gate", "rail_terminal", "intermodal_terminal", "sea_port", "river_port", "airport", "station");
  private static final int RUNS = 20;

  private WhatIfFigures() {}

  public static void main(String[] files) {
    RoadGraph graph = TestGraph.of(Path.of(files[0]).toAbsolutePath());
    Random random = new Random(6);
    Subjects plots = new Subjects("plot", IntStream.range(0, 10_000).mapToObj(i -> {
      Coordinate at = place(graph, random);
      return new Subject(i, null, null, null, null, at.x + random.nextGaussian() / 1000, at.y + random.nextGaussian() / 1000);
    }).toList());
    List<Gateway> gateways = IntStream.range(0, 200).mapToObj(i -> {
      Coordinate at = place(graph, random);
      return new Gateway(i, KINDS.get(i % KINDS.size()), "gateway", at.x, at.y);
    }).toList();
    List<Restriction> restrictions = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int edge = random.nextInt(graph.roads());
      restrictions.add(new Restriction(i, "bottleneck", new Effects(Limits.NONE, i % 2 == 0, 300, 1, null), List.of(Stretch.point(2 * edge, 0.5),
          Stretch.point(2 * edge + 1, 0.5))));
    }
    Conditions before = new Conditions(restrictions, Set.of());
    System.out.printf("%s: %,d edges, %,d plots, %d gateways%n", Path.of(files[0]).getFileName(), graph.roads(), plots.features().size(), gateways.size());
    long start = System.nanoTime();
    Reached present = Reached.of(graph, before, graph.travel(Profile.TRUCK, Vehicle.DEFAULT, before), KINDS, gateways, List.of(plots));
    System.out.printf("present, once for a state of roads and register: %.2f s%n", (System.nanoTime() - start) / 1e9);
    double[] seconds = new double[RUNS];
    int gaining = 0;
    for (int run = 0; run < RUNS; run++) {
      start = System.nanoTime();
      Conditions fixed = before.fixed(Set.of((long) run));
      Reached after = present.after(new Reached.Change(fixed, graph.travel(Profile.TRUCK, Vehicle.DEFAULT, fixed), false));
      gaining += Gains.totals(List.of(plots), Gains.rows(present, after, KINDS.size())).get(0).gaining();
      seconds[run] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    System.out.printf("what-if of one bottleneck: median %.2f s, slowest of %d %.2f s (%d plots gained in all)%n", seconds[RUNS / 2], RUNS, seconds[RUNS - 1],
        gaining);
  }

  private static Coordinate place(RoadGraph graph, Random random) {
    return graph.shape(random.nextInt(graph.roads())).getCoordinateN(0);
  }
}
