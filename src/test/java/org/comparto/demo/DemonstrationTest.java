package org.comparto.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

class DemonstrationTest {

  private static final MemorySink SCALE_ONE = MemorySink.ofScale(1);

  @ParameterizedTest
  @CsvSource({"territory, 5, 5", "municipality, 60, 200", "industrial_zone, 25, 100", "plot, 250, 3000", "logistics_zone, 3, 10",
      "bottleneck, 40, 40", "company, 300, 300", "gateway, 60, 200", "primary_substation_area, 12, 12", "energy_area, 30, 30",
      "thematic_land_use_zone, 100, 1000", "thematic_industrial_establishment, 40, 500", "thematic_motorway, 7, 50",
      "thematic_background, 100, 1000", "visit_place, 15, 40"})
  void hasAsManyRowsAsPromised(String table, int least, int most) {
    assertThat(SCALE_ONE.rows(table).size()).isBetween(least, most);
  }

  @Test
  void flagsEveryRecordAsDemonstration() {
    SCALE_ONE.tables().forEach((table, rows) -> {
      if (!Set.of("company_consent", "layer_coverage").contains(table)) {
        assertThat(rows).as(table).allSatisfy(row -> {
          assertThat(row).containsEntry("demonstration", true).containsEntry("source", "Comparto demonstration data");
          assertThat(((Geometry) row.get("geom")).isValid()).isTrue();
        });
      }
    });
  }

  @Test
  void givesTheSameRowsAgain() {
    assertThat(MemorySink.ofScale(1).asCopyText().equals(SCALE_ONE.asCopyText())).isTrue();
  }

  @Test
  void givesEachIdAndCodeOnce() {
    Set<Object> ids = new HashSet<>();
    SCALE_ONE.tables().forEach((table, rows) -> {
      Set<Object> codes = new HashSet<>();
      for (Map<String, Object> row : rows) {
        if (row.containsKey("id")) {
          assertThat(ids.add(row.get("id"))).isTrue();
          assertThat(codes.add(row.get("code"))).as("%s of %s", row.get("code"), table).isTrue();
        }
      }
    });
  }

  @Test
  void usesEveryKindOfBottleneckAndGateway() {
    assertThat(values("bottleneck", "bottleneck_type")).containsExactlyInAnyOrder("road_limit", "bridge", "level_crossing",
        "junction",
        "rail", "missing_link", "waterway", "power_grid", "broadband", "other");
    assertThat(values("gateway", "gateway_kind")).containsExactlyInAnyOrder("toll_gate", "rail_terminal", "intermodal_terminal",
        "sea_port", "river_port", "airport", "station");
  }

  @Test
  void segromignoHasSixtyFiveFootwearFirms() {
    assertThat(SCALE_ONE.rows("company")).filteredOn(row -> "segromigno".equals(row.get("territory_code")))
        .filteredOn(row -> "footwear".equals(row.get("production_chain"))).hasSize(65);
  }

  @Test
  void mixesTheStatusesOfPlots() {
    Map<Object, Long> shares = SCALE_ONE.rows("plot").stream().collect(Collectors.groupingBy(row -> row.get("status"),
        Collectors.counting()));
    double all = SCALE_ONE.rows("plot").size();
    assertThat(shares.get("available") / all).isBetween(0.40, 0.50);
    assertThat(shares.get("reserved") / all).isBetween(0.07, 0.13);
    assertThat(shares.get("sold") / all).isBetween(0.25, 0.35);
    assertThat(shares.get("leased") / all).isBetween(0.11, 0.19);
  }

  @Test
  void mostCompaniesPublishTheirIdentityButNotTheirContact() {
    double all = SCALE_ONE.rows("company").size();
    assertThat(consenting("identity") / all).isBetween(0.80, 0.90);
    assertThat(consenting("contact") / all).isBetween(0.15, 0.45);
  }

  @Test
  void aLargerScaleKeepsTheHandMadePlacesAndAddsZonesWithoutTouchingThem() {
    MemorySink larger = MemorySink.ofScale(6);
    assertThat(larger.rows("plot").size()).isGreaterThan(SCALE_ONE.rows("plot").size() + 5 * 200);
    assertThat(larger.rows("company")).hasSize(300 + 5 * 35);
    List<Geometry> zones = larger.rows("industrial_zone").stream().map(row -> (Geometry) row.get("geom")).toList();
    for (int i = 0; i < zones.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(zones.get(i).intersects(zones.get(j))).isFalse();
      }
    }
    assertThat(larger.rows("plot").subList(0, SCALE_ONE.rows("plot").size())).extracting(row -> row.get("code"))
        .isEqualTo(SCALE_ONE.rows("plot").stream().map(row -> row.get("code")).toList());
  }

  @ParameterizedTest
  @CsvSource({"1", "6"})
  void thePlanCoversEveryTerritoryWithoutOverlapsInPiecesOfHandySize(int scale) {
    MemorySink sink = scale == 1 ? SCALE_ONE : MemorySink.ofScale(scale);
    for (Map<String, Object> territory : sink.rows("territory")) {
      List<Geometry> zones = sink.rows("thematic_land_use_zone").stream()
          .filter(row -> territory.get("code").equals(row.get("territory_code"))).map(row -> (Geometry) row.get("geom")).toList();
      Geometry outline = (Geometry) territory.get("geom");
      Geometry union = UnaryUnionOp.union(zones);
      assertThat(outline.difference(union).getArea()).isLessThan(outline.getArea() * 1e-6);
      assertThat(zones.stream().mapToDouble(Geometry::getArea).sum()).isCloseTo(union.getArea(), withinPercentage(1e-6));
      assertThat(zones).allSatisfy(zone -> assertThat(zone.getEnvelopeInternal().getHeight()).isLessThan(0.06));
    }
  }

  @Test
  void everyGeneratedZoneIsAProductionZoneOfThePlan() {
    MemorySink larger = MemorySink.ofScale(6);
    Set<Object> production = larger.rows("thematic_land_use_zone").stream().map(row -> row.get("code")).collect(Collectors.toSet());
    assertThat(larger.rows("industrial_zone")).allSatisfy(zone -> assertThat(production).contains("D-" + zone.get("code")));
  }

  @Test
  void oneLayerIsLeftUnknownInOneTerritoryOnPurpose() {
    Set<Object> known = SCALE_ONE.rows("layer_coverage").stream().map(row -> row.get("territory_code") + " " + row.get("layer_id"))
        .collect(Collectors.toSet());
    assertThat(known).contains("segromigno water_body", "segromigno state_property", "montaletto water_body")
        .doesNotContain("montaletto state_property");
    assertThat(SCALE_ONE.rows("thematic_state_property")).noneMatch(row -> "montaletto".equals(row.get("territory_code")));
  }

  @Test
  void refusesAScaleBelowOne() {
    assertThatThrownBy(() -> new Demonstration(0,
        1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least 1");
  }

  private static Set<Object> values(String table, String column) {
    return SCALE_ONE.rows(table).stream().map(row -> row.get(column)).collect(Collectors.toSet());
  }

  private static long consenting(String group) {
    return SCALE_ONE.rows("company").stream().filter(row -> ((List<?>) row.get("consented_groups")).contains(group)).count();
  }
}
