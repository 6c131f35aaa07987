package org.comparto.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Sets that are uploaded here were in force for a year long ago, so that they decide nothing for other tests. */
@IntegrationTest
class RulesetApiTest {

  private static final String SET = """
      ruleset: test-meadows
      status: draft
      valid: {from: 1990-01-01, to: 1991-01-01}
      title: {it: Prova, en: Test}
      territories: [%s]
      rules:
        - id: meadows
          effect: include
          tech: [pv_ground]
          title: {it: Prati, en: Meadows}
          source: {layer: land_use_zone, where: "zone_class = 'E'"}
          buffer_m: %d
          cite: {act: Test act, source: Test}
      """;
  private static int metres = 100;

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Rulesets rulesets;
  private People people;

  @BeforeEach
  void people() {
    people = new People(db, port);
    people.remove();
  }

  @AfterEach
  void nothingStays() {
    people.remove();
  }

  @Test
  void whatIsInForceDependsOnTheDayAndThePlace() {
    assertThat(ids("?date=2025-11-21")).containsExactly("it-199-2021", "it-dm-10-09-2010", "it-63-2024");
    assertThat(ids("?date=2025-11-22")).containsExactly("it-190-2024-dl", "it-dm-10-09-2010");
    assertThat(ids("?date=2026-11-22&territory=cremona")).containsExactly("it-190-2024", "it-dm-10-09-2010", "demo-cremona-fiorano");
    assertThat(ids("?date=2026-11-22&territory=montaletto")).containsExactly("it-190-2024", "it-dm-10-09-2010");
    assertThat(rulesets.changes("cremona")).contains(LocalDate.of(2021, 12, 15), LocalDate.of(2024, 5, 16), LocalDate.of(2025, 11, 22),
        LocalDate.of(2026, 1, 21), LocalDate.of(2026, 3, 22));
    assertThat(rulesets.changes(null)).doesNotContain(LocalDate.of(2026, 3, 22));
  }

  @Test
  void aSetSaysWhichOfItsLayersAreKnownWhere() {
    JsonNode layers = Http.get(port, "/api/energy/rulesets/it-190-2024/1").json().path("layers");
    assertThat(available(layers, "state_property", "montaletto")).isFalse();
    assertThat(available(layers, "state_property", "cremona")).isTrue();
    assertThat(available(layers, "water_body", "segromigno")).isTrue();
    assertThat(available(layers, "land_use_zone", "montaletto")).isTrue();
  }

  @Test
  void theFormOfASetIsThereForEditors() {
    Http.Answer schema = Http.get(port, "/api/energy/rulesets/schema");
    assertThat(schema.status()).isEqualTo(200);
    assertThat(schema.header("Content-Type")).startsWith("application/schema+json");
    assertThat(schema.json().path("required").toString()).contains("ruleset", "rules");
  }

  @Test
  void aRuleIsShownWithItsCitationAndWhatIsToBeConfirmed() {
    JsonNode set = Http.get(port, "/api/energy/rulesets/it-190-2024/1").json();
    assertThat(set.path("status").asString()).isEqualTo("draft");
    assertThat(set.path("active").asBoolean()).isTrue();
    assertThat(set.path("decision").isMissingNode()).as("usernames are not for the public").isTrue();
    JsonNode plants = set.path("rules").valueStream().filter(r -> r.path("id").asString().equals("plants_350")).findFirst().orElseThrow();
    assertThat(plants.path("citation").asString()).isEqualTo("D.Lgs. 190/2024, art. 11-bis, c. 1, lett. l, n. 1");
    assertThat(plants.path("bufferM").asInt()).isEqualTo(350);
    assertThat(plants.path("unverified").path("en").asString()).contains("to be confirmed");
    Http.Answer yaml = Http.get(port, "/api/energy/rulesets/it-190-2024/1?f=yaml");
    assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
    assertThat(RulesetText.read(yaml.text()).rules()).isEqualTo(rulesets.find("it-190-2024", 1).orElseThrow().rules());
  }

  @Test
  void aSetDecidesWhenASecondPersonHasPutItInForce() {
    people.make("test-one", "planner", null);
    people.make("test-two", "planner", null);
    Visitor one = Visitor.signedIn(port, "test-one", People.PASSWORD);
    Visitor two = Visitor.signedIn(port, "test-two", People.PASSWORD);
    String text = SET.formatted("cremona", ++metres);
    Http.Answer uploaded = one.sendAs("POST", "/api/energy/rulesets", text, "application/yaml");
    assertThat(uploaded.status()).isEqualTo(201);
    int version = uploaded.json().path("version").asInt();
    String at = "/api/energy/rulesets/test-meadows/" + version;
    assertThat(uploaded.json().path("active").asBoolean()).isFalse();
    assertThat(one.sendAs("POST", "/api/energy/rulesets", text, "application/yaml").status()).as("the same again").isEqualTo(200);
    assertThat(inForceIn1990()).isEmpty();

    long before = rulesets.revision();
    String yes = "{\"confirm\": true, \"reason\": \"read in the Gazzetta\"}";
    assertThat(one.send("POST", at + "/activation", yes).problem()).isEqualTo("own-ruleset");
    assertThat(two.send("POST", at + "/activation", "{\"confirm\": true}").problem()).isEqualTo("invalid-parameter");
    Http.Answer active = two.send("POST", at + "/activation", yes);
    assertThat(active.json().path("status").asString()).isEqualTo("confirmed");
    assertThat(active.json().path("confirmedBy").asString()).isEqualTo("test-two");
    assertThat(rulesets.revision()).isGreaterThan(before);
    assertThat(inForceIn1990()).containsExactly("test-meadows");
    assertThat(two.send("POST", at + "/activation", yes).problem()).isEqualTo("active-already");

    // a further version takes its place, and the former one stays to be read
    int next = two.sendAs("POST", "/api/energy/rulesets", SET.formatted("cremona", ++metres), "application/yaml").json().path("version").asInt();
    assertThat(one.send("POST", "/api/energy/rulesets/test-meadows/" + next + "/activation", "{\"reason\": \"newer\"}").status()).isEqualTo(200);
    assertThat(rulesets.inForce(LocalDate.of(1990, 6, 1), "cremona")).filteredOn(set -> set.from() != null)
        .extracting(Ruleset::version).containsExactly(next);
    assertThat(Http.get(port, at).json().path("rules").get(0).path("bufferM").asInt()).isEqualTo(metres - 1);
    assertThat(one.send("POST", "/api/energy/rulesets/test-meadows/" + next + "/deactivation", "{\"reason\": \"over\"}").status()).isEqualTo(200);
    assertThat(inForceIn1990()).isEmpty();
    assertThat(db.sql("SELECT action FROM audit_entry WHERE subject = :subject ORDER BY id").param("subject", "ruleset:test-meadows@" + version)
        .query(String.class).list()).containsExactly("ruleset-uploaded", "ruleset-activated");
  }

  @Test
  void whoWorksInOneTerritoryDecidesOnItsSetsOnly() {
    people.make("test-local", "planner", "cremona");
    Visitor local = Visitor.signedIn(port, "test-local", People.PASSWORD);
    assertThat(local.sendAs("POST", "/api/energy/rulesets", SET.formatted("fiorano", 1), "application/yaml").problem()).isEqualTo("forbidden-territory");
    assertThat(local.sendAs("POST", "/api/energy/rulesets", SET.formatted("", 1), "application/yaml").problem()).isEqualTo("forbidden-territory");
    assertThat(local.send("POST", "/api/energy/rulesets/it-190-2024/1/deactivation", "{\"reason\": \"no\"}").problem()).isEqualTo("forbidden-territory");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceInTheLanguageOfTheCaller() {
    Visitor planner = people.signIn("planner");
    Http.Answer answer = planner.sendAs("POST", "/api/energy/rulesets", SET.formatted("cremona", 1).replace("'E'\"", "'E' AND\"")
        .replace("effect: include", "effect: incude") + "  - {id: next, effect: warn, tech: [wind], source: {layer: nowhere}, cite: {act: A}}\n",
        "application/yaml", "Accept-Language", "it");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("faulty-ruleset");
    List<String> faults = new ArrayList<>();
    answer.json().path("faults").forEach(f -> faults.add(f.path("rule").asString() + " " + f.path("path").asString() + " " + f.path("reason").asString()));
    assertThat(faults).contains("meadows effect «incude» non è tra include, allow, permit_only, unsuitable, warn, cap", "next title è obbligatorio");
    Http.Answer beside = planner.sendAs("POST", "/api/energy/rulesets", SET.formatted("cremona", 1).replace("'E'\"", "'E' AND\"")
        .replace("overlay", "").replace("buffer_m: 1", "except: {layer: motorway, min_area_m2: 10}")
        + "layers: {land_use_zone: {complete: true}, quarry: {}}\noverlay: it-1-1970\n", "application/yaml");
    assertThat(beside.json().path("faults").valueStream().map(f -> f.path("path").asString())).containsExactlyInAnyOrder("overlay", "layers.quarry",
        "source[0].where", "except[0].min_area_m2");
  }

  @Test
  void anEmptyLayerIsKnownOnceSomebodySaysThatItIsComplete() {
    Visitor desk = people.signIn("desk");
    String at = "/api/energy/coverage/montaletto/state_property";
    assertThat(desk.send("PUT", at, "{\"asOf\": \"2999-01-01\", \"source\": \"x\"}").problem()).isEqualTo("invalid-parameter");
    assertThat(desk.send("PUT", at, "{\"asOf\": \"2026-10-01\", \"source\": \"Letter of the agency\"}").status()).isEqualTo(204);
    try {
      assertThat(available(Http.get(port, "/api/energy/rulesets/it-190-2024/1").json().path("layers"), "state_property", "montaletto")).isTrue();
    } finally {
      assertThat(desk.send("DELETE", at, null).status()).isEqualTo(204);
    }
    assertThat(available(Http.get(port, "/api/energy/rulesets/it-190-2024/1").json().path("layers"), "state_property", "montaletto")).isFalse();
    assertThat(desk.send("DELETE", at, null).status()).isEqualTo(404);
  }

  private List<String> inForceIn1990() {
    return rulesets.inForce(LocalDate.of(1990, 6, 1), "cremona").stream().filter(s -> s.from() != null).map(Ruleset::id).toList();
  }

  private List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    Http.get(port, "/api/energy/rulesets" + query).json().path("rulesets").forEach(set -> ids.add(set.path("id").asString()));
    return ids;
  }

  private static boolean available(JsonNode layers, String layer, String territory) {
    return layers.valueStream().filter(l -> l.path("layer").asString().equals(layer)).findFirst().orElseThrow().path("available").path(territory).asBoolean();
  }
}
