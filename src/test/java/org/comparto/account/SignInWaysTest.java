package org.comparto.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** All ways in but the plain one: a second factor, a link in a mail, another house's identity. On an installation that has them set. */
@IntegrationTest
class SignInWaysTest {

  private static final Pattern LINK = Pattern.compile("https://aree\\.example/#place=account&lang=(it|en)&reset=([\\w-]+)");
  private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private static IdentityProvider provider;

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  People people;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) throws Exception {
    MAIL.start();
    provider = new IdentityProvider();
    settings.add("spring.mail.host", () -> "127.0.0.1");
    settings.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    settings.add("comparto.mail.from", () -> "aree@example.org");
    settings.add("comparto.mail.public-address", () -> "https://aree.example");
    settings.add("comparto.accounts.second-factor", () -> "auditor");
    settings.add("comparto.accounts.key", () -> "a key of the operator");
    settings.add("comparto.accounts.layers.tour-organiser", () -> "company,gateway");
    settings.add("comparto.oidc.issuer", provider::issuer);
    settings.add("comparto.oidc.client-id", () -> IdentityProvider.CLIENT);
    settings.add("comparto.oidc.client-secret", () -> IdentityProvider.SECRET);
    settings.add("comparto.oidc.name", () -> "Prova");
  }

  @BeforeEach
  void somePeople() throws Exception {
    people = new People(db, port);
    people.remove();
    db.sql("DELETE FROM source_attempt").update();
    MAIL.purgeEmailFromAllMailboxes();
  }

  @AfterEach
  void nobodyStays() {
    people.remove();
    db.sql("DELETE FROM source_attempt").update();
  }

  @AfterAll
  static void closed() {
    MAIL.stop();
    provider.close();
  }

  // --- second factor

  @Test
  void aSecondFactorIsAskedForOnceItIsConfirmedAndEachCodeOpensOnce() {
    people.make("test-anna", "desk", null);
    Visitor anna = Visitor.signedIn(port, "test-anna", People.PASSWORD);
    byte[] secret = begin(anna);
    assertThat(Visitor.anonymous(port).signIn("test-anna", People.PASSWORD).status()).as("not yet confirmed").isEqualTo(200);
    assertThat(anna.send("PUT", "/api/session/second-factor", "{\"code\": \"" + wrong(secret) + "\"}").problem()).isEqualTo("wrong-code");
    Visitor elsewhere = Visitor.signedIn(port, "test-anna", People.PASSWORD);

    long step = Totp.stepAt(Instant.now()); // its code and the next one are taken for half a minute at least, that before it perhaps no more
    JsonNode confirmed = anna.send("PUT", "/api/session/second-factor", "{\"code\": \"" + Totp.code(secret, step) + "\"}").json();
    Set<String> onPaper = new HashSet<>();
    confirmed.path("recoveryCodes").forEach(code -> onPaper.add(code.asString()));
    assertThat(onPaper).hasSize(10).allMatch(code -> code.matches("([a-km-np-z2-9]{5}-){3}[a-km-np-z2-9]{5}"));
    assertThat(elsewhere.session().path("account").isNull()).as("sessions without it end").isTrue();

    assertThat(signIn("test-anna", People.PASSWORD, null).problem()).isEqualTo("second-factor-required");
    assertThat(signIn("test-anna", "wrong", null).problem()).isEqualTo("wrong-credentials");
    assertThat(signIn("test-anna", "wrong", Totp.code(secret, step + 1)).problem()).as("who has one is not told").isEqualTo("wrong-credentials");
    assertThat(signIn("test-anna", People.PASSWORD, wrong(secret)).problem()).isEqualTo("wrong-second-factor");
    assertThat(signIn("test-anna", People.PASSWORD, Totp.code(secret, step)).problem()).as("used to confirm").isEqualTo("wrong-second-factor");
    assertThat(signIn("test-anna", People.PASSWORD, Totp.code(secret, step + 1)).status()).isEqualTo(200);
    assertThat(signIn("test-anna", People.PASSWORD, Totp.code(secret, step + 1)).problem()).as("played again").isEqualTo("wrong-second-factor");

    String paper = onPaper.iterator().next();
    assertThat(signIn("test-anna", People.PASSWORD, paper.toUpperCase(Locale.ROOT).replace("-", " ")).status()).isEqualTo(200);
    db.sql("DELETE FROM login_attempt").update();
    assertThat(signIn("test-anna", People.PASSWORD, paper).problem()).isEqualTo("wrong-second-factor");
    assertThat(anna.session().path("account").path("secondFactor").path("recoveryCodes").asInt()).isEqualTo(9);
    assertThat(Http.get(port, "/api/session", "Authorization", "Bearer " + people.token(idOf("test-anna"), "1 hour", "read")).status())
        .as("tokens go on").isEqualTo(200);
  }

  @Test
  void whatTheDatabaseKeepsOfASecondFactorOpensNothing() {
    people.make("test-anna", "desk", null);
    Visitor anna = Visitor.signedIn(port, "test-anna", People.PASSWORD);
    byte[] secret = begin(anna);
    List<String> codes = confirm(anna, secret);

    Map<String, Object> row = db.sql("SELECT encode(totp_secret, 'hex') AS sealed FROM account WHERE username = 'test-anna'").query().singleRow();
    assertThat(row.get("sealed").toString()).doesNotContain(HexFormat.of().formatHex(secret));
    String all = db.sql("SELECT string_agg(account::text, '') FROM account").query(String.class).single()
        + db.sql("SELECT string_agg(recovery_code::text, '') FROM recovery_code").query(String.class).single()
        + db.sql("SELECT string_agg(audit_entry::text, '') FROM audit_entry").query(String.class).single();
    assertThat(all).doesNotContain(Totp.base32(secret)).doesNotContain(codes);
    assertThat(anna.get("/api/session").text()).doesNotContain(Totp.base32(secret));
    assertThat(db.sql("SELECT action FROM audit_entry WHERE subject = 'account:test-anna' ORDER BY id DESC LIMIT 1").query(String.class).single())
        .isEqualTo("second-factor-on");
  }

  @Test
  void tryingCodesOutIsSlowedDownAsTryingPasswordsIs() {
    people.make("test-anna", "desk", null);
    Visitor anna = Visitor.signedIn(port, "test-anna", People.PASSWORD);
    byte[] secret = begin(anna);
    confirm(anna, secret);
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("test-anna", People.PASSWORD, null).problem()).as("a right password alone does not begin anew").isEqualTo("second-factor-required");
      assertThat(signIn("test-anna", People.PASSWORD, wrong(secret)).status()).isEqualTo(401);
    }
    Http.Answer sixth = signIn("test-anna", People.PASSWORD, Totp.code(secret, Totp.stepAt(Instant.now()) + 1));
    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.header("Retry-After")).isNotEmpty();
  }

  @Test
  void beginningEndingAndNewCodesNeedThePasswordAndTheCode() {
    people.make("test-anna", "desk", null);
    Visitor anna = Visitor.signedIn(port, "test-anna", People.PASSWORD);
    assertThat(anna.send("POST", "/api/session/second-factor", "{\"password\": \"wrong\"}").problem()).isEqualTo("wrong-password");
    assertThat(anna.send("POST", "/api/session/second-factor", "{}").json().path("parameter").asString()).isEqualTo("password");
    assertThat(anna.send("PUT", "/api/session/second-factor", "{\"code\": \"123456\"}").problem()).isEqualTo("no-enrolment");
    byte[] secret = begin(anna);
    String first = confirm(anna, secret).get(0);

    String password = "\"password\": \"" + People.PASSWORD + "\"";
    for (String path : List.of("/api/session/second-factor", "/api/session/second-factor/removal", "/api/session/second-factor/recovery-codes")) {
      assertThat(anna.send("POST", path, "{" + password + "}").json().path("parameter").asString()).as(path).isEqualTo("code");
      assertThat(anna.send("POST", path, "{" + password + ", \"code\": \"" + wrong(secret) + "\"}").problem()).as(path).isEqualTo("wrong-code");
      db.sql("DELETE FROM login_attempt").update();
    }
    String second = anna.send("POST", "/api/session/second-factor/recovery-codes", "{" + password + ", \"code\": \"" + first + "\"}").json()
        .path("recoveryCodes").get(0).asString();
    assertThat(signIn("test-anna", People.PASSWORD, first).status()).as("the old ones are void").isEqualTo(401);
    assertThat(anna.send("POST", "/api/session/second-factor/removal", "{" + password + ", \"code\": \"" + second + "\"}").status()).isEqualTo(204);
    assertThat(signIn("test-anna", People.PASSWORD, null).status()).isEqualTo(200);
  }

  @Test
  void anAdminTakesAwayTheSecondFactorOfWhoLostIt() {
    long id = people.make("test-anna", "desk", null);
    Visitor anna = Visitor.signedIn(port, "test-anna", People.PASSWORD);
    confirm(anna, begin(anna));

    assertThat(people.signIn("admin").send("DELETE", "/api/accounts/" + id + "/second-factor", null).status()).isEqualTo(204);
    assertThat(anna.session().path("account").isNull()).isTrue();
    assertThat(signIn("test-anna", People.PASSWORD, null).status()).isEqualTo(200);
  }

  @Test
  void whoMustHaveASecondFactorMayNothingBeforeItIsThere() {
    people.make("test-watch", "auditor", null);
    Visitor watch = Visitor.signedIn(port, "test-watch", People.PASSWORD);
    assertThat(watch.session().path("account").path("secondFactor").path("demanded").asBoolean()).isTrue();
    assertThat(watch.session().path("account").path("scopes")).isEmpty();
    assertThat(watch.get("/api/tokens").problem()).isEqualTo("second-factor-enrolment-required");
    assertThat(watch.get("/api/accounts").problem()).isEqualTo("second-factor-enrolment-required");
    assertThat(watch.get("/api/layers").status()).as("what anybody may").isEqualTo(200);

    String code = confirm(watch, begin(watch)).get(0);
    assertThat(watch.get("/api/tokens").status()).isEqualTo(200);
    assertThat(watch.get("/api/accounts").problem()).isEqualTo("forbidden");
    assertThat(watch.send("POST", "/api/session/second-factor/removal", "{\"password\": \"" + People.PASSWORD + "\", \"code\": \"" + code + "\"}").problem())
        .isEqualTo("second-factor-demanded");
  }

  // --- a link in a mail

  @ParameterizedTest
  @ValueSource(strings = {"test-anna", "TEST-ANNA", "anna@example.org"})
  void aForgottenPasswordIsReplacedByALinkThatHoldsOnce(String asked) throws Exception {
    long id = people.make("test-anna", "desk", null);
    db.sql("UPDATE account SET email = 'anna@example.org', language = 'en', must_change_password = true WHERE id = :id").param("id", id).update();
    Visitor open = Visitor.signedIn(port, "test-anna", People.PASSWORD);

    assertThat(forget(asked).status()).isEqualTo(202);
    assertThat(MAIL.waitForIncomingEmail(60_000, 1)).isTrue();
    MimeMessage mail = MAIL.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Your new password");
    assertThat(mail.getAllRecipients()[0].toString()).isEqualTo("anna@example.org");
    String token = link(mail);
    assertThat(db.sql("SELECT string_agg(password_reset::text, '') FROM password_reset").query(String.class).single()).doesNotContain(token);

    assertThat(choose(token, "short").json().path("parameter").asString()).as("a mistake does not use it up").isEqualTo("new");
    assertThat(choose(token, "a password of my own").status()).isEqualTo(204);
    assertThat(open.session().path("account").isNull()).as("other sessions end").isTrue();
    assertThat(signIn("test-anna", People.PASSWORD, null).status()).isEqualTo(401);
    assertThat(signIn("test-anna", "a password of my own", null).json().path("account").path("mustChangePassword").asBoolean()).isFalse();
    assertThat(choose(token, "another password of mine").problem()).isEqualTo("reset-link");
  }

  @Test
  void whetherThereIsSuchAnAccountIsNotToBeLearnt() throws Exception {
    long id = people.make("test-anna", "desk", null);
    long gone = people.make("test-gone", "desk", null);
    db.sql("UPDATE account SET email = 'anna@example.org' WHERE id = :id").param("id", id).update();
    db.sql("UPDATE account SET email = 'gone@example.org', active = false WHERE id = :id").param("id", gone).update();

    Http.Answer known = forget("test-anna");
    for (String name : List.of("test-nobody", "nobody@example.org", "test-gone", "' OR 1=1 --")) {
      Http.Answer unknown = forget(name);
      assertThat(unknown.status()).as(name).isEqualTo(known.status()).isEqualTo(202);
      assertThat(unknown.bytes()).as(name).isEqualTo(known.bytes());
      assertThat(unknown.response().headers().map().keySet()).as(name).isEqualTo(known.response().headers().map().keySet());
    }
    assertThat(MAIL.waitForIncomingEmail(60_000, 1)).isTrue();
    Thread.sleep(500);
    assertThat(MAIL.getReceivedMessages()).hasSize(1);
  }

  @Test
  void anAddressAsksTenTimesAnHourAndAnAccountGetsThreeMails() throws Exception {
    long id = people.make("test-anna", "desk", null);
    db.sql("UPDATE account SET email = 'anna@example.org' WHERE id = :id").param("id", id).update();
    for (int i = 0; i < 10; i++) {
      assertThat(forget("test-anna").status()).isEqualTo(202);
    }
    assertThat(forget("test-anna").status()).isEqualTo(429);
    assertThat(MAIL.waitForIncomingEmail(60_000, 3)).isTrue();
    Thread.sleep(500);
    assertThat(MAIL.getReceivedMessages()).hasSize(3);
  }

  @Test
  void aLinkEndsAfterAnHourAndWhenTheAccountIsDeactivated() throws Exception {
    long id = people.make("test-anna", "desk", null);
    db.sql("UPDATE account SET email = 'anna@example.org' WHERE id = :id").param("id", id).update();
    forget("test-anna");
    MAIL.waitForIncomingEmail(60_000, 1);
    String token = link(MAIL.getReceivedMessages()[0]);
    db.sql("UPDATE account SET active = false WHERE id = :id").param("id", id).update();
    assertThat(choose(token, "a password of my own").problem()).isEqualTo("reset-link");
    db.sql("UPDATE account SET active = true WHERE id = :id").param("id", id).update();
    assertThat(db.sql("SELECT expires_at BETWEEN now() + interval '59 minutes' AND now() + interval '60 minutes' FROM password_reset").query(Boolean.class).single())
        .isTrue();
    db.sql("UPDATE password_reset SET expires_at = now()").update();
    assertThat(choose(token, "a password of my own").problem()).isEqualTo("reset-link");
  }

  // --- another house's identity

  @Test
  void whoTheProviderKnowsSignsInWithAnOrdinarySession() {
    long id = people.make("test-anna", "desk", null);
    db.sql("UPDATE account SET email = 'Anna@Example.org' WHERE id = :id").param("id", id).update();
    provider.person(Map.of("sub", "77", "email", "anna@example.org", "email_verified", true, "name", "Anna Neri"));

    Visitor anna = Visitor.anonymous(port);
    assertThat(anna.session().path("ways").path("provider").asString()).isEqualTo("Prova");
    Http.Answer back = roundTrip(anna, "place=plots&lang=en");
    assertThat(back.header("Location")).isEqualTo("/#place=plots&lang=en");
    assertThat(anna.session().path("account").path("username").asString()).isEqualTo("test-anna");
    anna.takeCsrf();
    assertThat(anna.send("POST", "/api/tokens", "{\"name\": \"QGIS\", \"scopes\": [\"read\"]}").status()).isEqualTo(201);
    assertThat(anna.send("DELETE", "/api/session", null).status()).isEqualTo(204);

    provider.person(Map.of("sub", "77", "email", "new@example.org", "email_verified", true));
    assertThat(roundTrip(anna, "").header("Location")).as("bound to the person, not to the address").isEqualTo("/#");
    provider.person(Map.of("sub", "78", "email", "anna@example.org", "email_verified", true));
    assertThat(roundTrip(Visitor.anonymous(port), "").header("Location")).as("somebody else who got the address").contains("provider=unknown");
  }

  @Test
  void whoTheProviderDoesNotVouchForGetsNoAccount() {
    long id = people.make("test-anna", "desk", null);
    db.sql("UPDATE account SET email = 'anna@example.org' WHERE id = :id").param("id", id).update();
    for (Map<String, Object> person : List.<Map<String, Object>>of(Map.of("sub", "1", "email", "stranger@example.org", "email_verified", true),
        Map.of("sub", "2", "email", "anna@example.org"), Map.of("sub", "3", "email", "anna@example.org", "email_verified", false), Map.of("sub", "4"))) {
      provider.person(person);
      Visitor visitor = Visitor.anonymous(port);
      assertThat(roundTrip(visitor, "").header("Location")).as(person.toString()).isEqualTo("/#place=account&provider=unknown");
      assertThat(visitor.session().path("account").isNull()).isTrue();
    }
    db.sql("UPDATE account SET active = false WHERE id = :id").param("id", id).update();
    provider.person(Map.of("sub", "5", "email", "anna@example.org", "email_verified", true));
    assertThat(roundTrip(Visitor.anonymous(port), "").header("Location")).contains("provider=unknown");
  }

  @Test
  void aSecondFactorIsNotGoneAroundByTheProvider() {
    long id = people.make("test-anna", "desk", null);
    db.sql("UPDATE account SET email = 'anna@example.org' WHERE id = :id").param("id", id).update();
    Visitor anna = Visitor.signedIn(port, "test-anna", People.PASSWORD);
    confirm(anna, begin(anna));
    provider.person(Map.of("sub", "6", "email", "anna@example.org", "email_verified", true));
    assertThat(roundTrip(Visitor.anonymous(port), "").header("Location")).contains("provider=level");
  }

  static Stream<Arguments> lies() {
    return Stream.<Map.Entry<String, Consumer<JWTClaimsSet.Builder>>>of(
        Map.entry("another nonce", claims -> claims.claim("nonce", "of somebody else")), Map.entry("no nonce", claims -> claims.claim("nonce", null)),
        Map.entry("another issuer", claims -> claims.issuer("https://elsewhere.example")), Map.entry("another audience", claims -> claims.audience("another client")),
        Map.entry("expired", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3600)))),
        Map.entry("issued in future", claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(3600)))),
        Map.entry("nobody", claims -> claims.subject(null))).map(lie -> Arguments.of(lie.getKey(), lie.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void anIdTokenThatDoesNotHoldIsRefused(String what, Consumer<JWTClaimsSet.Builder> lie) {
    annaIsKnown();
    provider.lies(lie);
    Visitor visitor = Visitor.anonymous(port);
    assertThat(roundTrip(visitor, "").header("Location")).isEqualTo("/#place=account&provider=refused");
    assertThat(visitor.session().path("account").isNull()).isTrue();
  }

  @Test
  void anotherKeyAnotherStateAndAnotherBrowserAreRefused() throws Exception {
    annaIsKnown();
    provider.signsWithAnotherKey();
    assertThat(roundTrip(Visitor.anonymous(port), "").header("Location")).contains("provider=refused");
    annaIsKnown();

    Http.Answer begun = Http.get(port, "/api/session/oidc");
    String cookie = OidcController.COOKIE + "=" + begun.cookie(OidcController.COOKIE);
    URI back = provider.consent(URI.create(begun.header("Location")));
    String path = back.getPath() + "?" + back.getRawQuery();
    assertThat(Http.get(port, path).header("Location")).as("without the cookie").contains("provider=expired");
    assertThat(Http.get(port, path + "x", "Cookie", cookie).header("Location")).as("another state").contains("provider=expired");
    assertThat(Http.get(port, path, "Cookie", cookie.replaceAll("\\.[^.]*$", ".forged")).header("Location")).as("a forged cookie").contains("provider=expired");
    assertThat(Http.get(port, "/api/session/oidc/callback?error=access_denied&state=x", "Cookie", cookie).header("Location")).contains("provider=expired");
    Http.Answer other = Http.get(port, "/api/session/oidc");
    assertThat(Http.get(port, path, "Cookie", OidcController.COOKIE + "=" + other.cookie(OidcController.COOKIE)).header("Location"))
        .as("another browser's attempt").contains("provider=expired");
    assertThat(Http.get(port, path + "&iss=https://elsewhere.example", "Cookie", cookie).header("Location")).as("another provider's answer (RFC 9207)")
        .contains("provider=refused");
    Http.Answer done = Http.get(port, path + "&iss=" + provider.issuer() + "&session_state=any", "Cookie", cookie);
    assertThat(done.header("Location")).isEqualTo("/#");
    assertThat(done.response().headers().allValues("Set-Cookie")).anyMatch(set -> set.startsWith(OidcController.COOKIE + "=;") && set.contains("Max-Age=0"));
    assertThat(Http.get(port, path, "Cookie", cookie).header("Location")).as("a code played again").contains("provider=refused");
  }

  @Test
  void nobodyCanPrepareASessionForWhoComesByTheProvider() {
    annaIsKnown();
    people.make("test-thief", "viewer", null);
    String prepared = Visitor.signedIn(port, "test-thief", People.PASSWORD).cookie();
    Visitor anna = Visitor.anonymous(port).withCookie(prepared);
    roundTrip(anna, "");
    assertThat(anna.cookie()).isNotEqualTo(prepared);
    assertThat(anna.session().path("account").path("username").asString()).isEqualTo("test-anna");
    assertThat(Visitor.anonymous(port).withCookie(prepared).session().path("account").isNull()).isTrue();
  }

  @Test
  void theCookiesAreSecureWhereTheRequestIs() {
    Http.Answer begun = Http.get(port, "/api/session/oidc", "X-Forwarded-Proto", "https");
    assertThat(begun.response().headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));
  }

  @Test
  void theCookieOfAnAttemptIsOutOfReachAndTheViewLeadsNowhereElse() {
    Http.Answer begun = Http.get(port, "/api/session/oidc?view=" + "//evil.example%0d%0aX:1");
    assertThat(begun.response().headers().allValues("Set-Cookie").get(0)).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/api/session/oidc");
    annaIsKnown();
    assertThat(roundTrip(Visitor.anonymous(port), "//evil.example").header("Location")).isEqualTo("/#//evil.example");
    assertThat(roundTrip(Visitor.anonymous(port), "<script>").header("Location")).isEqualTo("/#");
    assertThat(begun.header("Cache-Control")).contains("no-store");
  }

  // ---

  @Test
  void layersOfARoleAreASetting() {
    JsonNode layers = people.signIn("tour_organiser").session().path("account").path("layers");
    assertThat(layers.valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder("company", "gateway");
  }

  private void annaIsKnown() {
    if (db.sql("SELECT count(*) FROM account WHERE username = 'test-anna'").query(Integer.class).single() == 0) {
      long id = people.make("test-anna", "desk", null);
      db.sql("UPDATE account SET email = 'anna@example.org' WHERE id = :id").param("id", id).update();
    }
    provider.person(Map.of("sub", "77", "email", "anna@example.org", "email_verified", true));
  }

  /** To the provider and back, as a browser goes. */
  private Http.Answer roundTrip(Visitor visitor, String view) {
    Http.Answer begun = visitor.get("/api/session/oidc" + (view.isEmpty() ? "" : "?view=" + URLEncoder.encode(view, StandardCharsets.UTF_8)));
    assertThat(begun.status()).as(begun.text()).isEqualTo(302);
    URI back = provider.consent(URI.create(begun.header("Location")));
    assertThat(back.toString()).startsWith("https://aree.example/api/session/oidc/callback");
    return visitor.withFurtherCookie(OidcController.COOKIE + "=" + begun.cookie(OidcController.COOKIE)).get(back.getPath() + "?" + back.getRawQuery());
  }

  private Http.Answer signIn(String username, String password, String code) {
    return Http.send(port, "POST", "/api/session", "{\"username\": \"" + username + "\", \"password\": \"" + password + "\""
        + (code == null ? "" : ", \"code\": \"" + code + "\"") + "}");
  }

  private byte[] begin(Visitor visitor) {
    Http.Answer begun = visitor.send("POST", "/api/session/second-factor", "{\"password\": \"" + People.PASSWORD + "\"}");
    assertThat(begun.status()).as(begun.text()).isEqualTo(200);
    assertThat(begun.json().path("address").asString()).contains("secret=" + begun.json().path("secret").asString());
    assertThat(begun.json().path("picture").asString()).startsWith("<svg ");
    return unBase32(begun.json().path("secret").asString());
  }

  private static List<String> confirm(Visitor visitor, byte[] secret) {
    Http.Answer confirmed = visitor.send("PUT", "/api/session/second-factor", "{\"code\": \"" + Totp.code(secret, Totp.stepAt(Instant.now())) + "\"}");
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
    visitor.takeCsrf();
    return confirmed.json().path("recoveryCodes").valueStream().map(JsonNode::asString).toList();
  }

  /** Six digits that no step around now has. */
  private static String wrong(byte[] secret) {
    long now = Totp.stepAt(Instant.now());
    return Stream.of("000000", "000001", "000002", "000003", "000004", "000005")
        .filter(code -> LongStream.rangeClosed(now - 2, now + 2).noneMatch(step -> Totp.code(secret, step).equals(code))).findFirst().orElseThrow();
  }

  /** Written anew here: what the application writes is read as any app would. */
  private static byte[] unBase32(String text) {
    BigInteger number = BigInteger.ZERO;
    for (char letter : text.toCharArray()) {
      number = number.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
    }
    byte[] bytes = number.toByteArray();
    byte[] secret = new byte[20];
    int kept = Math.min(20, bytes.length);
    System.arraycopy(bytes, bytes.length - kept, secret, 20 - kept, kept);
    return secret;
  }

  private long idOf(String username) {
    return db.sql("SELECT id FROM account WHERE username = :username").param("username", username).query(Long.class).single();
  }

  private Http.Answer forget(String account) {
    return Http.send(port, "POST", "/api/session/password-reset", "{\"account\": \"" + account + "\"}");
  }

  private Http.Answer choose(String token, String password) {
    return Http.send(port, "PUT", "/api/session/password-reset", "{\"token\": \"" + token + "\", \"new\": \"" + password + "\"}");
  }

  private static String link(MimeMessage mail) throws Exception {
    MimeMultipart inner = (MimeMultipart) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    Object text = ((MimeMultipart) inner.getBodyPart(0).getContent()).getBodyPart(0).getContent();
    Matcher link = LINK.matcher(text.toString());
    assertThat(link.find()).as(text.toString()).isTrue();
    return link.group(2);
  }
}
