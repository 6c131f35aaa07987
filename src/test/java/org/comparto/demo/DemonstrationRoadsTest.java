package org.comparto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

class DemonstrationRoadsTest {

  private static final MemorySink SCALE_ONE = MemorySink.ofScale(1);
  private static final Predicate<OsmGraph.Way> ANY = way -> true;

  @TempDir private static Path folder;
  private static OsmGraph roads;
  private static Set<Long> forTrucks;

  @BeforeAll
  static void write() throws IOException, XMLStreamException {
    DemonstrationRoads.write(folder.resolve("one.osm.gz"), 1);
    roads = OsmGraph.read(folder.resolve("one.osm.gz"));
    forTrucks = roads.around(somewhereOnTheMotorway(roads), OsmGraph.Way::forTrucks);
  }

  @Test
  void saysThatItIsADemonstration() {
    assertThat(roads.head).containsEntry("attribution", "Comparto demonstration, not official").containsEntry("timestamp", "2026-11-01T00:00:00Z");
    assertThat(roads.ways.values()).allSatisfy(way -> assertThat(way.tags())
        .containsEntry("note", "demonstration").containsEntry("source", "Comparto demonstration, not official").containsKeys("highway", "name"));
  }

  @Test
  void isWrittenTheSameAgainAndStaysSmall() throws IOException {
    DemonstrationRoads.write(folder.resolve("again.osm.gz"), 1);
    assertThat(Files.mismatch(folder.resolve("one.osm.gz"), folder.resolve("again.osm.gz"))).isEqualTo(-1);
    assertThat(Files.size(folder.resolve("one.osm.gz"))).isLessThan(500_000);
  }

  @Test
  void everyRoadIsReachedFromEveryOtherByCar() {
    assertThat(roads.around(somewhereOnTheMotorway(roads), ANY)).hasSameSizeAs(roads.nodes.keySet());
  }

  @Test
  void everyRoadDrawnByHandIsThere() {
    Set<String> names = roads.ways.values().stream().map(way -> way.tags().get("name")).collect(java.util.stream.Collectors.toSet());
    for (String kind : List.of("motorways", "roads", "roundabouts")) {
      assertThat(SeedFile.entries("roads.yaml", kind)).isNotEmpty().allSatisfy(seed -> assertThat(names).contains(seed.text("name")));
    }
  }

  @ParameterizedTest
  @CsvSource({"plot, 150", "industrial_zone, 150", "company, 300", "gateway, 30", "municipality, 150"})
  void trucksReach(String table, double metres) {
    STRtree near = roads.segments(way -> way.forTrucks() && !way.tags().get("highway").startsWith("motorway"), forTrucks);
    assertThat(SCALE_ONE.rows(table)).isNotEmpty();
    assertThat(farther(SCALE_ONE, table, metres, near)).isEmpty();
  }

  @Test
  void bottlenecksLieOnRoadsOfTheirKind() {
    STRtree ordinary = roads.segments(way -> !way.tags().get("highway").startsWith("motorway"), roads.nodes.keySet());
    for (Map<String, Object> bottleneck : SCALE_ONE.rows("bottleneck")) {
      if (!"road".equals(bottleneck.get("transport_mode"))) {
        continue;
      }
      Geometry geometry = (Geometry) bottleneck.get("geom");
      // where a link is missing, its ends must meet roads
      boolean missing = "missing_link".equals(bottleneck.get("bottleneck_type"));
      Coordinate[] points = missing ? new Coordinate[] {geometry.getCoordinates()[0], last(geometry)} : geometry.getCoordinates();
      for (Coordinate point : points) {
        assertThat(OsmGraph.metres(LocalFrame.DEGREES.createPoint(point), ordinary)).as("%s", bottleneck.get("code")).isLessThan(60);
      }
    }
  }

  @Test
  void bridgesOfTheRegisterAreBridgesAndLevelCrossingsAreMarked() {
    STRtree bridges = roads.segments(way -> way.tags().containsKey("bridge"), roads.nodes.keySet());
    assertThat(List.of("BN-CR-01", "BN-CR-02", "BN-CR-03", "BN-FI-03")).allSatisfy(code ->
        assertThat(OsmGraph.metres((Geometry) bottleneck(code).get("geom"), bridges)).isLessThan(250));
    assertThat(roads.nodeTags.values()).filteredOn(tags -> "level_crossing".equals(tags.get("railway"))).hasSize(5);
  }

  @Test
  void signsAndForbiddenTurnsAreThere() {
    for (String tag : List.of("maxweight", "maxheight", "maxwidth", "hgv", "oneway", "lanes", "ref")) {
      assertThat(roads.ways.values()).as(tag).anyMatch(way -> way.tags().containsKey(tag));
    }
    assertThat(roads.ways.values()).anyMatch(way -> "roundabout".equals(way.tags().get("junction")));
    assertThat(roads.relations).isNotEmpty().allSatisfy(relation -> {
      assertThat(relation.tags()).containsEntry("type", "restriction");
      long via = relation.members().get("via");
      for (String role : List.of("from", "to")) {
        List<Long> nodes = roads.ways.get(relation.members().get(role)).nodes();
        assertThat(List.of(nodes.get(0), nodes.get(nodes.size() - 1))).contains(via);
      }
    });
  }

  @Test
  void motorwaysAreOneWayAndMeetOtherRoadsOnlyAtTheirRamps() {
    assertThat(roads.ways.values()).filteredOn(way -> way.tags().get("highway").startsWith("motorway")).allMatch(OsmGraph.Way::oneway);
  }

  @Test
  void atALargerScaleTrucksReachTheFurtherPlotsToo() throws IOException, XMLStreamException {
    DemonstrationRoads.write(folder.resolve("forty.osm.gz"), 40);
    OsmGraph larger = OsmGraph.read(folder.resolve("forty.osm.gz"));
    STRtree near = larger.segments(OsmGraph.Way::forTrucks, larger.around(somewhereOnTheMotorway(larger), OsmGraph.Way::forTrucks));
    MemorySink scaleForty = MemorySink.ofScale(40);
    assertThat(scaleForty.rows("plot").size()).isGreaterThan(5_000);
    assertThat(farther(scaleForty, "plot", 300, near)).isEmpty();
  }

  /** The codes of what lies farther from some roads than it should. */
  private static List<Object> farther(MemorySink data, String table, double metres, STRtree roads) {
    return data.rows(table).stream().filter(row -> !(OsmGraph.metres((Geometry) row.get("geom"), roads) < metres))
        .map(row -> row.get("code")).toList();
  }

  private static long somewhereOnTheMotorway(OsmGraph graph) {
    return graph.ways.values().stream().filter(way -> "A1".equals(way.tags().get("ref"))).mapToLong(way -> way.nodes().get(5)).min().orElseThrow();
  }

  private static Map<String, Object> bottleneck(String code) {
    return SCALE_ONE.rows("bottleneck").stream().filter(row -> code.equals(row.get("code"))).findFirst().orElseThrow();
  }

  private static Coordinate last(Geometry line) {
    return line.getCoordinates()[line.getCoordinates().length - 1];
  }
}
