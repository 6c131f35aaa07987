package org.comparto.bottleneck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.comparto.bottleneck.Subjects.Gateway;
import org.comparto.bottleneck.Subjects.Subject;
import org.comparto.network.Conditions;
import org.comparto.network.Effects;
import org.comparto.network.Limits;
import org.comparto.network.Link;
import org.comparto.network.Profile;
import org.comparto.network.Restriction;
import org.comparto.network.RoadGraph;
import org.comparto.network.Stretch;
import org.comparto.network.Vehicle;
import org.comparto.path.Reach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** What a what-if says is what computing everything anew says, for any bottlenecks. */
class WhatIfIsExactTest {

  private static final List<String> KINDS = List.of("toll_gate", "airport", "station");
  private static final int FEATURES = 400;
  private static final int RESTRICTIONS = 60;

  @RepeatedTest(12)
  void equalsAFullRecomputationForRandomChoices(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    RoadGraph roads = DemonstrationGraph.get();
    List<Link> links = IntStream.range(0, 4).mapToObj(i -> new Link(1000 + i, "link", new GeometryFactory().createLineString(
        new Coordinate[] {place(roads, random), place(roads, random)}), 70)).toList();
    RoadGraph graph = DemonstrationGraph.with(links);
    List<Restriction> all = IntStream.range(0, RESTRICTIONS).mapToObj(i -> restriction(graph, i, random)).toList();
    List<Restriction> present = all.stream().filter(one -> random.nextInt(3) > 0).toList();
    Subjects features = new Subjects("plot", IntStream.range(0, FEATURES).mapToObj(i -> {
      Coordinate at = place(graph, random);
      return new Subject(i, null, null, null, null, at.x + random.nextGaussian() / 300, at.y + random.nextGaussian() / 300);
    }).toList());
    List<Gateway> gateways = IntStream.range(0, 12).mapToObj(i -> {
      Coordinate at = place(graph, random);
      return new Gateway(i, KINDS.get(i % KINDS.size()), "gateway", at.x, at.y);
    }).toList();
    Conditions before = new Conditions(present, Set.of());
    Reached now = reached(graph, before, gateways, features);

    Set<Long> fixed = new HashSet<>();
    present.stream().filter(one -> random.nextInt(4) == 0).forEach(one -> fixed.add(one.bottleneck()));
    links.stream().filter(link -> random.nextBoolean()).forEach(link -> fixed.add(link.bottleneck()));
    Conditions better = before.fixed(fixed);
    assertSame(now.after(change(graph, better, false)), reached(graph, better, gateways, features));

    List<Restriction> more = new ArrayList<>(better.restrictions());
    all.stream().filter(one -> random.nextInt(10) == 0).forEach(one -> more.add(new Restriction(one.bottleneck(), one.title(),
        new Effects(Limits.NONE, true, 0, 1, null), one.stretches())));
    Conditions mixed = new Conditions(more, better.open());
    assertSame(now.after(change(graph, mixed, true)), reached(graph, mixed, gateways, features));
  }

  private static Reached.Change change(RoadGraph graph, Conditions conditions, boolean dearer) {
    return new Reached.Change(conditions, graph.travel(Profile.TRUCK, Vehicle.DEFAULT, conditions), dearer);
  }

  private static Reached reached(RoadGraph graph, Conditions conditions, List<Gateway> gateways, Subjects features) {
    return Reached.of(graph, conditions, graph.travel(Profile.TRUCK, Vehicle.DEFAULT, conditions), KINDS, gateways, List.of(features));
  }

  private static void assertSame(Reached mended, Reached anew) {
    int reached = 0;
    for (int feature = 0; feature < FEATURES; feature++) {
      assertThat(mended.isOnRoads(0, feature)).isEqualTo(anew.isOnRoads(0, feature));
      for (int kind = 0; kind < KINDS.size(); kind++) {
        Reach one = mended.at(0, feature, kind);
        Reach other = anew.at(0, feature, kind);
        assertThat(one == null ? null : one.millis()).as("feature %d, kind %d", feature, kind).isEqualTo(other == null ? null : other.millis());
        if (one != null) {
          assertThat(mended.gateway(kind, one)).isEqualTo(anew.gateway(kind, other));
          reached++;
        }
      }
    }
    assertThat(reached).isPositive();
  }

  /** A junction somewhere. */
  private static Coordinate place(RoadGraph graph, Random random) {
    return graph.shape(random.nextInt(graph.roads())).getCoordinateN(0);
  }

  private static Restriction restriction(RoadGraph graph, long id, Random random) {
    Effects effects = switch (random.nextInt(4)) {
      case 0 -> new Effects(new Limits(null, null, null, 20.0, null), false, 0, 1, null);
      case 1 -> new Effects(Limits.NONE, true, 0, 1, null);
      case 2 -> new Effects(Limits.NONE, false, 60 + random.nextInt(600), 1, null);
      default -> new Effects(Limits.NONE, false, random.nextInt(100), 0.3, null);
    };
    List<Stretch> stretches = new ArrayList<>();
    int edge = random.nextInt(graph.roads());
    for (int arc = 2 * edge; arc <= 2 * edge + 1; arc++) {
      stretches.add(random.nextBoolean() ? Stretch.whole(arc, 1) : random.nextBoolean() ? Stretch.point(arc, random.nextDouble())
          : new Stretch(arc, 0.2, 0.7, 1));
    }
    return new Restriction(id, "bottleneck " + id, effects, stretches);
  }
}
