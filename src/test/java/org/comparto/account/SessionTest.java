package org.comparto.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comparto.CompartoApplication;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.TestPostgres;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import tools.jackson.databind.JsonNode;

/** Signing in and out: what the cookie is, whose session it names, and what it takes to write with it. */
@IntegrationTest
class SessionTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  People people;

  @BeforeEach
  void somePeople() {
    people = new People(db, port);
    people.make("test-Anna", "viewer", null);
  }

  @AfterEach
  void nobodyStays() {
    people.remove();
  }

  @Test
  void anonymousHasNoAccountNoTokenAndGetsNoSession() {
    Http.Answer answer = Http.get(port, "/api/session");

    assertThat(answer.text()).isEqualTo("{\"account\":null,\"csrf\":null,\"ways\":{\"passwordReset\":false,\"provider\":null}}");
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void theCookieIsForThisServerAndNoScript() {
    Http.Answer answer = Visitor.anonymous(port).signIn("TEST-anna", People.PASSWORD);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("Set-Cookie")).startsWith("comparto-session=").contains("; HttpOnly").contains("; SameSite=Lax")
        .contains("; Path=/").doesNotContain("Secure").doesNotContain("Domain").doesNotContain("Expires");
    JsonNode account = answer.json().path("account");
    assertThat(account.path("username").asString()).isEqualTo("test-Anna");
    assertThat(account.path("role").asString()).isEqualTo("viewer");
    assertThat(account.path("territory").isNull()).isTrue();
    assertThat(answer.text()).doesNotContain("bcrypt");
  }

  @Test
  void theCookieGoesOverHttpsOnlyWhereItCameByHttps() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSecure(true);
    MockHttpServletResponse response = new MockHttpServletResponse();
    new SessionCookie().writeCookieValue(new CookieValue(request, response, "x"));
    assertThat(response.getHeader("Set-Cookie")).contains("; Secure").contains("; HttpOnly").contains("; SameSite=Lax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AGFiYw==", "x", "%00", "JyBPUiAnMSc9JzE=", "4pyT"})
  void aCookieThatIsNoneIsNobodys(String cookie) {
    Http.Answer answer = Visitor.anonymous(port).withCookie(cookie).get("/api/session");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("account").isNull()).isTrue();
  }

  @Test
  void nobodyCanPrepareASessionForSomebodyElse() {
    Visitor attacker = Visitor.signedIn(port, "test-Anna", People.PASSWORD);
    people.make("test-victim", "admin", null);
    Visitor victim = Visitor.anonymous(port).withCookie(attacker.cookie());

    victim.signIn("test-victim", People.PASSWORD);

    assertThat(victim.cookie()).isNotEqualTo(attacker.cookie());
    assertThat(attacker.session().path("account").isNull()).as("the id that was planted is worth nothing").isTrue();
    assertThat(victim.session().path("account").path("username").asString()).isEqualTo("test-victim");
  }

  @Test
  void aMadeUpIdIsNotTaken() {
    Visitor visitor = Visitor.anonymous(port).withCookie("MTExMTExMTEtMTExMS0xMTExLTExMTEtMTExMTExMTExMTEx");
    visitor.signIn("test-Anna", People.PASSWORD);
    assertThat(visitor.cookie()).isNotEqualTo("MTExMTExMTEtMTExMS0xMTExLTExMTEtMTExMTExMTExMTEx");
  }

  @Test
  void signingOutEndsTheSessionForGood() {
    Visitor visitor = Visitor.signedIn(port, "test-Anna", People.PASSWORD);
    String cookie = visitor.cookie();

    assertThat(visitor.send("DELETE", "/api/session", null).status()).isEqualTo(204);

    assertThat(Visitor.anonymous(port).withCookie(cookie).session().path("account").isNull()).isTrue();
    assertThat(db.sql("SELECT count(*) FROM spring_session WHERE principal_name = 'test-Anna'").query(Long.class).single()).isZero();
  }

  @Test
  void writingWithASessionNeedsItsCsrfToken() {
    Visitor visitor = Visitor.signedIn(port, "test-Anna", People.PASSWORD);
    String body = "{\"name\": \"gis\", \"scopes\": [\"read\"]}";

    assertThat(visitor.send("POST", "/api/tokens", body).status()).isEqualTo(201);
    visitor.withoutCsrf();
    assertThat(visitor.send("POST", "/api/tokens", body).problem()).isEqualTo("csrf");
    assertThat(visitor.send("POST", "/api/tokens", body, "X-CSRF-TOKEN", "x").problem()).isEqualTo("csrf");
    assertThat(visitor.send("POST", "/api/tokens", body, "Authorization", "Basic eDp5").problem())
        .as("a header that proves nothing changes nothing").isEqualTo("csrf");
    String foreign = Visitor.signedIn(port, "test-Anna", People.PASSWORD).session().path("csrf").path("token").asString();
    assertThat(visitor.send("POST", "/api/tokens", body, "X-CSRF-TOKEN", foreign).problem()).isEqualTo("csrf");
    JsonNode csrf = visitor.session().path("csrf");
    assertThat(visitor.send("POST", "/api/tokens", body, csrf.path("header").asString(), csrf.path("token").asString()).status())
        .isEqualTo(201);
  }

  @Test
  void wrongPasswordAndUnknownNameAnswerAlike() {
    Http.Answer wrong = Visitor.anonymous(port).signIn("test-Anna", "not the password");
    Http.Answer unknown = Visitor.anonymous(port).signIn("test-nobody", "not the password");
    db.sql("UPDATE account SET active = false WHERE username = 'test-Anna'").update();
    Http.Answer inactive = Visitor.anonymous(port).signIn("test-Anna", People.PASSWORD);

    assertThat(wrong.status()).isEqualTo(401);
    for (Http.Answer answer : List.of(unknown, inactive)) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text()).isEqualTo(wrong.text());
      assertThat(answer.response().headers().map().keySet()).isEqualTo(wrong.response().headers().map().keySet());
    }
    assertThat(wrong.header("Set-Cookie")).isEmpty();
    assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void rightsTakenAwayAreGoneAtOnce() {
    Visitor visitor = people.signIn("admin");
    assertThat(visitor.get("/api/accounts").status()).isEqualTo(200);

    db.sql("UPDATE account SET role = 'viewer' WHERE username = 'test-admin'").update();
    assertThat(visitor.get("/api/accounts").status()).isEqualTo(403);

    db.sql("UPDATE account SET active = false WHERE username = 'test-admin'").update();
    assertThat(visitor.get("/api/accounts").status()).isEqualTo(401);
  }

  @Test
  void aSessionHoldsOnAnotherInstanceAndAfterARestart() {
    Visitor visitor = Visitor.signedIn(port, "test-Anna", People.PASSWORD);

    try (var other = new SpringApplicationBuilder(CompartoApplication.class).initializers(TestPostgres.initializer())
        .run("--server.port=0", "--comparto.demonstration.enabled=false")) {
      int otherPort = Integer.parseInt(other.getEnvironment().getProperty("local.server.port"));
      Visitor there = Visitor.anonymous(otherPort).withCookie(visitor.cookie());
      assertThat(there.session().path("account").path("username").asString()).isEqualTo("test-Anna");
    }
  }

  @Test
  void publicReadingDoesNotTouchTheSession() {
    Visitor visitor = Visitor.signedIn(port, "test-Anna", People.PASSWORD);
    String when = "SELECT last_access_time FROM spring_session WHERE principal_name = 'test-Anna'";
    long before = db.sql(when).query(Long.class).single();

    visitor.get("/ogc/collections");

    assertThat(db.sql(when).query(Long.class).single()).isEqualTo(before);
  }
}
