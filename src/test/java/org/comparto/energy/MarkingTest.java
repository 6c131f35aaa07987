package org.comparto.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Planners mark areas and take marks away, with a reason and by two persons; what was marked is never lost. */
@IntegrationTest
class MarkingTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;

  private String planner;
  private String colleague;

  @BeforeEach
  void twoPlanners() {
    People people = new People(db, port);
    planner = people.token(people.make("test-mark-1", "planner", null), "1 hour", "read", "propose", "review");
    colleague = people.token(people.make("test-mark-2", "planner", null), "1 hour", "read", "propose", "review");
  }

  @AfterEach
  void nothingStays() {
    db.sql("ALTER TABLE proposal_step DISABLE TRIGGER only_added").update();
    for (String table : List.of("notification", "proposal_comment", "proposal_step", "proposal_version", "proposal")) {
      db.sql("DELETE FROM " + table).update();
    }
    db.sql("ALTER TABLE proposal_step ENABLE ALWAYS TRIGGER only_added").update();
    Committed.write(transactions, db.sql("DELETE FROM energy_area WHERE code LIKE 'P-%'"));
    new People(db, port).remove();
  }

  @Test
  void aMarkIsTakenAwayByTwoPersonsAndItsAreaStays() {
    long area = db.sql("SELECT min(id) FROM energy_area WHERE marking_status = 'marked'").query(Long.class).single();
    Http.Answer made = post(planner, "{\"mark\":\"unmark\",\"feature\":" + area + ",\"reason\":\"Il proprietario ha rinunciato\",\"act\":\"Determina dimostrativa 12/2026\"}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    JsonNode proposal = get(planner, made.header("Location")).json();
    assertThat(proposal.path("state").asString()).isEqualTo("submitted");
    assertThat(proposal.path("note").asString()).isEqualTo("Il proprietario ha rinunciato");
    assertThat(status(area)).as("before somebody else has looked at it").isEqualTo("marked");
    try {
      publish(made.json().path("proposal").asLong());
      assertThat(status(area)).isEqualTo("unmarked");
      JsonNode published = Http.get(port, "/ogc/collections/energy_area/items/" + area).json().path("properties");
      assertThat(published.path("reason").asString()).isEqualTo("Il proprietario ha rinunciato");
      assertThat(published.path("act").asString()).isEqualTo("Determina dimostrativa 12/2026");
      assertThat(published.path("basis").isNull()).as("what the mark rested on is kept").isFalse();
    } finally {
      Committed.write(transactions, db.sql("UPDATE energy_area SET marking_status = 'marked', reason = NULL, act = NULL WHERE id = :id").param("id", area));
    }
  }

  @Test
  void aMarkRestsOnAVerdictAndCarriesAllThatItSays() {
    String technology = "pv_roof";
    JsonNode zone = Http.get(port, "/ogc/collections/industrial_zone/items?limit=1&territory_code=cremona").json().path("features").path(0).path("geometry");
    Http.Answer made = post(planner, "{\"mark\":\"mark\",\"geometry\":" + zone + ",\"technology\":\"" + technology + "\",\"date\":\"2026-03-01\",\"name\":\"Tetti di prova\","
        + "\"community\":\"CER di prova\",\"reason\":\"Coperture disponibili\"}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    JsonNode properties = made.json().path("properties");
    JsonNode verdict = Http.get(port, "/api/energy/verdicts/" + properties.path("verdict_id").asString()).json();
    assertThat(properties.path("eligibility").asString()).isEqualTo(verdict.path("result").asString().toLowerCase());
    assertThat(properties.path("evaluated_on").asString()).isEqualTo("2026-03-01");
    assertThat(properties.path("area_m2").asDouble()).isCloseTo(verdict.path("areaM2").asDouble(), within(0.1));
    assertThat(properties.path("basis")).isNotEmpty();
    assertThat(properties.path("citation").asString()).isNotBlank();
    assertThat(properties.path("power_kwp").asDouble()).isPositive().isLessThan(0.2 * properties.path("area_m2").asDouble());
    assertThat(properties.path("yield_kwh_year").asDouble() / properties.path("power_kwp").asDouble()).isBetween(700.0, 1700.0);
    long proposal = made.json().path("proposal").asLong();
    publish(proposal);
    JsonNode area = db.sql("SELECT to_jsonb(a) - 'geom' - 'geom_3857' FROM energy_area AS a WHERE code LIKE 'P-%'").query((row, n) -> JsonMapper.shared().readTree(row.getString(1))).single();
    assertThat(area.path("marking_status").asString()).isEqualTo("marked");
    assertThat(area.path("name").asString()).isEqualTo("Tetti di prova");
    assertThat(area.path("verdict_id")).isEqualTo(properties.path("verdict_id"));
    assertThat(area.path("substation_code")).isEqualTo(area.path("primary_substation_code"));
    assertThat(db.sql("SELECT count(*) FROM proposal_step WHERE proposal_id = :id").param("id", proposal).query(Long.class).single()).isGreaterThanOrEqualTo(3);

    Http.Answer again = post(planner, "{\"mark\":\"mark\",\"verdict\":\"" + properties.path("verdict_id").asString() + "\",\"feature\":" + area.path("id")
        + ",\"reason\":\"Confermata\"}");
    assertThat(again.status()).as(again.text()).isEqualTo(201);
    assertThat(again.json().path("properties").path("citation")).isEqualTo(properties.path("citation"));
    assertThat(post(planner, "{\"mark\":\"mark\",\"verdict\":\"0123\",\"name\":\"x\",\"reason\":\"x\"}").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{} | mark", "{\"mark\":\"unmark\",\"reason\":\"x\"} | feature", "{\"mark\":\"mark\",\"reason\":\"x\"} | verdict",
      "{\"mark\":\"unmark\",\"feature\":1,\"verdict\":\"ab\",\"reason\":\"x\"} | verdict", "{\"mark\":\"unmark\",\"feature\":1} | reason",
      "{\"mark\":\"mark\",\"verdict\":\"ab\",\"reason\":\"x\"} | name", "{\"mark\":\"mark\",\"verdict\":\"ab\",\"geometry\":{},\"reason\":\"x\"} | verdict"})
  void whatIsMissingIsNamed(String body, String parameter) {
    Http.Answer answer = post(planner, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void whoMayNotProposeHereIsRefused() {
    People people = new People(db, port);
    String viewer = people.token(people.make("test-mark-3", "viewer", null), "1 hour", "read", "propose");
    assertThat(post(viewer, "{\"mark\":\"unmark\",\"feature\":1,\"reason\":\"x\"}").status()).isEqualTo(403);
    String far = people.token(people.make("test-mark-4", "planner", "cremona"), "1 hour", "read", "propose");
    long elsewhere = db.sql("SELECT min(id) FROM energy_area WHERE territory_code <> 'cremona'").query(Long.class).single();
    assertThat(post(far, "{\"mark\":\"unmark\",\"feature\":" + elsewhere + ",\"reason\":\"x\"}").status()).isEqualTo(403);
  }

  private void publish(long proposal) {
    for (String step : List.of("approve", "publish")) {
      Http.Answer now = get(colleague, "/api/proposals/" + proposal);
      if (now.json().path("may").valueStream().anyMatch(may -> may.asString().equals(step))) {
        Http.Answer taken = Http.send(port, "POST", "/api/proposals/" + proposal + "/steps", JsonMapper.shared().createObjectNode().put("step", step).toString(),
            "Authorization", "Bearer " + colleague, "If-Match", now.header("ETag"));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
      }
    }
  }

  private String status(long area) {
    return db.sql("SELECT marking_status FROM energy_area WHERE id = :id").param("id", area).query(String.class).single();
  }

  private Http.Answer post(String token, String body) {
    return Http.send(port, "POST", "/api/energy/marks?lang=en", body, "Authorization", "Bearer " + token);
  }

  private Http.Answer get(String token, String path) {
    return Http.get(port, path, "Authorization", "Bearer " + token);
  }
}
