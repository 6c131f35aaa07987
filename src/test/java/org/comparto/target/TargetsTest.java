package org.comparto.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.comparto.testing.Committed;
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
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Targets are set by reviewers of the territory on the version they read; figures count what layers hold, and say what is not known. */
@IntegrationTest
class TargetsTest {

  private static final String TARGET = "{\"mw\":40,\"gwh\":52.5,\"farmlandPercent\":0.8,\"note\":\"Plan\"}";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  private People people;

  @BeforeEach
  void people() {
    people = new People(db, port);
  }

  @AfterEach
  void nothingStays() {
    Committed.write(transactions, db.sql("DELETE FROM energy_target WHERE updated_by LIKE 'test-%'"));
    db.sql("DELETE FROM utilised_farmland WHERE updated_by LIKE 'test-%'").update();
    Committed.write(transactions, db.sql("DELETE FROM energy_area WHERE code LIKE 'TEST-%'"));
    people.remove();
  }

  @Test
  void whoReviewsSetsChangesAndRemovesOnTheVersionRead() {
    Visitor planner = people.signIn("planner");
    Http.Answer first = put(planner, "cremona", 2041, TARGET, "\"0\"");
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(first.header("ETag")).isEqualTo("\"1\"");
    assertThat(target("cremona", 2041).path("gwh").asDouble()).isEqualTo(52.5);
    assertThat(put(planner, "cremona", 2041, "{\"mw\":41}", "\"1\"").json().path("version").asInt()).isEqualTo(2);
    assertThat(target("cremona", 2041).has("gwh")).as("what is left out is no target any more").isFalse();

    Http.Answer late = put(planner, "cremona", 2041, "{\"mw\":42}", "\"1\"");
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.json().path("current").path("mw").asDouble()).isEqualTo(41);
    assertThat(put(planner, "cremona", 2041, "{\"mw\":42}", "\"0\"").status()).as("there is one already").isEqualTo(412);
    assertThat(put(planner, "cremona", 2042, "{\"mw\":42}", "\"3\"").status()).as("there is none").isEqualTo(412);
    assertThat(planner.send("PUT", "/api/energy/targets/cremona/2041", TARGET).status()).isEqualTo(428);

    assertThat(planner.send("DELETE", "/api/energy/targets/cremona/2041", null, "If-Match", "\"1\"").status()).isEqualTo(412);
    assertThat(planner.send("DELETE", "/api/energy/targets/cremona/2041", null, "If-Match", "\"2\"").status()).isEqualTo(204);
    assertThat(target("cremona", 2041).isMissingNode()).isTrue();
    assertThat(db.sql("SELECT action FROM audit_entry WHERE subject = 'target:cremona/2041' ORDER BY id").query(String.class).list())
        .endsWith("target-set", "target-set", "target-removed");
  }

  @Test
  void nobodySetsThoseOfAnotherTerritoryNorWithoutTheRight() {
    people.make("test-local", "planner", "canavese");
    Visitor local = Visitor.signedIn(port, "test-local", People.PASSWORD);
    assertThat(put(local, "cremona", 2041, TARGET, "\"0\"").problem()).isEqualTo("forbidden-territory");
    assertThat(put(people.signIn("municipal_editor"), "cremona", 2041, TARGET, "\"0\"").problem()).isEqualTo("forbidden");
    assertThat(put(Visitor.anonymous(port), "cremona", 2041, TARGET, "\"0\"").status()).isEqualTo(401);
  }

  @Test
  void whatIsNoTargetIsRefusedNamingTheMember() {
    Visitor planner = people.signIn("planner");
    assertThat(put(planner, "cremona", 2041, "{\"note\":\"nothing\"}", "\"0\"").json().path("parameter").asString()).isEqualTo("mw");
    assertThat(put(planner, "cremona", 2041, "{\"farmlandPercent\":101}", "\"0\"").json().path("parameter").asString()).isEqualTo("farmlandPercent");
    assertThat(put(planner, "cremona", 1492, TARGET, "\"0\"").json().path("parameter").asString()).isEqualTo("year");
    assertThat(put(planner, "nowhere", 2041, TARGET, "\"0\"").status()).isEqualTo(404);
    assertThat(Http.get(port, "/api/energy/targets?territory=nowhere").status()).isEqualTo(404);
  }

  @Test
  void theUtilisedFarmlandIsWrittenDownWithItsSourceAndNotKnownBefore() {
    Visitor planner = people.signIn("planner");
    String sau = "{\"hectares\":135000,\"year\":2020,\"source\":\"Trial statistic\"}";
    assertThat(Http.get(port, "/api/energy/targets?territory=cremona").json().path("utilisedFarmland").isMissingNode()).isTrue();
    assertThat(put(planner, "farmland", "{\"hectares\":135000,\"year\":2020}", "\"0\"").json().path("parameter").asString()).isEqualTo("source");
    assertThat(put(planner, "farmland", sau.replace("135000", "0"), "\"0\"").json().path("parameter").asString()).isEqualTo("hectares");
    assertThat(put(planner, "farmland", sau.replace("2020", "2999"), "\"0\"").json().path("parameter").asString()).isEqualTo("year");
    assertThat(put(people.signIn("municipal_editor"), "farmland", sau, "\"0\"").problem()).isEqualTo("forbidden");

    assertThat(put(planner, "farmland", sau, "\"0\"").header("ETag")).isEqualTo("\"1\"");
    assertThat(put(planner, "farmland", sau, "\"0\"").json().path("current").path("hectares").asDouble()).isEqualTo(135000);
    JsonNode known = Http.get(port, "/api/energy/targets?territory=cremona").json().path("utilisedFarmland");
    assertThat(known.path("source").asString()).isEqualTo("Trial statistic");
    double approved = figures().path("farmland").path("approvedM2").asDouble();
    String line = Http.get(port, "/api/energy/targets.csv?territory=cremona").text().lines().filter(one -> one.contains(",farmland_approved,")).findFirst().orElseThrow();
    assertThat(Double.parseDouble(line.substring(line.lastIndexOf(',') + 1))).isCloseTo(approved / 1_350_000_000 * 100, within(1e-4));
    assertThat(planner.send("DELETE", "/api/energy/farmland/cremona", null, "If-Match", "\"1\"").status()).isEqualTo(204);
    assertThat(planner.send("DELETE", "/api/energy/farmland/cremona", null, "If-Match", "\"1\"").status()).isEqualTo(404);
  }

  private static Http.Answer put(Visitor who, String what, String json, String ifMatch) {
    return who.send("PUT", "/api/energy/" + what + "/cremona", json, "If-Match", ifMatch);
  }

  @Test
  void figuresCountAreasByStageAndSayWhatIsNotKnown() {
    JsonNode before = technology("pv_floating");
    area("TEST-1", "marked", "2500", "3000000");
    area("TEST-2", "marked", "NULL", "NULL");
    area("TEST-3", "built", "500", "NULL");
    JsonNode after = technology("pv_floating");
    assertThat(difference(before, after, "approved", "areas")).isEqualTo(2);
    assertThat(difference(before, after, "approved", "mw")).isCloseTo(2.5, within(1e-9));
    assertThat(difference(before, after, "approved", "gwh")).isCloseTo(3, within(1e-9));
    assertThat(difference(before, after, "approved", "withoutPower")).isEqualTo(1);
    assertThat(difference(before, after, "built", "withoutYield")).isEqualTo(1);
    double metric = db.sql("SELECT ST_Area(geom::geography) FROM energy_area WHERE code = 'TEST-3'").query(Double.class).single();
    assertThat(difference(before, after, "built", "m2")).as("as on the ellipsoid, but for the scale of UTM").isCloseTo(metric, within(metric * 0.001));
    area("TEST-4", "proposed", "NULL", "NULL");
    assertThat(technology("pv_floating").path("marked").path("withoutPower").asInt()).isPositive();
  }

  @Test
  void groundMountedPvTakesOfTheFarmlandWhatLiesOnIt() {
    JsonNode farmland = figures().path("farmland");
    double expected = db.sql("""
        SELECT sum(ST_Area(geom::geography)) FROM thematic_feature
        WHERE layer_id = 'land_use_zone' AND territory_code = 'cremona' AND publication_status = 'published' AND properties ->> 'zone_class' = 'E'""")
        .query(Double.class).single();
    assertThat(farmland.path("m2").asDouble()).isCloseTo(expected, within(expected * 0.001));
    double taken = db.sql("""
        SELECT coalesce(sum(ST_Area(ST_Intersection(e.geom, z.geom)::geography)), 0) FROM energy_area e JOIN thematic_feature z ON ST_Intersects(e.geom, z.geom)
        WHERE z.layer_id = 'land_use_zone' AND z.properties ->> 'zone_class' = 'E' AND z.publication_status = 'published' AND z.territory_code = 'cremona'
          AND e.publication_status = 'published' AND e.territory_code = 'cremona' AND e.technology = 'pv_ground' AND e.marking_status = 'marked'""")
        .query(Double.class).single();
    assertThat(farmland.path("approvedM2").asDouble()).isCloseTo(taken, within(1 + taken * 0.001));
  }

  @Test
  void theFileHasARowForEveryFigure() {
    put(people.signIn("planner"), "cremona", 2041, TARGET, "\"0\"");
    String file = Http.get(port, "/api/energy/targets.csv?territory=cremona").text();
    assertThat(file).startsWith("territory,kind,year,technology,areas,m2,mw,gwh,").contains("cremona,target,2041,,,,40,52.5,0.8,,,false,Plan");
    assertThat(file.lines().filter(line -> line.startsWith("cremona,built,"))).hasSize(7);
  }

  private void area(String code, String status, String kwp, String kwh) {
    Committed.write(transactions, db.sql("""
        INSERT INTO energy_area (code, territory_code, technology, eligibility, marking_status, power_kwp, yield_kwh_year, geom)
        VALUES (:code, 'cremona', 'pv_floating', 'suitable', :status, %s, %s, ST_Multi(ST_MakeEnvelope(10.01, 45.10, 10.02, 45.11, 4326)))""".formatted(kwp, kwh))
        .param("code", code).param("status", status));
  }

  private static double difference(JsonNode before, JsonNode after, String stage, String figure) {
    return after.path(stage).path(figure).asDouble() - before.path(stage).path(figure).asDouble(0);
  }

  private JsonNode figures() {
    return Http.get(port, "/api/energy/targets?territory=cremona").json().path("figures");
  }

  private JsonNode technology(String name) {
    return figures().path("technologies").valueStream().filter(one -> one.path("technology").asString().equals(name)).findFirst().orElseThrow();
  }

  private JsonNode target(String territory, int year) {
    return Http.get(port, "/api/energy/targets?territory=" + territory).json().path("targets").valueStream()
        .filter(one -> one.path("year").asInt() == year).findFirst().orElse(MissingNode.getInstance());
  }

  private static Http.Answer put(Visitor visitor, String territory, int year, String body, String version) {
    return visitor.send("PUT", "/api/energy/targets/" + territory + "/" + year, body, "If-Match", version);
  }
}
