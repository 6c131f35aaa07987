package org.comparto.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.comparto.mail.MailProperties;
import org.comparto.mail.MailServer;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Companies are asked by a link, say what is so and what may be public, and nothing is public that they have not said. */
@IntegrationTest
class SurveysTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Rome"));

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Surveys surveys;
  @Autowired SurveyProperties properties;
  People people;
  String desk;
  long company;

  @BeforeEach
  void aCompanyThatLetsNobodySeeAnything() {
    people = new People(db, port);
    desk = people.token("desk", "read", "propose", "write");
    Committed.write(transactions, db.sql("""
        INSERT INTO company (code, name, territory_code, municipality_code, sole_trader, employees, size_class, ateco_code, ateco_version, email, contact_person, geom)
        SELECT 'TEST-SURVEY', 'Ditta Prova di Anna Rossi', territory_code, municipality_code, true, 4, 'micro', '25.11', '2025', 'anna@ditta-rossi.it', 'Anna Rossi', geom
        FROM company WHERE demonstration ORDER BY id LIMIT 1"""));
    company = db.sql("SELECT id FROM company WHERE code = 'TEST-SURVEY'").query(Long.class).single();
  }

  @AfterEach
  void asItWas() {
    db.sql("ALTER TABLE proposal_step DISABLE TRIGGER only_added").update();
    for (String table : List.of("notification", "proposal_comment", "proposal_step", "proposal_version")) {
      db.sql("DELETE FROM " + table + " WHERE proposal_id IN (SELECT id FROM proposal WHERE feature_id = :company)").param("company", company).update();
    }
    db.sql("ALTER TABLE proposal_step ENABLE ALWAYS TRIGGER only_added").update();
    db.sql("DELETE FROM proposal WHERE feature_id = :company").param("company", company).update();
    db.sql("DELETE FROM survey_mail").update();
    db.sql("DELETE FROM survey").update();
    db.sql("DELETE FROM survey_campaign").update();
    Committed.write(transactions, db.sql("DELETE FROM company WHERE code = 'TEST-SURVEY'"));
    people.remove();
  }

  @Test
  void aCompanyAnswersByItsLinkAndOnlyWhatItConsentsToIsPublic() throws Exception {
    long campaign = campaign("direct", "identity", "size", "activity");
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    String token;
    try {
      assertThat(send(campaign).path("letters").asInt()).isEqualTo(1);
      assertThat(send(campaign).path("askedAlready").asInt()).as("nobody is asked twice").isEqualTo(1);
      outbox(server).send();
      assertThat(server.getReceivedMessages()).hasSize(1);
      String text = text((MimeMultipart) server.getReceivedMessages()[0].getContent());
      token = text.replaceAll("(?s).*token=([\\w.-]+).*", "$1");
    } finally {
      server.stop();
    }
    assertThat(publicly().status()).as("nothing is public before").isEqualTo(404);
    JsonNode page = Http.get(port, link(token)).json();
    assertThat(page.path("properties").path("employees").asInt()).as("the company sees what is kept of it").isEqualTo(4);
    assertThat(page.path("properties").has("contact_person")).as("and of no group that it is not asked about").isFalse();
    assertThat(page.path("state").asString()).as("looking is not opening").isEqualTo("sent");
    post(link(token) + "/opening", null, null);
    assertThat(Http.send(port, "PUT", link(token) + "/draft", "{\"version\": 0, \"draft\": {\"properties\": {\"employees\": 5}}}").json().path("draftVersion").asInt()).isEqualTo(1);
    assertThat(Http.send(port, "PUT", link(token) + "/draft", "{\"version\": 0, \"draft\": {}}").status()).as("somebody else types").isEqualTo(412);
    assertThat(post(link(token) + "/checks", "{\"properties\": {\"employees\": -1}}", null).json().path("faults").get(0).path("attribute").asString()).isEqualTo("employees");

    String version = "\"" + page.path("version").asInt() + "\"";
    String answer = "{\"statedBy\": \"Anna Rossi\", \"properties\": {\"employees\": 5}, \"consents\": {\"identity\": true, \"size\": true}, \"consentText\": \"%s\"}";
    assertThat(post(link(token) + "/answer", answer.formatted("older"), version).status()).as("another text was shown").isEqualTo(400);
    assertThat(post(link(token) + "/answer", answer.formatted(ConsentText.VERSION), null).status()).isEqualTo(428);
    Http.Answer taken = post(link(token) + "/answer", answer.formatted(ConsentText.VERSION), version);
    assertThat(taken.json().path("state").asString()).as(taken.text()).isEqualTo("answered");
    JsonNode seen = publicly().json().path("properties");
    assertThat(seen.path("employees").asInt()).isEqualTo(5);
    assertThat(seen.path("ateco_code").isMissingNode() || seen.path("ateco_code").isNull()).as("no consent for its activity").isTrue();
    assertThat(seen.path("verified_on").asString()).isEqualTo(TODAY.toString());
    assertThat(db.sql("SELECT field_group || ' ' || stated_by || ' ' || way || ' ' || text_version FROM company_consent WHERE company_id = :id ORDER BY 1")
        .param("id", company).query(String.class).list())
        .containsExactly("identity Anna Rossi link " + ConsentText.VERSION, "size Anna Rossi link " + ConsentText.VERSION);
    assertThat(post(link(token) + "/answer", answer.formatted(ConsentText.VERSION), version).status()).as("one survey, one answer").isEqualTo(410);
    assertThat(Http.get(port, "/api/surveys/campaigns/" + campaign + "/surveys.csv", "Authorization", "Bearer " + desk).text()).contains("TEST-SURVEY", "answered", "identity size");
  }

  @Test
  void anAnswerThatTheDeskReviewsIsAProposalAndConsentHoldsAtOnce() {
    String token = token(send("review"));
    JsonNode page = Http.get(port, link(token)).json();
    Http.Answer taken = post(link(token) + "/answer", "{\"statedBy\": \"Anna\", \"properties\": {\"employees\": 9}, \"consents\": {\"identity\": true}, \"consentText\": \""
        + ConsentText.VERSION + "\"}", "\"" + page.path("version").asInt() + "\"");
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    assertThat(publicly().status()).isEqualTo(200);
    assertThat(value("employees")).as("the desk has not decided").isEqualTo(4);
    assertThat(db.sql("SELECT properties ->> 'employees' FROM proposal WHERE feature_id = :id AND state = 'submitted'").param("id", company).query(String.class).single())
        .isEqualTo("9");
  }

  @Test
  void aCompanyConfirmsDeclinesOrIsForgotten() {
    String confirming = token(send("direct"));
    int version = Http.get(port, link(confirming)).json().path("version").asInt();
    assertThat(post(link(confirming) + "/confirmation", "{\"statedBy\": \"Anna\"}", "\"" + version + "\"").json().path("state").asString()).isEqualTo("confirmed");
    assertThat(db.sql("SELECT verified_on FROM company WHERE id = :id").param("id", company).query(LocalDate.class).single()).isEqualTo(TODAY);
    String declining = token(send("direct"));
    assertThat(post(link(declining) + "/refusal", null, null).json().path("state").asString()).isEqualTo("declined");
    assertThat(Http.get(port, link(declining)).text()).as("a closed link shows no data").doesNotContain("Rossi");

    consent("identity", true);
    assertThat(publicly().status()).isEqualTo(200);
    String erasing = token(send("direct"));
    assertThat(post(link(erasing) + "/erasure", "{\"statedBy\": \"Anna\"}", null).json().path("state").asString()).isEqualTo("erasure");
    assertThat(publicly().status()).as("from that moment").isEqualTo(404);
    assertThat(send("POST", "/api/census/companies/" + company + "/erasure", null, null).status()).isEqualTo(204);
    String all = db.sql("SELECT to_jsonb(c)::text || coalesce((SELECT string_agg(attributes::text, '') FROM feature_history WHERE layer_id = 'company' AND feature_id = c.id), '')"
        + " FROM company AS c WHERE id = :id").param("id", company).query(String.class).single();
    assertThat(all).as("nothing is left, in the history neither").doesNotContain("Rossi", "anna@", "25.11");
    assertThat(send("GET", "/api/census/companies/" + company, null, null).status()).isEqualTo(404);
  }

  @Test
  void aLinkOpensItsOwnSurveyUntilItIsRevokedOrOver() {
    long campaign = send("direct");
    String token = token(campaign);
    long id = Long.parseLong(token.split("\\.")[0]);
    assertThat(Http.get(port, link((id + 1) + "." + token.split("\\.")[1])).status()).isEqualTo(404);
    db.sql("UPDATE survey_campaign SET expires_at = now() - interval '1 second'").update();
    assertThat(Http.get(port, link(token)).json().path("state").asString()).isEqualTo("expired");
    assertThat(post(link(token) + "/refusal", null, null).status()).isEqualTo(410);
    db.sql("UPDATE survey_campaign SET expires_at = now() + interval '1 day'").update();
    assertThat(send("POST", "/api/surveys/" + id + "/revocation", null, null).status()).isEqualTo(204);
    assertThat(Http.get(port, link(token)).json().path("state").asString()).isEqualTo("revoked");
  }

  @Test
  void theDeskAsksInPersonAndTypesWhatIsSaid() {
    JsonNode begun = send("POST", "/api/surveys/interviews", "{\"company\": " + company + "}", null).json();
    assertThat(begun.path("groups")).hasSize(9);
    String interview = "/api/surveys/interviews/" + begun.path("id").asLong();
    assertThat(send("PUT", interview + "/draft", "{\"version\": 0, \"draft\": {\"properties\": {\"phone\": \"059 123456\"}}}", null).status()).isEqualTo(200);
    assertThat(send("POST", "/api/surveys/interviews", "{\"company\": " + company + "}", null).json().path("draft").path("properties").path("phone").asString())
        .as("one goes on where one was").isEqualTo("059 123456");
    Http.Answer taken = send("POST", interview + "/answer", "{\"statedBy\": \"Anna Rossi\", \"properties\": {\"phone\": \"059 123456\", \"certifications\": [{\"scheme\": \"ISO 9001\"}]},"
        + " \"consents\": {}}", "\"" + begun.path("version").asInt() + "\"");
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    assertThat(send("GET", "/api/census/companies/" + company, null, null).json().path("properties").path("phone").asString()).isEqualTo("059 123456");
    Http.Answer wrong = send("PATCH", "/api/census/companies/" + company, "{\"properties\": {\"certifications\": [{\"schema\": \"ISO 9001\"}]}}",
        send("GET", "/api/census/companies/" + company, null, null).header("ETag"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("must be a list of objects with scheme");
  }

  private long campaign(String intake, String... groups) {
    Http.Answer made = send("POST", "/api/surveys/campaigns", "{\"name\": \"Prova\", \"intake\": \"%s\", \"groups\": [\"%s\"], \"language\": \"it\", \"days\": 30}"
        .formatted(intake, String.join("\", \"", groups)), null);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().path("id").asLong();
  }

  private JsonNode send(long campaign) {
    return send("POST", "/api/surveys/campaigns/" + campaign + "/letters", "{\"companies\": [" + company + "]}", null).json();
  }

  /** A campaign of its own in which the company is asked about all. */
  private long send(String intake) {
    long campaign = campaign(intake, "identity", "activity", "size", "contact");
    send(campaign);
    return campaign;
  }

  private String token(long campaign) {
    long survey = db.sql("SELECT max(id) FROM survey WHERE campaign_id = :campaign").param("campaign", campaign).query(Long.class).single();
    return send("GET", "/api/surveys/" + survey + "/link", null, null).json().path("token").asString();
  }

  private void consent(String group, boolean granted) {
    assertThat(send("POST", "/api/census/companies/" + company + "/consents", "{\"group\": \"%s\", \"granted\": %s, \"statedBy\": \"Anna\"}".formatted(group, granted), null).status())
        .isEqualTo(200);
  }

  private Http.Answer publicly() {
    return Http.get(port, "/ogc/collections/company/items/" + company);
  }

  private Object value(String column) {
    return db.sql("SELECT " + column + " AS value FROM company WHERE id = :id").param("id", company).query().listOfRows().stream().map(Map::values).findFirst().orElseThrow()
        .iterator().next();
  }

  private static String link(String token) {
    return "/api/surveys/links/" + token;
  }

  private Http.Answer post(String path, @Nullable String json, @Nullable String version) {
    return version == null ? Http.send(port, "POST", path, json) : Http.send(port, "POST", path, json, "If-Match", version);
  }

  private Http.Answer send(String method, String path, @Nullable String json, @Nullable String version) {
    return version == null ? Http.send(port, method, path, json, "Authorization", "Bearer " + desk)
        : Http.send(port, method, path, json, "Authorization", "Bearer " + desk, "If-Match", version);
  }

  private SurveyOutbox outbox(GreenMail server) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.getSmtp().getPort());
    return new SurveyOutbox(db, surveys, new SurveyMails(new MailServer(sender), new MailProperties("sportello@aree.invalid", "https://aree.invalid/"), surveys), properties);
  }

  private static String text(MimeMultipart content) throws Exception {
    MimeMultipart inner = content;
    while (inner.getBodyPart(0).getContent() instanceof MimeMultipart next) {
      inner = next;
    }
    return (String) inner.getBodyPart(0).getContent();
  }
}
