package org.comparto.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.comparto.path.Place;
import org.comparto.path.Way;
import org.comparto.problem.RefusedException;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The door to the roads: what is in force is asked when it has changed, and answers under way keep their graph. */
class RoadsTest {

  private final Register register = new Register();
  private final Roads roads = new Roads(with(register));

  /** A register whose bottlenecks the test changes. */
  private static final class Register implements RestrictionSource {

    private long revision = 1;
    private boolean closed;
    private int asked;

    @Override
    public long revision() {
      return revision;
    }

    @Override
    public List<Restriction> inForce(RoadGraph graph) {
      asked++;
      Place at = graph.snap(10.015, 45.11, graph.ideal(Profile.CAR)).place();
      Effects effects = new Effects(Limits.NONE, closed, 60, 1, "Mo-Fr 07:00-09:00");
      return List.of(new Restriction(5, "Passaggio a livello", effects, List.of(Stretch.point(2 * at.edge(), at.fraction()),
          Stretch.point(2 * at.edge() + 1, 1 - at.fraction()))));
    }

    @Override
    public List<Link> links(RoadGraph graph) {
      return List.of(new Link(6, "Raccordo", Shape.line(new Coordinate(10.02, 45.105), new Coordinate(10.03, 45.105)), 50));
    }
  }

  private static org.springframework.beans.factory.ObjectProvider<RestrictionSource> with(RestrictionSource register) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("register", register);
    return beans.getBeanProvider(RestrictionSource.class);
  }

  @Test
  void withoutRoadsThereIsNoRoadData() {
    assertThat(roads.current()).isEmpty();
    assertThatThrownBy(roads::require).isInstanceOf(RefusedException.class).hasMessageContaining("no road data");
  }

  @Test
  void theRegisterIsAskedOnceForEachOfItsRevisions() {
    roads.begin(TestGraph.fixture());
    String before = roads.revision();
    assertThat(roads.conditions()).isSameAs(roads.conditions());
    assertThat(register.asked).isEqualTo(1);
    assertThat(roads.require().linkArcs(6)).hasSize(10);
    register.closed = true;
    register.revision++;
    assertThat(roads.conditions().restrictions().get(0).effects().closed()).isTrue();
    assertThat(register.asked).isEqualTo(2);
    assertThat(roads.revision()).isNotEqualTo(before);
  }

  @Test
  void aRouteSaysWhichBottleneckItMeetsAndWhenThatHolds() {
    roads.begin(TestGraph.fixture());
    List<LonLat> points = List.of(new LonLat(10.012, 45.11), new LonLat(10.018, 45.11));
    Route route = Route.find(RoadQuestion.of(roads, "car", Vehicle.DEFAULT, null), points, "en");
    assertThat(route.restrictions()).singleElement().satisfies(met -> {
      assertThat(met.met()).isTrue();
      assertThat(met.bottleneck()).isEqualTo(5);
      assertThat(met.seconds()).isEqualTo(60);
      assertThat(met.hours()).isEqualTo("Mo-Fr 07:00-09:00");
    });
    assertThat(route.without().moreSeconds()).isEqualTo(60);
    assertThat(route.without().moreMetres()).isZero();
  }

  @Test
  void aClosedCrossingIsGoneRound() {
    register.closed = true;
    roads.begin(TestGraph.fixture());
    List<LonLat> points = List.of(new LonLat(10.012, 45.11), new LonLat(10.018, 45.11));
    Route route = Route.find(RoadQuestion.of(roads, "truck", new Vehicle(3.0, null, null, null, null), null), points, "en");
    assertThat(route.restrictions()).singleElement().satisfies(avoided -> {
      assertThat(avoided.met()).isFalse();
      assertThat(avoided.stops()).isTrue();
      assertThat(avoided.seconds()).isNull();
    });
    assertThat(route.without().moreMetres()).isPositive();
  }

  @Test
  void whoHasAGraphInHandGoesOnAfterItsReplacement() {
    roads.begin(TestGraph.fixture());
    RoadQuestion asked = RoadQuestion.of(roads, "car", Vehicle.DEFAULT, null);
    Place from = asked.require("from", new LonLat(10.002, 45.1)).place();
    roads.use(TestGraph.fixture());
    assertThat(roads.require()).isNotSameAs(asked.graph());
    Place to = asked.require("to", new LonLat(10.028, 45.1)).place();
    assertThat(Way.find(asked.travel(), null, from, to)).isNotNull();
  }

  @Test
  void fixingABottleneckLiftsItAndOpensIt() {
    roads.begin(TestGraph.fixture());
    Conditions fixed = roads.conditions().fixed(Set.of(5L, 6L));
    assertThat(fixed.restrictions()).isEmpty();
    assertThat(fixed.open()).containsExactlyInAnyOrder(5L, 6L);
  }
}
