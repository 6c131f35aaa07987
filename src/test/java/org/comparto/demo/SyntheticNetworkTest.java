package org.comparto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.comparto.demo.roads.SyntheticNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticNetworkTest {

  private static final int EDGES = 5_000;

  @TempDir private static Path folder;
  private static OsmGraph network;

  @BeforeAll
  static void write() throws IOException, XMLStreamException {
    SyntheticNetwork.write(folder.resolve("seed-1.osm.gz"), EDGES, 1);
    network = OsmGraph.read(folder.resolve("seed-1.osm.gz"));
  }

  @Test
  void isTheSameForTheSameSeedAndAnotherForAnother() throws IOException {
    SyntheticNetwork.write(folder.resolve("again.osm.gz"), EDGES, 1);
    SyntheticNetwork.write(folder.resolve("seed-2.osm.gz"), EDGES, 2);
    assertThat(Files.mismatch(folder.resolve("seed-1.osm.gz"), folder.resolve("again.osm.gz"))).isEqualTo(-1);
    assertThat(Files.mismatch(folder.resolve("seed-1.osm.gz"), folder.resolve("seed-2.osm.gz"))).isNotEqualTo(-1);
    assertThat(network.head.get("attribution")).contains("synthetic");
  }

  @Test
  void hasTheStretchesThatWereAskedForAllReachedFromEachOther() {
    Set<Long> junctions = network.junctions();
    long stretches = network.ways.values().stream().mapToLong(way -> way.nodes().subList(1, way.nodes().size() - 1).stream()
        .filter(junctions::contains).count() + 1).sum();
    assertThat(stretches).isBetween((long) EDGES, EDGES * 3L / 2);
    assertThat(network.around(network.nodes.keySet().stream().min(Long::compare).orElseThrow(), way -> true)).hasSameSizeAs(network.nodes.keySet());
  }

  @Test
  void hasLimitsOneWayStreetsAllKindsOfRoadsAndForbiddenTurns() {
    for (String tag : List.of("maxweight", "maxheight", "maxwidth", "maxlength", "maxaxleload", "hgv", "bridge", "tunnel", "oneway")) {
      assertThat(network.ways.values()).as(tag).anyMatch(way -> way.tags().containsKey(tag));
    }
    assertThat(network.ways.values().stream().map(way -> way.tags().get("highway")).distinct()).containsExactlyInAnyOrder("motorway",
        "motorway_link", "primary", "secondary", "tertiary", "unclassified", "residential");
    assertThat(network.relations).hasSizeGreaterThan(20).allMatch(relation -> relation.members().keySet().equals(Set.of("from", "via", "to")));
  }
}
