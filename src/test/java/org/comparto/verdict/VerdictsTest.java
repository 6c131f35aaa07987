package org.comparto.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comparto.ruleset.Effect;
import org.comparto.ruleset.Rulesets;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A verdict says what is so, for which reasons, and what it does not know; the same question has the same answer. */
@IntegrationTest
class VerdictsTest {

  /** Zones, plants and farmland of the demonstration by Cremona. */
  private static final String BOX = box(9.98, 45.13, 10.01, 45.15);
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  @LocalServerPort int port;
  @Autowired Kernel kernel;
  @Autowired Verdicts verdicts;
  @Autowired Rulesets rulesets;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;

  @AfterEach
  void nobodyStays() {
    new People(db, port).remove();
  }

  @Test
  void theSameQuestionHasTheSameAnswerUntilSomethingChanges() {
    Http.Answer first = ask(BOX, "pv_ground", "2026-04-01");
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    JsonNode verdict = first.json();
    String id = verdict.path("id").asString();
    assertThat(ask(BOX, "pv_ground", "2026-04-01").text()).isEqualTo(first.text());
    assertThat(ask(box(9.98, 45.13, 10.01, 45.15).replace("[9.98,45.13],[10.01,45.13],[10.01,45.15],[9.98,45.15],[9.98,45.13]",
        "[10.01,45.15],[9.98,45.15],[9.98,45.13],[10.01,45.13],[10.01,45.15]"), "pv_ground", "2026-04-01").json().path("id").asString())
        .as("the same ring begun elsewhere").isEqualTo(id);
    assertThat(Http.get(port, "/api/energy/verdicts/" + id).text()).isEqualTo(first.text());
    JsonNode again = Http.get(port, "/api/energy/verdicts/" + id + "/again").json();
    assertThat(again.path("same").asBoolean()).as(again.toString()).isTrue();
    assertThat(again.path("differences")).isEmpty();
    verdicts.refer(id, "test");

    Committed.write(transactions, db.sql("UPDATE thematic_quarry SET name = name"));
    JsonNode later = Http.get(port, "/api/energy/verdicts/" + id + "/again").json();
    assertThat(later.path("same").asBoolean()).isTrue();
    assertThat(later.path("differences").findValuesAsString("id")).containsExactly("quarry");
    assertThat(ask(BOX, "pv_ground", "2026-04-01").json().path("id").asString()).isNotEqualTo(id);

    double sum = 0;
    for (JsonNode part : verdict.path("parts")) {
      sum += part.path("m2").asDouble();
    }
    assertThat(sum).isCloseTo(verdict.path("areaM2").asDouble(), within(0.1));
    assertThat(verdict.path("computeCrs").asString()).isEqualTo("EPSG:7791");
    assertThat(verdict.path("quadrantSegments").asInt()).isEqualTo(32);
    JsonNode file = Http.get(port, "/api/energy/verdicts/" + id + ".geojson").json();
    assertThat(file.path("features").size()).isEqualTo(verdict.path("parts").size());
    db.sql("DELETE FROM verdict WHERE id = :id").param("id", id).update();
  }

  @Test
  void tellsWhatOneHasToKnowBesides() {
    JsonNode now = ask(BOX, "pv_ground", "2026-04-01").json();
    assertThat(kinds(now)).contains("overlay", "not_checked", "to_be_confirmed", "demonstration", "not_forbidden").doesNotContain("former_rules");
    now.path("warnings").forEach(warning -> {
      if (warning.path("kind").asString().equals("overlay")) {
        assertThat(warning.path("m2").asDouble()).isPositive();
      }
    });
    assertThat(kinds(ask(BOX, "pv_ground", "2025-11-21").json())).contains("former_rules");
    assertThat(kinds(ask(BOX, "pv_ground", "2025-11-22").json())).doesNotContain("former_rules");
    now.path("rules").forEach(rule -> assertThat(rule.path("citation").asString()).isNotBlank());
  }

  @Test
  void farmlandIsForbiddenToGroundPhotovoltaicsButNotToACommunity() {
    Assessment anybody = assess(BOX, "pv_ground", DAY, Set.of());
    Assessment community = assess(BOX, "pv_ground", DAY, Set.of("cer"));
    assertThat(m2(anybody, Result.GROUND_PV_FORBIDDEN)).isPositive();
    assertThat(m2(community, Result.GROUND_PV_FORBIDDEN)).isZero();
    double freed = m2(community, Result.ORDINARY) + m2(community, Result.SUITABLE) - m2(anybody, Result.ORDINARY) - m2(anybody, Result.SUITABLE);
    assertThat(freed).isCloseTo(m2(anybody, Result.GROUND_PV_FORBIDDEN), within(0.1));
    assertThat(community.warnings().stream().map(Warning::kind)).contains("exempt_project");
  }

  @Test
  void whateverLayerIsTakenAwayIsNamedWhereItIsMissed() {
    Assessment before = assess(BOX, "agripv", DAY, Set.of());
    assertThat(m2(before, Result.UNKNOWN)).isZero();
    Set<String> deciding = new TreeSet<>();
    rulesets.inForce(DAY, "cremona").forEach(set -> set.rules().stream().filter(rule -> rule.technologies().contains("agripv"))
        .filter(rule -> rule.effect() == Effect.INCLUDE || rule.effect() == Effect.UNSUITABLE).forEach(rule -> deciding.addAll(rule.layers())));
    assertThat(deciding).hasSizeGreaterThan(8);
    for (String layer : deciding) {
      Assessment without = without(layer);
      assertThat(without.result()).as(layer).isEqualTo(Result.UNKNOWN);
      assertThat(without.faces().stream().filter(face -> face.result() == Result.UNKNOWN)).as(layer).isNotEmpty()
          .allSatisfy(face -> assertThat(face.missingLayers()).containsExactly(layer));
      assertThat(without.layers().stream().filter(used -> !used.available()).map(UsedLayer::layer)).contains(layer);
    }
    Assessment overlay = without("flood_hazard"); // it only warns here
    assertThat(m2(overlay, Result.UNKNOWN)).isZero();
    assertThat(overlay.warnings()).anyMatch(warning -> warning.kind().equals("not_checked") && "flood_hazard".equals(warning.layer()));
  }

  @Test
  void aFeatureCountsFromItsFirstDayUntilTheDayBeforeItsLast() {
    String inside = "SRID=4326;" + new GeometryFactory().toGeometry(new Envelope(9.985, 9.987, 45.132, 45.134)).toText();
    transactions.executeWithoutResult(transaction -> {
      db.sql("""
          INSERT INTO thematic_quarry (code, territory_code, valid_from, valid_to, properties, geom)
          VALUES ('TEST-DAY', 'cremona', '2026-04-01', '2026-06-01', '{"quarry_status": "ceased"}', ST_GeomFromEWKT(:shape))""").param("shape", inside).update();
      List<Double> m2 = new ArrayList<>();
      for (String day : List.of("2026-03-31", "2026-04-01", "2026-05-31", "2026-06-01")) {
        m2.add(rule(assess(BOX, "agripv", LocalDate.parse(day), Set.of()), "quarries"));
      }
      assertThat(m2.get(0)).isEqualTo(m2.get(3));
      assertThat(m2.get(1)).isEqualTo(m2.get(2)).isGreaterThan(m2.get(0) + 30_000);
      transaction.setRollbackOnly();
    });
  }

  @Test
  void casesTogetherAreWhatEachIsAlone() {
    List<Case> cases = new ArrayList<>();
    for (String technology : List.of("pv_ground", "agripv", "wind", "biomethane", "pv_floating")) {
      for (LocalDate day : List.of(LocalDate.of(2024, 5, 15), LocalDate.of(2025, 11, 21), LocalDate.of(2026, 1, 20), DAY)) {
        cases.add(new Case(technology, day, Set.of(), rulesets.inForce(day, "cremona")));
      }
    }
    Geometry area = new GeometryFactory().toGeometry(new Envelope(9.99, 10.0, 45.135, 45.145));
    List<Assessment> together = kernel.divide(area, "cremona", cases);
    assertThat(kernel.divide(area, "cremona", cases).toString()).as("bit for bit").isEqualTo(together.toString());
    for (int i = 0; i < cases.size(); i++) {
      Assessment alone = kernel.assess(area, "cremona", List.of(cases.get(i))).get(0);
      for (Result result : Result.values()) {
        assertThat(m2(together.get(i), result)).as(cases.get(i) + " " + result).isCloseTo(m2(alone, result), within(1.0));
      }
    }
  }

  @Test
  void aStoredFeatureIsAskedAboutByItsId() {
    long zone = db.sql("SELECT min(id) FROM industrial_zone WHERE territory_code = 'cremona'").query(Long.class).single();
    JsonNode verdict = post("{\"feature\":{\"layer\":\"industrial_zone\",\"id\":" + zone + "},\"technology\":\"pv_roof\",\"date\":\"2026-04-01\"}").json();
    assertThat(verdict.path("feature").path("id").asLong()).isEqualTo(zone);
    assertThat(verdict.path("result").asString()).isEqualTo("SUITABLE");
    assertThat(verdict.path("whole").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{'technology':'wind'} | 400 | geometry | geometry is required",
      "{'geometry':{'type':'Point','coordinates':[10,45]},'technology':'wind'} | 400 | geometry | Polygon or MultiPolygon",
      "{'geometry':{'type':'Polygon','coordinates':[[[10,45.1],[10.01,45.11],[10.01,45.1],[10,45.11],[10,45.1]]]},'technology':'wind'} | 422 | geometry | crosses or touches itself at 10.005, 45.105",
      "{'geometry':BOX,'technology':'nuclear'} | 400 | technology | there are pv_ground, pv_roof",
      "{'geometry':BOX} | 400 | technology | technology is required",
      "{'geometry':BOX,'technology':'wind','date':'1 April'} | 400 | date | it must be a day like 2026-03-01",
      "{'geometry':BOX,'technology':'wind','date':'2021-12-14'} | 400 | date | the first begins on 2021-12-15",
      "{'geometry':BOX,'technology':'wind','territory':'atlantis'} | 400 | territory | there are canavese, cremona",
      "{'geometry':BOX,'technology':'wind','project':['war']} | 400 | project | there are cer, pnrr",
      "{'geometry':FAR,'technology':'wind'} | 400 | geometry | outside of every territory",
      "{'geometry':WIDE,'technology':'wind'} | 400 | geometry | 400 are the most",
      "{'geometry':METRES,'technology':'wind'} | 400 | geometry | not in degrees",
      "{'geometry':BOX,'feature':{'layer':'plot','id':1},'technology':'wind'} | 400 | feature | not both",
      "{'feature':{'layer':'nothing','id':1},'technology':'wind'} | 400 | feature | There is no layer",
      "{'feature':{'layer':'plot','id':999999999},'technology':'wind'} | 404 | feature | There is no feature 999999999"})
  void whatCanNotBeAnsweredIsToldWithItsCure(String body, int status, String parameter, String says) {
    Http.Answer answer = post(body.strip().replace('\'', '"').replace("BOX", BOX).replace("FAR", box(2, 45, 2.01, 45.01)).replace("WIDE", box(9.6, 45.1, 10.2, 45.3))
        .replace("METRES", box(500_000, 5_000_000, 501_000, 5_001_000)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
    assertThat(answer.json().path("detail").asString()).contains(says.strip());
    if (status == 422) {
      assertThat(answer.json().path("place").path("coordinates").get(0).asDouble()).isCloseTo(10.005, within(1e-9));
    }
  }

  @Test
  void aRuleSetIsLookedAtBeforeAnybodyPutsItInForce() {
    People people = new People(db, port);
    String text = """
        ruleset: test-preview
        status: draft
        valid: {from: 2026-01-21, to: null}
        title: {it: Prova, en: Trial}
        layers: {industrial_zone: {note: {it: Zone, en: Zones}}}
        rules:
          - id: zones_100
            effect: include
            tech: [wind]
            title: {it: Zone, en: Zones}
            source: {layer: industrial_zone}
            buffer_m: 100
            cite: {act: "Trial", source: "nobody"}
        """;
    String asked = JsonMapper.shared().writeValueAsString(Map.of("ruleset", text, "technology", "wind", "bbox", List.of(9.98, 45.13, 10.01, 45.15)));
    Http.Answer answer = people.signIn("planner").send("POST", "/api/energy/rulesets/preview", asked);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/geo+json");
    Set<String> basis = new TreeSet<>();
    answer.json().path("features").forEach(feature -> feature.path("properties").path("basis").forEach(rule -> basis.add(rule.asString())));
    assertThat(basis).containsExactly("test-preview/zones_100");
    assertThat(rulesets.find("test-preview", 0)).isEmpty();
  }

  private Assessment without(String layer) {
    return transactions.execute(transaction -> {
      String relation = layer.equals("industrial_zone") ? "industrial_zone" : "thematic_" + layer;
      db.sql("UPDATE " + relation + " SET publication_status = 'retired'").update();
      db.sql("DELETE FROM layer_coverage WHERE layer_id = :layer").param("layer", layer).update();
      Assessment assessment = assess(BOX, "agripv", DAY, Set.of());
      transaction.setRollbackOnly();
      return assessment;
    });
  }

  private Assessment assess(String geometry, String technology, LocalDate day, Set<String> project) {
    Geometry area = GroundReader.read(JsonMapper.shared().readTree(geometry));
    return kernel.assess(area, "cremona", List.of(new Case(technology, day, project, rulesets.inForce(day, "cremona")))).get(0);
  }

  private static double m2(Assessment assessment, Result result) {
    return assessment.faces().stream().filter(face -> face.result() == result).mapToDouble(Face::m2).sum();
  }

  private static double rule(Assessment assessment, String rule) {
    return assessment.rules().stream().filter(finding -> finding.rule().equals(rule)).findFirst().orElseThrow().m2();
  }

  private static Set<String> kinds(JsonNode verdict) {
    return new TreeSet<>(verdict.path("warnings").findValuesAsString("kind"));
  }

  private Http.Answer ask(String geometry, String technology, String date) {
    return post("{\"geometry\":" + geometry + ",\"technology\":\"" + technology + "\",\"date\":\"" + date + "\"}");
  }

  private Http.Answer post(String body) {
    return Http.send(port, "POST", "/api/energy/verdicts", body);
  }

  private static String box(double west, double south, double east, double north) {
    return String.format(Locale.ROOT, "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}", west, south, east, north);
  }
}
