package org.comparto.shortlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A list is read by its link and by nothing else, ends on its day, and is taken back by whoever shared it. */
@IntegrationTest
class SharedShortlistTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired SharedShortlists shortlists;

  @BeforeEach
  @AfterEach
  void nothingShared() {
    db.sql("DELETE FROM shared_shortlist").update();
    db.sql("DELETE FROM source_attempt").update();
  }

  @Test
  void whatIsSharedIsReadByItsLinkInItsOrder() {
    List<Long> plots = plots(3);
    List<Long> turned = List.of(plots.get(2), plots.get(0), plots.get(1));
    JsonNode made = share(turned, "Tre candidati <b>&", 30).json();
    assertThat(made.path("link").asString()).isEqualTo("/#place=shortlist&shared=" + made.path("token").asString());
    Http.Answer read = Http.get(port, "/api/shortlists/" + made.path("token").asString());
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.header("Cache-Control")).contains("no-store");
    assertThat(read.json().path("ids").valueStream().map(JsonNode::asLong).toList()).isEqualTo(turned);
    assertThat(read.json().path("title").asString()).isEqualTo("Tre candidati <b>&");
    assertThat(read.json().propertyNames()).containsExactlyInAnyOrder("title", "ids", "createdAt", "expiresAt");
  }

  @Test
  void theTablesHoldNeitherTokenNorSecretNorWhoShared() {
    JsonNode made = share(plots(1), null, 1).json();
    String row = db.sql("SELECT row_to_json(s)::text FROM shared_shortlist s").query(String.class).single();
    assertThat(row).doesNotContain(made.path("token").asString(), made.path("revocation").asString(), "127.0.0.1",
        HexFormat.of().formatHex(made.path("token").asString().getBytes()));
  }

  @Test
  void aListThatHasEndedIsNotFoundAndSoonGone() {
    String token = share(plots(1), null, 1).json().path("token").asString();
    db.sql("UPDATE shared_shortlist SET expires_at = now() - interval '1 second'").update();
    assertThat(Http.get(port, "/api/shortlists/" + token).status()).isEqualTo(404);
    shortlists.forgetExpired();
    assertThat(db.sql("SELECT count(*) FROM shared_shortlist").query(Integer.class).single()).isZero();
  }

  @Test
  void onlyWhoSharedItTakesItBack() {
    JsonNode made = share(plots(1), null, 10).json();
    String path = "/api/shortlists/" + made.path("token").asString();
    assertThat(Http.send(port, "DELETE", path, null).status()).isEqualTo(400);
    assertThat(Http.send(port, "DELETE", path, null, "Revocation-Secret", made.path("token").asString()).status()).isEqualTo(404);
    assertThat(Http.get(port, path).status()).isEqualTo(200);
    assertThat(Http.send(port, "DELETE", path, null, "Revocation-Secret", made.path("revocation").asString()).status()).isEqualTo(204);
    assertThat(Http.get(port, path).status()).isEqualTo(404);
  }

  @Test
  void whoSharesVeryManyWaits() {
    List<Long> one = plots(1);
    for (int i = 0; i < 20; i++) {
      assertThat(share(one, null, 1).status()).isEqualTo(201);
    }
    Http.Answer refused = share(one, null, 1);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.problem()).isEqualTo("too-many-shortlists");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3000, 3601);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"ids\":[],\"days\":3}", "{\"ids\":[1,1],\"days\":3}", "{\"ids\":[null],\"days\":3}", "{\"ids\":[999999999],\"days\":3}",
      "{\"ids\":[\"x\"],\"days\":3}", "{\"ids\":[1],\"days\":0}", "{\"ids\":[1],\"days\":400}", "{\"ids\":[1],\"days\":3,\"title\":\"a\\u0000b\"}",
      "{\"ids\":[1],\"days\":3,\"owner\":\"x\"}", "null", "[]", "{"})
  void whatMakesNoSenseIsRefused(String body) {
    Http.Answer answer = Http.send(port, "POST", "/api/shortlists", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isNotEmpty();
  }

  private Http.Answer share(List<Long> ids, String title, int days) {
    return Http.send(port, "POST", "/api/shortlists", "{\"ids\":" + ids + ",\"days\":" + days + (title == null ? "" : ",\"title\":\"" + title + "\"") + "}");
  }

  private List<Long> plots(int count) {
    return db.sql("SELECT id FROM plot WHERE publication_status = 'published' ORDER BY id LIMIT :count").param("count", count).query(Long.class).list();
  }
}
