package org.comparto.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.comparto.account.SourceThrottle;
import org.comparto.inquiry.FormStamps;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody without an account offers a plot; nothing of it is public before the desk has decided, and they hear of it. */
@IntegrationTest
class OffersTest {

  private static final String EMAIL = "ugo@verdi-terreni.it";
  private static String place;

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired FormStamps stamps;
  @Autowired Offers offers;
  @Autowired Questions questions;
  @Autowired OfferErasure erasure;
  @Autowired OwnerTokens tokens;
  @Autowired OwnerProperties properties;
  @Autowired SourceThrottle throttle;
  @Autowired HandOver handOver;
  GreenMail server;
  Long plot;
  People people;

  @BeforeEach
  void aMailServer() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    people = new People(db, port);
    forget();
  }

  @AfterEach
  void nothingStays() {
    server.stop();
    forget();
    people.remove();
  }

  @Test
  void anOfferBecomesAPublicPlotOnceTheDeskHasDecided() throws Exception {
    ObjectNode offer = offer();
    offer.put("photo", Base64.getEncoder().encodeToString(picture()));
    Http.Answer sent = send(offer);
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    String ticket = sent.json().path("ticket").asString();
    String receipt = "/api/offers/receipts/" + sent.json().path("token").asString();
    assertThat(sent.header("Location")).isEqualTo(receipt);
    assertThat(Http.get(port, receipt).json().path("state").asString()).isEqualTo("received");
    assertThat(Http.get(port, receipt).text()).as("a receipt names nobody").doesNotContain(EMAIL, "\"phone\"", "Ugo");
    assertThat(Http.get(port, "/ogc/collections/plot/items?filter=" + encoded("code = '" + ticket + "'")).json().path("numberMatched").asInt(-1)).as("not public yet").isZero();

    Http.Answer proposal = decide(ticket, "approve", null);
    assertThat(proposal.status()).as(proposal.text()).isEqualTo(200);
    assertThat(proposal.text()).as("the desk sees who owns it").contains("owner_contact", EMAIL);
    Http.Answer published = decide(ticket, "publish", null);
    assertThat(published.json().path("state").asString()).as(published.text()).isEqualTo("published");

    JsonNode seen = Http.get(port, receipt).json();
    assertThat(seen.path("state").asString()).isEqualTo("published");
    Http.Answer plot = Http.get(port, "/ogc/collections/plot/items/" + seen.path("plot").asLong());
    assertThat(plot.status()).isEqualTo(200);
    assertThat(plot.json().path("properties").path("address").asString()).isEqualTo("Via dell'Industria 3");
    assertThat(plot.text()).as("owners are the desk's").doesNotContain(EMAIL, "Ugo", "owner_name", "owner_contact");
    String photo = plot.json().path("properties").path("attachments").get(0).path("href").asString();
    assertThat(Http.get(port, photo).header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(db.sql("SELECT author FROM change WHERE id = (SELECT change_id FROM plot WHERE id = :id)").param("id", seen.path("plot").asLong()).query(String.class).single())
        .isEqualTo("form:" + ticket);

    outbox().send();
    assertThat(subjects()).containsExactly("Esito della sua proposta " + ticket);
    assertThat(text(server.getReceivedMessages()[0])).contains("/#place=plot&lang=it&plot=" + seen.path("plot").asLong());
  }

  @Test
  void withAMailServerNothingReachesTheDeskBeforeTheAddressIsConfirmed() throws Exception {
    Offers withMail = new Offers(db, throttle, stamps, handOver, mails(), properties); // the tests' application has no mail server
    NewOffer sent = NewOffer.of(JsonMapper.shared().treeToValue(offer(), NewOffer.Sent.class));
    Offer offer = transactions.execute(begun -> withMail.accept(sent, null, "192.0.2.7"));
    assertThat(offer.state()).isEqualTo("unconfirmed");
    assertThat(offer.proposalId()).isNull();
    outbox().send();
    assertThat(subjects()).containsExactly("Confermi la sua proposta di lotto " + offer.ticket());
    String text = text(server.getReceivedMessages()[0]);
    String token = text.substring(text.indexOf("confirm=") + 8).split("\\s")[0];
    assertThat(Http.get(port, "/api/offers/confirmations/" + token).status()).as("a link that is only looked at confirms nothing").isGreaterThanOrEqualTo(400);
    assertThat(offers.find(offer.id()).orElseThrow().state()).isEqualTo("unconfirmed");

    Http.Answer confirmed = Http.send(port, "POST", "/api/offers/confirmations/" + token, null);
    assertThat(confirmed.json().path("state").asString()).as(confirmed.text()).isEqualTo("received");
    assertThat(Http.send(port, "POST", "/api/offers/confirmations/" + token, null).status()).isEqualTo(200);
    assertThat(db.sql("SELECT count(*) FROM proposal WHERE author = :author").param("author", "form:" + offer.ticket()).query(Long.class).single()).as("once").isEqualTo(1);
    assertThat(decide(offer.ticket(), "discard", "Il lotto non è edificabile").status()).isEqualTo(200);
    outbox().send();
    assertThat(subjects()).containsExactly("Confermi la sua proposta di lotto " + offer.ticket(), "Proposta " + offer.ticket() + " ricevuta", "Esito della sua proposta " + offer.ticket());
    assertThat(text(server.getReceivedMessages()[2])).contains("non è stata pubblicata", "Il lotto non è edificabile");
  }

  @Test
  void whatTheLayerCanNotHoldIsRefusedAndNotKept() {
    ObjectNode crossed = offer();
    crossed.set("geometry", JsonMapper.shared().readTree("{\"type\": \"Polygon\", \"coordinates\": [[[12.5, 44.0], [12.51, 44.01], [12.51, 44.0], [12.5, 44.01], [12.5, 44.0]]]}"));
    assertThat(send(crossed).problem()).isEqualTo("invalid-feature");
    ObjectNode wrong = offer();
    ((ObjectNode) wrong.path("plot")).put("status", "given away");
    assertThat(send(wrong).json().path("parameter").asString()).isEqualTo("plot.status");
    ObjectNode missing = offer();
    ((ObjectNode) missing.path("plot")).remove("area_m2");
    assertThat(send(missing).json().path("parameter").asString()).isEqualTo("plot.area_m2");
    for (String name : List.of("verified_on", "code", "owner_contact", "publication_status", "desk_notes", "id", "demonstration", "source", "max_floor_area_m2")) {
      ObjectNode more = offer();
      ((ObjectNode) more.path("plot")).put(name, "2030-01-01");
      assertThat(send(more).json().path("parameter").asString()).as("nobody sets %s by the form", name).isEqualTo("plot." + name);
    }
    ObjectNode state = offer().put("state", "published").put("proposalId", 1);
    assertThat(send(state).status()).isEqualTo(400);
    assertThat(send(offer().put("consent", "no")).json().path("parameter").asString()).isEqualTo("consent");
    assertThat(db.sql("SELECT count(*) FROM plot_offer").query(Long.class).single()).isZero();
  }

  @Test
  void machinesAndBurstsAreHeldBack() {
    assertThat(send(offer().put("form", stamps.issue(Instant.now().plusSeconds(60)))).problem()).as("nobody is that fast").isEqualTo("form-too-fast");
    assertThat(send(offer().put("form", "1.x")).json().path("parameter").asString()).isEqualTo("form");
    Http.Answer trapped = send(offer().put("website", "https://example.org"));
    assertThat(trapped.status()).isEqualTo(201);
    assertThat(trapped.json().path("state").asString()).as("they do not learn it").isEqualTo("unconfirmed");
    long id = Long.parseLong(trapped.json().path("token").asString().split("\\.")[0]);
    assertThat(offers.find(id).orElseThrow().state()).isEqualTo("spam");
    assertThat(offers.find(id).orElseThrow().proposalId()).isNull();
    String desk = people.token("desk", "read", "write");
    assertThat(Http.send(port, "POST", "/api/offers/" + id + "/release", null, "Authorization", "Bearer " + desk).status()).isEqualTo(204);
    assertThat(offers.find(id).orElseThrow().proposalId()).as("somebody looked at it").isNotNull();
    Http.Answer last = trapped;
    for (int i = 0; i < 5; i++) {
      last = send(offer());
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.problem()).isEqualTo("too-many-offers");
    assertThat(last.header("Retry-After")).isNotEmpty();
  }

  @Test
  void theChangeOfAnOwnerReachesTheDeskAndIsNotPublicBefore() {
    plot = db.sql("SELECT id FROM plot WHERE publication_status = 'published' AND status = 'available' AND owner_contact IS NOT NULL ORDER BY id DESC LIMIT 1").query(Long.class).single();
    Committed.write(transactions, db.sql("UPDATE plot SET owner_contact = 'ugo@verdi-terreni.it', verified_on = DATE '2024-01-01' WHERE id = " + plot));
    String desk = people.token("desk", "read", "write");
    assertThat(Http.send(port, "POST", "/api/owners/letters", "{\"before\": \"2024-06-01\", \"plots\": [" + plot + "], \"language\": \"it\"}", "Authorization", "Bearer " + desk).json()
        .path("questions").asInt()).isEqualTo(1);
    String token = tokens.of(OwnerTokens.Use.QUESTION, db.sql("SELECT max(id) FROM owner_question").query(Long.class).single());
    Http.Answer shown = Http.get(port, "/api/still-true/" + token);
    String etag = "\"" + shown.json().path("version").asInt() + "\"";
    assertThat(Http.send(port, "POST", "/api/still-true/" + token + "/answer", "{\"answer\": \"changed\", \"changes\": {\"status\": \"given away\"}}", "If-Match", etag).status()).isEqualTo(422);
    Http.Answer changed = Http.send(port, "POST", "/api/still-true/" + token + "/answer", "{\"answer\": \"changed\", \"changes\": {\"price_eur_m2\": 77.5}, \"message\": \"trattabile\"}",
        "If-Match", etag);
    assertThat(changed.json().path("state").asString()).as(changed.text()).isEqualTo("changed");
    assertThat(Http.get(port, "/ogc/collections/plot/items/" + plot).json().path("properties").path("price_eur_m2").asDouble()).isNotEqualTo(77.5);
    String ticket = db.sql("SELECT ticket FROM plot_offer WHERE plot_id = :plot").param("plot", plot).query(String.class).single();
    decide(ticket, "approve", null);
    Http.Answer published = decide(ticket, "publish", null);
    assertThat(published.status()).as(published.text()).isEqualTo(200);
    assertThat(Http.get(port, "/ogc/collections/plot/items/" + plot).json().path("properties").path("price_eur_m2").asDouble()).isEqualTo(77.5);
    assertThat(db.sql("SELECT author FROM change WHERE id = (SELECT change_id FROM plot WHERE id = :id)").param("id", plot).query(String.class).single()).isEqualTo("form:" + ticket);
  }

  @Test
  void whoOfferedIsForgottenOnRequestAndInTime() {
    long id = Long.parseLong(send(offer()).json().path("token").asString().split("\\.")[0]);
    String desk = people.token("desk", "read", "write");
    assertThat(Http.get(port, "/api/offers/" + id, "Authorization", "Bearer " + desk).text()).contains(EMAIL);
    assertThat(Http.send(port, "POST", "/api/offers/" + id + "/erasure", null, "Authorization", "Bearer " + desk).status()).isEqualTo(204);
    assertThat(db.sql("SELECT to_jsonb(o)::text FROM plot_offer AS o WHERE id = :id").param("id", id).query(String.class).single()).doesNotContain(EMAIL, "Ugo");
    long old = Long.parseLong(send(offer()).json().path("token").asString().split("\\.")[0]);
    db.sql("UPDATE plot_offer SET received_at = now() - interval '25 months' WHERE id = :id").param("id", old).update();
    erasure.eraseWhatIsTooOld();
    assertThat(offers.find(old).orElseThrow().email()).isNull();
  }

  private ObjectNode offer() {
    ObjectNode offer = (ObjectNode) JsonMapper.shared().readTree("""
        {"plot": {"address": "Via dell'Industria 3", "area_m2": 900, "price_eur_m2": 80},
         "contact": {"offeredBy": "owner", "name": "Ugo Verdi", "email": "%s", "phone": "0541 123456"},
         "language": "it", "consent": "%s"}""".formatted(EMAIL, ConsentText.VERSION));
    offer.set("geometry", JsonMapper.shared().readTree(place()));
    return offer.put("form", stamps.issue(Instant.now().minusSeconds(60)));
  }

  /** Somewhere in an industrial zone where no plot lies yet; what a test puts there is gone after it. */
  private String place() {
    if (place == null) {
      place = findPlace();
    }
    return place;
  }

  private String findPlace() {
    return db.sql("""
        SELECT ST_AsGeoJSON(ST_Buffer(circle.center, circle.radius * 0.6, 'quad_segs=1'))
        FROM industrial_zone AS zone
        CROSS JOIN LATERAL (SELECT ST_Difference(zone.geom, coalesce(ST_Union(plot.geom), ST_GeomFromText('POLYGON EMPTY', 4326))) AS geom
                            FROM plot WHERE ST_Intersects(plot.geom, zone.geom)) AS free
        CROSS JOIN LATERAL ST_MaximumInscribedCircle(free.geom) AS circle
        WHERE zone.publication_status = 'published' AND NOT ST_IsEmpty(free.geom)
        ORDER BY circle.radius DESC, zone.id LIMIT 1""").query(String.class).single();
  }

  private Http.Answer send(ObjectNode offer) {
    return Http.send(port, "POST", "/api/offers", offer.toString());
  }

  /** As the desk takes a step of the offer's proposal. */
  private Http.Answer decide(String ticket, String step, String reason) {
    String token = people.token("desk", "read", "propose", "review", "write");
    long id = db.sql("SELECT proposal_id FROM plot_offer WHERE ticket = :ticket").param("ticket", ticket).query(Long.class).single();
    String etag = Http.get(port, "/api/proposals/" + id, "Authorization", "Bearer " + token).header("ETag");
    return Http.send(port, "POST", "/api/proposals/" + id + "/steps", "{\"step\": \"" + step + "\"" + (reason == null ? "" : ", \"reason\": \"" + reason + "\"") + "}",
        "Authorization", "Bearer " + token, "If-Match", etag);
  }

  private void forget() {
    if (plot != null) {
      Committed.write(transactions, db.sql("UPDATE plot SET verified_on = former.verified_on, owner_contact = former.owner_contact, price_eur_m2 = former.price FROM (SELECT (attributes ->> 'verified_on')::date"
          + " AS verified_on, attributes ->> 'owner_contact' AS owner_contact, (attributes ->> 'price_eur_m2')::numeric AS price FROM feature_history WHERE layer_id = 'plot' AND feature_id = " + plot
          + " ORDER BY version LIMIT 1) AS former WHERE id = " + plot));
    }
    db.sql("DELETE FROM owner_question").update();
    db.sql("DELETE FROM owner_letter").update();
    db.sql("DELETE FROM plot_offer").update();
    db.sql("DELETE FROM source_attempt").update();
    Committed.write(transactions, db.sql("DELETE FROM plot WHERE code LIKE 'O-%'"));
  }

  private OwnerMails mails() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.getSmtp().getPort());
    return new OwnerMails(new MailServer(sender), new MailProperties("sportello@aree.invalid", "https://aree.invalid/"), tokens, properties);
  }

  private OwnerOutbox outbox() {
    return new OwnerOutbox(db, offers, questions, mails());
  }

  private List<String> subjects() {
    return Arrays.stream(server.getReceivedMessages()).map(mail -> {
      try {
        return mail.getSubject();
      } catch (jakarta.mail.MessagingException e) {
        throw new IllegalStateException(e);
      }
    }).toList();
  }

  private static String text(MimeMessage mail) throws Exception {
    MimeMultipart content = (MimeMultipart) mail.getContent();
    while (content.getBodyPart(0).getContent() instanceof MimeMultipart inner) {
      content = inner;
    }
    return (String) content.getBodyPart(0).getContent();
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static String encoded(String filter) {
    return java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8);
  }
}
