package org.comparto.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.comparto.layer.Layers;
import org.comparto.layer.Revisions;
import org.comparto.network.Conditions;
import org.comparto.network.Effects;
import org.comparto.network.Limits;
import org.comparto.network.Profile;
import org.comparto.network.Restriction;
import org.comparto.network.RoadGraph;
import org.comparto.network.Snapped;
import org.comparto.network.Stretch;
import org.comparto.network.TestGraph;
import org.comparto.network.Vehicle;
import org.comparto.path.Place;
import org.comparto.path.Travel;
import org.comparto.path.Way;
import org.comparto.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is kept of access is what the ways themselves take, after whatever has changed; on the hand-drawn network of the tests, around
 * 10.03° east, 45.10° north, where nothing else lies.
 */
@IntegrationTest
@Transactional
class AccessTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @Autowired JdbcClient db;
  @Autowired Layers layers;
  @Autowired Revisions revisions;
  @Autowired Roadside roadside;
  @Autowired Passes passes;
  @Autowired TimeRows rows;
  @Autowired TransactionTemplate transactions;
  @Autowired DataSource source;
  @Autowired AccessController controller;
  @Autowired AccessFile file;
  private Refresh refresh;
  private RoadGraph graph;
  private Conditions conditions = Conditions.NONE;

  @BeforeEach
  void aNetworkWithPlotsAZoneACompanyAndGateways() {
    db.sql("DELETE FROM access_pass").update();
    db.sql("DELETE FROM access_time").update();
    db.sql("DELETE FROM gateway").update();
    refresh = new Refresh(layers, revisions, roadside, passes, rows, transactions, new AccessSettings(false, 700));
    graph = TestGraph.fixture("one");
    plot("west", 10.0035, 45.1004);
    plot("north", 10.0150, 45.1104);
    plot("south", 10.0103, 45.0950);
    plot("behind the bridge", 10.0103, 45.0820);
    plot("east", 10.0445, 45.1050);
    plot("on the island", 10.2050, 45.1003);
    plot("in the fields", 10.1000, 45.2500);
    db.sql("INSERT INTO industrial_zone (code, name, territory_code, geom) SELECT 'road-zone', 'road-zone', territory_code, ST_Multi(ST_MakeEnvelope(10.02, 45.101, 10.028, 45.103, 4326)) FROM plot ORDER BY id LIMIT 1").update();
    db.sql("INSERT INTO company (code, name, territory_code, consented_groups, geom) SELECT 'road-firm', 'road-firm', territory_code, '{identity}', ST_SetSRID(ST_MakePoint(10.035, 45.0901), 4326) FROM plot ORDER BY id LIMIT 1").update();
    gateway("gate-west", "toll_gate", 9.9750, 45.1003);
    gateway("gate-east", "toll_gate", 10.0580, 45.1001);
    gateway("terminal", "rail_terminal", 10.0300, 45.1080);
    gateway("interport", "intermodal_terminal", 10.0101, 45.0850);
    gateway("port", "river_port", 10.0400, 45.0950);
    gateway("strip", "airport", 10.1000, 45.3000);
    gateway("halt", "station", 10.2080, 45.1001);
  }

  @Test
  void timesAreThoseOfTheQuickestWaysThemselves() {
    complete();
    assertTrue();
    assertThat(state("plot", "west")).isEqualTo(Access.State.KNOWN);
    assertThat(answer("west").profiles()).hasSize(2).allSatisfy(by -> {
      assertThat(by.gateways().get(0).name()).as("the ferry goes the other way and takes twenty minutes").isEqualTo("gate-east");
      assertThat(by.gateways().get(5).id()).as("no road leads to the airport").isNull();
    });
    assertThat(seconds("behind the bridge", Profile.CAR, 1)).isNotNull();
    assertThat(seconds("behind the bridge", Profile.TRUCK, 1)).as("7.5 t").isNull();
  }

  @Test
  void whereNoRoadIsNearThatIsKeptAndNotTriedAgain() {
    complete();
    assertThat(state("plot", "in the fields")).isEqualTo(Access.State.NO_ROAD_DATA);
    assertThat(number("SELECT count(*) FROM plot WHERE NOT EXISTS (SELECT FROM access_time WHERE layer_id = 'plot' AND feature_id = plot.id)")).isZero();
    assertThat(number("SELECT count(truck_min_toll_gate) FROM plot WHERE code = 'in the fields'")).isZero();
    assertThat(passes.find(layers.getLayer("plot", "layer")).orElseThrow().finished()).isTrue();
  }

  @Test
  void plotsCarryWhatASearchAsksFor() {
    complete();
    assertThat(number("""
        SELECT count(*) FROM plot AS p CROSS JOIN LATERAL (
          SELECT round(min(seconds) FILTER (WHERE profile = 'truck' AND gateway_kind = 'toll_gate') / 60.0, 1) AS gate,
                 round(min(seconds) FILTER (WHERE profile = 'truck' AND gateway_kind IN ('rail_terminal', 'intermodal_terminal')) / 60.0, 1) AS rail,
                 round(min(seconds) FILTER (WHERE profile = 'car' AND gateway_kind IN ('sea_port', 'river_port')) / 60.0, 1) AS car_port,
                 round((array_agg(metres ORDER BY seconds) FILTER (WHERE profile = 'truck' AND gateway_kind IN ('rail_terminal', 'intermodal_terminal') AND seconds IS NOT NULL))[1] / 1000.0, 1) AS rail_km
          FROM access_to_gateway WHERE layer_id = 'plot' AND feature_id = p.id) AS t
        WHERE (p.truck_min_toll_gate, p.truck_min_rail_terminal, p.car_min_port, p.truck_km_rail_terminal) IS DISTINCT FROM (t.gate, t.rail, t.car_port, t.rail_km)""")).isZero();
    assertThat(number("SELECT count(truck_km_rail_terminal) FROM plot")).isGreaterThan(3);
    assertThat(number("SELECT count(truck_min_airport) + count(car_min_airport) FROM plot")).as("not known, never 0").isZero();
  }

  @Test
  void gatewaysThatComeMoveAndGoAreFollowed() {
    complete();
    gateway("gate-north", "toll_gate", 10.0150, 45.1102);
    complete();
    assertTrue();
    assertThat(answer("north").profiles().get(0).gateways().get(0).name()).isEqualTo("gate-north");
    db.sql("UPDATE gateway SET geom = ST_SetSRID(ST_MakePoint(10.0500, 45.1080), 4326) WHERE code = 'gate-north'").update();
    complete();
    assertTrue();
    db.sql("UPDATE gateway SET gateway_kind = 'sea_port' WHERE code = 'gate-west'").update();
    db.sql("DELETE FROM gateway WHERE code IN ('gate-north', 'gate-east')").update();
    complete();
    assertTrue();
    assertThat(number("SELECT count(truck_min_toll_gate) FROM plot")).as("no toll gate left").isZero();
  }

  @Test
  void aPlotDrawnNewAndOneThatMovedAreComputedAndNothingElseIsWritten() {
    complete();
    long former = number("SELECT count(*) FROM access_former");
    String others = places();
    plot("new", 10.0250, 45.0905);
    db.sql("UPDATE plot SET geom = ST_Translate(geom, 0.0, 0.0005) WHERE code = 'east'").update();
    assertThat(number("SELECT count(*) FROM access_time WHERE feature_id = (SELECT id FROM plot WHERE code = 'east') AND layer_id = 'plot'")).isZero();
    assertThat(number("SELECT count(car_min_station) + count(truck_min_port) FROM plot WHERE code IN ('new', 'east')")).isZero();
    assertThat(state("plot", "new")).isEqualTo(Access.State.NOT_COMPUTED);
    complete();
    assertTrue();
    assertThat(state("plot", "new")).isEqualTo(Access.State.KNOWN);
    assertThat(number("SELECT count(*) FROM access_former") - former).as("those of the plot that moved").isEqualTo(2);
    assertThat(places()).isEqualTo(others);
  }

  @Test
  void restrictionsThatAppearAndGoAreFollowedAndOnlyWhatDiffersIsWritten() {
    complete();
    String untouched = "SELECT string_agg(ctid::text, ' ' ORDER BY feature_id, profile) FROM access_time WHERE feature_id = (SELECT id FROM plot WHERE code = 'on the island')";
    String before = text(untouched);
    Set<Long> waited = Set.of(seconds("west", Profile.TRUCK, 0), seconds("north", Profile.TRUCK, 0));
    Travel car = graph.travel(Profile.CAR, Vehicle.DEFAULT, Conditions.NONE);
    Place middle = graph.snap(10.025, 45.1001, car).place();
    conditions = new Conditions(List.of(new Restriction(1, "Crossing", new Effects(Limits.NONE, false, 120, 1, null),
        List.of(Stretch.point(2 * middle.edge(), middle.fraction()), Stretch.point(2 * middle.edge() + 1, 1 - middle.fraction())))), Set.of());
    complete();
    assertTrue();
    assertThat(Set.of(seconds("west", Profile.TRUCK, 0) - 120, seconds("north", Profile.TRUCK, 0) - 120)).isEqualTo(waited);
    assertThat(text(untouched)).as("rows that are as they were").isEqualTo(before);

    Place east = graph.snap(10.0445, 45.1000, car).place();
    conditions = new Conditions(List.of(new Restriction(2, "Closed", new Effects(Limits.NONE, true, 0, 1, null),
        List.of(Stretch.whole(2 * east.edge(), 1), Stretch.whole(2 * east.edge() + 1, 1)))), Set.of());
    complete();
    assertTrue();
    conditions = Conditions.NONE;
    complete();
    assertTrue();
    assertThat(seconds("west", Profile.TRUCK, 0)).isIn(waited);
  }

  @Test
  void aNewGraphIsNamedEverywhereAndPlotsWhoseTimesAreTheSameAreNotWritten() {
    complete();
    String others = places();
    long rows = number("SELECT count(*) FROM access_time");
    long plots = number("SELECT count(*) FROM access_time WHERE layer_id = 'plot'");
    graph = TestGraph.fixture("two");
    complete();
    assertTrue();
    assertThat(number("SELECT count(*) FROM access_time WHERE graph = 'two'")).isEqualTo(rows);
    assertThat(number("SELECT count(*) FROM access_former WHERE graph = 'one'")).isEqualTo(plots);
    assertThat(places()).isEqualTo(others);
    assertThat(answer("west").graph().version()).isEqualTo("two");
  }

  @Test
  void theHistoryKnowsNothingOfIt() {
    long versions = number("SELECT count(*) FROM feature_history");
    long sum = number("SELECT sum(version) FROM plot");
    long changes = number("SELECT count(*) FROM change");
    long revision = number("SELECT current_revision('plot')");
    complete();
    gateway("gate-north", "toll_gate", 10.0150, 45.1102);
    complete();
    assertThat(number("SELECT count(*) FROM feature_history")).isEqualTo(versions);
    assertThat(number("SELECT sum(version) FROM plot")).isEqualTo(sum);
    assertThat(number("SELECT count(*) FROM change") - changes).as("of the gateway at most").isLessThanOrEqualTo(1);
    assertThat(number("SELECT current_revision('plot')")).isGreaterThan(revision);
  }

  @Test
  void aPlotThatSomebodyIsWritingIsDoneWhenTheyAreReady() throws SQLException {
    String busy = "(SELECT min(id) FROM plot WHERE territory_code <> 'test-ground')";
    try (Connection somebody = source.getConnection(); Statement statement = somebody.createStatement()) {
      somebody.setAutoCommit(false);
      statement.execute("SELECT FROM plot WHERE id = " + busy + " FOR UPDATE");
      complete();
      assertThat(passes.find(layers.getLayer("plot", "layer")).orElseThrow().finished()).isFalse();
      assertThat(number("SELECT count(*) FROM access_time WHERE layer_id = 'plot' AND feature_id = " + busy)).isZero();
      assertTrue();
      somebody.rollback();
    }
    complete();
    assertThat(passes.find(layers.getLayer("plot", "layer")).orElseThrow().finished()).isTrue();
    assertThat(number("SELECT count(*) FROM access_time WHERE layer_id = 'plot' AND feature_id = " + busy)).isEqualTo(2);
  }

  @Test
  void whileAnotherInstanceComputesThisOneDoesNot() throws SQLException {
    try (Connection other = source.getConnection(); Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(" + Passes.LOCK + ")");
      complete();
      assertThat(number("SELECT count(*) FROM access_time")).isZero();
      other.rollback();
    }
    complete();
    assertTrue();
  }

  @Test
  void theTableHasARowForEachWay() throws IOException {
    complete();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.write(layers.getLayer("company", "layer"), out);
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.get(0)).startsWith("id,code,name,profile,gateway_kind,gateway_id,gateway,seconds,metres,snap_metres,graph");
    assertThat(lines.stream().filter(line -> line.contains(",road-firm,"))).hasSize(14).anyMatch(line -> line.contains(",truck,toll_gate,") && line.contains(",gate-east,"));
    assertThat(lines.size() - 1).as("only public ones").isEqualTo((int) number(
        "SELECT 14 * count(*) FROM company WHERE publication_status = 'published' AND 'identity' = ANY (consented_groups)"));
  }

  @Test
  void theStatusTellsHowFarEachLayerIs() {
    complete();
    assertThat(controller.status().getBody().layers()).extracting(AccessStatus.OfLayer::layer).containsExactly("company", "industrial_zone", "plot");
    assertThat(controller.status().getBody().layers()).allSatisfy(layer -> {
      assertThat(layer.done()).isEqualTo(layer.features()).isEqualTo(layer.computed());
      assertThat(layer.offTheRoads()).isLessThan(layer.computed());
      assertThat(layer.finishedAt()).isNotNull();
    });
  }

  @Test
  void kindsOfGatewaysAreThoseOfTheLayerAndOfTheDatabase() {
    assertThat(Gateway.KINDS).isEqualTo(layers.getLayer("gateway", "layer").codes().get("gateway_kind").stream().map(code -> code.value()).toList());
    assertThat(Gateway.KINDS).isEqualTo(List.of(db.sql("SELECT array_to_string(access_kinds(), ',')").query(String.class).single().split(",")));
  }

  /** What is not committed is told to nobody. */
  @AfterTransaction
  void revisionsAreThoseThatAreCommitted() {
    Refresh.LAYERS.forEach(revisions::changed);
  }

  private void complete() {
    Refresh.LAYERS.forEach(revisions::changed);
    refresh.complete(roadside.basis(graph, conditions), LONG);
  }

  /** Holds every feature on the network against a search of its own for every gateway, and against {@link NaiveAccess}. */
  private void assertTrue() {
    List<Gateway> gateways = db.sql("SELECT id, gateway_kind AS kind, ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM gateway ORDER BY id").query(Gateway.class).list();
    List<Map<String, Object>> features = db.sql("""
        SELECT 'plot' AS layer, id, code, ST_X(ST_PointOnSurface(geom)) AS x, ST_Y(ST_PointOnSurface(geom)) AS y FROM plot WHERE geom && ST_MakeEnvelope(9.9, 45, 10.3, 45.3, 4326)
        UNION ALL SELECT 'industrial_zone', id, code, ST_X(ST_PointOnSurface(geom)), ST_Y(ST_PointOnSurface(geom)) FROM industrial_zone WHERE code = 'road-zone'
        UNION ALL SELECT 'company', id, code, ST_X(geom), ST_Y(geom) FROM company WHERE code = 'road-firm'""").query().listOfRows();
    assertThat(features.size()).isGreaterThanOrEqualTo(9);
    for (Map<String, Object> feature : features) {
      for (Profile profile : Basis.PROFILES) {
        Travel travel = graph.travel(profile, Vehicle.DEFAULT, conditions);
        Snapped from = graph.snap((double) feature.get("x"), (double) feature.get("y"), travel);
        for (int kind = 0; kind < Gateway.KINDS.size(); kind++) {
          String wanted = Gateway.KINDS.get(kind);
          Map<String, Object> kept = db.sql("SELECT gateway_id, seconds, metres, snap_metres FROM access_to_gateway WHERE layer_id = :layer AND feature_id = :id AND profile = :profile AND gateway_kind = :kind")
              .param("layer", feature.get("layer")).param("id", feature.get("id")).param("profile", profile.id()).param("kind", wanted).query().singleRow();
          String what = feature.get("code") + " by " + profile + " to " + wanted;
          if (from == null) {
            assertThat(kept.values()).as(what).containsOnlyNulls();
          } else {
            assertThat(((Number) kept.get("snap_metres")).doubleValue()).as(what).isCloseTo(from.metres(), within(0.01));
            assertWay(what, kept, from.place(), travel, gateways.stream().filter(g -> g.kind().equals(wanted)).toList());
          }
        }
      }
    }
  }

  private void assertWay(String what, Map<String, Object> kept, Place from, Travel travel, List<Gateway> gateways) {
    List<Place> places = new ArrayList<>();
    List<Long> ids = new ArrayList<>();
    Way best = null;
    long cost = Long.MAX_VALUE;
    for (Gateway gateway : gateways) {
      Snapped snapped = graph.snap(gateway.longitude(), gateway.latitude(), travel);
      if (snapped != null) {
        places.add(snapped.place());
        ids.add(gateway.id());
        for (Place same : graph.same(snapped.place())) {
          Way way = Way.find(travel, null, from, same);
          if (way != null && cost(way, travel) < cost) {
            best = way;
            cost = cost(way, travel);
          }
        }
      }
    }
    NaiveAccess.Found naive = new NaiveAccess(graph, travel).nearest(from, places);
    if (naive == null) {
      assertThat(kept.get("seconds")).as(what).isNull();
      assertThat(best).as(what).isNull();
    } else {
      assertThat(kept.get("gateway_id")).as(what).isEqualTo(ids.get(naive.gateway()));
      assertThat((int) kept.get("seconds")).as(what).isEqualTo((int) Math.round(naive.millis() / 1000.0)).isEqualTo((int) Math.round(best.millis() / 1000.0));
      assertThat((double) (int) kept.get("metres")).as(what).isCloseTo(naive.metres(), within(1.0)).isCloseTo(best.metres(), within(1.0));
    }
  }

  private static long cost(Way way, Travel travel) {
    long cost = 0;
    for (int i = 0; i < way.arcs().length; i++) {
      cost += travel.cost(way.arcs()[i], i == 0 ? way.fromFraction() : 0, i == way.arcs().length - 1 ? way.toFraction() : 1);
    }
    return cost;
  }

  /** Where the rows of plots lie that did not move: it changes with every writing. */
  private String places() {
    return text("SELECT string_agg(ctid::text, ' ' ORDER BY id) FROM plot WHERE code NOT IN ('new', 'east')");
  }

  private void plot(String code, double longitude, double latitude) {
    db.sql("INSERT INTO plot (code, name, territory_code, geom) SELECT :code, :code, territory_code, ST_Multi(ST_Expand(ST_SetSRID(ST_MakePoint(:x, :y), 4326), 0.0001)) FROM territory ORDER BY id LIMIT 1")
        .param("code", code).param("x", longitude).param("y", latitude).update();
  }

  private void gateway(String code, String kind, double longitude, double latitude) {
    db.sql("INSERT INTO gateway (code, name, territory_code, gateway_kind, geom) SELECT :code, :code, territory_code, :kind, ST_SetSRID(ST_MakePoint(:x, :y), 4326) FROM territory ORDER BY id LIMIT 1")
        .param("code", code).param("kind", kind).param("x", longitude).param("y", latitude).update();
  }

  private Access.State state(String layer, String code) {
    return AccessTimes.read(db, layer, number("SELECT id FROM " + layer + " WHERE code = '" + code + "'"), Instant.now()).state();
  }

  private AccessAnswer answer(String code) {
    return controller.access("plot", number("SELECT id FROM plot WHERE code = '" + code + "'"), "it").getBody();
  }

  /** @param kind its place in {@link Gateway#KINDS} */
  private @Nullable Long seconds(String code, Profile profile, int kind) {
    return db.sql("SELECT seconds::bigint FROM access_to_gateway JOIN plot ON plot.id = feature_id WHERE layer_id = 'plot' AND code = :code AND profile = :profile AND gateway_kind = :kind")
        .param("code", code).param("profile", profile.id()).param("kind", Gateway.KINDS.get(kind)).query((row, n) -> (Long) row.getObject(1, Long.class)).list().get(0);
  }

  private long number(String sql) {
    return db.sql(sql).query(Long.class).single();
  }

  private String text(String sql) {
    return db.sql(sql).query(String.class).single();
  }
}
