package org.comparto.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.comparto.path.Place;
import org.comparto.path.Travel;
import org.comparto.path.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A truck of 44 t in a town where every fifth street has a sign that concerns it and bottlenecks lie about: no way of it breaks one. */
class TruckLimitsTest {

  private static final int SIZE = 40;
  private static final int ROUTES = 10_000;
  private static final String[] TOO_SMALL = {"maxweight=7.5", "maxweight=43.9", "maxheight=3.9", "maxwidth=2.5", "maxlength=12",
      "maxaxleload=10", "hgv=no"};
  private static final String[] LARGE_ENOUGH = {"maxweight=44", "maxheight=4", "maxwidth=2.55", "maxlength=16.5", "maxaxleload=12", "hgv=yes"};

  @Test
  void tenThousandWaysCrossNothingThatIsTooSmallForIt(@TempDir Path folder) throws IOException {
    Random random = new Random(5);
    Set<Long> tooSmall = new HashSet<>();
    RoadGraph graph = TestGraph.of(town(folder.resolve("town.osm"), random, tooSmall));
    List<Restriction> restrictions = restrictions(graph, random);
    Travel travel = graph.travel(Profile.TRUCK, Vehicle.DEFAULT, new Conditions(restrictions, Set.of()));
    int found = 0;
    int hindered = 0;
    for (int route = 0; route < ROUTES; route++) {
      Place from = new Place(random.nextInt(graph.roads()), random.nextDouble());
      Place to = new Place(random.nextInt(graph.roads()), random.nextDouble());
      Way way = Way.find(travel, graph.landmarks(Profile.TRUCK), from, to);
      if (way != null) {
        found++;
        hindered += route % 10 == 0 && way.arcs().length > shortest(graph, from, to) ? 1 : 0;
        assertAllowed(graph, way, tooSmall, restrictions);
      }
    }
    assertThat(found).isGreaterThan(ROUTES / 3);
    assertThat(hindered).as("ways that signs or bottlenecks made longer").isGreaterThan(ROUTES / 200);
  }

  private static int shortest(RoadGraph graph, Place from, Place to) {
    Way free = Way.find(graph.ideal(Profile.TRUCK), graph.landmarks(Profile.TRUCK), from, to);
    return free == null ? 0 : free.arcs().length;
  }

  private static void assertAllowed(RoadGraph graph, Way way, Set<Long> tooSmall, List<Restriction> restrictions) {
    Set<Integer> driven = new HashSet<>();
    for (int i = 0; i < way.arcs().length; i++) {
      int arc = way.arcs()[i];
      driven.add(arc);
      if (tooSmall.contains(graph.osmWay(arc >> 1))) {
        fail("a way crosses street %d, whose sign forbids it", graph.osmWay(arc >> 1));
      }
    }
    for (Restriction restriction : restrictions) {
      boolean stops = restriction.effects().closed() || restriction.effects().limits().mass() != null;
      for (Stretch stretch : restriction.stretches()) {
        if (stops && driven.contains(stretch.arc())) {
          assertThat(crosses(way, stretch)).as("%s on arc %d", restriction.title(), stretch.arc()).isFalse();
        }
      }
    }
  }

  private static boolean crosses(Way way, Stretch stretch) {
    for (int i = 0; i < way.arcs().length; i++) {
      double begin = i == 0 ? way.fromFraction() : 0;
      double end = i == way.arcs().length - 1 ? way.toFraction() : 1;
      if (way.arcs()[i] == stretch.arc() && begin <= stretch.from() && end >= stretch.to()) {
        return true;
      }
    }
    return false;
  }

  private static List<Restriction> restrictions(RoadGraph graph, Random random) {
    List<Restriction> all = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      int edge = random.nextInt(graph.roads());
      double from = random.nextDouble();
      double to = from + random.nextDouble() * (1 - from);
      Effects effects = switch (random.nextInt(4)) {
        case 0 -> new Effects(Limits.NONE, true, 0, 1, null);
        case 1 -> new Effects(new Limits(null, null, null, 40.0, null), false, 0, 1, null);
        case 2 -> new Effects(Limits.NONE, false, 240, 1, null);
        default -> new Effects(Limits.NONE, false, 0, 0.3, null);
      };
      List<Stretch> stretches = random.nextBoolean() ? List.of(Stretch.whole(2 * edge, 1), Stretch.whole(2 * edge + 1, 1))
          : List.of(new Stretch(2 * edge, from, to, 1), new Stretch(2 * edge + 1, 1 - to, 1 - from, 1));
      all.add(new Restriction(i, "bottleneck " + i, effects, stretches));
    }
    return all;
  }

  /** A grid of streets; a way of its own for each, so that its number tells its sign. */
  private static Path town(Path file, Random random, Set<Long> tooSmall) throws IOException {
    StringBuilder osm = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?><osm version='0.6'>");
    for (int node = 0; node < SIZE * SIZE; node++) {
      osm.append("<node id='%d' lat='%.5f' lon='%.5f'/>".formatted(node + 1, 45 + node / SIZE * 0.004, 10 + node % SIZE * 0.005)
          .replace(',', '.'));
    }
    long way = 1;
    for (int node = 0; node < SIZE * SIZE; node++) {
      if (node % SIZE + 1 < SIZE) {
        street(osm, way++, node + 1, node + 2, random, tooSmall);
      }
      if (node + SIZE < SIZE * SIZE) {
        street(osm, way++, node + 1, node + 1 + SIZE, random, tooSmall);
      }
    }
    return Files.writeString(file, osm.append("</osm>"));
  }

  private static void street(StringBuilder osm, long way, int from, int to, Random random, Set<Long> tooSmall) {
    osm.append("<way id='%d'><nd ref='%d'/><nd ref='%d'/><tag k='highway' v='%s'/>".formatted(way, from, to,
        random.nextInt(3) == 0 ? "secondary" : "tertiary"));
    int sign = random.nextInt(10);
    if (sign < 4) {
      String[] tag = (sign < 2 ? TOO_SMALL : LARGE_ENOUGH)[random.nextInt(sign < 2 ? TOO_SMALL.length : LARGE_ENOUGH.length)].split("=");
      osm.append("<tag k='%s' v='%s'/>".formatted(tag[0], tag[1]));
      if (sign < 2) {
        tooSmall.add(way);
      }
    }
    if (random.nextInt(12) == 0) {
      osm.append("<tag k='oneway' v='yes'/>");
    }
    osm.append("</way>");
  }
}
