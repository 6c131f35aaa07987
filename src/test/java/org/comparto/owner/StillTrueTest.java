package org.comparto.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.mail.MailProperties;
import org.comparto.mail.MailServer;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Owners are asked by mail whether their plots are still so, and answer by a link without an account. */
@IntegrationTest
class StillTrueTest {

  private static final String OWNER = "Anna Bianchi <anna@bianchi-terreni.it>, tel. 0541 1";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Rome"));

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Offers offers;
  @Autowired Questions questions;
  @Autowired OwnerTokens tokens;
  @Autowired OwnerProperties properties;
  GreenMail server;
  People people;
  String desk;
  List<Long> plots;

  @BeforeEach
  void twoOldPlotsOfOneOwner() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    people = new People(db, port);
    desk = people.token("desk", "read", "write");
    plots = db.sql("SELECT id FROM plot WHERE publication_status = 'published' AND status = 'available' AND owner_contact LIKE '%@%' ORDER BY id LIMIT 2")
        .query(Long.class).list();
    write("UPDATE plot SET verified_on = DATE '2024-03-01', owner_contact = '" + OWNER + "' WHERE id = ANY (ARRAY" + plots + "::bigint[])");
  }

  @AfterEach
  void asItWas() {
    server.stop();
    db.sql("DELETE FROM owner_question").update();
    db.sql("DELETE FROM owner_letter").update();
    db.sql("DELETE FROM owner_silence").update();
    db.sql("DELETE FROM plot_offer").update();
    for (long plot : plots) {
      write("UPDATE plot SET verified_on = former.verified_on, owner_contact = former.owner_contact, status = former.status FROM (SELECT (attributes ->> 'verified_on')::date"
          + " AS verified_on, attributes ->> 'owner_contact' AS owner_contact, attributes ->> 'status' AS status FROM feature_history WHERE layer_id = 'plot' AND feature_id = " + plot
          + " ORDER BY version LIMIT 1) AS former WHERE id = " + plot);
    }
    people.remove();
  }

  @Test
  void onePressOfAButtonRenewsTheDateAndIsOneChangeOfTheHistory() throws Exception {
    JsonNode asked = ask("{\"before\": \"2024-06-01\", \"plots\": %s, \"language\": \"it\"}".formatted(plots)).json();
    assertThat(asked.path("letters").asInt()).as("one letter for both plots").isEqualTo(1);
    assertThat(asked.path("questions").asInt()).isEqualTo(2);
    outbox().send();
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(mail.getAllRecipients()[0]).hasToString("anna@bianchi-terreni.it");
    assertThat(mail.getSubject()).isEqualTo("I suoi 2 lotti sono ancora così?");
    List<String> links = links(mail);
    assertThat(links).hasSize(2);

    String before = plot(plots.get(0));
    for (int i = 0; i < 3; i++) { // programs that look through mails open every link, some of them twice, and ask for its head
      Http.Answer looked = Http.get(port, "/api/still-true/" + links.get(0));
      assertThat(looked.status()).isEqualTo(200);
      assertThat(looked.json().path("state").asString()).isEqualTo("open");
      assertThat(Http.send(port, "HEAD", "/api/still-true/" + links.get(0), null).status()).isEqualTo(200);
      assertThat(Http.get(port, "/api/still-true/" + links.get(0) + "/answer").status()).isGreaterThanOrEqualTo(400);
    }
    assertThat(plot(plots.get(0))).as("looking changes nothing").isEqualTo(before);

    Http.Answer shown = Http.get(port, "/api/still-true/" + links.get(0));
    long plot = shown.json().path("plot").asLong();
    long other = plots.stream().filter(id -> id != plot).findFirst().orElseThrow();
    int version = version(plot);
    Http.Answer answered = answer(links.get(0), "{\"answer\": \"still_true\"}", shown.header("ETag"));
    assertThat(answered.status()).as(answered.text()).isEqualTo(200);
    assertThat(answered.json().path("state").asString()).isEqualTo("still_true");
    assertThat(Http.get(port, "/ogc/collections/plot/items/" + plot).json().path("properties").path("verified_on").asString()).isEqualTo(TODAY.toString());
    assertThat(version(plot)).isEqualTo(version + 1);
    assertThat(db.sql("SELECT author || ': ' || kind FROM change WHERE id = (SELECT change_id FROM plot WHERE id = :id)").param("id", plot).query(String.class).single())
        .isEqualTo("owner by link: edit");
    assertThat(db.sql("SELECT verified_on FROM plot WHERE id = :id").param("id", other).query(LocalDate.class).single()).isEqualTo(LocalDate.of(2024, 3, 1));

    assertThat(answer(links.get(0), "{\"answer\": \"stop\"}", answered.header("ETag")).problem()).as("one question, one answer").isEqualTo("question-closed");
    JsonNode listed = Http.get(port, "/api/owners/questions", "Authorization", "Bearer " + desk).json();
    assertThat(listed.path("counts").findValuesAsString("state")).containsExactly("open", "still_true");
    assertThat(listed.path("questions").get(0).path("email").asString()).isEqualTo("anna@bianchi-terreni.it");
  }

  /** The rule of freshness hides what nobody has confirmed for 360 days; the owner's answer brings it back. */
  @Test
  void aPlotThatWasHiddenIsShownToInvestorsAgain() {
    long plot = plots.get(0);
    String list = "/api/plots?limit=1&filter=" + java.net.URLEncoder.encode("id = " + plot, java.nio.charset.StandardCharsets.UTF_8);
    Http.Answer hidden = Http.get(port, list);
    String code = db.sql("SELECT code FROM plot WHERE id = :id").param("id", plot).query(String.class).single();
    list = "/api/plots?limit=1&filter=" + java.net.URLEncoder.encode("code = '" + code + "'", java.nio.charset.StandardCharsets.UTF_8);
    assertThat(Http.get(port, list).json().path("total").asInt(-1)).as(hidden.text()).isZero();
    ask("{\"before\": \"2024-06-01\", \"plots\": [%d], \"language\": \"en\"}".formatted(plot));
    String token = tokenOf(plot);
    assertThat(answer(token, "{\"answer\": \"still_true\"}", etag(token)).status()).isEqualTo(200);
    assertThat(Http.get(port, list).json().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void whatTheOwnerWasNotShownIsNotConfirmed() {
    ask("{\"before\": \"2024-06-01\", \"plots\": %s, \"language\": \"it\"}".formatted(plots));
    String token = tokenOf(plots.get(0));
    String shown = etag(token);
    write("UPDATE plot SET price_vat_note = coalesce(price_vat_note, '') || '.' WHERE id = " + plots.get(0));
    assertThat(answer(token, "{\"answer\": \"still_true\"}", shown).status()).isEqualTo(412);
    assertThat(answer(token, "{\"answer\": \"still_true\"}").status()).isEqualTo(428);
    assertThat(answer(token, "{\"answer\": \"still_true\", \"status\": \"sold\"}", etag(token)).status()).as("nothing else is said by the way").isEqualTo(400);
    assertThat(answer(token, "{\"answer\": \"changed\", \"changes\": {\"verified_on\": \"2030-01-01\"}}", etag(token)).problem()).isEqualTo("invalid-parameter");
    assertThat(answer(token, "{\"answer\": \"changed\", \"message\": \"all\"}", etag(token)).problem()).isEqualTo("invalid-parameter");
  }

  @Test
  void aLinkOpensItsOwnQuestionUntilItExpiresOrIsRevoked() {
    ask("{\"before\": \"2024-06-01\", \"plots\": %s, \"language\": \"it\"}".formatted(plots));
    String token = tokenOf(plots.get(0));
    String id = token.split("\\.")[0];
    String foreign = tokenOf(plots.get(1)).split("\\.")[0] + "." + token.split("\\.")[1];
    assertThat(Http.get(port, "/api/still-true/" + foreign).status()).isEqualTo(404);
    assertThat(Http.get(port, "/api/still-true/" + tokens.of(OwnerTokens.Use.RECEIPT, Long.parseLong(id))).status()).as("a key for something else").isEqualTo(404);
    assertThat(Http.get(port, "/api/offers/receipts/" + token).status()).isEqualTo(404);

    assertThat(Http.send(port, "POST", "/api/owners/questions/" + id + "/revocation", null, "Authorization", "Bearer " + desk).status()).isEqualTo(204);
    assertThat(Http.get(port, "/api/still-true/" + token).json().path("state").asString()).isEqualTo("revoked");
    assertThat(answer(token, "{\"answer\": \"still_true\"}", etag(token)).status()).isEqualTo(410);

    String second = tokenOf(plots.get(1));
    db.sql("UPDATE owner_letter SET expires_at = now() - interval '1 second'").update();
    assertThat(Http.get(port, "/api/still-true/" + second).json().path("state").asString()).isEqualTo("expired");
    assertThat(answer(second, "{\"answer\": \"still_true\"}", etag(second)).status()).isEqualTo(410);
    questions.remindAndClose();
    assertThat(db.sql("SELECT count(email) FROM owner_letter").query(Long.class).single()).as("addresses are forgotten").isZero();
  }

  @Test
  void whoWantsNoMoreMailIsNotWrittenToAgain() {
    ask("{\"before\": \"2024-06-01\", \"plots\": %s, \"language\": \"it\"}".formatted(plots));
    String token = tokenOf(plots.get(0));
    assertThat(answer(token, "{\"answer\": \"stop\"}", etag(token)).json().path("state").asString()).isEqualTo("stopped");
    assertThat(db.sql("SELECT count(*) FROM owner_question WHERE state = 'stopped'").query(Long.class).single()).as("both plots").isEqualTo(2);
    outbox().send();
    assertThat(server.getReceivedMessages()).isEmpty();
    JsonNode again = ask("{\"before\": \"2024-06-01\", \"plots\": %s, \"language\": \"it\"}".formatted(plots)).json();
    assertThat(again.path("letters").asInt()).isZero();
    assertThat(again.path("left").path("unwanted").asInt()).isEqualTo(2);
  }

  @Test
  void whoDoesNotAnswerIsRemindedTwiceAndNobodyElseIs() throws Exception {
    ask("{\"before\": \"2024-06-01\", \"plots\": %s, \"language\": \"en\"}".formatted(plots));
    assertThat(ask("{\"before\": \"2024-06-01\", \"plots\": %s, \"language\": \"en\"}".formatted(plots)).json().path("left").path("asked-already").asInt()).isEqualTo(2);
    outbox().send();
    String token = tokenOf(plots.get(0));
    answer(token, "{\"answer\": \"still_true\"}", etag(token));
    for (int i = 0; i < 4; i++) {
      questions.remindAndClose();
      outbox().send();
      db.sql("UPDATE owner_letter SET written_at = written_at - interval '15 days'").update();
    }
    assertThat(Arrays.stream(server.getReceivedMessages()).map(StillTrueTest::subject))
        .containsExactly("Are your 2 plots still like this?", "Reminder: is your plot still like this?", "Reminder: is your plot still like this?");
    assertThat(links(server.getReceivedMessages()[2])).containsExactly(tokenOf(plots.get(1)));
  }

  @Test
  void theDemonstrationWritesToNobody() {
    write("UPDATE plot SET owner_contact = 'proprieta@example.org' WHERE id = " + plots.get(0));
    write("UPDATE plot SET owner_contact = 'proprieta@comune.invalid' WHERE id = " + plots.get(1));
    JsonNode asked = ask("{\"before\": \"2024-06-01\", \"plots\": %s, \"language\": \"it\"}".formatted(plots)).json();
    assertThat(asked.path("letters").asInt()).isZero();
    assertThat(asked.path("left").path("reserved-address").asInt()).isEqualTo(2);
    JsonNode all = ask("{\"before\": \"2100-01-01\", \"language\": \"it\"}").json();
    assertThat(all.path("letters").asInt()).as("of all demonstration plots").isZero();
    assertThat(all.path("left").path("reserved-address").asInt()).isGreaterThan(2);
  }

  @Test
  void aDeskAsksInItsOwnTerritoryOnly() {
    String territory = db.sql("SELECT territory_code FROM plot WHERE id = :id").param("id", plots.get(0)).query(String.class).single();
    String foreign = db.sql("SELECT code FROM territory WHERE code <> :code ORDER BY code LIMIT 1").param("code", territory).query(String.class).single();
    people.make("test-elsewhere", "desk", foreign);
    long account = db.sql("SELECT id FROM account WHERE username = 'test-elsewhere'").query(Long.class).single();
    String elsewhere = people.token(account, "1 hour", "read", "write");
    ask("{\"before\": \"2024-06-01\", \"plots\": %s, \"language\": \"it\"}".formatted(plots));
    String id = tokenOf(plots.get(0)).split("\\.")[0];
    JsonNode asked = Http.send(port, "POST", "/api/owners/letters", "{\"before\": \"2024-06-01\", \"plots\": %s, \"language\": \"it\"}".formatted(plots), "Authorization",
        "Bearer " + elsewhere).json();
    assertThat(asked.path("questions").asInt()).isZero();
    assertThat(asked.path("left")).as("nothing is told of them").isEmpty();
    assertThat(Http.get(port, "/api/owners/plots?before=2024-06-01", "Authorization", "Bearer " + elsewhere).text()).doesNotContain("bianchi");
    assertThat(Http.get(port, "/api/owners/questions", "Authorization", "Bearer " + elsewhere).json().path("questions")).isEmpty();
    assertThat(Http.send(port, "POST", "/api/owners/questions/" + id + "/revocation", null, "Authorization", "Bearer " + elsewhere).status()).isEqualTo(404);
  }

  private Http.Answer ask(String wanted) {
    Http.Answer asked = Http.send(port, "POST", "/api/owners/letters", wanted, "Authorization", "Bearer " + desk);
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    return asked;
  }

  private Http.Answer answer(String token, String json, String... etag) {
    return etag.length == 0 ? Http.send(port, "POST", "/api/still-true/" + token + "/answer", json)
        : Http.send(port, "POST", "/api/still-true/" + token + "/answer", json, "If-Match", etag[0]);
  }

  private String etag(String token) {
    return Http.get(port, "/api/still-true/" + token).header("ETag");
  }

  private String tokenOf(long plot) {
    return tokens.of(OwnerTokens.Use.QUESTION, db.sql("SELECT max(id) FROM owner_question WHERE plot_id = :plot").param("plot", plot).query(Long.class).single());
  }

  private String plot(long id) {
    return db.sql("SELECT to_jsonb(plot)::text FROM plot WHERE id = :id").param("id", id).query(String.class).single();
  }

  private int version(long id) {
    return db.sql("SELECT version FROM plot WHERE id = :id").param("id", id).query(Integer.class).single();
  }

  private void write(String statement) {
    Committed.write(transactions, db.sql(statement));
  }

  private OwnerOutbox outbox() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.getSmtp().getPort());
    OwnerMails mails = new OwnerMails(new MailServer(sender), new MailProperties("sportello@aree.invalid", "https://aree.invalid/"), tokens, properties);
    return new OwnerOutbox(db, offers, questions, mails);
  }

  private static List<String> links(MimeMessage mail) throws Exception {
    Matcher found = Pattern.compile("https://aree\\.invalid/#place=offer&lang=..&question=([\\w.-]+)").matcher(text(mail));
    return found.results().map(one -> one.group(1)).toList();
  }

  private static String text(MimeMessage mail) throws Exception {
    MimeMultipart content = (MimeMultipart) mail.getContent();
    while (content.getBodyPart(0).getContent() instanceof MimeMultipart inner) {
      content = inner;
    }
    return (String) content.getBodyPart(0).getContent();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
