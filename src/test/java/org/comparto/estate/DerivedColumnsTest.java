package org.comparto.estate;

import static org.assertj.core.api.Assertions.assertThat;

import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What follows from other values of a plot, or from where it lies, follows them, and leaves no trace in the history. */
@IntegrationTest
@Transactional
class DerivedColumnsTest {

  /** Distances by comparing every plot with every gateway, on the ellipsoid. */
  private static final String WRONG_DISTANCES = """
      SELECT count(*) FROM plot AS p CROSS JOIN LATERAL (
        SELECT min(d) FILTER (WHERE gateway_kind = 'toll_gate') AS toll_gate,
               min(d) FILTER (WHERE gateway_kind IN ('rail_terminal', 'intermodal_terminal')) AS rail_terminal,
               min(d) FILTER (WHERE gateway_kind IN ('sea_port', 'river_port')) AS port,
               min(d) FILTER (WHERE gateway_kind = 'airport') AS airport, min(d) FILTER (WHERE gateway_kind = 'station') AS station
        FROM (SELECT gateway_kind, ST_Distance(g.geom::geography, p.geom::geography) AS d FROM gateway AS g
              WHERE publication_status = 'published') AS measured) AS d
      WHERE NOT coalesce(abs(p.distance_toll_gate_m - d.toll_gate) < 0.06, d.toll_gate IS NULL AND p.distance_toll_gate_m IS NULL)
         OR NOT coalesce(abs(p.distance_rail_terminal_m - d.rail_terminal) < 0.06, d.rail_terminal IS NULL AND p.distance_rail_terminal_m IS NULL)
         OR NOT coalesce(abs(p.distance_port_m - d.port) < 0.06, d.port IS NULL AND p.distance_port_m IS NULL)
         OR NOT coalesce(abs(p.distance_airport_m - d.airport) < 0.06, d.airport IS NULL AND p.distance_airport_m IS NULL)
         OR NOT coalesce(abs(p.distance_station_m - d.station) < 0.06, d.station IS NULL AND p.distance_station_m IS NULL)""";

  @Autowired
  JdbcClient db;

  @Test
  void distancesAreThoseToTheNearestGatewayAndFollowIt() {
    assertThat(number(WRONG_DISTANCES)).isZero();
    String airport = "(SELECT id FROM gateway WHERE gateway_kind = 'airport' ORDER BY id LIMIT 1)";
    db.sql("UPDATE gateway SET geom = ST_SetSRID(ST_MakePoint(10.02, 45.14), 4326) WHERE id = " + airport).update();
    assertThat(number(WRONG_DISTANCES)).as("moved").isZero();
    db.sql("UPDATE gateway SET gateway_kind = 'station' WHERE id = " + airport).update();
    assertThat(number(WRONG_DISTANCES)).as("became a station").isZero();
    db.sql("UPDATE gateway SET publication_status = 'retired' WHERE gateway_kind = 'toll_gate'").update();
    assertThat(number(WRONG_DISTANCES)).as("no toll gate left").isZero();
    assertThat(number("SELECT count(distance_toll_gate_m) FROM plot")).isZero();
    db.sql("INSERT INTO gateway (code, territory_code, gateway_kind, geom) SELECT 'T', territory_code, 'toll_gate', geom FROM gateway LIMIT 1").update();
    assertThat(number(WRONG_DISTANCES)).as("a new one").isZero();
    db.sql("DELETE FROM gateway WHERE gateway_kind = 'sea_port'").update();
    assertThat(number(WRONG_DISTANCES)).as("ports gone").isZero();
    db.sql("UPDATE plot SET geom = ST_Translate(geom, 0.2, -0.1) WHERE id % 3 = 0").update();
    assertThat(number(WRONG_DISTANCES)).as("plots moved").isZero();
  }

  @Test
  void aChangeOfDerivedColumnsAloneIsNoVersionButARevision() {
    long versions = number("SELECT count(*) FROM feature_history WHERE layer_id = 'plot'");
    long sum = number("SELECT sum(version) FROM plot");
    long revision = number("SELECT current_revision('plot')");
    db.sql("UPDATE gateway SET geom = ST_Translate(geom, 0.05, 0)").update();
    assertThat(number(WRONG_DISTANCES)).isZero();
    assertThat(number("SELECT count(*) FROM feature_history WHERE layer_id = 'plot'")).isEqualTo(versions);
    assertThat(number("SELECT sum(version) FROM plot")).isEqualTo(sum);
    assertThat(number("SELECT current_revision('plot')")).isGreaterThan(revision);
    assertThat(number("SELECT count(*) FROM feature_history WHERE jsonb_exists(attributes, 'distance_port_m')")).isZero();
  }

  @Test
  void nobodyCanWriteADerivedColumn() {
    db.sql("UPDATE plot SET distance_port_m = 1, in_logistics_zone = true, name = 'x'").update();
    assertThat(number(WRONG_DISTANCES)).isZero();
    assertThat(number("SELECT count(*) FROM plot WHERE name = 'x' AND version = 0")).isZero();
  }

  @Test
  void pricesAndWhatTheIndicesAllowFollowTheirFactors() {
    db.sql("UPDATE plot SET area_m2 = area_m2 + 10.5, built_floor_area_m2 = 100").update();
    assertThat(number("SELECT count(*) FROM plot WHERE price_eur IS DISTINCT FROM round(price_eur_m2 * area_m2, 2)"
        + " OR max_floor_area_m2 IS DISTINCT FROM round(floor_area_index_m2_m2 * area_m2, 2)"
        + " OR max_covered_area_m2 IS DISTINCT FROM round(coverage_percent * area_m2 / 100, 2)"
        + " OR residual_floor_area_m2 IS DISTINCT FROM round(floor_area_index_m2_m2 * area_m2, 2) - 100")).isZero();
    db.sql("UPDATE plot SET price_eur_m2 = NULL").update();
    assertThat(number("SELECT count(price_eur) FROM plot")).as("not known, never 0").isZero();
  }

  @Test
  void zonesSayWhichPlotsAreInsideWhichOutsideAndOfWhichNothingIsKnown() {
    String territory = "(SELECT territory_code FROM plot ORDER BY id LIMIT 1)";
    db.sql("DELETE FROM logistics_zone").update();
    assertThat(number("SELECT count(in_logistics_zone) + count(in_aid_area) FROM plot")).as("nobody has published any").isZero();
    db.sql("INSERT INTO logistics_zone (code, territory_code, logistics_kind, regional_aid_107_3_c, geom)"
        + " SELECT 'Z', territory_code, 'zls', true, geom FROM plot ORDER BY id LIMIT 1").update();
    assertThat(number("SELECT count(*) FROM plot WHERE in_logistics_zone AND in_aid_area")).isEqualTo(1);
    assertThat(number("SELECT count(*) FROM plot WHERE NOT in_logistics_zone"))
        .isEqualTo(number("SELECT count(*) - 1 FROM plot WHERE territory_code = " + territory));
    assertThat(number("SELECT count(in_aid_area) FROM plot")).as("only the zone says so").isEqualTo(1);
    db.sql("UPDATE logistics_zone SET publication_status = 'draft'").update();
    assertThat(number("SELECT count(in_logistics_zone) + count(in_aid_area) FROM plot")).isZero();
  }

  private long number(String sql) {
    return db.sql(sql).query(Long.class).single();
  }
}
