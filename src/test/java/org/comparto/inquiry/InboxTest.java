package org.comparto.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The desk handles what was asked; nobody overwrites what a colleague did, and people can be forgotten. */
@IntegrationTest
class InboxTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired FormStamps stamps;
  @Autowired Erasure erasure;
  InquiryClient client;
  People people;
  Visitor editor;

  @BeforeEach
  void anEmptyInbox() {
    InquiryClient.forgetAll(db);
    client = new InquiryClient(port);
    people = new People(db, port);
    editor = people.signIn("desk");
  }

  @AfterEach
  void nothingStays() {
    InquiryClient.forgetAll(db);
    people.remove();
  }

  @Test
  void stepsAreNotedWithWhoAndWhat() {
    long id = received();
    JsonNode before = editor.get("/api/inquiries/" + id).json();
    assertThat(before.path("state").asString()).isEqualTo("new");
    Http.Answer taken = patch(editor, id, 0, "{\"state\": \"in_progress\", \"assignedTo\": \"test-desk\"}");
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    assertThat(taken.header("ETag")).isEqualTo("\"1\"");
    assertThat(editor.send("POST", "/api/inquiries/" + id + "/notes", "{\"text\": \"Richiamare lunedì\"}").status()).isEqualTo(201);
    JsonNode answered = patch(editor, id, 1, "{\"state\": \"answered\"}").json();

    assertThat(answered.path("assignedTo").asString()).isEqualTo("test-desk");
    assertThat(answered.path("answeredAt").asString()).isNotEmpty();
    assertThat(StreamSupport.stream(answered.path("events").spliterator(), false).map(event -> event.path("author").asString() + " "
        + event.path("kind").asString() + " " + event.path("before").asString("") + ">" + event.path("after").asString("")))
        .containsExactly("test-desk state new>in_progress", "test-desk assignment >test-desk", "test-desk note >",
            "test-desk state in_progress>answered");
  }

  @Test
  void twoColleaguesDoNotOverwriteEachOther() {
    long id = received();
    assertThat(editor.send("PATCH", "/api/inquiries/" + id, "{\"state\": \"closed\"}").status()).isEqualTo(428);
    var threads = Executors.newFixedThreadPool(6);
    List<CompletableFuture<Integer>> steps = IntStream.range(0, 6).mapToObj(i -> CompletableFuture.supplyAsync(
        () -> patch(editor, id, 0, "{\"state\": \"" + (i % 2 == 0 ? "answered" : "closed") + "\"}").status(), threads)).toList();
    List<Integer> statuses = steps.stream().map(CompletableFuture::join).toList();
    threads.shutdown();
    assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    assertThat(patch(editor, id, 0, "{}").problem()).isEqualTo("changed-meanwhile");
    assertThat(patch(editor, id, 1, "{\"state\": \"gone\"}").json().path("parameter").asString()).isEqualTo("state");
    assertThat(patch(editor, id, 1, "{\"ticket\": \"x\"}").json().path("parameter").asString()).isEqualTo("ticket");
    people.make("test-viewer", "viewer", null);
    assertThat(patch(editor, id, 1, "{\"assignedTo\": \"test-viewer\"}").json().path("parameter").asString()).isEqualTo("assignedTo");
  }

  @Test
  void theClockMarksWhatIsOverdue() {
    long late = received();
    long early = received();
    db.sql("UPDATE inquiry SET received_at = now() - interval '50 hours' WHERE id = :id").param("id", late).update();
    JsonNode overdue = editor.get("/api/inquiries?overdue=true").json().path("items");
    assertThat(overdue).hasSize(1);
    assertThat(overdue.get(0).path("hoursOpen").asInt()).isEqualTo(50);
    assertThat(ids("olderThanHours=49")).containsExactly(late);
    assertThat(ids("state=open")).containsExactly(early, late);
    patch(editor, late, 0, "{\"state\": \"answered\", \"assignedTo\": \"test-desk\"}");
    assertThat(ids("overdue=true")).isEmpty();
    assertThat(ids("state=answered")).containsExactly(late);
    assertThat(ids("assigned=test-desk")).containsExactly(late);
    assertThat(ids("assigned=-")).containsExactly(early);
    assertThat(ids("limit=1")).containsExactly(early);
    assertThat(ids("before=" + early)).containsExactly(late);
    assertThat(editor.get("/api/inquiries?state=lost").json().path("parameter").asString()).isEqualTo("state");
    db.sql("UPDATE inquiry SET received_at = now() - interval '95 hours', answered_at = now() - interval '4 hours 30 minutes' WHERE id = :id")
        .param("id", late).update();
    assertThat(editor.get("/api/inquiries/" + late).json().path("hoursOpen").asInt()).as("it stopped with the answer").isEqualTo(90);
  }

  @Test
  void whoActsInOneTerritorySeesWhatConcernsIt() {
    List<String> codes = db.sql("SELECT code FROM territory ORDER BY code LIMIT 2").query(String.class).list();
    long own = InquiryClient.idOf(client.send(InquiryClient.inquiry(stamps).put("territory", codes.get(0))));
    long foreign = InquiryClient.idOf(client.send(InquiryClient.inquiry(stamps).put("territory", codes.get(1))));
    long anywhere = received();
    people.make("test-local", "desk", codes.get(0));
    Visitor local = Visitor.signedIn(port, "test-local", People.PASSWORD);
    assertThat(ids(local, "")).containsExactly(anywhere, own);
    assertThat(local.get("/api/inquiries/" + foreign).status()).isEqualTo(404);
    assertThat(patch(local, foreign, 0, "{\"state\": \"closed\"}").status()).isEqualTo(404);
    assertThat(local.send("POST", "/api/inquiries/" + foreign + "/erasure", null).status()).isEqualTo(404);
    assertThat(ids("territory=" + codes.get(1))).containsExactly(foreign);
    assertThat(patch(editor, foreign, 0, "{\"assignedTo\": \"test-local\"}").json().path("parameter").asString()).isEqualTo("assignedTo");
    assertThat(people.signIn("viewer").get("/api/inquiries").status()).isEqualTo(403);
    assertThat(local.get("/api/inquiries/export").text()).doesNotContain(ticket(foreign)).contains(ticket(own));
  }

  @Test
  void whatSomebodyWroteIsNoFormulaInASpreadsheet() {
    ObjectNode inquiry = InquiryClient.inquiry(stamps);
    ((ObjectNode) inquiry.get("contact")).put("organisation", "=HYPERLINK(\"http://x.example\")").put("name", "@SUM(1)").put("phone", "+39 0372 000000");
    client.send(inquiry.put("message", "-2+3\nseconda riga, con \"virgolette\""));
    Http.Answer csv = editor.get("/api/inquiries/export");
    assertThat(csv.header("Content-Disposition")).contains("attachment");
    assertThat(csv.text()).startsWith("\ufeffticket,").contains("\"'=HYPERLINK(\"\"http://x.example\"\")\"").contains("'@SUM(1)")
        .contains("'+39 0372 000000").contains("\"'-2+3\nseconda riga, con \"\"virgolette\"\"\"").contains(",20000,");
    assertThat(editor.get("/api/inquiries/export?state=closed").text().strip().lines()).hasSize(1);
  }

  @Test
  void aPersonCanBeForgottenAndIsStillCounted() {
    Http.Answer sent = client.send(InquiryClient.inquiry(stamps).put("message", "Segreto industriale"));
    long id = InquiryClient.idOf(sent);
    editor.send("POST", "/api/inquiries/" + id + "/notes", "{\"text\": \"La signora Rossi richiama\"}");
    JsonNode erased = editor.send("POST", "/api/inquiries/" + id + "/erasure", null).json();

    assertThat(erased.path("contact").isMissingNode()).isTrue();
    assertThat(erased.path("needs").path("areaM2").asDouble()).isEqualTo(20000);
    assertThat(erased.path("events").get(1).path("kind").asString()).isEqualTo("erasure");
    assertThat(erased.path("events").get(1).path("author").asString()).isEqualTo("test-desk");
    String all = db.sql("""
        SELECT string_agg(t::text, ' ') FROM (SELECT inquiry::text AS t FROM inquiry UNION ALL SELECT inquiry_event::text FROM inquiry_event
        UNION ALL SELECT inquiry_mail::text FROM inquiry_mail) AS everything""").query(String.class).single();
    assertThat(all).doesNotContain("Rossi").doesNotContain("rossi").doesNotContain("Segreto");
    assertThat(client.receipt(sent).json().path("erasedAt").asString()).isNotEmpty();
    assertThat(db.sql("SELECT count(*) FROM inquiry_mail").query(Integer.class).single()).as("nothing is sent to them any more").isZero();
    assertThat(editor.send("POST", "/api/inquiries/" + id + "/notes", "{\"text\": \"x\"}").status()).isEqualTo(409);
    assertThat(editor.get("/api/inquiries/export").text()).contains(erased.path("ticket").asString()).doesNotContain("Rossi");
    assertThat(editor.send("POST", "/api/inquiries/" + id + "/erasure", null).json().path("events")).as("once is enough").hasSize(2);
  }

  @Test
  void afterTheRetentionTimePeopleAreForgottenByThemselves() {
    long old = received();
    long young = received();
    db.sql("UPDATE inquiry SET received_at = now() - interval '24 months 1 day' WHERE id = :id").param("id", old).update();
    db.sql("UPDATE inquiry SET received_at = now() - interval '23 months' WHERE id = :id").param("id", young).update();
    erasure.eraseWhatIsTooOld();
    assertThat(db.sql("SELECT id FROM inquiry WHERE erased_at IS NOT NULL").query(Long.class).list()).containsExactly(old);
    assertThat(db.sql("SELECT author FROM inquiry_event WHERE kind = 'erasure'").query(String.class).single()).isEqualTo("system");
  }

  private long received() {
    Http.Answer sent = client.send(InquiryClient.inquiry(stamps));
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    return InquiryClient.idOf(sent);
  }

  private String ticket(long id) {
    return db.sql("SELECT ticket FROM inquiry WHERE id = :id").param("id", id).query(String.class).single();
  }

  private List<Long> ids(String query) {
    return ids(editor, query);
  }

  private static List<Long> ids(Visitor visitor, String query) {
    return StreamSupport.stream(visitor.get("/api/inquiries" + (query.isEmpty() ? "" : "?" + query)).json().path("items").spliterator(), false)
        .map(item -> item.path("id").asLong()).toList();
  }

  private static Http.Answer patch(Visitor visitor, long id, int version, String json) {
    return visitor.send("PATCH", "/api/inquiries/" + id, json, "If-Match", "\"" + version + "\"");
  }
}
