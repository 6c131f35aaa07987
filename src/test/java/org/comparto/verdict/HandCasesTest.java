package org.comparto.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.comparto.ruleset.Rulesets;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ground laid out by hand in metres, and what the acts make of it, worked out by hand from their words (DOMAIN.md §1.2 to §1.5): m² of each
 * result. The territory lies where there is nothing else; x and y count from its south-western corner.
 */
@IntegrationTest
class HandCasesTest {

  /** RDN2008 / UTM 32N. */
  private static final int WEST = 500_000;
  private static final int SOUTH = 4_400_000;

  /** Relation, its attributes as JSON, and west, south, east, north. A motorway is a line from corner to corner. */
  private static final String GROUND = """
      land_use_zone | {"zone_class": "E"} | 0 0 48000 8000
      land_use_zone | {"zone_class": "E"} | 0 12000 48000 18000
      land_use_zone | {"zone_class": "E"} | 0 23000 2000 25000
      land_use_zone | {"zone_class": "D"} | 2000 23000 4000 25000
      motorway | {} | 5000 2000 5000 6000
      industrial_zone | | 15000 5000 15400 5400
      industrial_zone | | 25000 5000 25400 5400
      cultural_asset | {"protection_basis": "part_ii"} | 25600 5150 25700 5250
      quarry | {"quarry_status": "ceased"} | 31000 5000 31400 5400
      quarry | {"quarry_status": "active"} | 33000 5000 33400 5400
      quarry | {"quarry_status": "restored"} | 35000 5000 35400 5400
      landfill | {"landfill_status": "closed"} | 37000 5000 37400 5400
      landfill | {"landfill_status": "active"} | 39000 5000 39400 5400
      remediation_site | {"procedure_status": "open", "site_kind": "local"} | 41000 5000 41400 5400
      existing_plant | {"energy_source": "solar"} | 43000 5000 43400 5400
      transport_site | {"holder_kind": "airport"} | 45000 5000 45400 5400
      existing_plant | {"energy_source": "wind"} | 47000 5000 47400 5400
      industrial_establishment | {"agricultural_production": false, "aia": false} | 5000 15000 5400 15400
      industrial_establishment | {"agricultural_production": false, "aia": true} | 10000 15000 10400 15400
      industrial_establishment | {"agricultural_production": true, "aia": true} | 15000 15000 15400 15400
      industrial_establishment | {"aia": true} | 20000 15000 20400 15400
      industrial_establishment | {"agricultural_production": false} | 25000 15000 25400 15400
      landscape_constraint | {"constraint_basis": "art_136"} | 30000 14000 34000 17000
      state_property | {"property_kind": "military"} | 31000 15000 31400 15400
      state_property | {"property_kind": "state_real_estate", "valorisation_programme": true} | 32000 15000 32400 15400
      state_property | {"property_kind": "state_real_estate"} | 33000 15000 33400 15400
      industrial_zone | | 36000 15000 36200 15200
      industrial_zone | | 36700 15000 36900 15200
      protected_area | {"protection_kind": "natura_2000"} | 40000 15000 41000 16000
      industrial_establishment | {"agricultural_production": false, "aia": false} | 10000 30000 10400 30400
      """;

  /** What lies there | technology | day | project | west, south, east, north | m² of each result | layers without which it is unknown. */
  private static final String CASES = """
      motorway on farmland, before DL 63/2024: letter c-quater covers all | pv_ground | 2024-05-15 | | 5200 4000 5400 4400 | SUITABLE 80000 |
      motorway, first day of DL 63/2024: only within 300 m | pv_ground | 2024-05-16 | | 5200 4000 5400 4400 | SUITABLE 40000, GROUND_PV_FORBIDDEN 40000 |
      motorway, last day of D.Lgs. 199/2021 | pv_ground | 2025-11-21 | | 5200 4000 5400 4400 | SUITABLE 40000, GROUND_PV_FORBIDDEN 40000 |
      motorway, first day of art. 11-bis | pv_ground | 2025-11-22 | | 5200 4000 5400 4400 | SUITABLE 40000, GROUND_PV_FORBIDDEN 40000 |
      motorway, a community's project: the ban does not count | pv_ground | 2025-11-22 | cer | 5200 4000 5400 4400 | SUITABLE 40000, ORDINARY 40000 |
      motorway, agrivoltaics are never forbidden | agripv | 2025-11-22 | | 5200 4000 5400 4400 | SUITABLE 40000, ORDINARY 40000 |
      motorway, wind under letter c-quater | wind | 2025-11-21 | | 5200 4000 5400 4400 | SUITABLE 80000 |
      motorway, the 300 m are not for wind, and c-quater is gone | wind | 2025-11-22 | | 5200 4000 5400 4400 | ORDINARY 80000 |
      beside a zone, biomethane within 500 m | biomethane | 2026-03-01 | | 15400 5100 16100 5300 | SUITABLE 100000, ORDINARY 40000 |
      beside a zone, the solar belt under D.Lgs. 199/2021 | agripv | 2025-11-21 | | 15400 5100 16100 5300 | SUITABLE 140000 |
      beside a zone, the solar belt is gone | agripv | 2025-11-22 | | 15400 5100 16100 5300 | ORDINARY 140000 |
      beside a zone, 500 m do not free of the ban | pv_ground | 2025-11-21 | | 15400 5100 16100 5300 | GROUND_PV_FORBIDDEN 140000 |
      inside a zone on farmland of the plan, agrivoltaics | agripv | 2026-03-01 | | 15100 5100 15200 5200 | SUITABLE 10000 |
      inside a zone, roofs | pv_roof | 2026-03-01 | | 15100 5100 15200 5200 | SUITABLE 10000 |
      asset beside a zone: its 500 m do not erode c-ter, its own ground does | agripv | 2025-11-21 | | 25400 5100 26400 5300 | SUITABLE 130083, ORDINARY 69917 |
      asset beside a zone, wind keeps 3 km | wind | 2025-11-21 | | 25400 5100 26400 5300 | ORDINARY 200000 |
      asset beside a zone, biomethane has no distance | biomethane | 2025-11-21 | | 25400 5100 26400 5300 | SUITABLE 190000, ORDINARY 10000 |
      asset beside a zone, ground PV on farmland | pv_ground | 2025-11-21 | | 25400 5100 26400 5300 | GROUND_PV_FORBIDDEN 200000 |
      ceased quarry, DL 63/2024 | pv_ground | 2025-11-21 | | 31100 5100 31200 5200 | SUITABLE 10000 |
      active quarry, DL 63/2024 | pv_ground | 2025-11-21 | | 33100 5100 33200 5200 | GROUND_PV_FORBIDDEN 10000 |
      restored quarry, DL 63/2024 frees it | pv_ground | 2025-11-21 | | 35100 5100 35200 5200 | SUITABLE 10000 |
      closed landfill, DL 63/2024 frees it | pv_ground | 2025-11-21 | | 37100 5100 37200 5200 | SUITABLE 10000 |
      active landfill, DL 63/2024 | pv_ground | 2025-11-21 | | 39100 5100 39200 5200 | GROUND_PV_FORBIDDEN 10000 |
      remediation, before DL 63/2024 | pv_ground | 2024-05-15 | | 41100 5100 41200 5200 | SUITABLE 10000 |
      remediation is not enough for ground PV on farmland | pv_ground | 2024-05-16 | | 41100 5100 41200 5200 | GROUND_PV_FORBIDDEN 10000 |
      existing plant | pv_ground | 2024-05-16 | | 43100 5100 43200 5200 | SUITABLE 10000 |
      airport | pv_ground | 2025-11-21 | | 45100 5100 45200 5200 | SUITABLE 10000 |
      ceased quarry, art. 11-bis | pv_ground | 2026-01-21 | | 31100 5100 31200 5200 | SUITABLE 10000 |
      active quarry, art. 11-bis | pv_ground | 2026-01-21 | | 33100 5100 33200 5200 | GROUND_PV_FORBIDDEN 10000 |
      closed landfill, art. 11-bis has it as its own item | pv_ground | 2025-11-22 | | 37100 5100 37200 5200 | SUITABLE 10000 |
      remediation, art. 11-bis, ground PV | pv_ground | 2026-01-21 | | 41100 5100 41200 5200 | GROUND_PV_FORBIDDEN 10000 |
      remediation, art. 11-bis, agrivoltaics | agripv | 2026-01-21 | | 41100 5100 41200 5200 | SUITABLE 10000 |
      existing wind is no source for photovoltaics | agripv | 2026-01-21 | | 47100 5100 47200 5200 | ORDINARY 10000 |
      existing wind | wind | 2026-01-21 | | 47100 5100 47200 5200 | SUITABLE 10000 |
      plant without AIA, 500 m until 21 November 2025 | pv_ground | 2025-11-21 | | 5400 15100 6100 15300 | SUITABLE 100000, GROUND_PV_FORBIDDEN 40000 |
      plant without AIA, last day of the decree | pv_ground | 2026-01-20 | | 5400 15100 6100 15300 | GROUND_PV_FORBIDDEN 140000 |
      plant without AIA, first day of the law | pv_ground | 2026-01-21 | | 5400 15100 6100 15300 | SUITABLE 70000, GROUND_PV_FORBIDDEN 70000 |
      plant with AIA under the decree | pv_ground | 2025-11-22 | | 10400 15100 11100 15300 | SUITABLE 70000, GROUND_PV_FORBIDDEN 70000 |
      inside an agricultural plant, D.Lgs. 199/2021 | pv_ground | 2025-11-21 | | 15100 15100 15200 15200 | SUITABLE 10000 |
      inside an agricultural plant, art. 11-bis | pv_ground | 2026-01-21 | | 15100 15100 15200 15200 | GROUND_PV_FORBIDDEN 10000 |
      plant that may be agricultural | pv_ground | 2026-01-21 | | 20400 15100 21100 15300 | UNKNOWN 70000, GROUND_PV_FORBIDDEN 70000 | industrial_establishment
      plant of which the AIA is not known, under the decree | pv_ground | 2025-12-01 | | 25400 15100 26100 15300 | UNKNOWN 70000, GROUND_PV_FORBIDDEN 70000 | industrial_establishment
      the same under the law, which does not ask | pv_ground | 2026-01-21 | | 25400 15100 26100 15300 | SUITABLE 70000, GROUND_PV_FORBIDDEN 70000 |
      barracks within an art. 136 constraint, D.Lgs. 199/2021 | agripv | 2025-11-21 | | 31100 15100 31200 15200 | ORDINARY 10000 |
      barracks, first day of art. 11-bis | agripv | 2025-11-22 | | 31100 15100 31200 15200 | SUITABLE 10000 |
      barracks are not on the list that frees ground PV | pv_ground | 2025-11-22 | | 31100 15100 31200 15200 | GROUND_PV_FORBIDDEN 10000 |
      State real estate under valorisation | agripv | 2026-03-01 | | 32100 15100 32200 15200 | ORDINARY 10000 |
      State real estate of which that is not known | agripv | 2026-03-01 | | 33100 15100 33200 15200 | UNKNOWN 10000 | state_property
      between two zones nearer than the distance | biomethane | 2026-03-01 | | 36200 15050 36700 15150 | SUITABLE 50000 |
      Natura 2000 warns and takes nothing away | agripv | 2025-11-21 | | 40100 15100 40200 15200 | SUITABLE 10000 |
      parcel across zones E and D | pv_ground | 2026-03-01 | | 1900 23900 2100 24100 | SUITABLE 20000, GROUND_PV_FORBIDDEN 20000 |
      parcel across zones E and D, agrivoltaics | agripv | 2026-03-01 | | 1900 23900 2100 24100 | SUITABLE 20000, ORDINARY 20000 |
      no plan: whether it is farmland is not known | pv_ground | 2026-03-01 | | 20000 30000 20100 30100 | UNKNOWN 10000 | land_use_zone
      no plan: it may be a zone D, where agrivoltaics are suitable | agripv | 2026-03-01 | | 20000 30000 20100 30100 | UNKNOWN 10000 | land_use_zone
      no plan: to wind it does not matter | wind | 2026-03-01 | | 20000 30000 20100 30100 | ORDINARY 10000 |
      no plan beside a plant | agripv | 2026-03-01 | | 10400 30100 10500 30200 | UNKNOWN 10000 | land_use_zone
      inside a plant the plan does not matter | pv_ground | 2026-03-01 | | 10100 30100 10200 30200 | SUITABLE 10000 |
      """;

  @Autowired Kernel kernel;
  @Autowired Rulesets rulesets;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;

  @Test
  void everyCaseComesOutAsWorkedOutByHand() {
    SoftAssertions all = new SoftAssertions();
    onOurGround(() -> CASES.lines().map(line -> Arrays.stream((line + " ").split("\\|")).map(String::strip).toList()).forEach(line -> {
      Assessment found = assess(line.get(1), line.get(2), line.get(3), line.get(4));
      same(all, line.get(0), found, line.get(5));
      Set<String> missing = found.faces().stream().flatMap(face -> face.missingLayers().stream()).collect(Collectors.toCollection(TreeSet::new));
      all.assertThat(missing).as(line.get(0)).isEqualTo(line.get(6).isEmpty() ? Set.of() : Set.of(line.get(6)));
    }));
    all.assertAll();
  }

  @Test
  void whatOnlyWarnsOrLimitsIsSaid() {
    onOurGround(() -> {
      Assessment natura = assess("agripv", "2025-11-21", "", "40900 15100 41100 15200");
      assertThat(natura.warnings()).filteredOn(warning -> "protected_area".equals(warning.layer())).singleElement()
          .satisfies(warning -> assertThat(warning.m2()).isCloseTo(10_000, within(20.0)));
      Assessment wind = assess("wind", "2026-03-01", "", "47100 5100 47200 5200");
      assertThat(wind.rules()).filteredOn(finding -> finding.rule().equals("existing_wind")).singleElement()
          .satisfies(finding -> assertThat(finding.limits()).extracting(limit -> limit.id()).containsExactly("area_change_20"));
      Assessment unknown = assess("pv_ground", "2026-01-21", "", "20400 15100 21100 15300");
      assertThat(unknown.result()).isEqualTo(Result.UNKNOWN);
      assertThat(unknown.warnings()).filteredOn(warning -> warning.kind().equals("values_missing")).singleElement()
          .satisfies(warning -> assertThat(warning.text().en()).contains("agricultural_production = false"));
      assertThat(unknown.layers()).filteredOn(layer -> layer.layer().equals("industrial_establishment")).allMatch(UsedLayer::available);
    });
  }

  /** Rules of nobody: the quarries lie side by side, each of 16 ha; the reserve has 100 ha; of plants it is not said which are agricultural. */
  private static final String SIZES_AND_PRIORITIES = """
      ruleset: hand
      status: draft
      valid: {from: 2026-01-21, to: null}
      title: {it: Prova, en: Trial}
      rules:
        - {id: large, effect: include, tech: [wind], title: {it: a, en: a}, source: {layer: quarry, min_area_m2: %d}, buffer_m: 100, cite: {act: Trial}}
        - {id: anyhow, effect: include, tech: [agripv], title: {it: a, en: a}, everywhere: true,
           except: [{layer: quarry, min_area_m2: %d}], cite: {act: Trial}}
        - {id: ground, effect: include, tech: [pv_ground], priority: %d, title: {it: a, en: a}, everywhere: true, cite: {act: Trial}}
        - {id: doubtful, effect: include, tech: [pv_ground], priority: %d, title: {it: a, en: a}, cite: {act: Trial},
           source: {layer: industrial_establishment, where: "agricultural_production = true"}}
        - {id: reserve, effect: unsuitable, tech: [pv_ground], priority: 5, title: {it: a, en: a}, source: {layer: protected_area}, cite: {act: Trial}}
        - {id: plants, effect: unsuitable, tech: [pv_ground], priority: 5, title: {it: a, en: a}, source: {layer: industrial_establishment}, cite: {act: Trial}}
        - {id: farmland, effect: permit_only, tech: [pv_ground], priority: 2, title: {it: a, en: a}, cite: {act: Trial},
           applies_to: {layer: land_use_zone, where: "zone_class = 'E'"}}
      """;

  /** What lies there | technology | sizes and priorities of the rules in their order | box | m² of each result | the rules it rests on. */
  private static final String SIZED = """
      a quarry of 16 ha and 10 ha are asked for | wind | 100000, 1, 0, 0 | 31000 5400 31400 5500 | SUITABLE 40000 | large
      a square metre more than it has | wind | 160010, 1, 0, 0 | 31000 5400 31400 5500 | ORDINARY 40000 |
      a square metre less | wind | 159990, 1, 0, 0 | 31000 5400 31400 5500 | SUITABLE 40000 | large
      the area that is asked about is no measure of it | wind | 159990, 1, 0, 0 | 31000 5300 31010 5310 | SUITABLE 100 | large
      an exception that is large enough | agripv | 1, 100000, 0, 0 | 31300 5100 31500 5200 | SUITABLE 10000, ORDINARY 10000 | anyhow
      an exception that is too small excepts nothing | agripv | 1, 170000, 0, 0 | 31300 5100 31500 5200 | SUITABLE 20000 | anyhow
      below both: the reserve and the ban decide | pv_ground | 1, 1, 0, 0 | 39900 15100 40100 15200 | UNSUITABLE 10000, GROUND_PV_FORBIDDEN 10000 | farmland, reserve
      above the ban and below the reserve | pv_ground | 1, 1, 3, 0 | 39900 15100 40100 15200 | UNSUITABLE 10000, SUITABLE 10000 | ground, reserve
      of the same priority as the reserve, which comes first | pv_ground | 1, 1, 5, 0 | 39900 15100 40100 15200 | UNSUITABLE 10000, SUITABLE 10000 | ground, reserve
      above both | pv_ground | 1, 1, 6, 0 | 39900 15100 40100 15200 | SUITABLE 20000 | ground
      below all | pv_ground | 1, 1, -1, 0 | 39900 15100 40100 15200 | UNSUITABLE 10000, GROUND_PV_FORBIDDEN 10000 | farmland, reserve
      not known whether something of a higher priority frees it | pv_ground | 1, 1, 0, 7 | 20100 15100 20200 15200 | UNKNOWN 10000 | doubtful, farmland, ground, plants
      not known, and of a lower priority than what is | pv_ground | 1, 1, 8, 7 | 20100 15100 20200 15200 | SUITABLE 10000 | ground
      not known, and it would change nothing | pv_ground | 1, 1, 0, 4 | 20100 15100 20200 15200 | UNSUITABLE 10000 | plants
      """;

  @Test
  void sizesAndPrioritiesCountAsWorkedOutByHand() {
    SoftAssertions all = new SoftAssertions();
    onOurGround(() -> SIZED.lines().map(line -> Arrays.stream((line + " ").split("\\|")).map(String::strip).toList()).forEach(line -> {
      Object[] numbers = Arrays.stream(line.get(2).split(", ")).map(Integer::valueOf).toArray();
      Assessment found = kernel.assess(ground(line.get(3)), "hand", List.of(new Case(line.get(1), LocalDate.of(2026, 4, 1), Set.of(),
          List.of(rulesets.read(SIZES_AND_PRIORITIES.formatted(numbers)))))).get(0);
      same(all, line.get(0), found, line.get(4));
      Set<String> basis = found.faces().stream().flatMap(face -> face.basis().stream()).collect(Collectors.toCollection(TreeSet::new));
      all.assertThat(basis).as(line.get(0))
          .isEqualTo(line.get(5).isEmpty() ? Set.of() : Arrays.stream(line.get(5).split(", ")).map("hand/"::concat).collect(Collectors.toSet()));
    }));
    all.assertAll();
  }

  @Test
  void aRuleSaysWhereAnotherDecidesInsteadAndFromWhichSizeOnSomethingCountsForIt() {
    onOurGround(() -> {
      List<Finding> rules = kernel.assess(ground("39900 15100 40100 15200"), "hand", List.of(new Case("pv_ground", LocalDate.of(2026, 4, 1), Set.of(),
          List.of(rulesets.read(SIZES_AND_PRIORITIES.formatted(1, 1, 3, 0)))))).get(0).rules();
      assertThat(rules).filteredOn(finding -> finding.rule().equals("ground")).singleElement().satisfies(finding -> {
        assertThat(finding.priority()).isEqualTo(3);
        assertThat(finding.m2()).isCloseTo(10_000, within(20.0));
        assertThat(finding.setAsideM2()).as("in the reserve").isCloseTo(10_000, within(20.0));
        assertThat(finding.outcome()).isEqualTo(Outcome.PART);
      });
      assertThat(rules).filteredOn(finding -> finding.rule().equals("farmland")).singleElement().satisfies(finding -> {
        assertThat(finding.setAsideM2()).as("where the ground is free again; in the reserve both speak against it").isCloseTo(10_000, within(20.0));
        assertThat(finding.m2()).isCloseTo(10_000, within(20.0));
      });
      assertThat(rules).filteredOn(finding -> finding.rule().equals("reserve")).singleElement().satisfies(finding -> assertThat(finding.setAsideM2()).isZero());
      Finding large = kernel.assess(ground("31000 5400 31400 5500"), "hand", List.of(new Case("wind", LocalDate.of(2026, 4, 1), Set.of(),
          List.of(rulesets.read(SIZES_AND_PRIORITIES.formatted(5000, 1, 0, 0)))))).get(0).rules().get(0);
      assertThat(large.sized()).singleElement().satisfies(source -> assertThat(source.layer() + " " + source.minAreaM2()).isEqualTo("quarry 5000.0"));
    });
  }

  private Assessment assess(String technology, String day, String project, String box) {
    LocalDate date = LocalDate.parse(day);
    return kernel.assess(ground(box), "hand", List.of(new Case(technology, date, project.isEmpty() ? Set.of() : Set.of(project), rulesets.inForce(date, "hand")))).get(0);
  }

  private Geometry ground(String box) {
    return GroundReader.read(JsonMapper.shared().readTree(db.sql("SELECT ST_AsGeoJSON(" + shape(box, "ST_MakeEnvelope(%s, %s, %s, %s, 7791)") + ", 15)")
        .query(String.class).single()));
  }

  /** @param listed results and m², as in the tables above */
  private static void same(SoftAssertions all, String what, Assessment found, String listed) {
    Map<Result, Double> m2 = new EnumMap<>(Result.class);
    found.faces().forEach(face -> m2.merge(face.result(), face.m2(), Double::sum));
    Map<Result, Double> wanted = new EnumMap<>(Result.class);
    Arrays.stream(listed.split(", ")).map(one -> one.split(" ")).forEach(one -> wanted.put(Result.valueOf(one[0]), Double.valueOf(one[1])));
    // edges are straight in degrees: over a kilometre that is two centimetres
    for (Result result : Result.values()) {
      all.assertThat(m2.getOrDefault(result, 0.0)).as("%s: %s", what, result).isCloseTo(wanted.getOrDefault(result, 0.0), within(40.0));
    }
  }

  /** In a transaction that leaves nothing behind. */
  private void onOurGround(Runnable test) {
    transactions.executeWithoutResult(transaction -> {
      transaction.setRollbackOnly();
      db.sql("INSERT INTO territory (code, territory_code, name, geom) VALUES ('hand', 'hand', 'Hand', ST_Multi("
          + shape("-5000 -5000 55000 40000", "ST_MakeEnvelope(%s, %s, %s, %s, 7791)") + "))").update();
      Set<String> layers = new TreeSet<>();
      List.of("2024-05-16", "2025-11-22", "2026-01-21").forEach(day -> rulesets.inForce(LocalDate.parse(day), "hand")
          .forEach(set -> set.rules().forEach(rule -> layers.addAll(rule.layers()))));
      layers.forEach(layer -> db.sql("INSERT INTO layer_coverage (territory_code, layer_id, as_of, source, recorded_by) VALUES ('hand', :layer, '2026-01-01', 'test', 'test')")
          .param("layer", layer).update());
      List<String> lines = new ArrayList<>(GROUND.lines().toList());
      for (int i = 0; i < lines.size(); i++) {
        String[] row = Arrays.stream(lines.get(i).split("\\|")).map(String::strip).toArray(String[]::new);
        boolean line = row[0].equals("motorway");
        String geometry = shape(row[2], line ? "ST_SetSRID(ST_MakeLine(ST_MakePoint(%s, %s), ST_MakePoint(%s, %s)), 7791)" : "ST_MakeEnvelope(%s, %s, %s, %s, 7791)");
        boolean typed = row[1].isEmpty();
        db.sql("INSERT INTO " + (typed ? row[0] : "thematic_" + row[0]) + " (code, territory_code, geom" + (typed ? "" : ", properties") + ") VALUES ('HAND-" + i + "', 'hand', "
            + (typed ? "ST_Multi(" + geometry + ")" : geometry) + (typed ? "" : ", '" + row[1] + "'::jsonb") + ")").update();
      }
      test.run();
    });
  }

  private static String shape(String box, String made) {
    String[] at = box.split(" ");
    return "ST_Transform(" + String.format(made, Integer.parseInt(at[0]) + WEST, Integer.parseInt(at[1]) + SOUTH, Integer.parseInt(at[2]) + WEST,
        Integer.parseInt(at[3]) + SOUTH) + ", 4326)";
  }
}
