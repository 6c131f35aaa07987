package org.comparto.bottleneck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.comparto.bottleneck.RoadBottleneck.Direction;
import org.comparto.network.Conditions;
import org.comparto.network.Effects;
import org.comparto.network.Limits;
import org.comparto.network.Profile;
import org.comparto.network.Restriction;
import org.comparto.network.RoadGraph;
import org.comparto.network.Stretch;
import org.comparto.network.TestGraph;
import org.comparto.network.Vehicle;
import org.comparto.path.Place;
import org.comparto.path.Travel;
import org.comparto.path.Tree;
import org.comparto.path.Way;
import org.comparto.testing.RoadFixture;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Bottlenecks find the roads they mean, and hold there whom they stop. */
class SnappingTest {

  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final double WITHIN = 150;
  private final RoadGraph graph = DemonstrationGraph.get();
  private final Travel cars = graph.ideal(Profile.CAR);

  private static RoadBottleneck bottleneck(String type, Direction direction, Set<Long> ways, Geometry place) {
    return new RoadBottleneck(1, "test", type, "verified", true, false, 0, direction, ways, place,
        new Effects(new Limits(null, null, null, 7.0, null), false, 0, 1, null), false);
  }

  /** Long roads that are driven in both directions. */
  private List<Integer> roads() {
    return IntStream.range(0, graph.roads()).filter(edge -> cars.isOpen(2 * edge) && cars.isOpen(2 * edge + 1) && graph.network().metres(2 * edge) > 800
        && graph.same(new Place(edge, 0)).size() == 1).boxed().sorted(Comparator.comparing(edge -> edge * 7919 % 1009)).limit(25).toList();
  }

  @Test
  void aPointBesideARoadActsOnItInBothDirectionsAtTheSamePlace() {
    for (int edge : roads()) {
      Coordinate middle = graph.shape(edge, 0, 0.5).getEndPoint().getCoordinate();
      List<Stretch> found = new Snapping(graph, WITHIN).of(bottleneck("bridge", Direction.BOTH, Set.of(), SHAPES.createPoint(
          new Coordinate(middle.x + 0.00002, middle.y + 0.00002))));
      assertThat(found).extracting(Stretch::arc).containsExactlyInAnyOrder(2 * edge, 2 * edge + 1);
      assertThat(found).allSatisfy(stretch -> assertThat(stretch.from()).isEqualTo(stretch.to()).isBetween(0.48, 0.52));
    }
  }

  @Test
  void aLineDrawnRoughlyAlongARoadActsOnThatRoadAndOnNoOther() {
    for (int edge : roads()) {
      LineString shape = graph.shape(edge, 0.2, 0.8);
      LineString rough = SHAPES.createLineString(new Coordinate[] {moved(shape.getStartPoint().getCoordinate(), 0.0001),
        moved(shape.getCoordinateN(shape.getNumPoints() / 2), -0.0001), moved(shape.getEndPoint().getCoordinate(), 0.0001)});
      if (shape.getLength() < rough.getLength() * 0.97) {
        continue; // a road with bends is not told by three points
      }
      List<Stretch> both = new Snapping(graph, WITHIN).of(bottleneck("bridge", Direction.BOTH, Set.of(), rough));
      assertThat(both).as(rough.toText()).extracting(Stretch::arc).containsExactlyInAnyOrder(2 * edge, 2 * edge + 1);
      assertThat(both.stream().filter(stretch -> stretch.arc() == 2 * edge).mapToDouble(Stretch::share).sum()).isBetween(0.999, 1.001);
      assertThat(both.get(0).to() - both.get(0).from()).isBetween(0.55, 0.65);

      assertThat(new Snapping(graph, WITHIN).of(bottleneck("bridge", Direction.FORWARD, Set.of(), rough))).extracting(Stretch::arc).containsExactly(2 * edge);
      assertThat(new Snapping(graph, WITHIN).of(bottleneck("bridge", Direction.BACKWARD, Set.of(), rough))).extracting(Stretch::arc).containsExactly(2 * edge + 1);
    }
  }

  @Test
  void whereNoRoadIsNearItActsOnNone() {
    assertThat(new Snapping(graph, WITHIN).of(bottleneck("bridge", Direction.BOTH, Set.of(), SHAPES.createPoint(new Coordinate(9.0, 43.0))))).isEmpty();
    assertThat(new Snapping(graph, WITHIN).of(bottleneck("bridge", Direction.BOTH, Set.of(), null))).isEmpty();
  }

  @Test
  void onlyTheWaysThatWereNamedAreMeant() {
    int edge = roads().get(0);
    Coordinate middle = graph.shape(edge, 0, 0.5).getEndPoint().getCoordinate();
    Set<Long> way = Set.of(graph.osmWay(edge));
    List<Stretch> found = new Snapping(graph, 400).of(bottleneck("bridge", Direction.BOTH, way, SHAPES.createPoint(moved(middle, 0.0015))));
    assertThat(found).isNotEmpty().allSatisfy(stretch -> assertThat(graph.osmWay(stretch.arc() >> 1)).isIn(way));
  }

  @Test
  void everybodyWhoComesThroughAJunctionMeetsItOnce() {
    int node = IntStream.range(0, graph.network().nodes()).filter(one -> graph.network().outBegin(one + 1) - graph.network().outBegin(one) == 4)
        .filter(one -> IntStream.range(graph.network().outBegin(one), graph.network().outBegin(one + 1)).map(graph.network()::out)
            .allMatch(arc -> cars.isOpen(arc) && cars.isOpen(arc ^ 1) && graph.network().metres(arc) > 150 && graph.same(new Place(arc >> 1, 0)).size() == 1))
        .findFirst().orElseThrow();
    int[] leaving = IntStream.range(graph.network().outBegin(node), graph.network().outBegin(node + 1)).map(graph.network()::out).toArray();
    Coordinate at = (leaving[0] & 1) == 0 ? graph.shape(leaving[0] >> 1).getCoordinateN(0) : graph.shape(leaving[0] >> 1).getEndPoint().getCoordinate();
    List<Stretch> found = new Snapping(graph, WITHIN).of(bottleneck("junction", Direction.BOTH, Set.of(), SHAPES.createPoint(at)));
    for (int from : leaving) {
      for (int to : leaving) {
        double met = found.stream().filter(stretch -> stretch.arc() == (from ^ 1) || stretch.arc() == to).mapToDouble(Stretch::share).sum();
        assertThat(met).isEqualTo(1);
      }
    }
  }

  @Test
  void aTruckAboveTheLimitNeverPassesAndALighterOneDoes() {
    int edge = roads().get(0);
    Coordinate middle = graph.shape(edge, 0, 0.5).getEndPoint().getCoordinate();
    RoadBottleneck bridge = bottleneck("bridge", Direction.BOTH, Set.of(), SHAPES.createPoint(middle));
    Conditions conditions = new Conditions(List.of(new Restriction(1, "test", bridge.effects(), new Snapping(graph, WITHIN).of(bridge))), Set.of());
    Place before = new Place(edge, 0.3);
    Place behind = new Place(edge, 0.7);
    Way light = Way.find(graph.travel(Profile.TRUCK_7_5, new Vehicle(null, null, null, 6.0, null), conditions), null, before, behind);
    Way heavy = Way.find(graph.travel(Profile.TRUCK_7_5, new Vehicle(null, null, null, 7.5, null), conditions), null, before, behind);
    assertThat(light).isNotNull();
    assertThat(light.arcs()).containsExactly(2 * edge);
    assertThat(heavy == null || heavy.arcs().length > 1).isTrue();
  }

  @Test
  void aPlaceThatWasCorrectedIsFoundOnEveryGraph() {
    RoadGraph other = TestGraph.of(RoadFixture.file());
    assertThat(other.network().edges()).isNotEqualTo(graph.network().edges());
    int edge = IntStream.range(0, other.roads()).filter(one -> other.ideal(Profile.CAR).isOpen(2 * one) && other.ideal(Profile.CAR).isOpen(2 * one + 1)
        && other.network().metres(2 * one) > 200).findFirst().orElseThrow();
    LineString drawn = other.shape(edge, 0.25, 0.75);
    List<Stretch> found = new Snapping(other, WITHIN).of(bottleneck("bridge", Direction.BOTH, Set.of(9_999_999_999L), drawn));
    assertThat(found).extracting(stretch -> stretch.arc() >> 1).contains(edge);
    assertThat(Tree.to(other.travel(Profile.TRUCK, Vehicle.DEFAULT, Conditions.NONE), List.of(new Place(edge, 0.5)), Travel.NEVER)).isNotNull();
  }

  private static Coordinate moved(Coordinate at, double degrees) {
    return new Coordinate(at.x + degrees, at.y + degrees);
  }
}
