package org.comparto.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.layer.Layers;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Hosts are asked, answer by a link without an account, and nobody is booked twice. */
@IntegrationTest
class InvitationsTest {

  private static final String ABOUT = "campaign:987654321";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Invitations invitations;
  @Autowired Bookings bookings;
  @Autowired InvitationTokens tokens;
  @Autowired InvitationProperties properties;
  @Autowired Layers layers;
  @Autowired ApplicationEventPublisher events;
  GreenMail server;
  People people;
  String desk;
  long harbour;
  LocalDate day;

  @BeforeEach
  void aHostThatIsOpen() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    people = new People(db, port);
    desk = people.token("desk", "read", "propose", "review", "write");
    db.sql("DELETE FROM invitation").update();
    db.sql("INSERT INTO visit_campaign (id, territory_code, name, owner_name, document) OVERRIDING SYSTEM VALUE VALUES (987654321, 'cremona', 'Open days', 'test-desk', '{}')").update();
    harbour = host("VIS-CR-02");
    JsonNode days = Http.get(port, "/api/hosts/" + harbour + "?from=" + LocalDate.now().plusDays(30) + "&to=" + LocalDate.now().plusDays(60)).json().path("days");
    day = days.valueStream().filter(one -> one.path("windows").size() == 2).map(one -> LocalDate.parse(one.path("date").asString())).findFirst().orElseThrow();
  }

  @AfterEach
  void nothingStays() {
    server.stop();
    db.sql("DELETE FROM invitation").update();
    db.sql("DELETE FROM visit_campaign WHERE id = 987654321").update();
    people.remove();
  }

  @Test
  void aHostAcceptsByTheLinkOfItsMailAndWhoAskedHearsOfIt() throws Exception {
    long id = invited(harbour, "09:00", "10:00");
    keeping().send();
    MimeMessage asked = server.getReceivedMessages()[0];
    assertThat(asked.getSubject()).startsWith("Può accogliere un gruppo");
    assertThat(asked.getAllRecipients()[0].toString()).isEqualTo("vis-cr-02@example.org");
    assertThat(asked.getReplyTo()[0].toString()).isEqualTo("anna@scuola.example.org");
    assertThat(text(asked)).contains("dalle 09:00 alle 10:00", "Persone: 22", "3B", "Secondaria di secondo grado", "+39 0372 000000", "una sedia a rotelle");
    Matcher link = Pattern.compile("https://aree\\.invalid/#place=visit&lang=it&token=(\\S+)").matcher(text(asked));
    assertThat(link.find()).isTrue();
    String page = "/api/visits/" + link.group(1);

    JsonNode seen = Http.get(port, page).json();
    assertThat(seen.path("state").asString()).isEqualTo("proposed");
    assertThat(seen.path("organiser").path("phone").asString()).isEqualTo("+39 0372 000000");
    assertThat(seen.path("open").size()).isEqualTo(2);
    assertThat(slots()).as("held while it waits").containsExactly("09:00-10:00");
    assertThat(Http.get(port, page + "/visit.ics").text()).contains("STATUS:TENTATIVE").doesNotContain("STATUS:CONFIRMED");

    assertThat(answer(page, "{\"answer\": \"accept\"}").json().path("state").asString()).isEqualTo("accepted");
    assertThat(answer(page, "{\"answer\": \"accept\"}").status()).as("said twice").isEqualTo(200);
    assertThat(Http.get(port, page + "/visit.ics").text()).contains("STATUS:CONFIRMED", "UID:invitation-" + id + "@comparto\r\n");
    assertThat(bookings.taken(List.of(harbour), day, day)).singleElement().satisfies(taken -> assertThat(taken.accepted()).isTrue());
    keeping().send();
    assertThat(subjects()).hasSize(2).last().asString().contains("accettata");
    assertThat(text(server.getReceivedMessages()[1])).contains("ha accettato la visita");

    assertThat(answer(page, "{\"answer\": \"decline\", \"reason\": \"Un guasto\"}").json().path("state").asString()).as("something may come in between").isEqualTo("declined");
    assertThat(slots()).isEmpty();
    assertThat(listed().path("invitations").get(0).path("reason").asString()).isEqualTo("Un guasto");
    assertThat(listed().toString()).as("where a host reads its mail is not told").doesNotContain("vis-cr-02");
  }

  @Test
  void anotherTimeIsHeldUntilWhoAskedHasSaidWhetherItSuits() throws Exception {
    long id = invited(harbour, "09:00", "10:00");
    String page = "/api/visits/" + tokens.of(id);
    JsonNode countered = answer(page, "{\"answer\": \"counter\", \"date\": \"" + day + "\", \"start\": \"14:30\", \"end\": \"15:30\", \"reason\": \"La mattina si carica\"}").json();
    assertThat(countered.path("state").asString()).isEqualTo("countered");
    assertThat(countered.path("askedStart").asString()).isEqualTo("09:00");
    assertThat(slots()).containsExactly("14:30-15:30");
    assertThat(byDesk("POST", "/api/invitations/" + id + "/other-time", null).json().path("state").asString()).isEqualTo("accepted");
    assertThat(byDesk("POST", "/api/invitations/" + id + "/withdrawal", "{\"reason\": \"Sciopero\"}").json().path("state").asString()).isEqualTo("withdrawn");
    assertThat(slots()).isEmpty();
    assertThat(answer(page, "{\"answer\": \"accept\"}").problem()).isEqualTo("invitation-over");
    keeping().send();
    assertThat(subjects()).anyMatch(subject -> subject.contains("annullata"));
  }

  @Test
  void ofTwoWhoAskInTheSameMomentOneIsTold() throws Exception {
    List<Integer> statuses = atOnce(() -> invite(harbour, "09:00", "10:00").status(), () -> invite(harbour, "09:30", "10:30").status());
    assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    assertThat(invite(harbour, "09:30", "09:45").problem()).isEqualTo("slot-taken");
    assertThat(invite(harbour, "10:00", "12:00").status() + invite(harbour, "10:30", "12:00").status()).as("one begins when the other ends").isEqualTo(201 + 409);
  }

  @Test
  void twoHostsAnswersForOneTimeAreNotBothTaken() throws Exception {
    long first = invited(harbour, "09:00", "09:30");
    long second = invited(harbour, "09:30", "10:00");
    String other = "{\"answer\": \"counter\", \"date\": \"" + day + "\", \"start\": \"11:00\", \"end\": \"12:00\"}";
    List<Integer> statuses = atOnce(() -> answer("/api/visits/" + tokens.of(first), other).status(), () -> answer("/api/visits/" + tokens.of(second), other).status());
    assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    assertThat(slots()).contains("11:00-12:00").hasSize(2);
  }

  @Test
  void asManyGroupsAsAHostReceivesAtOnceAndNoMorePeople() {
    long museum = host("VIS-CR-01"); // two groups, sixty people
    String monday = day.with(java.time.DayOfWeek.TUESDAY).toString();
    List<Integer> statuses = new ArrayList<>();
    for (int group : List.of(30, 31, 30, 1)) {
      statuses.add(byDesk("POST", "/api/invitations", "[" + invitation(museum, monday, "10:00", "11:00", group) + "]").status());
    }
    assertThat(statuses).containsExactly(201, 409, 201, 409);
  }

  @Test
  void silenceFreesTheTimeAfterAReminder() throws Exception {
    long id = invited(harbour, "09:00", "10:00");
    keeping().send();
    keeping().remind();
    assertThat(waiting()).as("not yet").isZero();
    db.sql("UPDATE invitation SET written_at = now() - interval '5 days'").update();
    keeping().remind();
    keeping().remind();
    keeping().send();
    assertThat(subjects()).hasSize(2).last().asString().startsWith("Promemoria");
    db.sql("UPDATE invitation SET expires_at = now() - interval '1 second'").update();
    assertThat(slots()).isEmpty();
    assertThat(answer("/api/visits/" + tokens.of(id), "{\"answer\": \"accept\"}").status()).isEqualTo(410);
    keeping().expire();
    keeping().send();
    assertThat(subjects()).last().asString().contains("nessuna risposta");
    assertThat(listed().path("invitations").get(0).path("state").asString()).isEqualTo("expired");
  }

  @Test
  void whoCouldTakeAHostsPlaceIsAlikeOpenFreeAndNear() {
    long id = invited(harbour, "09:00", "10:00");
    JsonNode before = byDesk("GET", "/api/invitations/" + id + "/replacements", null).json().path("suggestions");
    assertThat(before.size()).isGreaterThan(1);
    assertThat(before.valueStream().map(one -> one.path("metres").asLong()).toList()).isSorted();
    before.forEach(one -> {
      JsonNode visit = one.path("host").path("visit");
      assertThat(visit.path("levels").toString()).contains("upper_secondary");
      assertThat(visit.path("wheelchair").asBoolean()).isTrue();
      assertThat(one.path("window").path("from").asString()).isLessThanOrEqualTo("09:00");
      assertThat(one.path("reasons").toString()).containsAnyOf("theme", "chain");
    });
    long nearest = before.get(0).path("host").path("id").asLong();
    assertThat(invite(nearest, "09:30", "10:30").status()).isEqualTo(201);
    db.sql("UPDATE invitation SET about = 'campaign:1' WHERE host_id = :host").param("host", nearest).update();
    assertThat(byDesk("GET", "/api/invitations/" + id + "/replacements", null).json().path("suggestions").valueStream().map(one -> one.path("host").path("id").asLong()))
        .doesNotContain(nearest);
  }

  @Test
  void aHostCorrectsItsOwnHoursByAProposal() {
    long id = invited(harbour, "09:00", "10:00");
    String page = "/api/visits/" + tokens.of(id) + "/profile";
    Http.Answer profile = Http.get(port, page);
    assertThat(profile.json().path("values").path("visit_hours").asString()).startsWith("Mo-Th");
    String changes = "{\"changes\": {\"visit_hours\": \"Mo-We 09:00-12:00; PH off\", \"visit_max_people\": 25}, \"message\": \"Dal mese prossimo\"}";
    assertThat(Http.send(port, "POST", page, changes).status()).isEqualTo(428);
    assertThat(Http.send(port, "POST", page, changes, "If-Match", "\"99\"").status()).isEqualTo(412);
    assertThat(Http.send(port, "POST", page, "{\"changes\": {\"name\": \"Altro\"}}", "If-Match", profile.header("ETag")).status()).isEqualTo(400);
    assertThat(Http.send(port, "POST", page, "{\"changes\": {\"visit_hours\": \"la mattina\"}}", "If-Match", profile.header("ETag")).status()).isEqualTo(422);
    Http.Answer proposed = Http.send(port, "POST", page, changes, "If-Match", profile.header("ETag"));
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(202);
    String proposal = "/api/proposals/" + proposed.json().path("proposal").asLong();
    assertThat(Http.get(port, "/api/hosts/" + harbour).json().path("visit").path("hours").asString()).as("not yet").startsWith("Mo-Th");
    for (String step : List.of("approve", "publish")) {
      String etag = Http.get(port, proposal, "Authorization", "Bearer " + desk).header("ETag");
      assertThat(Http.send(port, "POST", proposal + "/steps", "{\"step\": \"" + step + "\"}", "Authorization", "Bearer " + desk, "If-Match", etag).status()).isEqualTo(200);
    }
    assertThat(Http.get(port, "/api/hosts/" + harbour).json().path("visit").path("hours").asString()).isEqualTo("Mo-We 09:00-12:00; PH off");
    Committed.write(transactions, db.sql("UPDATE visit_place SET visit_hours = :hours, visit_max_people = 50 WHERE id = :id")
        .param("hours", profile.json().path("values").path("visit_hours").asString()).param("id", harbour));
  }

  @Test
  void nobodySeesOrAsksWithoutAKeyOrAnAccount() {
    long id = invited(harbour, "09:00", "10:00");
    assertThat(Http.get(port, "/api/invitations?about=" + ABOUT).status()).isEqualTo(404);
    assertThat(Http.get(port, "/api/invitations").status()).isEqualTo(400);
    assertThat(Http.get(port, "/api/invitations/" + id).status()).isEqualTo(404);
    assertThat(Http.send(port, "POST", "/api/invitations", "[" + invitation(harbour, day.toString(), "11:00", "12:00", 22) + "]").status()).isEqualTo(404);
    assertThat(Http.get(port, "/api/visits/" + id + ".AAAA").status()).isEqualTo(404);
    assertThat(Http.get(port, "/api/invitations?about=" + ABOUT, "Authorization", "Bearer " + people.token("viewer", "read")).status()).isEqualTo(404);
  }

  @Test
  void namesAreForgottenAfterAWhile() {
    long id = invited(harbour, "09:00", "10:00");
    db.sql("UPDATE invitation SET visit_date = current_date - 200, state = 'declined'").update();
    keeping().forget();
    assertThat(db.sql("SELECT invitation::text FROM invitation WHERE id = :id").param("id", id).query(String.class).single())
        .doesNotContain("Anna", "anna@", "0372", "3B", "vis-cr-02@");
    assertThat(Http.get(port, "/api/visits/" + tokens.of(id)).json().path("erased").asBoolean()).isTrue();
  }

  @Test
  void aMistakeIsNamed() {
    assertThat(byDesk("POST", "/api/invitations", "[]").status()).isEqualTo(400);
    assertThat(mistake("\"about\": \"" + ABOUT + "\"", "\"about\": \"wedding:1\"")).isEqualTo("about");
    assertThat(mistake("\"start\": \"09:00\"", "\"start\": \"9\"")).isEqualTo("start");
    assertThat(mistake("\"end\": \"10:00\"", "\"end\": \"08:00\"")).isEqualTo("end");
    assertThat(mistake("\"people\": 22", "\"people\": 0")).isEqualTo("people");
    assertThat(mistake("\"date\": \"" + day + "\"", "\"date\": \"2020-01-01\"")).isEqualTo("[0].date");
    assertThat(mistake("\"host\": " + harbour, "\"host\": 1")).isEqualTo("[0].host");
  }

  private String mistake(String right, String wrong) {
    String body = invitation(harbour, day.toString(), "09:00", "10:00", 22);
    assertThat(body).contains(right);
    Http.Answer answer = byDesk("POST", "/api/invitations", "[" + body.replace(right, wrong) + "]");
    assertThat(answer.status()).isIn(400, 422);
    return answer.json().path("parameter").asString();
  }

  private long invited(long host, String start, String end) {
    Http.Answer answer = invite(host, start, end);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("invitations").get(0).path("id").asLong();
  }

  private Http.Answer invite(long host, String start, String end) {
    return byDesk("POST", "/api/invitations", "[" + invitation(host, day.toString(), start, end, 22) + "]");
  }

  private static String invitation(long host, String date, String start, String end, int people) {
    return "{\"host\": " + host + ", \"about\": \"" + ABOUT + "\", \"date\": \"" + date + "\", \"start\": \"" + start + "\", \"end\": \"" + end + "\", \"people\": " + people
        + ", \"group\": {\"name\": \"3B\", \"level\": \"upper_secondary\", \"age\": 16, \"wheelchair\": true, \"needs\": \"una sedia a rotelle\"},"
        + " \"organiser\": {\"name\": \"Anna Verdi\", \"email\": \"anna@scuola.example.org\", \"phone\": \"+39 0372 000000\"}}";
  }

  private Http.Answer byDesk(String method, String path, String body) {
    return Http.send(port, method, path, body, "Authorization", "Bearer " + desk);
  }

  private Http.Answer answer(String page, String body) {
    return Http.send(port, "POST", page + "/answer", body);
  }

  private JsonNode listed() {
    return byDesk("GET", "/api/invitations?about=" + ABOUT, null).json();
  }

  /** What everybody sees of the host's day. */
  private List<String> slots() {
    return Http.get(port, "/api/hosts/" + harbour + "?from=" + day + "&to=" + day).json().path("taken").valueStream()
        .map(slot -> slot.path("from").asString() + "-" + slot.path("to").asString()).toList();
  }

  private long waiting() {
    return db.sql("SELECT count(*) FROM invitation_mail WHERE next_attempt_at IS NOT NULL").query(Long.class).single();
  }

  private long host(String code) {
    return db.sql("SELECT id FROM visit_place WHERE code = :code").param("code", code).query(Long.class).single();
  }

  private static List<Integer> atOnce(java.util.concurrent.Callable<Integer> one, java.util.concurrent.Callable<Integer> other) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Integer> found = new ArrayList<>();
      for (Future<Integer> each : threads.invokeAll(List.of(one, other))) {
        found.add(each.get());
      }
      return found;
    } finally {
      threads.shutdownNow();
    }
  }

  private Keeping keeping() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.getSmtp().getPort());
    InvitationMails mails = new InvitationMails(new MailServer(sender), new MailProperties("sportello@aree.invalid", "https://aree.invalid/"), tokens, layers);
    return new Keeping(db, invitations, mails, properties, events);
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
}
