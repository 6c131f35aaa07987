package org.comparto.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesetTextTest {

  private static final Map<String, Ruleset> SHIPPED = RulesetFiles.read(RulesetFiles.texts());

  @Test
  void theActsFollowOneAnotherWithoutADayBetweenThemOrOnBoth() {
    assertThat(inForceBesideWarnings("2021-12-14")).isEmpty();
    assertThat(inForceBesideWarnings("2021-12-15")).containsExactly("it-199-2021");
    assertThat(inForceBesideWarnings("2024-05-15")).containsExactly("it-199-2021");
    assertThat(inForceBesideWarnings("2024-05-16")).containsExactly("it-199-2021", "it-63-2024");
    assertThat(inForceBesideWarnings("2025-11-21")).containsExactly("it-199-2021", "it-63-2024");
    assertThat(inForceBesideWarnings("2025-11-22")).containsExactly("it-190-2024-dl");
    assertThat(inForceBesideWarnings("2026-01-20")).containsExactly("it-190-2024-dl");
    assertThat(inForceBesideWarnings("2026-01-21")).containsExactly("it-190-2024");
  }

  @Test
  void theTwoVersionsOfArticle11BisDifferInTheConditionOfThePermitAndInNothingElse() {
    Ruleset decree = SHIPPED.get("it-190-2024-dl");
    Ruleset converted = SHIPPED.get("it-190-2024");
    assertThat(decree.rules()).extracting(Rule::id).isEqualTo(converted.rules().stream().map(Rule::id).toList());
    // the permission names the rules of its own set
    List<String> different = converted.rules().stream().filter(rule -> rule.effect() != Effect.PERMIT_ONLY)
        .filter(rule -> !decree.rules().contains(rule)).map(Rule::id).toList();
    assertThat(different).containsExactly("plants_350");
    assertThat(rule(decree, "plants_350").sources()).containsExactly(
        new Source("industrial_establishment", "agricultural_production = false AND aia = true", 0));
    assertThat(rule(converted, "plants_350").sources()).containsExactly(
        new Source("industrial_establishment", "agricultural_production = false", 0));
  }

  @Test
  void theResidualClassKeepsAnotherDistanceForEachTechnology() {
    Ruleset set = SHIPPED.get("it-199-2021");
    assertThat(rule(set, "c_quater_pv").except()).extracting(Except::bufferM).containsExactly(0.0, 0.0, 500.0, 500.0);
    assertThat(rule(set, "c_quater_wind").except()).extracting(Except::bufferM).containsExactly(0.0, 0.0, 3000.0, 3000.0);
    assertThat(rule(set, "c_quater_other").except()).extracting(Except::bufferM).containsExactly(0.0, 0.0);
    for (String technology : RulesetText.TECHNOLOGIES) {
      assertThat(set.rules().stream().filter(r -> r.id().startsWith("c_quater")).filter(r -> r.technologies().contains(technology)))
          .as(technology).hasSize(1);
    }
  }

  @Test
  void groundPhotovoltaicsOnFarmlandIsLeftFreeByWhatTheActNames() {
    assertThat(rule(SHIPPED.get("it-190-2024"), "ground_pv_farmland").allowIfAny()).containsExactly("it-190-2024/existing_pv",
        "it-190-2024/quarries", "it-190-2024/landfills", "it-190-2024/rail_motorway_sites", "it-190-2024/airport_sites",
        "it-190-2024/plants_350", "it-190-2024/motorway_300");
    assertThat(rule(SHIPPED.get("it-63-2024"), "ground_pv_farmland").allowIfAny())
        .contains("it-199-2021/plants_500", "it-199-2021/motorway_300", "it-63-2024/landfills_closed")
        .doesNotContain("it-199-2021/zones_500", "it-199-2021/remediation", "it-199-2021/c_quater_pv");
    assertThat(rule(SHIPPED.get("it-190-2024"), "ground_pv_farmland").exemptIf()).containsExactly("cer", "pnrr");
  }

  @Test
  void whatNobodyHasReadInTheActSaysSo() {
    assertThat(SHIPPED.values()).filteredOn(s -> s.id().startsWith("it-190")).hasSize(2).allSatisfy(set -> {
      assertThat(set.status()).isEqualTo(Ruleset.Status.DRAFT);
      assertThat(set.confirmedBy()).isNull();
      assertThat(set.rules()).allMatch(rule -> rule.unverified() != null);
    });
    assertThat(SHIPPED.values()).allSatisfy(set -> assertThat(set.rules())
        .allSatisfy(rule -> assertThat(rule.cite().source()).as(set.nameOf(rule)).isNotBlank()));
  }

  @Test
  void everyFaultIsFoundAtOnceWithItsRuleAndItsPlace() {
    FaultyRulesetException faulty = catchThrowableOfType(FaultyRulesetException.class, () -> RulesetText.read("""
        ruleset: Wrong Name
        status: confirmed
        valid: {from: 2026-02-30, to: 2026-01-01}
        colour: red
        title: {it: Prova}
        rules:
          - id: first
            effect: incude
            tech: [pv_ground, nuclear]
            source: {layer: quarry, were: "a = 1"}
            buffer_m: -5
            title: {it: a, en: b}
            cite: {act: X}
          - effect: permit_only
            tech: []
            source: {layer: quarry}
            title: {it: a, en: b}
            cite: {art: "1"}
        """));
    assertThat(faulty.faults()).extracting(f -> f.rule() + " " + f.path()).contains("null ruleset", "null confirmed_by", "null valid.from",
        "null colour", "null title.en", "first effect", "first tech", "first source.were", "first buffer_m", "#2 id", "#2 tech",
        "#2 source", "#2 applies_to", "#2 cite.act");
  }

  @Test
  void sizesAndPrioritiesAreReadWhereTheyMeanSomething() {
    String text = """
        ruleset: trial
        status: draft
        valid: {from: 2026-01-21, to: null}
        title: {it: a, en: b}
        rules:
          - id: large
            effect: include
            priority: 5
            tech: [wind]
            source: [{layer: quarry, min_area_m2: 5000}, {layer: landfill}]
            restrict_to: {layer: land_use_zone, where: "zone_class = 'E'", min_area_m2: 0.5}
            except: [{layer: cultural_asset, min_area_m2: 100, buffer_m: 50}]
            title: {it: a, en: b}
            cite: {act: X}
          - id: told
            effect: warn
            tech: [wind]
            source: {layer: flood_hazard}
            title: {it: a, en: b}
            cite: {act: X}
        """;
    Rule large = RulesetText.read(text).rules().get(0);
    assertThat(large.priority()).isEqualTo(5);
    assertThat(large.sized()).containsExactly(new Source("quarry", null, 5000), new Source("land_use_zone", "zone_class = 'E'", 0.5),
        new Source("cultural_asset", null, 100));
    assertThat(SHIPPED.values()).as("no act was read that states any").allSatisfy(set -> assertThat(set.rules()).allMatch(rule -> rule.priority() == 0 && rule.sized().isEmpty()));

    FaultyRulesetException faulty = catchThrowableOfType(FaultyRulesetException.class, () -> RulesetText.read(text.replace("priority: 5", "priority: high")
        .replace("min_area_m2: 5000", "min_area_m2: 0").replace("min_area_m2: 0.5", "min_area_m2: 1 ha").replace("effect: warn", "effect: warn\n    priority: 1")
        .replace("layer: flood_hazard", "layer: flood_hazard, min_area: 3")));
    assertThat(faulty.faults()).extracting(f -> f.rule() + " " + f.path()).containsExactlyInAnyOrder("large priority", "large source[0].min_area_m2",
        "large restrict_to.min_area_m2", "told priority", "told source.min_area");
  }

  @Test
  void aKeyThatIsWrittenTwiceIsNotHalfRead() {
    FaultyRulesetException faulty = catchThrowableOfType(FaultyRulesetException.class,
        () -> RulesetText.read("ruleset: one\nruleset: two\n"));
    assertThat(faulty.faults()).singleElement().satisfies(fault -> assertThat(fault.reason()).contains("line 2"));
  }

  private static List<String> inForceBesideWarnings(String date) {
    return SHIPPED.values().stream().filter(s -> !s.demonstration() && s.rules().stream().anyMatch(r -> r.effect() != Effect.WARN))
        .filter(s -> s.isInForce(LocalDate.parse(date))).map(Ruleset::id).toList();
  }

  private static Rule rule(Ruleset set, String id) {
    return set.rules().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }
}
