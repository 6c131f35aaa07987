package org.comparto.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.comparto.layer.Layers;
import org.comparto.mail.MailProperties;
import org.comparto.mail.MailServer;
import org.comparto.testing.Committed;
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
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who saves a search hears of every event once, by feed and by mail, and of nothing that is not public. */
@IntegrationTest
class AlertTest {

  private static final String AVAILABLE_AND_CHEAP = "status = 'available' AND price_eur_m2 < 50 AND code LIKE 'ALERT-%'";
  private static final Pattern TOKEN = Pattern.compile("(?:confirm|alert)=([\\w.-]+)");

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Looking looking;
  @Autowired SavedSearches searches;
  @Autowired AlertTokens tokens;
  @Autowired Events events;
  @Autowired Layers layers;
  @Autowired AlertProperties properties;
  GreenMail server;

  @BeforeEach
  void aMailServer() {
    forget();
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
  }

  @AfterEach
  void nothingStays() {
    server.stop();
    forget();
  }

  @Test
  void eachThingThatHappensIsToldOnceWithWhatChanged() throws Exception {
    JsonNode saved = save(AVAILABLE_AND_CHEAP, null);
    long dear = plot("ALERT-1", "available", 80);
    long cheap = plot("ALERT-2", "available", 40);
    change(dear, "price_eur_m2 = 45");
    change(cheap, "price_eur_m2 = 42");
    change(cheap, "max_height_m = 12");
    change(cheap, "desk_notes = 'the owner is in need of money'");
    change(cheap, "verified_on = current_date");
    change(cheap, "status = 'reserved'");
    change(cheap, "price_eur_m2 = 41"); // it no longer meets the search
    looking.look();
    looking.look();

    assertThat(summaries(saved)).containsExactly("nuovo in questa ricerca", "nuovo in questa ricerca; prezzo da 80 €/m² a 45 €/m²",
        "prezzo da 40 €/m² a 42 €/m²", "dati modificati", "stato da Disponibile a Opzionato; non risponde più alla ricerca");
    assertThat(feed(saved).text()).doesNotContain("owner", "money", "desk");
  }

  @Test
  void whatIsNoLongerPublishedIsToldWithoutItsName() throws Exception {
    JsonNode saved = save(AVAILABLE_AND_CHEAP, null);
    long plot = plot("ALERT-1", "available", 40);
    looking.look();
    change(plot, "publication_status = 'retired'");
    looking.look();
    assertThat(summaries(saved)).containsExactly("nuovo in questa ricerca", "non più pubblicato");
    assertThat(feed(saved).text()).contains("Lotto " + plot).doesNotContain("ALERT-1", "Capannone");
    long draft = plot("ALERT-3", "available", 30, "draft");
    change(draft, "price_eur_m2 = 20");
    looking.look();
    assertThat(summaries(saved)).hasSize(2);
    change(draft, "publication_status = 'published'");
    looking.look();
    assertThat(summaries(saved)).hasSize(3).last().isEqualTo("nuovo in questa ricerca");
  }

  @Test
  void aSearchThatAsksForATimeHearsOfAPlotWhenItsTimesAreThere() throws Exception {
    transactions.executeWithoutResult(begun -> {
      db.sql("INSERT INTO access_graph (version, dated, source, demonstration) VALUES ('alert', now(), 'test', true)").update();
      db.sql("INSERT INTO access_pass (layer_id, basis, snaps, features, done_to) VALUES ('plot', 'alert', '', 0, 0)").update();
    });
    try {
      JsonNode saved = save("truck_min_toll_gate <= 30 AND code LIKE 'ALERT-%'", null);
      long plot = plot("ALERT-1", "available", 40);
      looking.look();
      assertThat(summaries(saved)).isEmpty();
      transactions.executeWithoutResult(begun -> {
        db.sql("INSERT INTO access_time VALUES ('plot', :plot, 'truck', 'alert', 1, 0.5, 3, '{1,1,1,1,1,1,1}', '{900,1,1,1,1,1,1}', '{1,1,1,1,1,1,1}')").param("plot", plot).update();
        db.sql("SELECT derive_access(ARRAY[:plot])").param("plot", plot).query().listOfRows();
      });
      looking.look();
      assertThat(summaries(saved)).containsExactly("nuovo in questa ricerca");
    } finally {
      transactions.executeWithoutResult(begun -> {
        db.sql("DELETE FROM access_pass WHERE basis = 'alert'").update();
        db.sql("DELETE FROM access_time WHERE graph = 'alert'").update();
        db.sql("DELETE FROM access_former WHERE graph = 'alert'").update();
        db.sql("DELETE FROM access_graph WHERE version = 'alert'").update();
      });
    }
  }

  @Test
  void onlyTheEventsThatWereAskedForAreTold() throws Exception {
    JsonNode saved = save(AVAILABLE_AND_CHEAP, null, "price");
    long plot = plot("ALERT-1", "available", 40);
    change(plot, "max_height_m = 9");
    change(plot, "price_eur_m2 = 39");
    looking.look();
    assertThat(summaries(saved)).containsExactly("prezzo da 40 €/m² a 39 €/m²");
  }

  @Test
  void severalInstancesAndAnInstanceThatDiesTellNothingTwiceAndForgetNothing() throws Exception {
    JsonNode saved = save("code LIKE 'ALERT-%'", null);
    for (int i = 0; i < 12; i++) {
      plot("ALERT-" + i, "available", 10 + i);
    }
    transactions.executeWithoutResult(dying -> { // what an instance did that was killed before its commit
      db.sql("INSERT INTO saved_search_look SELECT id, at FROM change WHERE at > now() - interval '1 hour' ON CONFLICT DO NOTHING").update();
      dying.setRollbackOnly();
    });
    ExecutorService instances = Executors.newFixedThreadPool(3);
    CountDownLatch together = new CountDownLatch(1);
    for (int i = 0; i < 3; i++) {
      instances.submit(() -> {
        together.await();
        looking.look();
        return null;
      });
    }
    together.countDown();
    instances.shutdown();
    assertThat(instances.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(summaries(saved)).hasSize(12);
  }

  @Test
  void aChangeThatBecomesVisibleLaterThanItsSuccessorsIsStillSeen() throws Exception {
    JsonNode saved = save("code LIKE 'ALERT-%'", null);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Thread slow = new Thread(() -> transactions.executeWithoutResult(transaction -> {
      insert("ALERT-SLOW", "available", 10, "published").update();
      begun.countDown();
      await(go);
    }));
    slow.start();
    await(begun);
    plot("ALERT-QUICK", "available", 20);
    looking.look();
    assertThat(summaries(saved)).hasSize(1);
    go.countDown();
    slow.join();
    looking.look();
    assertThat(summaries(saved)).hasSize(2);
  }

  @Test
  void nobodyGetsMailBeforeTheyAgreedTwiceAndNobodyAfterTheyLeft() throws Exception {
    JsonNode saved = save(AVAILABLE_AND_CHEAP, "anna@rossi.example");
    plot("ALERT-1", "available", 40);
    looking.look();
    outbox(true).send();
    assertThat(server.getReceivedMessages()).hasSize(1);
    String asked = text(server.getReceivedMessages()[0]);
    assertThat(asked).contains("https://aree.example.org/#place=alert&lang=it&confirm=").doesNotContain("ALERT-1");
    assertThat(Http.get(port, "/api/alerts/" + saved.path("token").asString()).json().path("mail").asString()).isEqualTo("waiting");

    String token = token(asked);
    assertThat(Http.get(port, "/api/alerts/confirmations/" + token).status()).as("looking at the link confirms nothing").isEqualTo(401);
    assertThat(Http.send(port, "POST", "/api/alerts/confirmations/" + saved.path("token").asString(), null).status()).as("another key").isEqualTo(404);
    assertThat(Http.send(port, "POST", "/api/alerts/confirmations/" + token, null).json().path("mail").asString()).isEqualTo("confirmed");
    outbox(true).send();
    assertThat(server.getReceivedMessages()).hasSize(2);
    MimeMessage digest = server.getReceivedMessages()[1];
    assertThat(digest.getSubject()).isEqualTo("Una novità per la sua ricerca di lotti");
    assertThat(text(digest)).contains("Capannone ALERT-1", "nuovo in questa ricerca", "/#place=plot&lang=it&plot=");
    assertThat(digest.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");

    String unsubscribe = digest.getHeader("List-Unsubscribe")[0].replaceAll("^<https://aree.example.org|>$", "");
    assertThat(Http.send(port, "POST", unsubscribe, null).status()).isEqualTo(204);
    assertThat(Http.send(port, "POST", unsubscribe, null).status()).as("twice is once").isEqualTo(204);
    assertThat(db.sql("SELECT (SELECT count(*) FROM saved_search) + (SELECT count(*) FROM saved_search_mail) + (SELECT count(*) FROM saved_search_event)")
        .query(Integer.class).single()).as("nothing of them is kept").isZero();
    assertThat(feed(saved).status()).isEqualTo(404);
  }

  @Test
  void aDigestComesOnceADayAndHoldsEachEventOnce() throws Exception {
    JsonNode saved = confirmed();
    long plot = plot("ALERT-1", "available", 40);
    looking.look();
    outbox(true).send();
    change(plot, "price_eur_m2 = 39");
    change(plot, "price_eur_m2 = 38");
    looking.look();
    outbox(true).send();
    assertThat(digests()).as("not twice a day").hasSize(1);
    db.sql("UPDATE saved_search SET digest_at = digest_at - interval '25 hours'").update();
    ExecutorService instances = Executors.newFixedThreadPool(3);
    for (int i = 0; i < 3; i++) {
      instances.submit(() -> outbox(true).send());
    }
    instances.shutdown();
    assertThat(instances.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(digests()).hasSize(2);
    assertThat(digests().get(1)).contains("prezzo da 40 €/m² a 39 €/m²", "prezzo da 39 €/m² a 38 €/m²").doesNotContain("nuovo in questa ricerca");
    db.sql("UPDATE saved_search SET digest_at = digest_at - interval '25 hours'").update();
    outbox(true).send();
    assertThat(digests()).as("nothing new, nothing sent").hasSize(2);
    assertThat(summaries(saved)).hasSize(3);
  }

  @Test
  void withoutAServerTheQueueIsKeptAndTheFeedWorksAtOnce() throws Exception {
    JsonNode saved = save(AVAILABLE_AND_CHEAP, "anna@rossi.example");
    assertThat(feed(saved).status()).isEqualTo(200);
    outbox(false).send();
    assertThat(db.sql("SELECT count(*) FROM saved_search_mail WHERE sent_at IS NULL AND attempts = 0").query(Integer.class).single()).isEqualTo(1);
    outbox(true).send();
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void anAddressThatIsNotConfirmedIsForgottenAndNobodyIsFloodedWithQuestions() {
    for (int i = 0; i < 3; i++) {
      save("", "anna@rossi.example");
    }
    Http.Answer refused = Http.send(port, "POST", "/api/alerts", body("", "Anna@rossi.example").toString());
    assertThat(refused.problem()).isEqualTo("too-many-unconfirmed");
    db.sql("UPDATE saved_search SET created_at = created_at - interval '8 days'").update();
    searches.forget();
    assertThat(db.sql("SELECT count(email) FROM saved_search").query(Integer.class).single()).isZero();
    assertThat(db.sql("SELECT count(*) FROM saved_search").query(Integer.class).single()).as("their feeds go on").isEqualTo(3);
    db.sql("UPDATE saved_search SET expires_at = now()").update();
    searches.forget();
    assertThat(db.sql("SELECT count(*) FROM saved_search").query(Integer.class).single()).isZero();
  }

  @Test
  void theFeedIsWellFormedWhateverItsTitleAndIsNotSentTwiceToWhoHasIt() throws Exception {
    ObjectNode body = body(AVAILABLE_AND_CHEAP, null).put("title", "<script>alert(1)</script> & ]]> \uD83C\uDFED");
    JsonNode saved = Http.send(port, "POST", "/api/alerts", body.toString()).json();
    plot("ALERT-1", "available", 40);
    looking.look();
    Http.Answer first = feed(saved);
    assertThat(first.header("Content-Type")).startsWith("application/atom+xml");
    Document parsed = parse(first);
    assertThat(parsed.getElementsByTagNameNS("*", "title").item(0).getTextContent()).isEqualTo("<script>alert(1)</script> & ]]> \uD83C\uDFED");
    assertThat(parsed.getElementsByTagNameNS("*", "script").getLength()).isZero();
    String id = parsed.getElementsByTagNameNS("*", "id").item(1).getTextContent();
    assertThat(id).matches("urn:comparto:saved-search:\\d+:event:\\d+");
    assertThat(Http.get(port, saved.path("feed").asString(), "If-None-Match", first.header("ETag")).status()).isEqualTo(304);
    change(db.sql("SELECT id FROM plot WHERE code = 'ALERT-1'").query(Long.class).single(), "price_eur_m2 = 30");
    looking.look();
    Http.Answer second = Http.get(port, saved.path("feed").asString(), "If-None-Match", first.header("ETag"));
    assertThat(second.status()).isEqualTo(200);
    assertThat(parse(second).getElementsByTagNameNS("*", "id").item(2).getTextContent()).as("the ids stay").isEqualTo(id);
  }

  @Test
  void aFilterThatMeansNothingAnyMoreDoesNotHinderTheOthers() throws Exception {
    JsonNode broken = save("code LIKE 'ALERT-%'", null);
    JsonNode whole = save("code LIKE 'ALERT-%'", null);
    db.sql("UPDATE saved_search SET filter = 'no_such_attribute = 1' WHERE id = :id").param("id", idOf(broken)).update();
    plot("ALERT-1", "available", 10);
    looking.look();
    assertThat(summaries(whole)).hasSize(1);
    assertThat(summaries(broken)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"language\":\"de\"}", "{\"language\":\"it\",\"filter\":\"owner_name = 'x'\"}", "{\"language\":\"it\",\"filter\":\"status = \"}",
      "{\"language\":\"it\",\"email\":\"a@b.example\"}", "{\"language\":\"it\",\"email\":\"a@b.example,c@d.example\",\"consent\":\"2026-11\"}",
      "{\"language\":\"it\",\"events\":[\"all\"]}", "{\"language\":\"it\",\"events\":[null]}", "{\"language\":\"it\",\"sort\":\"; DROP\"}",
      "{\"language\":\"it\",\"title\":\"a\\nb\"}", "{\"language\":\"it\",\"confirmedAt\":\"2026-01-01\"}", "null", "{"})
  void whatMakesNoSenseIsRefused(String body) {
    Http.Answer answer = Http.send(port, "POST", "/api/alerts", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.problem()).isNotEmpty();
  }

  @Test
  void aProgramThatFillsInEveryFieldMailsNobody() {
    JsonNode saved = Http.send(port, "POST", "/api/alerts", body("", "anna@rossi.example").put("website", "x").toString()).json();
    assertThat(saved.path("mail").asString()).isEqualTo("none");
    assertThat(db.sql("SELECT count(*) FROM saved_search_mail").query(Integer.class).single()).isZero();
  }

  private JsonNode confirmed() throws Exception {
    JsonNode saved = save(AVAILABLE_AND_CHEAP, "anna@rossi.example");
    outbox(true).send();
    Http.send(port, "POST", "/api/alerts/confirmations/" + token(text(server.getReceivedMessages()[0])), null);
    return saved;
  }

  private List<String> digests() throws Exception {
    List<String> digests = new ArrayList<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      if (!text(mail).contains("confirm=")) {
        digests.add(text(mail));
      }
    }
    return digests;
  }

  private AlertOutbox outbox(boolean withServer) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.getSmtp().getPort());
    MailProperties mail = new MailProperties("desk@example.org", "https://aree.example.org/");
    return new AlertOutbox(db, searches, new AlertMails(new MailServer(withServer ? sender : null), mail, tokens, events, layers, properties), properties);
  }

  private JsonNode save(String filter, String email, String... kinds) {
    ObjectNode body = body(filter, email);
    Arrays.stream(kinds).forEach(body.withArray("events")::add);
    Http.Answer answer = Http.send(port, "POST", "/api/alerts", body.toString());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static ObjectNode body(String filter, String email) {
    ObjectNode body = JsonMapper.shared().createObjectNode().put("filter", filter).put("language", "it");
    return email == null ? body : body.put("email", email).put("consent", "2026-11");
  }

  private Http.Answer feed(JsonNode saved) {
    return Http.get(port, saved.path("feed").asString());
  }

  /** What the feed tells, the oldest first. */
  private List<String> summaries(JsonNode saved) throws Exception {
    NodeList found = parse(feed(saved)).getElementsByTagNameNS("*", "summary");
    List<String> summaries = new ArrayList<>();
    for (int i = found.getLength() - 1; i >= 0; i--) {
      summaries.add(found.item(i).getTextContent());
    }
    return summaries;
  }

  private static Document parse(Http.Answer answer) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.bytes()));
  }

  private static String text(MimeMessage mail) throws Exception {
    Object content = mail.getContent();
    while (content instanceof jakarta.mail.Multipart parts) {
      content = parts.getBodyPart(0).getContent();
    }
    return content.toString();
  }

  private static String token(String mail) {
    Matcher link = TOKEN.matcher(mail);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static long idOf(JsonNode saved) {
    return Long.parseLong(saved.path("token").asString().split("\\.")[0]);
  }

  private long plot(String code, String status, double price) {
    return plot(code, status, price, "published");
  }

  private long plot(String code, String status, double price, String publication) {
    Committed.write(transactions, insert(code, status, price, publication));
    return db.sql("SELECT id FROM plot WHERE code = :code").param("code", code).query(Long.class).single();
  }

  private JdbcClient.StatementSpec insert(String code, String status, double price, String publication) {
    return db.sql("""
        INSERT INTO plot (code, name, territory_code, status, price_eur_m2, publication_status, verified_on, desk_notes, geom)
        SELECT :code, 'Capannone ' || :code, (SELECT min(code) FROM territory), :status, :price, :publication, current_date, 'secret of the desk',
               ST_Multi(ST_MakeEnvelope(6.001, 36.001, 6.002, 36.002, 4326))""")
        .param("code", code).param("status", status).param("price", price).param("publication", publication);
  }

  private void change(long plot, String assignment) {
    Committed.write(transactions, db.sql("UPDATE plot SET " + assignment + " WHERE id = :id").param("id", plot));
  }

  private void forget() {
    Committed.write(transactions, db.sql("DELETE FROM plot WHERE code LIKE 'ALERT-%'"));
    db.sql("DELETE FROM saved_search").update();
    db.sql("DELETE FROM source_attempt").update();
    looking.look();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
