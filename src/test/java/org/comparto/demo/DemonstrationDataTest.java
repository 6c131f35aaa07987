package org.comparto.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostGIS says of the loaded demonstration data; other tests may have added rows, so only flagged ones count. */
@IntegrationTest
class DemonstrationDataTest {

  private final DataSource dataSource;
  private final JdbcClient db;

  @Autowired
  DemonstrationDataTest(DataSource dataSource) {
    this.dataSource = dataSource;
    db = JdbcClient.create(dataSource);
  }

  @ParameterizedTest
  @CsvSource({"territory, 5", "municipality, 60", "industrial_zone, 25", "plot, 250", "logistics_zone, 3", "bottleneck, 40",
      "company, 300",
      "gateway, 60", "primary_substation_area, 12", "energy_area, 30", "thematic_land_use_zone, 100",
          "thematic_industrial_establishment, 40",
      "thematic_motorway, 7", "thematic_quarry, 4", "thematic_landfill, 3", "thematic_remediation_site, 3",
          "thematic_cultural_asset, 5",
      "thematic_protected_area, 5", "thematic_flood_hazard, 3", "thematic_landslide_hazard, 4",
          "thematic_landscape_constraint, 3",
      "thematic_railway, 5", "thematic_background, 100", "thematic_transport_site, 10", "thematic_state_property, 6",
      "thematic_existing_plant, 8", "thematic_car_park, 6", "thematic_water_body, 5", "thematic_water_service_plant, 6",
      "thematic_building, 300"})
  void tableHoldsValidDemonstrationRows(String table, long least) {
    assertThat(count("SELECT count(*) FROM " + table + " WHERE demonstration")).isGreaterThanOrEqualTo(least);
    assertThat(count("SELECT count(*) FROM " + table + " WHERE demonstration AND NOT ST_IsValid(geom)")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plot", "industrial_zone", "thematic_land_use_zone"})
  void areasOfALayerDoNotOverlap(String table) {
    assertThat(count("SELECT count(*) FROM " + table + " a JOIN " + table + " b ON a.id < b.id AND a.geom && b.geom"
        + " WHERE a.demonstration AND b.demonstration AND ST_Area(ST_Intersection(a.geom, b.geom)) > 0")).isZero();
  }

  @Test
  void everyPlotLiesInsideItsZone() {
    assertThat(count("SELECT count(*) FROM plot p LEFT JOIN industrial_zone z ON z.id = p.zone_id"
        + " WHERE p.demonstration AND (z.id IS NULL"
        + " OR NOT ST_Covers(z.geom, p.geom) AND ST_Area(ST_Difference(p.geom, z.geom)::geography) > 0.01)")).isZero();
  }

  @Test
  void thePrimarySubstationOfAPlotIsTheOneWhoseAreaItLiesIn() {
    assertThat(count("SELECT count(*) FROM plot p JOIN primary_substation_area s ON ST_Covers(s.geom, p.geom)"
        + " WHERE p.demonstration AND s.demonstration AND p.primary_substation_code IS DISTINCT FROM s.code")).isZero();
  }

  @Test
  void everyTypeOfBottleneckIsThere() {
    assertThat(count("SELECT count(DISTINCT bottleneck_type) FROM bottleneck WHERE demonstration")).isEqualTo(10);
  }

  @Test
  void segromignoHasSixtyFiveFootwearFirms() {
    assertThat(count("SELECT count(*) FROM company WHERE demonstration AND territory_code = 'segromigno'"
        + " AND production_chain = 'footwear'")).isEqualTo(65);
  }

  @Test
  void someZonesAreTouchedByEachConstraint() {
    for (String layer : new String[] {"flood_hazard", "landslide_hazard", "landscape_constraint", "protected_area",
        "remediation_site"}) {
      assertThat(count("SELECT count(*) FROM industrial_zone z WHERE z.demonstration AND EXISTS (SELECT FROM thematic_" + layer
          + " t WHERE ST_Intersects(t.geom, z.geom))")).as(layer).isBetween(1L, 30L);
    }
  }

  @Test
  void loadingAgainChangesNothing() {
    long plots = count("SELECT count(*) FROM plot");
    int scale = (int) count("SELECT scale FROM demonstration_load");
    new DemonstrationData(dataSource).loadOnce(scale);
    assertThat(count("SELECT count(*) FROM plot")).isEqualTo(plots);
  }

  @Test
  void anotherScaleIsRefusedWithTheCure() {
    int scale = (int) count("SELECT scale FROM demonstration_load");
    assertThatThrownBy(() -> new DemonstrationData(dataSource).loadOnce(scale + 1))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("scale " + scale).hasMessageContaining("--data");
  }

  private long count(String sql) {
    return db.sql(sql).query(Long.class).single();
  }
}
