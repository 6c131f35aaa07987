package org.comparto.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Accounts as admins keep them, the first of them, and passwords that others have made. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class AccountsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired FirstAdministrator first;
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
  @Transactional
  void theFirstAdministratorsPasswordIsShownOnceAndOnlyWhereThereIsNoAccount(CapturedOutput output) {
    db.sql("DELETE FROM account").update();

    first.run(new DefaultApplicationArguments());
    first.run(new DefaultApplicationArguments());

    Matcher shown = Pattern.compile("username +admin\\R +password +([a-km-np-z2-9]{20})\\R").matcher(output.getAll());
    assertThat(shown.results().count()).isEqualTo(1);
    shown.reset().find();
    var row = db.sql("SELECT * FROM account").query().singleRow();
    assertThat(row).containsEntry("username", "admin").containsEntry("role", "admin").containsEntry("must_change_password", true);
    assertThat(row.toString()).doesNotContain(shown.group(1));
    assertThat(new Passwords().matches(shown.group(1), (String) row.get("password_hash"))).isTrue();
  }

  @Test
  void whoHasTheHashesWorksSomeTenthsOfASecondForEachPasswordTheyTry() {
    assertThat(new Passwords().hash("correct horse battery")).startsWith("{bcrypt}$2a$12$");
  }

  @Test
  void aNewAccountChangesItsPasswordBeforeItWritesAnythingElse() {
    Visitor admin = people.signIn("admin");
    Http.Answer made = admin.send("POST", "/api/accounts",
        "{\"username\": \"test-new\", \"displayName\": \"Nuova\", \"email\": \"nuova@example.org\", \"role\": \"admin\", \"language\": \"en\"}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String given = made.json().path("password").asString();

    Visitor visitor = Visitor.signedIn(port, "test-new", given);
    assertThat(visitor.session().path("account").path("mustChangePassword").asBoolean()).isTrue();
    Http.Answer refused = visitor.send("POST", "/api/accounts", "{\"username\": \"test-other\", \"role\": \"viewer\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem()).isEqualTo("password-change-required");
    assertThat(refused.json().path("detail").asString()).contains("PUT /api/session/password");
    assertThat(visitor.send("POST", "/api/tokens", "{\"name\": \"x\", \"scopes\": [\"read\"]}").problem()).isEqualTo("password-change-required");
    assertThat(visitor.get("/api/accounts").status()).as("reading goes on").isEqualTo(200);

    Visitor elsewhere = Visitor.signedIn(port, "test-new", given);
    String before = visitor.cookie();
    Http.Answer changed = visitor.send("PUT", "/api/session/password", "{\"old\": \"" + given + "\", \"new\": \"my own long password\"}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(204);

    assertThat(visitor.cookie()).isNotEqualTo(before);
    assertThat(elsewhere.session().path("account").isNull()).as("sessions of the old password end").isTrue();
    assertThat(visitor.send("POST", "/api/accounts", "{\"username\": \"test-other\", \"role\": \"viewer\"}").status()).isEqualTo(201);
    assertThat(Visitor.anonymous(port).signIn("test-new", given).status()).isEqualTo(401);
    assertThat(Visitor.anonymous(port).signIn("test-new", "my own long password").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"short, at least 12", "test-password-owner, not be the username", "TEST-password-owner, not be the username",
      "correct horse battery, differ", "0123456789012345678901234567890123456789012345678901234567890123456789012, at most 72"})
  void passwordsThatWillNotDoAreRefusedWithTheReason(String wanted, String reason) {
    people.make("test-password-owner", "viewer", null);
    Visitor visitor = Visitor.signedIn(port, "test-password-owner", People.PASSWORD);

    Http.Answer answer = visitor.send("PUT", "/api/session/password", "{\"old\": \"" + People.PASSWORD + "\", \"new\": \"" + wanted + "\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo("new");
    assertThat(answer.json().path("detail").asString()).contains(reason);
  }

  @Test
  void aPatchChangesWhatItNamesAndNullEmpties() {
    String territory = db.sql("SELECT code FROM territory ORDER BY code LIMIT 1").query(String.class).single();
    long id = people.make("test-desk", "desk", territory);
    Visitor admin = people.signIn("admin");

    JsonNode changed = admin.send("PATCH", "/api/accounts/" + id, "{\"email\": \"desk@example.org\", \"role\": \"viewer\"}").json();
    assertThat(changed.path("email").asString()).isEqualTo("desk@example.org");
    assertThat(changed.path("role").asString()).isEqualTo("viewer");
    assertThat(changed.path("territory").asString()).isEqualTo(territory);
    assertThat(changed.path("active").asBoolean()).isTrue();

    changed = admin.send("PATCH", "/api/accounts/" + id, "{\"territory\": null, \"active\": false}").json();
    assertThat(changed.has("territory")).isFalse();
    assertThat(changed.path("active").asBoolean()).isFalse();
    assertThat(changed.path("email").asString()).isEqualTo("desk@example.org");
  }

  @Test
  void layersAndMunicipalityAreGivenTakenAndNotedWhoeverGaveThem() {
    Visitor admin = people.signIn("admin");
    String town = db.sql("SELECT min(code) FROM municipality WHERE territory_code IS NOT NULL").query(String.class).single();
    Http.Answer made = admin.send("POST", "/api/accounts", "{\"username\": \"test-town\", \"role\": \"municipal_editor\", \"municipality\": \"" + town
        + "\", \"layers\": [\"plot\", \"thematic\"]}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().path("account").path("layers").valueStream().map(JsonNode::asString)).containsExactly("plot", "thematic");
    Visitor town1 = Visitor.signedIn(port, "test-town", made.json().path("password").asString());
    assertThat(town1.session().path("account").path("layers").valueStream().map(JsonNode::asString)).contains("plot", "flood_hazard")
        .doesNotContain("thematic", "company");

    String path = made.header("Location");
    assertThat(admin.send("PATCH", path, "{\"displayName\": \"Comune\"}").json().path("layers")).hasSize(2);
    JsonNode changed = admin.send("PATCH", path, "{\"role\": \"planner\", \"municipality\": null, \"layers\": null}").json();
    assertThat(changed.has("municipality") || changed.has("layers")).isFalse();
    assertThat(db.sql("SELECT who || ' ' || action FROM audit_entry WHERE subject = 'account:test-town' AND action LIKE '%s%' ORDER BY id DESC LIMIT 1")
        .query(String.class).single()).isEqualTo("test-admin rights-changed");
  }

  @Test
  void anAdminResetsAPasswordAndEndsWhatBeganWithTheOldOne() {
    long id = people.make("test-desk", "desk", null);
    Visitor owner = Visitor.signedIn(port, "test-desk", People.PASSWORD);

    String password = people.signIn("admin").send("POST", "/api/accounts/" + id + "/password-reset", null).json().path("password").asString();

    assertThat(owner.session().path("account").isNull()).isTrue();
    assertThat(Visitor.anonymous(port).signIn("test-desk", People.PASSWORD).status()).isEqualTo(401);
    assertThat(Visitor.signedIn(port, "test-desk", password).session().path("account").path("mustChangePassword").asBoolean()).isTrue();
  }

  @Test
  void theLastActiveAdminStays() {
    var others = db.sql("UPDATE account SET active = false WHERE active RETURNING id").query(Long.class).list();
    try {
      long id = people.make("test-admin", "admin", null);
      Visitor admin = people.signIn("admin");
      for (String change : new String[] {"{\"role\": \"desk\"}", "{\"active\": false}"}) {
        Http.Answer answer = admin.send("PATCH", "/api/accounts/" + id, change);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("last-admin");
      }
      assertThat(admin.send("PATCH", "/api/accounts/" + id, "{\"displayName\": \"Still here\"}").status()).isEqualTo(200);
      people.make("test-second", "admin", null);
      assertThat(admin.send("PATCH", "/api/accounts/" + id, "{\"role\": \"desk\"}").status()).isEqualTo(200);
    } finally {
      db.sql("UPDATE account SET active = true WHERE id IN (:ids)").param("ids", others).update();
    }
  }

  @ParameterizedTest(name = "{0} {1} {2} is {3}, naming {4}")
  @CsvSource(quoteCharacter = '~', delimiter = '|', value = {
      "POST  | /api/accounts | {`role`: `admin`}                                       | 400 | username",
      "POST  | /api/accounts | {`username`: `test-x`}                                  | 400 | role",
      "POST  | /api/accounts | {`username`: `test-x`, `role`: `king`}                  | 400 | role",
      "POST  | /api/accounts | {`username`: `test x`, `role`: `viewer`}                | 400 | username",
      "POST  | /api/accounts | {`username`: `Operator`, `role`: `viewer`}              | 400 | username",
      "POST  | /api/accounts | {`username`: `TEST-ADMIN`, `role`: `viewer`}            | 409 | username",
      "POST  | /api/accounts | {`username`: `test-x`, `role`: `viewer`, `email`: `x`}  | 400 | email",
      "POST  | /api/accounts | {`username`: `test-x`, `role`: `viewer`, `territory`: `NOWHERE`}      | 400 | territory",
      "POST  | /api/accounts | {`username`: `test-x`, `role`: `viewer`, `language`: `de`}            | 400 | language",
      "POST  | /api/accounts | {`username`: `test-x`, `role`: `viewer`, `password`: `mine`}          | 400 | password",
      "POST  | /api/accounts | {`username`: `test-x`, `role`: `viewer`, `displayName`: `a\\u0000b`}  | 400 | displayName",
      "POST  | /api/accounts | {`username`: `test-x`, `role`: `municipal_editor`}      | 400 | municipality",
      "POST  | /api/accounts | {`username`: `test-x`, `role`: `municipal_editor`, `municipality`: `999999`}  | 400 | municipality",
      "POST  | /api/accounts | {`username`: `test-x`, `role`: `desk`, `municipality`: `019036`}              | 400 | municipality",
      "POST  | /api/accounts | {`username`: `test-x`, `role`: `desk`, `layers`: [`nothing`]}  | 400 | layers",
      "POST  | /api/accounts | {`username`: `test-x`, `role`: `desk`, `layers`: [null]}       | 400 | layers",
      "POST  | /api/accounts | {`username`: `test-x`, `role`: `desk`, `layers`: []}           | 400 | layers",
      "POST  | /api/accounts | {`username`: [], `role`: `viewer`}                      | 400 | username",
      "POST  | /api/accounts | [not json                                              | 400 | body",
      "POST  | /api/accounts | []                                                     | 400 | body",
      "POST  | /api/accounts | null                                                   | 400 | body",
      "PATCH | /api/accounts/999999999 | {}                                           | 404 | id",
      "PATCH | /api/accounts/x | {}                                                   | 400 | id",
      "PATCH | /api/accounts/{me} | {`username`: `other`}                              | 400 | username",
      "PATCH | /api/accounts/{me} | {`passwordHash`: `x`}                              | 400 | passwordHash",
      "PATCH | /api/accounts/{me} | {`role`: null}                                     | 400 | role",
      "PATCH | /api/accounts/{me} | {`active`: null}                                   | 400 | active",
      "PATCH | /api/accounts/{me} | []                                                | 400 | body",
      "POST  | /api/accounts/999999999/password-reset | {}                            | 404 | id",
      "POST  | /api/tokens | {`name`: `x`, `scopes`: [`read`], `accountId`: 1}         | 400 | accountId",
      "POST  | /api/tokens | {`name`: `x`, `scopes`: [`read`], `days`: 100000}         | 400 | days",
      "POST  | /api/tokens | {`name`: `x`, `scopes`: [null]}                           | 400 | scopes",
      "POST  | /api/tokens | {`name`: `x`, `scopes`: [`all`]}                          | 400 | scopes",
      "POST  | /api/tokens | {`name`: ` `, `scopes`: [`read`]}                         | 400 | name",
      "PUT   | /api/session/password | {`old`: `x`, `new`: `a long new password`, `role`: `admin`}   | 400 | role",
      "PUT   | /api/session/password | {`new`: `a long new password`}                 | 400 | old",
      "POST  | /api/session | {`username`: `test-x`, `password`: `x`, `role`: `admin`} | 400 | role",
      "POST  | /api/session | {`username`: `test-x`}                                   | 400 | password",
      "POST  | /api/session | {`username`: `a\\u0000`, `password`: `x`}                | 400 | username",
  })
  void aMistakeInABodyNamesItsField(String method, String path, String body, int status, String parameter) {
    Visitor admin = people.signIn("admin");
    long me = db.sql("SELECT id FROM account WHERE username = 'test-admin'").query(Long.class).single();

    Http.Answer answer = admin.send(method, path.replace("{me}", String.valueOf(me)), body.replace('`', '"'));

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().path("parameter").asString()).as(answer.text()).isEqualTo(parameter);
    assertThat(answer.text()).doesNotContain("org.comparto").doesNotContain("java.").doesNotContain("jackson");
  }
}
