package org.comparto.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Anybody asks the desk, once, and sees again what they asked; machines are slowed down or set apart. */
@IntegrationTest
class SendingTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired FormStamps stamps;
  InquiryClient client;

  @BeforeEach
  void anEmptyInbox() {
    InquiryClient.forgetAll(db);
    client = new InquiryClient(port);
  }

  @AfterEach
  void nothingStays() {
    InquiryClient.forgetAll(db);
  }

  @Test
  void whoAsksGetsATicketAndALinkThatOnlyTheyHave() {
    Http.Answer sent = client.send(InquiryClient.inquiry(stamps).put("message", "Prima riga\nseconda riga"));
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.json().path("ticket").asString()).matches("\\d{4}-\\d{6}");
    assertThat(sent.json().path("receiptByMail").asBoolean(true)).as("no mail server here").isFalse();
    assertThat(sent.header("Location")).endsWith(sent.json().path("token").asString());
    assertThat(sent.header("Cache-Control")).contains("no-store");

    JsonNode receipt = client.receipt(sent).json();
    assertThat(receipt.path("state").asString()).isEqualTo("new");
    assertThat(receipt.path("contact").path("email").asString()).isEqualTo("anna@rossi.example");
    assertThat(receipt.path("message").asString()).isEqualTo("Prima riga\nseconda riga");
    assertThat(receipt.path("needs").path("jobsPer1000M2").asDouble()).isEqualTo(2.3); // 45 on 20,000 m²: 2.25
    assertThat(receipt.path("consentVersion").asString()).isEqualTo(ConsentText.VERSION);

    String token = sent.json().path("token").asString();
    String forged = (Long.parseLong(token.split("\\.")[0]) + 1) + token.substring(token.indexOf('.'));
    assertThat(Http.get(port, "/api/inquiries/receipts/" + forged).status()).isEqualTo(404);
    assertThat(Http.get(port, "/api/inquiries/receipts/" + sent.json().path("ticket").asString()).status()).isEqualTo(404);
  }

  @Test
  void theDatabaseDerivesTheSameJobsPerThousandSquareMetres() {
    client.send(InquiryClient.inquiry(stamps));
    assertThat(db.sql("SELECT jobs_per_1000_m2 FROM inquiry").query(Double.class).single()).isEqualTo(2.3);
  }

  @Test
  void placesAreKeptByIdAndCodeAndTellTheTerritory() {
    long plot = id("plot", "status = 'available'");
    long zone = id("industrial_zone", "territory_code <> (SELECT territory_code FROM plot WHERE id = " + plot + ")");
    ObjectNode inquiry = InquiryClient.inquiry(stamps);
    inquiry.putArray("places").add(plot).add(zone);
    Http.Answer sent = client.send(inquiry);

    JsonNode places = client.receipt(sent).json().path("places");
    assertThat(places.get(0).path("layer").asString()).isEqualTo("plot");
    assertThat(places.get(0).path("code").asString()).isEqualTo(code("plot", plot));
    assertThat(places.get(1).path("code").asString()).isEqualTo(code("industrial_zone", zone));
    assertThat(client.receipt(sent).json().path("territories")).hasSize(2);

    db.sql("UPDATE plot SET publication_status = 'retired' WHERE id = :id").param("id", plot).update();
    try {
      JsonNode retired = client.receipt(sent).json().path("places").get(0);
      assertThat(retired.path("code").asString()).isEqualTo(code("plot", plot));
      assertThat(retired.path("isPublic").asBoolean()).isFalse();
      assertThat(client.send(inquiry).json().path("parameter").asString()).as("nobody asks for what is not public").isEqualTo("places");
    } finally {
      db.sql("UPDATE plot SET publication_status = 'published' WHERE id = :id").param("id", plot).update();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", value = {
      "/contact/organisation | `  ` | contact.organisation", "/contact/name | none | contact.name", "/contact/email | anna | contact.email",
      "/contact/email | `a@b.it\\r\\nBcc: all@example.org` | contact.email", "/contact/email | `a@b.it, c@d.it` | contact.email",
      "/contact/email | `Anna <a@b.it>` | contact.email", "/contact/name | `Anna\\nBcc: x` | contact.name",
      "/contact/phone | chiamatemi | contact.phone", "/contact/role | admin | contact.role",
      "/needs/areaM2 | none | needs.areaM2", "/needs/areaM2 | 0 | needs.areaM2", "/needs/areaM2 | 1e999 | needs.areaM2",
      "/needs/areaM2 | molti | needs.areaM2", "/needs/ateco | C28 | needs.ateco", "/needs/atecoVersion | 2012 | needs.atecoVersion",
      "/needs/atecoVersion | none | needs.atecoVersion", "/needs/jobs | -1 | needs.jobs", "/needs/powerKw | -1 | needs.powerKw",
      "/needs/waterLs | 1e9 | needs.waterLs", "/needs/earliest | domani | needs.earliest", "/needs/offerType | gift | needs.offerType",
      "/needs/budgetEur | -5 | needs.budgetEur", "/needs/jobsPer1000M2x | 9 | needs.jobsPer1000M2x",
      "/language | de | language", "/consent | none | consent", "/consent | yes | consent", "/territory | atlantis | territory",
      "/state | closed | state", "/assignedTo | me | assignedTo", "/id | 1 | id", "/ticket | 2026-000001 | ticket", "/form | none | form",
      "/form | 1.x | form"})
  void everyFaultNamesItsField(String field, String value, String parameter) {
    ObjectNode inquiry = InquiryClient.inquiry(stamps);
    int slash = field.lastIndexOf('/');
    ObjectNode holder = slash == 0 ? inquiry : (ObjectNode) inquiry.at(field.substring(0, slash));
    String name = field.substring(slash + 1);
    if (value == null) {
      holder.remove(name);
    } else if (value.matches("-?[0-9]+(e[0-9])?")) {
      holder.set(name, JsonMapper.shared().readTree(value));
    } else {
      holder.put(name, value.replace("\\r", "\r").replace("\\n", "\n"));
    }
    Http.Answer answer = client.send(inquiry);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).as(answer.text()).isEqualTo(parameter);
    assertThat(count()).isZero();
  }

  @Test
  void sizesAreBounded() {
    assertThat(client.send(InquiryClient.inquiry(stamps).put("message", "x".repeat(4001))).json().path("parameter").asString()).isEqualTo("message");
    assertThat(client.send(InquiryClient.inquiry(stamps).put("message", "x".repeat(70_000))).status()).isEqualTo(413);
    ObjectNode many = InquiryClient.inquiry(stamps);
    IntStream.range(0, 21).forEach(many.putArray("places")::add);
    assertThat(client.send(many).json().path("parameter").asString()).isEqualTo("places");
    assertThat(Http.send(port, "POST", "/api/inquiries", "null").status()).isEqualTo(400);
    assertThat(Http.send(port, "POST", "/api/inquiries", "[]").status()).isEqualTo(400);
  }

  @Test
  void theSameRequestAgainIsTheSameInquiry() {
    String key = UUID.randomUUID().toString();
    ObjectNode inquiry = InquiryClient.inquiry(stamps);
    var threads = Executors.newFixedThreadPool(8);
    List<CompletableFuture<Http.Answer>> clicks = IntStream.range(0, 24)
        .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.send(inquiry, "Idempotency-Key", key), threads)).toList();
    List<Http.Answer> answers = clicks.stream().map(CompletableFuture::join).toList();
    threads.shutdown();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(201));
    assertThat(answers.stream().map(Http.Answer::text).distinct()).hasSize(1);
    assertThat(count()).isEqualTo(1);

    Http.Answer other = client.send(InquiryClient.inquiry(stamps).put("message", "altro"), "Idempotency-Key", key);
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    assertThat(client.send(inquiry, "Idempotency-Key", "1").json().path("parameter").asString()).isEqualTo("Idempotency-Key");
  }

  @Test
  void anAddressThatSendsTooManyHasToWaitEvenInABurst() {
    var threads = Executors.newFixedThreadPool(8);
    List<CompletableFuture<Http.Answer>> burst = IntStream.range(0, 16)
        .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.send(InquiryClient.inquiry(stamps)), threads)).toList();
    List<Http.Answer> answers = burst.stream().map(CompletableFuture::join).toList();
    threads.shutdown();
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(10);
    assertThat(count()).isEqualTo(10);
    Http.Answer refused = answers.stream().filter(answer -> answer.status() != 201).findFirst().orElseThrow();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.problem()).isEqualTo("too-many-inquiries");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3000, 3600);
    db.sql("UPDATE source_attempt SET at = at - interval '61 minutes'").update();
    assertThat(client.send(InquiryClient.inquiry(stamps)).status()).isEqualTo(201);
  }

  @Test
  void aFormThatIsFilledInInNoTimeIsSentAgainAMomentLater() {
    Http.Answer form = Http.get(port, "/api/inquiries/form");
    assertThat(form.json().path("consent").path("text").path("en").asString()).contains("24 months");
    String stamp = form.json().path("stamp").asString();
    assertThatCode(() -> stamps.check(stamp, Instant.now().plus(stamps.minimumFill()))).as("it counts once its time has passed").doesNotThrowAnyException();
    Http.Answer answer = client.send(InquiryClient.inquiry().put("form", stamps.issue(Instant.now().plusSeconds(60))));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.problem()).isEqualTo("form-too-fast");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).as("a minute, what a form takes at least, and no second less").isBetween(1, 61);
    Http.Answer old = client.send(InquiryClient.inquiry().put("form", stamps.issue(Instant.now().minusSeconds(25 * 3600))));
    assertThat(old.json().path("parameter").asString()).isEqualTo("form");
  }

  @Test
  void whoFillsInTheTrapIsSetApartAndNotTold() {
    Http.Answer sent = client.send(InquiryClient.inquiry(stamps).put("website", "http://pills.example"));
    assertThat(sent.status()).isEqualTo(201);
    assertThat(db.sql("SELECT state FROM inquiry").query(String.class).single()).isEqualTo("spam");
    assertThat(client.receipt(sent).json().path("state").asString()).isEqualTo("new");
  }

  private long id(String layer, String condition) {
    return db.sql("SELECT min(id) FROM " + layer + " WHERE publication_status = 'published' AND " + condition).query(Long.class).single();
  }

  private String code(String layer, long id) {
    return db.sql("SELECT code FROM " + layer + " WHERE id = :id").param("id", id).query(String.class).single();
  }

  private int count() {
    return db.sql("SELECT count(*) FROM inquiry").query(Integer.class).single();
  }
}
