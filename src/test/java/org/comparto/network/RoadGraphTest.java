package org.comparto.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.comparto.path.Place;
import org.comparto.path.Travel;
import org.comparto.path.Way;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/** What the hand-drawn network says, of signs, sizes, islands and links. */
class RoadGraphTest {

  private static final Vehicle LOW = new Vehicle(3.5, null, null, null, null);

  private final RoadGraph graph = TestGraph.fixture();

  @ParameterizedTest
  @CsvSource({
    // from n1 eastwards: the truck of 4 m goes round the underpass
    "car,   10.002 45.1, 10.028 45.1, Via Ovest; Via del Sottopasso; Via di Mezzo",
    "truck, 10.002 45.1, 10.028 45.1, Via Ovest; Via Nord; Via di Mezzo",
    // the street for destination traffic is no way through for trucks, and the way to what lies on it
    "car,   10.008 45.1, 10.031 45.09, Via Ovest; Via dei Laboratori; Via Bassa",
    "truck, 10.008 45.1, 10.031 45.09, Via Ovest; Via Nord; Via di Mezzo; Via Est; Via Bassa",
    "truck, 10.008 45.1, 10.012 45.09, Via Ovest; Via dei Laboratori",
    // no right turn for anybody on wheels; no left turn for trucks, which turn at the roundabout
    "car,   10.025 45.1, 10.03 45.095, Via di Mezzo; Via Est; Via Bassa; Via Sud",
    "walk,  10.025 45.1, 10.03 45.095, Via di Mezzo; Via Sud",
    "car,   10.035 45.1, 10.04 45.105, Via Est; Via del Molino",
    "truck, 10.035 45.1, 10.04 45.105, Via Est; ; Via del Molino",
    // a street one way, against which one walks only
    "car,   10.03 45.105, 10.03 45.1002, Via Senso Unico; Via Alta; Via Nord; Via di Mezzo",
    "walk,  10.03 45.105, 10.03 45.1002, Via Senso Unico",
    "car,   9.975 45.1, 10.005 45.1, Via oltre il Fiume; Traghetto; Via Ovest"
  })
  void leadsAlongTheseStreets(String profile, String from, String to, String streets) {
    Way way = way(Profile.of(profile), Vehicle.DEFAULT, from, to);
    assertThat(way).isNotNull();
    assertThat(String.join("; ", streets(way))).isEqualTo(streets);
  }

  /** GraphHopper keeps speeds in steps of 2 km/h, which is much for a crossing as slow as this. */
  @Test
  void theFerryTakesAboutTheTimeItsTimetableSays() {
    Way way = way(Profile.CAR, Vehicle.DEFAULT, "9.9799 45.1", "10.0001 45.1");
    assertThat(way.millis() / 60_000.0).isBetween(19.0, 24.0);
  }

  @Test
  void aLowTruckPassesTheUnderpassAndOneCentimetreMoreDoesNot() {
    assertThat(streets(way(Profile.TRUCK, LOW, "10.002 45.1", "10.028 45.1"))).contains("Via del Sottopasso");
    Vehicle higher = new Vehicle(3.51, null, null, null, null);
    assertThat(streets(way(Profile.TRUCK, higher, "10.002 45.1", "10.028 45.1"))).doesNotContain("Via del Sottopasso");
  }

  @Test
  void whatLiesBehindAWeakBridgeIsOutOfReachForWhoIsTooHeavyAndIsNotSnappedTo() {
    Travel truck = graph.travel(Profile.TRUCK, Vehicle.DEFAULT, Conditions.NONE);
    assertThat(graph.snap(10.01, 45.0801, truck)).isNull();
    Travel light = graph.travel(Profile.TRUCK_7_5, Vehicle.DEFAULT, Conditions.NONE);
    assertThat(graph.snap(10.01, 45.0801, light)).isNotNull();
    Vehicle heavier = new Vehicle(null, null, null, 7.51, null);
    assertThat(graph.snap(10.01, 45.0801, graph.travel(Profile.TRUCK_7_5, heavier, Conditions.NONE))).isNull();
  }

  @Test
  void knowsLimitsNamesAndNumbersAboveThirtyOneBits() {
    int bridge = edge("10.01 45.085");
    assertThat(graph.osmWay(bridge)).isEqualTo(4294967421L);
    assertThat(graph.limits(bridge)).isEqualTo(new Limits(null, null, null, 7.5, null));
    assertThat(graph.limits(edge("10.015 45.1")).height()).isEqualTo(3.5);
    assertThat(graph.name(bridge)).isEqualTo("Via del Ponte");
  }

  @Test
  void anIslandAndWhatIsFarFromEverythingHaveNoRoadData() {
    Travel car = graph.travel(Profile.CAR, Vehicle.DEFAULT, Conditions.NONE);
    assertThat(graph.snap(10.205, 45.1, car)).isNull();
    assertThat(graph.snap(10.005, 45.109, car)).isNotNull();
    assertThat(graph.snap(10.005, 45.0899, car)).isNotNull();
    assertThat(graph.snap(9.97, 45.11, car)).isNull();
  }

  @Test
  void placesLieWhereThePointWasAndTheirDistanceIsThatOnTheGround() {
    Travel car = graph.travel(Profile.CAR, Vehicle.DEFAULT, Conditions.NONE);
    for (double lon : new double[] {10.0013, 10.0077, 10.0142, 10.0255, 10.0391, 10.0449, 10.0593}) {
      Snapped snapped = graph.snap(lon, 45.1003, car);
      assertThat(snapped.lon()).isCloseTo(lon, within(1e-6));
      assertThat(graph.at(snapped.place()).x).isCloseTo(lon, within(1e-6));
      assertThat(graph.at(snapped.place()).y).isCloseTo(45.1, within(1e-6));
      assertThat(snapped.metres()).isCloseTo(0.0003 * 111_195, within(0.1));
    }
  }

  @Test
  void roadsNearALineAreFoundWithThePartThatLiesAlongIt() {
    var underpass = Shape.line(new Coordinate(10.013, 45.1001), new Coordinate(10.016, 45.1001));
    List<Nearby> near = graph.near(underpass, 20);
    assertThat(near).hasSize(1);
    assertThat(graph.name(near.get(0).edge())).isEqualTo("Via del Sottopasso");
    assertThat(List.of(near.get(0).from(), near.get(0).to())).satisfiesExactlyInAnyOrder(
        end -> assertThat(end).isBetween(0.27, 0.32), end -> assertThat(end).isBetween(0.58, 0.63));
    assertThat(near.get(0).metres()).isCloseTo(11.1, within(0.2));
  }

  @Test
  void aRestrictionStopsWhoIsTooLargeAndDelaysTheOthers() {
    int road = edge("10.015 45.11");
    Restriction low = restriction(new Effects(new Limits(3.8, null, null, null, null), false, 90, 1, null), road);
    Conditions conditions = new Conditions(List.of(low), java.util.Set.of());
    assertThat(way(Profile.TRUCK, Vehicle.DEFAULT, "10.002 45.1", "10.028 45.1", conditions)).satisfies(way ->
        assertThat(streets(way)).doesNotContain("Via Nord").contains("Via dei Laboratori"));
    Vehicle fits = new Vehicle(3.8, null, null, null, null);
    Way free = way(Profile.TRUCK, fits, "10.002 45.1", "10.028 45.1");
    Way delayed = way(Profile.TRUCK, fits, "10.002 45.1", "10.028 45.1", conditions);
    assertThat(streets(delayed)).contains("Via Nord");
    assertThat(delayed.millis() - free.millis()).isEqualTo(90_000);
    assertThat(way(Profile.WALK, Vehicle.DEFAULT, "10.012 45.11", "10.018 45.11", conditions).millis())
        .isEqualTo(way(Profile.WALK, Vehicle.DEFAULT, "10.012 45.11", "10.018 45.11").millis());
  }

  @Test
  void halfTheSpeedOnAStretchIsTwiceItsTime() {
    int road = edge("10.015 45.11");
    Effects half = new Effects(Limits.NONE, false, 0, 0.5, null);
    Travel free = graph.travel(Profile.CAR, Vehicle.DEFAULT, Conditions.NONE);
    Travel slow = graph.travel(Profile.CAR, Vehicle.DEFAULT, new Conditions(List.of(restriction(half, road)), java.util.Set.of()));
    assertThat(slow.millis(2 * road)).isEqualTo(2 * free.millis(2 * road));
  }

  @Test
  void aMissingLinkIsClosedUntilItIsOpenedAndTheIdealIsNeverSlower() {
    var line = Shape.line(new Coordinate(10.01, 45.105), new Coordinate(10.025, 45.105), new Coordinate(10.025, 45.1002));
    RoadGraph linked = TestGraph.of(org.comparto.testing.RoadFixture.file(), List.of(new Link(7, "Variante", line, 130)));
    Travel closed = linked.travel(Profile.TRUCK, Vehicle.DEFAULT, Conditions.NONE);
    Travel open = linked.travel(Profile.TRUCK, Vehicle.DEFAULT, Conditions.NONE.fixed(java.util.Set.of(7L)));
    Travel ideal = linked.ideal(Profile.TRUCK);
    Place from = place(linked, closed, "10.002 45.1");
    Place to = place(linked, closed, "10.035 45.1");
    Way before = Way.find(closed, null, from, to);
    Way after = Way.find(open, null, from, to);
    assertThat(streets(linked, before)).containsExactly("Via Ovest", "Via Nord", "Via di Mezzo", "Via Est");
    assertThat(streets(linked, after)).contains("Variante");
    assertThat(after.metres()).isCloseTo(111_195 * (0.005 + 0.005 + (0.008 + 0.015 + 0.01) * Math.cos(Math.toRadians(45.1))), within(5.0));
    for (int arc = 0; arc < closed.network().arcs(); arc++) {
      assertThat(ideal.cost(arc)).isLessThanOrEqualTo(open.cost(arc));
      assertThat(open.cost(arc)).isLessThanOrEqualTo(closed.cost(arc));
    }
    assertThat(Arrays.stream(linked.linkArcs(7)).allMatch(arc -> !closed.isOpen(arc))).isTrue();
  }

  private static Restriction restriction(Effects effects, int edge) {
    return new Restriction(1, "Strettoia", effects, List.of(Stretch.whole(2 * edge, 1), Stretch.whole(2 * edge + 1, 1)));
  }

  private @Nullable Way way(Profile profile, Vehicle vehicle, String from, String to) {
    return way(profile, vehicle, from, to, Conditions.NONE);
  }

  private @Nullable Way way(Profile profile, Vehicle vehicle, String from, String to, Conditions conditions) {
    Travel travel = graph.travel(profile, vehicle, conditions);
    return Way.find(travel, graph.landmarks(profile), place(graph, travel, from), place(graph, travel, to));
  }

  private int edge(String at) {
    return place(graph, graph.ideal(Profile.CAR), at).edge();
  }

  private static Place place(RoadGraph graph, Travel travel, String at) {
    String[] lonLat = at.split(" ");
    return graph.snap(Double.parseDouble(lonLat[0]), Double.parseDouble(lonLat[1]), travel).place();
  }

  private List<String> streets(Way way) {
    return streets(graph, way);
  }

  /** Without what is passed twice in a row; the roundabout has no name. */
  private static List<String> streets(RoadGraph graph, Way way) {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    Arrays.stream(way.arcs()).forEach(arc -> names.add(graph.name(arc >> 1)));
    return List.copyOf(names);
  }
}
