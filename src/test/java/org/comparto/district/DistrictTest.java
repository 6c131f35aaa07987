package org.comparto.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.comparto.database.Sql;
import org.comparto.layer.Revisions;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
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
import tools.jackson.databind.json.JsonMapper;

/** The public reads protected figures, the desk exact ones; networks are kept on the version that was read and name nobody without consent. */
@IntegrationTest
class DistrictTest {

  private static final String STATISTICS = "/api/census/statistics?territory=cremona&";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired NetworkMemberships memberships;
  @Autowired Revisions revisions;
  @Autowired Titles titles;
  @Autowired Answering answering;
  @Autowired Counted counted;
  @Autowired JsonMapper json;
  private People people;

  @BeforeEach
  void people() {
    people = new People(db, port);
  }

  @AfterEach
  void nothingStays() {
    Committed.write(transactions, db.sql("DELETE FROM company_network WHERE name LIKE 'Test %'"));
    people.remove();
  }

  @Test
  void publicCountsAreMultiplesOfFiveCloseToWhatIsCountedByHand() {
    JsonNode answer = Http.get(port, STATISTICS + "by=chain").json();
    assertThat(answer.path("k").asInt()).isEqualTo(5);
    answer.path("rows").forEach(row -> {
      int exact = db.sql("SELECT count(*) FROM company WHERE territory_code = 'cremona' AND publication_status = 'published' AND coalesce(production_chain, 'unknown') = :chain")
          .param("chain", row.path("by").path("value").asString()).query(Integer.class).single();
      if (row.has("firms")) {
        assertThat(row.path("firms").asInt() % 5).isZero();
        assertThat(row.path("firms").asInt()).isBetween(exact - 4 - 5, exact + 4 + 5); // others write companies meanwhile; an edition stays
      } else {
        assertThat(row.path("hidden").asString()).isIn("FEW", "COMPLEMENT");
        assertThat(row.has("figure")).isFalse();
      }
    });
  }

  @Test
  void theDeskSeesWhatIsCountedByHandAndNobodyElse() {
    Visitor desk = people.signIn("desk");
    JsonNode exact = desk.send("GET", STATISTICS + "by=size&measure=employees&exact=true", null).json();
    assertThat(exact.path("exact").asBoolean()).isTrue();
    exact.path("rows").forEach(row -> assertThat(row.path("figure").asDouble()).isEqualTo(db.sql("""
        SELECT coalesce(sum(employees), 0) FROM company WHERE territory_code = 'cremona' AND publication_status = 'published' AND coalesce(size_class, 'unknown') = :size""")
        .param("size", row.path("by").path("value").asString()).query(Double.class).single()));
    assertThat(Http.get(port, STATISTICS + "exact=true").status()).isEqualTo(401);
    assertThat(people.signIn("viewer").send("GET", STATISTICS + "exact=true", null).status()).isEqualTo(403);
  }

  @Test
  void whatWouldSingleFirmsOutCanNotBeAsked() {
    for (String question : List.of("by=chain&by2=size", "by=chain&filter=size:micro", "by=zone&filter=municipality:019036", "by=chain&measure=certified", "by=zone&by2=chain&filter=size:micro",
        "by=nothing", "measure=nothing", "filter=chain")) {
      assertThat(Http.get(port, STATISTICS + question).status()).as(question).isEqualTo(400);
    }
    assertThat(Http.get(port, "/api/census/statistics?by=zone").status()).isEqualTo(400);
    assertThat(Http.get(port, "/api/census/statistics?territory=atlantis").status()).isEqualTo(404);
  }

  @Test
  void whereThereIsNoTerritoryYetThatIsTold() {
    transactions.executeWithoutResult(emptied -> {
      db.sql("UPDATE territory SET publication_status = 'retired'").update();
      assertThatThrownBy(() -> answering.answer(StatisticsQuestion.of(null, "territory", null, null, null, false)))
          .isInstanceOf(NotFoundException.class).hasMessageStartingWith("There is no territory yet");
      emptied.setRollbackOnly();
    });
    assertThat(Http.get(port, "/api/census/statistics?by=territory").status()).isEqualTo(200);
  }

  @Test
  void anEditionStaysWhileTooFewFirmsHaveChanged() {
    String before = Http.get(port, STATISTICS + "by=chain").json().path("takenAt").asString();
    Visitor desk = people.signIn("desk");
    desk.send("POST", "/api/census/editions?territory=cremona", null);
    Http.Answer again = desk.send("POST", "/api/census/editions?territory=cremona", null);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("too-few-changed");
    assertThat(Http.get(port, STATISTICS + "by=chain").json().path("takenAt").asString()).isGreaterThanOrEqualTo(before);
  }

  @Test
  void filesSayWhereTheyComeFromAndHowTheyAreProtected() {
    assertThat(Http.get(port, STATISTICS + "by=zone&filter=chain:mechanics").json().path("value").path("value").asString()).isEqualTo("mechanics");
    assertThat(Http.get(port, "/api/census/statistics.csv?territory=cremona&by=zone&lang=en").text()).contains("code,name,code 2", "Source: ", "CC BY 4.0", "decision 0045", "Demonstration data, not official");
    assertThat(Http.get(port, "/api/census/statistics.xlsx?territory=cremona&by=zone").bytes()).startsWith('P', 'K');
  }

  @Test
  void aNetworkNamesOnlyWhoConsentedAndIsKeptOnTheVersionRead() {
    long named = company("'identity' = ANY (consented_groups)");
    long unnamed = company("NOT 'identity' = ANY (consented_groups)");
    Visitor desk = people.signIn("desk");
    String body = """
        {"territory":"cremona","name":"Test network","kind":"contract","isPublic":true,"members":[{"company":%d,"role":"lead"},{"company":%d,"joinedOn":"2020-02-01"}]}""".formatted(named, unnamed);
    Http.Answer made = desk.send("POST", "/api/networks", body);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String address = "/api/networks/" + made.json().path("network").path("id").asLong();

    JsonNode seen = Http.get(port, address).json();
    assertThat(seen.path("network").path("members").asInt()).as("who is not named is not counted either: that would tell of a hidden count").isEqualTo(1);
    assertThat(seen.has("unnamed")).isFalse();
    assertThat(made.json().path("network").path("members").asInt()).as("but for the desk").isEqualTo(2);
    assertThat(StreamSupport.stream(seen.path("members").spliterator(), false).map(member -> member.path("company").asLong())).containsExactly(named);
    assertThat(Http.get(port, address + "/members.geojson").json().path("features").size()).isEqualTo(1);
    assertThat(Http.get(port, "/api/networks?company=" + unnamed).json().path("networks").size()).isZero();
    assertThat(Http.get(port, "/api/networks?company=" + named).text()).contains("Test network");

    assertThat(desk.send("PUT", address, body).status()).isEqualTo(428);
    Http.Answer changed = desk.send("PUT", address, body.replace("true", "false"), "If-Match", "\"1\"");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(desk.send("PUT", address, body, "If-Match", "\"1\"").status()).isEqualTo(412);
    assertThat(Http.get(port, address).status()).as("not public any more").isEqualTo(404);
    assertThat(desk.send("GET", address + "/history", null).json().size()).isEqualTo(1);

    Long moved = transactions.execute(status -> memberships.merge(unnamed, named));
    assertThat(moved).as("those of demonstration networks among them").isPositive();
    assertThat(desk.send("GET", address, null).json().path("members").size()).isEqualTo(1);
  }

  @Test
  void ofMembersThatAreNotNamedWholeMultiplesOfFiveAreTold() {
    List<Long> unnamed = db.sql("""
        SELECT id FROM company WHERE territory_code = 'cremona' AND publication_status = 'published' AND NOT 'identity' = ANY (consented_groups) ORDER BY id LIMIT 7""").query(Long.class).list();
    assertThat(unnamed).as("the demonstration has enough of them").hasSize(7);
    String members = unnamed.stream().map("{\"company\":%d}"::formatted).collect(java.util.stream.Collectors.joining(","));
    Visitor desk = people.signIn("desk");
    Http.Answer made = desk.send("POST", "/api/networks", "{\"territory\":\"cremona\",\"name\":\"Test seven\",\"kind\":\"cluster\",\"isPublic\":true,\"members\":[" + members + "]}");
    String address = "/api/networks/" + made.json().path("network").path("id").asLong();
    JsonNode seen = Http.get(port, address).json();
    assertThat(seen.path("unnamed").asInt()).isEqualTo(5);
    assertThat(seen.path("members").size()).isZero();
    assertThat(Http.get(port, "/api/networks?q=Test%20seven").json().path("networks").get(0).path("members").asInt()).isEqualTo(5);
    assertThat(Http.get(port, address + "/members.geojson").json().path("features").size()).isZero();
    assertThat(desk.send("GET", address, null).json().path("network").path("members").asInt()).isEqualTo(7);
  }

  @Test
  void whoAsksGetsTheLastFiguresAtOnceWhileNewerOnesAreMade() {
    Editions following = new Editions(db, transactions, new DistrictProperties(5, 10, Duration.ZERO, true), revisions, titles, counted, json);
    try {
      Edition last = following.current("montaletto").edition();
      db.sql("UPDATE census_edition SET change_id = -1 WHERE id = :id").param("id", last.id()).update(); // as if all companies had changed since
      db.sql("DELETE FROM census_counted WHERE territory_code = 'montaletto'").update();
      Editions.Current meanwhile = following.current("montaletto");
      assertThat(meanwhile.renewing()).isTrue();
      assertThat(meanwhile.edition().id()).isEqualTo(last.id());
      await().atMost(Duration.ofSeconds(60)).until(() -> following.current("montaletto").edition().id() > last.id());
      await().atMost(Duration.ofSeconds(60)).until(() -> !following.current("montaletto").renewing());
      assertThat(following.figures(following.current("montaletto").edition())).isEqualTo(following.figures(last));
    } finally {
      following.destroy();
    }
  }

  @Test
  void recordsThatAreWrittenAndDifferInNothingThatIsCountedMakeNoNewFigures() {
    Editions eager = new Editions(db, transactions, new DistrictProperties(5, 10, Duration.ZERO, false), revisions, titles, counted, json);
    Edition last = eager.current("segromigno").edition();
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      asIfAllHadBeenWritten(last);
      assertThat(eager.current("segromigno").edition().id()).isEqualTo(last.id());
      asIfAllHadBeenWritten(last);
      assertThatThrownBy(() -> eager.renew("segromigno")).isInstanceOf(RefusedException.class).hasMessageContaining("Fewer than 5");
      asIfAllHadBeenWritten(last);
      db.sql("UPDATE census_counted SET fingerprints[1:4] = '{1,2,3,4}' WHERE territory_code = 'segromigno'").update();
      assertThat(eager.current("segromigno").edition().id()).as("four firms are too few").isEqualTo(last.id());
      asIfAllHadBeenWritten(last);
      db.sql("UPDATE census_counted SET fingerprints[5] = 5 WHERE territory_code = 'segromigno'").update();
      assertThat(eager.current("segromigno").edition().id()).isGreaterThan(last.id());
    });
    eager.destroy();
  }

  private void asIfAllHadBeenWritten(Edition edition) {
    db.sql("UPDATE census_edition SET change_id = -1 WHERE id = :id").param("id", edition.id()).update();
    db.sql("UPDATE census_counted SET looked_at = -1 WHERE territory_code = :territory").param("territory", edition.territory()).update();
  }

  @Test
  void divisionsOfTwoVersionsAreNotMixed() {
    transactions.executeWithoutResult(status -> {
      status.setRollbackOnly();
      db.sql("DELETE FROM ateco_code").update();
      db.sql("DELETE FROM ateco_transcoding").update();
      String code = db.sql("SELECT min(ateco_code) FROM company WHERE territory_code = 'cremona' AND ateco_version = '2007' AND publication_status = 'published' AND ateco_code LIKE '__.__%'")
          .query(String.class).single();
      String own = "2007:" + code.substring(0, 2);
      assertThat(divisions(code)).as("no table is loaded").containsExactly(own);
      long table = db.sql("INSERT INTO ateco_table (file_name, source, loaded_by, in_force) VALUES ('t', 't', 't', false) RETURNING id").query(Long.class).single();
      correspond(table, code.substring(0, 4), "91.11");
      assertThat(divisions(code)).as("what the nearest code above it has become").containsExactly("91");
      correspond(table, code, "92.11");
      assertThat(divisions(code)).as("what it has become itself").containsExactly("92");
      correspond(table, code, "92.12");
      assertThat(divisions(code)).as("split within a division").containsExactly("92");
      correspond(table, code, "93.00");
      assertThat(divisions(code)).as("split over two divisions").containsExactly(own);
    });
    assertThat(titles.value(Variable.ATECO_DIVISION, "2007:25").title().en()).isEqualTo("25 (ATECO 2007)");
    assertThat(titles.value(Variable.ATECO_DIVISION, "15").title().en()).isEqualTo("15 Leather and footwear");
  }

  private void correspond(long table, String code2007, String code2025) {
    db.sql("INSERT INTO ateco_transcoding (code_2007, code_2025, table_id) VALUES (:old, :fresh, :table)").param("old", code2007).param("fresh", code2025).param("table", table).update();
  }

  /** Those that companies of Cremona with a code of 2007 are counted in. */
  private List<String> divisions(String code) {
    List<Long> companies = db.sql("SELECT id FROM company WHERE territory_code = 'cremona' AND ateco_version = '2007' AND ateco_code = :code").param("code", code).query(Long.class).list();
    return db.sql(Sql.load("district/firms.sql").text()).param("territory", "cremona").query(Firm::read).list().stream()
        .filter(firm -> companies.contains(firm.id())).flatMap(firm -> firm.answers(Variable.ATECO_DIVISION).stream()).distinct().toList();
  }

  @Test
  void aTableOfNetworksIsTakenWholeOrNotAtAll() {
    String code = db.sql("SELECT code FROM company WHERE territory_code = 'cremona' ORDER BY code LIMIT 1").query(String.class).single();
    Visitor desk = people.signIn("desk");
    String head = "network;kind;company;role\n";
    Http.Answer wrong = desk.sendAs("POST", "/api/networks/import?territory=cremona", head + "Test a;cluster;" + code + ";lead\nTest b;cluster;NOBODY;member\n", "text/csv");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text()).contains("3", "NOBODY");
    assertThat(desk.send("GET", "/api/networks?q=Test", null).json().path("networks").size()).isZero();
    Http.Answer taken = desk.sendAs("POST", "/api/networks/import?territory=cremona", head + "Test a;cluster;" + code + ";lead\n", "text/csv");
    assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    assertThat(taken.json().path("members").asInt()).isEqualTo(1);
  }

  private long company(String condition) {
    return db.sql("SELECT id FROM company WHERE territory_code = 'cremona' AND publication_status = 'published' AND " + condition + " ORDER BY id LIMIT 1").query(Long.class).single();
  }
}
