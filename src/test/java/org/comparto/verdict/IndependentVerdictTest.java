package org.comparto.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.comparto.ruleset.Rulesets;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the kernel says of many areas is what somebody finds who reads the law by hand and has nothing but JTS and the raw rows. */
@IntegrationTest
class IndependentVerdictTest {

  private static final List<String> TECHNOLOGIES = List.of("pv_ground", "agripv", "pv_roof", "pv_ground", "wind", "biomethane", "pv_canopy", "pv_floating");
  /** The last day before each change, and the day itself. */
  private static final List<LocalDate> DATES = List.of(LocalDate.of(2026, 4, 1), LocalDate.of(2024, 5, 15), LocalDate.of(2024, 5, 16),
      LocalDate.of(2025, 11, 21), LocalDate.of(2025, 11, 22), LocalDate.of(2026, 1, 20), LocalDate.of(2026, 1, 21), LocalDate.of(2026, 3, 21),
      LocalDate.of(2026, 3, 22));
  private static final List<String> TERRITORIES = List.of("cremona", "canavese", "fiorano", "segromigno", "montaletto");

  @Autowired Kernel kernel;
  @Autowired Rulesets rulesets;
  @Autowired JdbcClient db;

  private final Map<Integer, RawLayers> planes = new HashMap<>();
  private final List<String> differences = new ArrayList<>();
  private final Map<Result, Integer> seen = new EnumMap<>(Result.class);
  private int asked;

  @Test
  void threeHundredAreasAtRandomAreDividedAsByHand() {
    Random random = new Random(20261122);
    Areas areas = new Areas(random);
    for (int i = 0; i < 300; i++) {
      String territory = TERRITORIES.get(random.nextInt(TERRITORIES.size()));
      compare(areas.near(i % 3 == 0 ? shapes(territory, "industrial_zone", "industrial_establishment", "motorway")
          : shapes(territory, "quarry", "landfill", "cultural_asset", "protected_area", "existing_plant", "transport_site", "state_property", "flood_hazard",
              "water_body", "remediation_site", "landscape_constraint")),
          territory, TECHNOLOGIES.get(i % TECHNOLOGIES.size()), DATES.get(random.nextInt(DATES.size())), random.nextInt(5) == 0);
    }
    assertThat(differences).isEmpty();
    assertThat(seen.keySet()).containsExactlyInAnyOrder(Result.values());
    assertThat(asked).isEqualTo(300);
  }

  @Test
  void fiftyAwkwardAreasAreToo() {
    for (String territory : TERRITORIES) {
      List<Geometry> zones = shapes(territory, "industrial_zone");
      Geometry outline = raw(territory).rows("territory").stream().filter(row -> row.territory().equals(territory)).findFirst().orElseThrow().lonLat();
      List<Geometry> areas = Areas.awkward(zones.get(0), zones.get(1), outline);
      for (int i = 0; i < areas.size(); i++) {
        compare(areas.get(i), territory, i % 3 == 0 ? "pv_ground" : TECHNOLOGIES.get(i % TECHNOLOGIES.size()), DATES.get(i % DATES.size()), false);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(asked).isEqualTo(50);
  }

  /** Rules of nobody, over what the demonstration has in Cremona. */
  private static final String SIZES_AND_PRIORITIES = """
      ruleset: sizes
      status: draft
      valid: {from: 2026-01-21, to: null}
      title: {it: Prova, en: Trial}
      rules:
        - {id: quarries, effect: include, tech: [wind], priority: 10, title: {it: a, en: a}, source: {layer: quarry, min_area_m2: %1$d}, buffer_m: 150, cite: {act: Trial}}
        - {id: zones, effect: include, tech: [wind], priority: 3, title: {it: a, en: a}, source: {layer: industrial_zone, min_area_m2: %2$d}, buffer_m: 400,
           inside: true, except: [{layer: industrial_establishment, min_area_m2: %3$d}], cite: {act: Trial}}
        - {id: protected, effect: unsuitable, tech: [wind], priority: 5, title: {it: a, en: a}, source: {layer: protected_area}, buffer_m: 300, cite: {act: Trial}}
        - {id: flood, effect: unsuitable, tech: [wind], title: {it: a, en: a}, source: {layer: flood_hazard}, cite: {act: Trial}}
      """;

  @Test
  void sizesAndPrioritiesDivideAreasAsByHand() {
    Random random = new Random(20261123);
    Areas areas = new Areas(random);
    List<Geometry> beside = shapes("cremona", "quarry", "industrial_zone", "protected_area", "flood_hazard");
    RawLayers raw = raw("cremona");
    Geometry outline = raw.rows("territory").stream().filter(row -> "cremona".equals(row.territory())).findFirst().orElseThrow().lonLat();
    while (asked < 40) {
      Geometry area = areas.near(beside);
      if (!outline.contains(area)) {
        continue; // what lies outside of it is not known
      }
      asked++;
      Geometry plane = raw.plane().project(area);
      int[] least = {middle(raw, "quarry"), middle(raw, "industrial_zone"), middle(raw, "industrial_establishment")};
      Geometry quarries = raw.cover(plane, "quarry", 150, row -> row.metric().getArea() >= least[0]);
      Geometry zones = op(raw.cover(plane, "industrial_zone", 400, row -> row.metric().getArea() >= least[1]),
          raw.cover(plane, "industrial_establishment", 0, row -> row.metric().getArea() >= least[2]), OverlayNG.DIFFERENCE);
      Geometry guarded = raw.cover(plane, "protected_area", 300, row -> true);
      Geometry flood = raw.cover(plane, "flood_hazard", 0, row -> true);
      // whatever is highest decides: quarries 10, protected 5, zones 3, flood 0
      double suitable = op(quarries, op(zones, guarded, OverlayNG.DIFFERENCE), OverlayNG.UNION).getArea();
      double unsuitable = op(op(guarded, op(flood, zones, OverlayNG.DIFFERENCE), OverlayNG.UNION), quarries, OverlayNG.DIFFERENCE).getArea();
      Assessment found = kernel.assess(area, "cremona", List.of(new Case("wind", LocalDate.of(2026, 4, 1), Set.of(),
          List.of(rulesets.read(SIZES_AND_PRIORITIES.formatted(least[0], least[1], least[2])))))).get(0);
      Map<Result, Double> m2 = new EnumMap<>(Result.class);
      found.faces().forEach(face -> m2.merge(face.result(), face.m2(), Double::sum));
      m2.forEach((result, some) -> seen.merge(result, 1, Integer::sum));
      same(asked + ", suitable", suitable, m2.getOrDefault(Result.SUITABLE, 0.0), plane.getArea());
      same(asked + ", unsuitable", unsuitable, m2.getOrDefault(Result.UNSUITABLE, 0.0), plane.getArea());
      found.rules().stream().filter(finding -> finding.rule().equals("zones"))
          .forEach(finding -> same("zones, set aside", op(zones, op(guarded, quarries, OverlayNG.DIFFERENCE), OverlayNG.INTERSECTION).getArea(), finding.setAsideM2(), plane.getArea()));
    }
    assertThat(differences).isEmpty();
    assertThat(seen).containsKeys(Result.SUITABLE, Result.UNSUITABLE, Result.ORDINARY);
  }

  /** A size that some features of a layer have and some have not. */
  private static int middle(RawLayers raw, String layer) {
    List<Double> sizes = raw.rows(layer).stream().filter(row -> "cremona".equals(row.territory())).map(row -> row.metric().getArea()).sorted().toList();
    return (int) Math.floor((sizes.get((sizes.size() - 1) / 2) + sizes.get(sizes.size() / 2)) / 2);
  }

  private static Geometry op(Geometry a, Geometry b, int operation) {
    return RawLayers.overlay(a, b, operation);
  }

  private void compare(Geometry area, String territory, String technology, LocalDate date, boolean exempt) {
    asked++;
    Case one = new Case(technology, date, exempt ? Set.of("cer") : Set.of(), rulesets.inForce(date, territory));
    Assessment found = kernel.assess(area, territory, List.of(one)).get(0);
    HandReading hand = new HandReading(raw(territory), area, technology, date, territory, exempt);
    String what = asked + " " + technology + " " + date + " " + territory + (exempt ? " cer" : "");
    same(what + ", area", hand.areaM2(), found.areaM2(), hand.areaM2());
    Map<Result, Double> m2 = new EnumMap<>(Result.class);
    found.faces().forEach(face -> m2.merge(face.result(), face.m2(), Double::sum));
    hand.areas().forEach((result, wanted) -> same(what + ", " + result, wanted, m2.getOrDefault(result, 0.0), hand.areaM2()));
    m2.forEach((result, some) -> seen.merge(result, 1, Integer::sum));
    Map<String, Double> byRule = new HashMap<>();
    found.rules().forEach(finding -> byRule.put(finding.ruleset() + "/" + finding.rule(), finding.m2()));
    hand.rules().forEach((rule, wanted) -> same(what + ", " + rule, wanted, byRule.getOrDefault(rule, -1.0), hand.areaM2()));
    long including = found.rules().stream().filter(finding -> finding.effect() == org.comparto.ruleset.Effect.INCLUDE).count();
    if (including != hand.rules().size()) {
      differences.add(what + ": " + including + " rules, by hand " + hand.rules().keySet());
    }
  }

  private void same(String what, double wanted, double found, double area) {
    if (!(Math.abs(wanted - found) <= Math.max(1, wanted * 0.001))) {
      differences.add(what + ": by hand " + wanted + ", kernel " + found + " of " + area);
    }
  }

  private RawLayers raw(String territory) {
    return planes.computeIfAbsent(territory.equals("montaletto") ? 33 : 32, zone -> new RawLayers(db, zone));
  }

  private List<Geometry> shapes(String territory, String... layers) {
    List<Geometry> shapes = new ArrayList<>();
    for (String layer : layers) {
      raw(territory).rows(layer).stream().filter(row -> territory.equals(row.territory())).forEach(row -> shapes.add(row.lonLat()));
    }
    return shapes;
  }
}
