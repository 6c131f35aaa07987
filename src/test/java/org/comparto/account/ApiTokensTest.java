package org.comparto.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Tokens act for their owner, never for more than they were made for, and not a moment longer. */
@IntegrationTest
class ApiTokensTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Value("${comparto.data}") Path data;
  People people;

  @BeforeEach
  void somePeople() {
    people = new People(db, port);
  }

  @AfterEach
  void nobodyStays() {
    people.remove();
  }

  @Test
  void aTokenWritesWithoutCsrfAndTheCookieBesideItDoesNotCount() {
    Visitor viewer = people.signIn("viewer").withoutCsrf();
    String body = "{\"username\": \"test-new\", \"role\": \"desk\"}";

    Http.Answer answer = viewer.send("POST", "/api/accounts", body, "Authorization", "Bearer " + people.token("admin", "admin"));

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(Http.get(port, "/api/session", "Authorization", "bearer " + people.token("admin", "read")).json().path("csrf").isNull()).isTrue();
  }

  @Test
  void aTokenMayNoMoreThanItsScopesAndItsOwnersRole() {
    assertThat(as(people.token("admin", "read", "write", "load")).status()).isEqualTo(403);
    assertThat(as(people.token("admin", "admin")).status()).isEqualTo(200);
    assertThat(as(people.token("desk", "read", "write", "load", "admin")).status()).as("as if the role had been lowered since").isEqualTo(403);
  }

  @Test
  void unknownExpiredAndRevokedTokensAndThoseOfNobodyAreRefused() {
    long id = people.make("test-owner", "admin", null);
    String valid = people.token(id, "1 hour", "admin");
    String expired = people.token(id, "-1 second", "admin");
    assertThat(as(valid).status()).isEqualTo(200);

    assertThat(as("unknown").problem()).isEqualTo("invalid-token");
    assertThat(as("").problem()).isEqualTo("invalid-token");
    assertThat(as(expired).status()).isEqualTo(401);
    assertThat(as(expired).text()).isEqualTo(as("unknown").text());
    assertThat(Http.get(port, "/api/layers", "Authorization", "Bearer " + expired).status()).as("even where nobody needs one").isEqualTo(401);
    db.sql("UPDATE account SET active = false WHERE id = :id").param("id", id).update();
    assertThat(as(valid).status()).isEqualTo(401);
  }

  @Test
  void oneMakesUsesListsAndRevokesOnesOwn() {
    Visitor editor = people.signIn("desk");
    JsonNode made = editor.send("POST", "/api/tokens", "{\"name\": \"QGIS\", \"scopes\": [\"write\", \"read\"], \"days\": 30}").json();
    String secret = made.path("secret").asString();
    long id = made.path("token").path("id").asLong();

    assertThat(secret).startsWith("comparto_").hasSize(52);
    assertThat(Http.get(port, "/api/session", "Authorization", "Bearer " + secret).json().path("account").path("username").asString())
        .isEqualTo("test-desk");
    String list = editor.get("/api/tokens").text();
    assertThat(list).contains("QGIS").contains("lastUsedAt").doesNotContain(secret).doesNotContain("hash");
    assertThat(db.sql("SELECT encode(token_hash, 'escape') FROM api_token WHERE id = :id").param("id", id).query(String.class).single())
        .doesNotContain(secret);

    assertThat(people.signIn("viewer").send("DELETE", "/api/tokens/" + id, null).status()).as("not another's").isEqualTo(404);
    assertThat(editor.send("DELETE", "/api/tokens/" + id, null).status()).isEqualTo(204);
    assertThat(Http.get(port, "/api/session", "Authorization", "Bearer " + secret).status()).isEqualTo(401);
  }

  @Test
  void scopesBeyondTheRoleAreRefused() {
    Http.Answer answer = people.signIn("viewer").send("POST", "/api/tokens", "{\"name\": \"x\", \"scopes\": [\"read\", \"admin\"]}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo("scopes");
    assertThat(answer.json().path("detail").asString()).contains("allows read");
  }

  @Test
  void theOperatorOfThisMachineIsAnAdmin() throws IOException {
    Path file = data.resolve("operator-token");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    String token = Files.readString(file).trim();
    assertThat(as(token).status()).isEqualTo(200);
    JsonNode account = Http.get(port, "/api/session", "Authorization", "Bearer " + token).json().path("account");
    assertThat(account.path("username").asString()).isEqualTo("operator");
  }

  private Http.Answer as(String token) {
    return Http.get(port, "/api/accounts", "Authorization", "Bearer " + token);
  }
}
