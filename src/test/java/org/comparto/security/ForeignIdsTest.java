package org.comparto.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.comparto.inquiry.FormStamps;
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
import tools.jackson.databind.json.JsonMapper;

/** An id that one has guessed, counted up or seen elsewhere opens nothing that is somebody else's, and does not say whether it is there. */
@IntegrationTest
class ForeignIdsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired FormStamps stamps;
  People people;
  String home;
  String elsewhere;
  String foreigner;

  @BeforeEach
  void somebodyOfAnotherTerritory() {
    people = new People(db, port);
    List<String> territories = db.sql("SELECT code FROM territory WHERE publication_status = 'published' ORDER BY code LIMIT 2").query(String.class).list();
    home = territories.get(0);
    elsewhere = territories.get(1);
    foreigner = people.token(people.make("test-foreigner", "desk", elsewhere), "1 hour", "read", "propose", "review", "write", "load");
  }

  @AfterEach
  void nothingStays() {
    db.sql("DELETE FROM inquiry").update();
    db.sql("DELETE FROM plot_offer").update();
    db.sql("DELETE FROM source_attempt").update();
    people.remove();
  }

  @Test
  void inquiriesOfAnotherTerritory() {
    Http.Answer sent = Http.send(port, "POST", "/api/inquiries", JsonMapper.shared().createObjectNode().put("territory", home).put("language", "it").put("consent", "2026-11")
        .put("form", stamps.issue(Instant.now().minusSeconds(60)))
        .<tools.jackson.databind.node.ObjectNode>set("contact", JsonMapper.shared().readTree("{\"organisation\": \"Segreta Srl\", \"name\": \"A\", \"email\": \"a@example.org\"}"))
        .<tools.jackson.databind.node.ObjectNode>set("needs", JsonMapper.shared().readTree("{\"areaM2\": 1, \"activity\": \"x\"}")).toString());
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    String token = sent.json().path("token").asString();
    String id = token.split("\\.")[0];
    assertClosed("GET", "/api/inquiries/" + id, null);
    assertClosed("PATCH", "/api/inquiries/" + id, "{\"state\": \"closed\"}");
    assertClosed("POST", "/api/inquiries/" + id + "/notes", "{\"text\": \"x\"}");
    assertClosed("POST", "/api/inquiries/" + id + "/erasure", null);
    assertThat(as(foreigner, "GET", "/api/inquiries", null).text()).doesNotContain("Segreta");
    assertThat(as(foreigner, "GET", "/api/inquiries/export", null).text()).doesNotContain("Segreta");

    String next = (Long.parseLong(id) + 1) + "." + token.split("\\.")[1];
    for (String guessed : List.of(next, id, id + ".", id + ".x", "0" + token, token.substring(0, token.length() - 2) + "AA", token + "A")) {
      assertThat(Http.get(port, "/api/inquiries/receipts/" + guessed).status()).as(guessed).isEqualTo(404);
      assertThat(Http.get(port, "/api/offers/receipts/" + guessed).status()).isEqualTo(404);
      assertThat(Http.get(port, "/api/still-true/" + guessed).status()).isEqualTo(404);
    }
    for (String door : List.of("/api/offers/receipts/", "/api/still-true/", "/api/alerts/", "/api/shortlists/")) {
      assertThat(Http.get(port, door + token).status()).as("a key of another door: " + door).isEqualTo(404);
    }
  }

  @Test
  void offersOfAnotherTerritory() {
    db.sql("""
        INSERT INTO plot_offer (id, ticket, state, territory_code, language, offered_by, contact_name, email, consent_version, properties)
        VALUES (nextval('plot_offer_number'), 'O-2026-999998', 'received', :home, 'it', 'owner', 'Segreta', 'a@example.org', '2026-11', '{}')""").param("home", home).update();
    long id = db.sql("SELECT id FROM plot_offer WHERE ticket = 'O-2026-999998'").query(Long.class).single();
    assertClosed("GET", "/api/offers/" + id, null);
    assertClosed("GET", "/api/offers/" + id + "/photo", null);
    assertClosed("POST", "/api/offers/" + id + "/release", null);
    assertClosed("POST", "/api/offers/" + id + "/erasure", null);
    assertThat(as(foreigner, "GET", "/api/offers", null).text()).doesNotContain("Segreta");
  }

  @Test
  void loadsAndJobsOfAnotherTerritory() {
    String own = people.token(people.make("test-loader", "desk", home), "1 hour", "read", "load");
    Http.Answer sent = Http.sendAs(port, "POST", "/api/loads?name=segreta.geojson", "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"properties\": {\"code\": \"1\"}, "
        + "\"geometry\": {\"type\": \"Point\", \"coordinates\": [12, 44]}}]}", "application/octet-stream", "Authorization", "Bearer " + own);
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    long id = sent.json().path("id").asLong();
    try {
      assertClosed("GET", "/api/loads/" + id, null);
      assertClosed("GET", "/api/loads/" + id + "/rows?kind=created", null);
      assertClosed("GET", "/api/loads/" + id + "/suggestion?layer=plot", null);
      assertClosed("POST", "/api/loads/" + id + "/apply", null);
      assertClosed("POST", "/api/loads/" + id + "/rollback", null);
      assertClosed("DELETE", "/api/loads/" + id, null);
      assertThat(as(foreigner, "GET", "/api/loads", null).text()).doesNotContain("segreta");
    } finally {
      assertThat(as(own, "DELETE", "/api/loads/" + id, null).status()).isLessThan(300);
    }
  }

  @Test
  void proposalsOfAnotherTerritoryAndOfOtherPeople() {
    String author = people.token(people.make("test-author", "desk", home), "1 hour", "read", "propose");
    JsonNode plot = plotIn(home);
    Http.Answer begun = as(author, "POST", "/api/proposals", "{\"layer\": \"plot\", \"kind\": \"change\", \"feature\": " + plot.path("id").asLong() + ", \"properties\": {\"name\": \"Segreto\"}}");
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    long id = begun.json().path("id").asLong();
    String etag = begun.header("ETag");
    assertClosed("GET", "/api/proposals/" + id, null);
    for (String step : List.of("submit", "withdraw", "send_back", "approve", "publish", "discard")) {
      assertClosed("POST", "/api/proposals/" + id + "/steps", "{\"step\": \"" + step + "\", \"reason\": \"x\"}", "If-Match", etag);
    }
    assertClosed("PUT", "/api/proposals/" + id, "{\"properties\": {\"name\": \"Preso\"}, \"geometry\": null}", "If-Match", etag);
    assertClosed("POST", "/api/proposals/" + id + "/comments", "{\"text\": \"x\"}");
    assertThat(as(foreigner, "GET", "/api/proposals", null).text()).doesNotContain("Segreto");
    Http.Answer untouched = as(author, "GET", "/api/proposals/" + id, null);
    assertThat(untouched.json().path("state").asString()).isEqualTo("draft");
    assertThat(untouched.header("ETag")).isEqualTo(etag);
    as(author, "POST", "/api/proposals/" + id + "/steps", "{\"step\": \"withdraw\"}", "If-Match", etag);
  }

  @Test
  void featuresOfAnotherTerritory() {
    JsonNode plot = plotIn(home);
    String path = "/ogc/collections/plot/items/" + plot.path("id").asLong();
    String etag = Http.get(port, path).header("ETag");
    assertThat(as(foreigner, "PATCH", path, "{\"type\": \"Feature\", \"properties\": {\"name\": \"Preso\"}}", "If-Match", etag).status()).isEqualTo(403);
    assertThat(as(foreigner, "DELETE", path, null, "If-Match", etag).status()).isEqualTo(403);
    assertThat(as(foreigner, "POST", "/api/owners/letters", "{\"plots\": [" + plot.path("id").asLong() + "], \"language\": \"it\", \"before\": \"2100-01-01\"}").json().path("questions").asInt()).isZero();
    assertThat(Http.get(port, path).header("ETag")).isEqualTo(etag);
  }

  @Test
  void tokensAndAccountsOfOthers() {
    people.make("test-victim", "admin", null);
    Visitor victim = Visitor.signedIn(port, "test-victim", People.PASSWORD);
    Http.Answer made = victim.send("POST", "/api/tokens", "{\"name\": \"x\", \"scopes\": [\"read\"], \"days\": 1}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String secret = made.json().path("secret").asString();
    people.make("test-thief", "desk", null);
    Visitor thief = Visitor.signedIn(port, "test-thief", People.PASSWORD);
    assertThat(thief.send("DELETE", made.header("Location"), null).status()).isEqualTo(404);
    assertThat(thief.get("/api/tokens").text()).doesNotContain("\"x\"");
    assertThat(Http.get(port, "/api/loads", "Authorization", "Bearer " + secret).problem()).as("it still proves who it is").isEqualTo("forbidden");
    long id = db.sql("SELECT id FROM account WHERE username = 'test-victim'").query(Long.class).single();
    assertThat(thief.send("PATCH", "/api/accounts/" + id, "{\"role\": \"viewer\"}").status()).isEqualTo(403);
    assertThat(thief.send("POST", "/api/accounts/" + id + "/password-reset", null).status()).isEqualTo(403);
  }

  @Test
  void listsAndSearchesThatOthersShared() {
    long plot = plotIn(home).path("id").asLong();
    JsonNode first = Http.send(port, "POST", "/api/shortlists", "{\"ids\": [" + plot + "], \"days\": 1}").json();
    JsonNode second = Http.send(port, "POST", "/api/shortlists", "{\"ids\": [" + plot + "], \"days\": 1}").json();
    String path = "/api/shortlists/" + first.path("token").asString();
    assertThat(Http.send(port, "DELETE", path, null, "Revocation-Secret", second.path("revocation").asString()).status()).as("with the secret of another list").isEqualTo(404);
    assertThat(Http.send(port, "DELETE", path, null, "Revocation-Secret", first.path("token").asString()).status()).as("with what readers have").isEqualTo(404);
    assertThat(Http.get(port, path).status()).isEqualTo(200);
    assertThat(Http.send(port, "DELETE", path, null, "Revocation-Secret", first.path("revocation").asString()).status()).isEqualTo(204);
    Http.send(port, "DELETE", "/api/shortlists/" + second.path("token").asString(), null, "Revocation-Secret", second.path("revocation").asString());

    JsonNode saved = Http.send(port, "POST", "/api/alerts", "{\"filter\": \"\", \"language\": \"it\"}").json();
    String feed = saved.path("feed").asString().split("/")[3];
    assertThat(Http.get(port, "/api/alerts/" + feed).status()).as("who reads the feed does not manage it").isEqualTo(404);
    assertThat(Http.send(port, "DELETE", "/api/alerts/" + feed, null).status()).isEqualTo(404);
    assertThat(Http.send(port, "POST", "/api/alerts/confirmations/" + feed, null).status()).isEqualTo(404);
    assertThat(Http.send(port, "DELETE", "/api/alerts/" + saved.path("token").asString(), null).status()).isEqualTo(204);
  }

  private JsonNode plotIn(String territory) {
    long id = db.sql("SELECT min(id) FROM plot WHERE publication_status = 'published' AND territory_code = :territory").param("territory", territory).query(Long.class).single();
    return Http.get(port, "/ogc/collections/plot/items/" + id).json();
  }

  /** As if it were not there, or a refusal that tells nothing of it. */
  private void assertClosed(String method, String path, String body, String... headers) {
    Http.Answer answer = as(foreigner, method, path, body, headers);
    assertThat(answer.status()).as(method + " " + path + ": " + answer.text()).isIn(403, 404);
    assertThat(answer.text()).doesNotContainIgnoringCase("segret");
  }

  private Http.Answer as(String token, String method, String path, String body, String... headers) {
    String[] all = java.util.stream.Stream.concat(java.util.stream.Stream.of("Authorization", "Bearer " + token, "If-Match", "\"0\""), java.util.Arrays.stream(headers)).toArray(String[]::new);
    if (headers.length > 0) {
      all = java.util.stream.Stream.concat(java.util.stream.Stream.of("Authorization", "Bearer " + token), java.util.Arrays.stream(headers)).toArray(String[]::new);
    }
    return Http.send(port, method, path, body, all);
  }
}
