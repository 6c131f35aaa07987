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

  @Autowired
  JdbcClient db;

  @Test
  void nobodyCanWriteADerivedColumn() {
    db.sql("UPDATE plot SET truck_min_port = 1, in_logistics_zone = true, name = 'x'").update();
    assertThat(number("SELECT count(*) FROM plot WHERE truck_min_port = 1")).isZero();
    assertThat(number("SELECT count(*) FROM plot WHERE in_logistics_zone AND NOT EXISTS (SELECT FROM logistics_zone AS z WHERE ST_Intersects(z.geom, plot.geom))")).isZero();
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
