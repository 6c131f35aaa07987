package org.comparto.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comparto.proposal.Somebody.content;
import static org.comparto.proposal.Somebody.faults;
import static org.comparto.proposal.Somebody.id;
import static org.comparto.proposal.Somebody.point;
import static org.comparto.proposal.Somebody.proposal;
import static org.comparto.proposal.Somebody.words;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comparto.account.Colleagues;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who sees which proposals and what of them, what there is to do for whom, and who hears of it. */
@IntegrationTest
class WorklistTest {

  private static final String HERE = point(10.03, 45.14);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Notices notices;
  @Autowired NoticeText text;
  @Autowired Colleagues colleagues;
  @Autowired Proposals proposals;

  private Somebody mara;
  private Somebody dario;
  private Somebody nora;
  private Somebody ines;

  @BeforeEach
  void peopleOfTwoPlaces() {
    mara = Somebody.named(db, port, "test-mara", "municipal_editor", "cremona", "019036");
    nora = Somebody.named(db, port, "test-nora", "municipal_editor", "cremona", "019035");
    dario = Somebody.named(db, port, "test-dario", "desk", "cremona", null);
    ines = Somebody.named(db, port, "test-ines", "desk", "canavese", null);
  }

  @AfterEach
  void nothingStays() {
    Somebody.forgetAll(db);
    for (String layer : List.of("gateway", "plot")) {
      Committed.write(transactions, db.sql("DELETE FROM " + layer + " WHERE name LIKE '" + Somebody.NAMES + "'"));
    }
    new People(db, port).remove();
  }

  private static Map<String, @Nullable Object> gateway(String name) {
    return Map.of("name", name, "gateway_kind", "toll_gate");
  }

  private Http.Answer submitted(Somebody author, String name) {
    return author.step(author.begin(proposal("gateway", gateway(name), HERE)), "submit");
  }

  private List<Long> listed(Somebody who, String question) {
    Http.Answer answer = who.get("/api/proposals" + question);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("proposals").valueStream().map(one -> one.path("id").asLong()).toList();
  }

  @Test
  void aForeignProposalDoesNotExistForWhoWorksElsewhere() {
    long id = id(submitted(mara, "test-proposal-21"));
    ObjectNode step = JsonMapper.shared().createObjectNode().put("step", "approve");
    ObjectNode remark = JsonMapper.shared().createObjectNode().put("text", "Ciao");
    for (Somebody stranger : List.of(nora, ines)) {
      for (Http.Answer answer : List.of(stranger.get(id), stranger.save(id, "\"2\"", content(gateway("x"), HERE)),
          stranger.post("/api/proposals/" + id + "/steps", step, "If-Match", "\"2\""),
          stranger.post("/api/proposals/" + id + "/rebase", JsonMapper.shared().createObjectNode(), "If-Match", "\"2\""),
          stranger.post("/api/proposals/" + id + "/comments", remark),
          stranger.post("/api/proposals/" + id + "/comments/1/resolution", JsonMapper.shared().createObjectNode()))) {
        assertThat(answer.status()).as(stranger.name + answer.text()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("test-proposal-21", "test-mara");
      }
      assertThat(listed(stranger, "?limit=200")).doesNotContain(id);
      assertThat(stranger.get("/api/proposals").json().path("counts").path("review").asInt()).isZero();
    }
    assertThat(dario.get(id).status()).isEqualTo(200);
    Somebody admin = Somebody.named(db, port, "test-admin-everywhere", "admin", null, null);
    assertThat(admin.get(id).status()).isEqualTo(200);
    Somebody viewer = Somebody.named(db, port, "test-viewer-only", "viewer", null, null);
    assertThat(viewer.get(id).status()).isEqualTo(403);
  }

  @Test
  void whereItLiesDecidesWhateverIsSaidOfIt() {
    assertThat(ines.begin(proposal("gateway", gateway("test-proposal-22"), HERE)).problem()).isEqualTo("forbidden-territory");
    Http.Answer labelled = ines.begin(proposal("gateway", ProposalsTest.with(gateway("test-proposal-22"), "territory_code", "canavese"), HERE));
    assertThat(labelled.problem()).as("a label moves nothing").isEqualTo("forbidden-territory");
    Http.Answer moved = mara.begin(proposal("gateway", gateway("test-proposal-22"), HERE));
    assertThat(mara.save(moved, gateway("test-proposal-22"), point(7.88, 45.46)).problem()).isEqualTo("forbidden-territory");
    assertThat(mara.begin(proposal("gateway", ProposalsTest.with(gateway("test-proposal-22"), "municipality_code", "019035"), HERE)).problem())
        .isEqualTo("forbidden-municipality");
    assertThat(mara.begin(proposal("energy_area", Map.of("name", "test-proposal-22"), null)).problem()).isEqualTo("forbidden-layer");
  }

  @Test
  void whatOnlyTheDeskSeesIsShownToNobodyElseAndSurvivesTheirSaves() {
    Map<String, @Nullable Object> plot = Map.of("name", "test-proposal-23", "status", "available", "area_m2", 5000);
    Http.Answer draft = mara.begin(proposal("plot", plot, null));
    assertThat(draft.status()).as(draft.text()).isEqualTo(201);
    assertThat(faults(mara.begin(proposal("plot", ProposalsTest.with(plot, "owner_contact", "0372 1"), null)))).containsExactly("attribute-not-writable");
    Http.Answer byDesk = dario.save(draft, ProposalsTest.with(plot, "owner_contact", "0372 999"), null);
    assertThat(byDesk.json().path("properties").path("owner_contact").asString()).as(byDesk.text()).isEqualTo("0372 999");
    Http.Answer seen = mara.get(id(draft));
    assertThat(seen.text()).doesNotContain("0372 999");
    Http.Answer saved = mara.save(seen, ProposalsTest.with(plot, "address", "Via Po 1"), null);
    assertThat(saved.text()).doesNotContain("0372 999");
    Http.Answer late = mara.save(seen, ProposalsTest.with(plot, "address", "Via Po 2"), null);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.text()).doesNotContain("0372 999");
    JsonNode whole = dario.get(id(draft)).json().path("properties");
    assertThat(whole.path("owner_contact").asString()).isEqualTo("0372 999");
    assertThat(whole.path("address").asString()).isEqualTo("Via Po 1");
  }

  @Test
  void theWorklistIsSearchedFilteredCountedAndPaged() {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(id(submitted(mara, "test-proposal-24 Casello " + i)));
    }
    long draft = id(mara.begin(proposal("gateway", gateway("test-proposal-24 bozza 100%"), HERE)));
    dario.step(ids.get(0), "approve", null);
    JsonNode desk = dario.get("/api/proposals").json().path("counts");
    assertThat(List.of(desk.path("mine").asInt(), desk.path("review").asInt(), desk.path("publish").asInt())).containsExactly(0, 4, 1);
    assertThat(mara.get("/api/proposals").json().path("counts").path("mine").asInt()).isEqualTo(6);
    assertThat(mara.get("/api/proposals").json().path("counts").path("review").asInt()).as("who may not review has nothing to").isZero();
    assertThat(listed(dario, "?task=review")).containsExactly(ids.get(4), ids.get(3), ids.get(2), ids.get(1));
    assertThat(listed(dario, "?task=publish")).containsExactly(ids.get(0));
    assertThat(listed(mara, "?task=mine&state=draft,approved")).containsExactly(ids.get(0), draft);
    assertThat(listed(dario, "?q=CASELLO%203")).containsExactly(ids.get(3));
    assertThat(listed(dario, "?q=100%25")).containsExactly(draft);
    assertThat(listed(dario, "?q=_")).isEmpty();
    assertThat(listed(dario, "?q=" + draft)).contains(draft);
    assertThat(listed(dario, "?author=test-mara&layer=gateway&territory=cremona")).hasSize(6);
    assertThat(listed(dario, "?layer=plot")).isEmpty();

    List<Long> all = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonNode page = dario.get("/api/proposals?limit=4" + next).json();
      page.path("proposals").forEach(one -> all.add(one.path("id").asLong()));
      next = page.path("next").isString() ? "&after=" + page.path("next").asString() : null;
    }
    assertThat(all).hasSize(6).doesNotHaveDuplicates();
    for (String wrong : List.of("?limit=0", "?task=all", "?state=open", "?after=x", "?q=%00", "?layer=a%00", "?author=%00")) {
      assertThat(dario.get("/api/proposals" + wrong).status()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void whoIsConcernedIsToldAndSeesItOnce() {
    long id = id(submitted(mara, "test-proposal-25"));
    JsonNode told = dario.get("/api/notifications?lang=it").json();
    assertThat(told.path("unseen").asInt()).isEqualTo(1);
    JsonNode one = told.path("notifications").path(0);
    assertThat(one.path("proposal").asLong()).isEqualTo(id);
    assertThat(one.path("text").asString()).isEqualTo("test-mara ha presentato la proposta n. " + id + ": nuovo elemento «test-proposal-25» (Porte d'accesso).");
    assertThat(ines.get("/api/notifications").json().path("unseen").asInt()).isZero();
    assertThat(mara.get("/api/notifications").json().path("unseen").asInt()).as("nobody is told what they did").isZero();

    dario.post("/api/proposals/" + id + "/comments", JsonMapper.shared().createObjectNode().put("text", "Manca il nome della strada"));
    dario.step(id, "send_back", "Da completare");
    JsonNode back = mara.get("/api/notifications?lang=en").json();
    assertThat(back.path("notifications").valueStream().map(n -> n.path("kind").asString()).toList()).containsExactly("send_back", "comment");
    assertThat(back.path("notifications").path(0).path("text").asString()).startsWith("test-dario has sent back with comments proposal " + id);
    assertThat(back.path("notifications").path(0).path("reason").asString()).isEqualTo("Da completare");
    ObjectNode seen = JsonMapper.shared().createObjectNode().put("upTo", back.path("notifications").path(0).path("id").asLong());
    assertThat(ines.post("/api/notifications/seen", seen).status()).isEqualTo(204);
    assertThat(mara.get("/api/notifications").json().path("unseen").asInt()).as("nobody sees for others").isEqualTo(2);
    assertThat(mara.post("/api/notifications/seen", seen).status()).isEqualTo(204);
    assertThat(mara.get("/api/notifications").json().path("unseen").asInt()).isZero();
    assertThat(mara.get("/api/notifications?limit=1&after=" + seen.path("upTo").asLong()).json().path("notifications").size()).isEqualTo(1);
  }

  @Test
  void whatWasToldLongAgoIsForgotten() {
    submitted(mara, "test-proposal-26");
    submitted(mara, "test-proposal-27");
    JsonNode told = dario.get("/api/notifications").json().path("notifications");
    Committed.write(transactions, db.sql("UPDATE notification SET at = now() - interval '366 days' WHERE id = " + told.path(1).path("id").asLong()));
    notices.forget();
    assertThat(dario.get("/api/notifications").json().path("notifications").valueStream().map(one -> one.path("id").asLong()).toList())
        .containsExactly(told.path(0).path("id").asLong());
  }

  @Test
  void mailsGoToWhoWantsThemInTheirLanguageOnce() throws Exception {
    mail("test-dario", "dario@example.org", "it", true);
    mail("test-mara", "mara@example.org", "en", true);
    Somebody silent = Somebody.named(db, port, "test-silent", "desk", "cremona", null);
    mail("test-silent", "silent@example.org", "it", false);
    Somebody gone = Somebody.named(db, port, "test-gone", "desk", "cremona", null);
    mail("test-gone", "gone@example.org", "it", true);
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    try {
      long id = id(submitted(mara, "test-proposal-26 \r\nBcc: x@example.org"));
      db.sql("UPDATE account SET active = false WHERE username = 'test-gone'").update();
      dario.step(id, "send_back", "<script>alert(1)</script>");
      outbox(server).send();
      outbox(server).send();
      List<MimeMessage> mails = Arrays.asList(server.getReceivedMessages());
      assertThat(mails).extracting(one -> one.getAllRecipients()[0].toString()).containsExactlyInAnyOrder("dario@example.org", "mara@example.org");
      for (MimeMessage mail : mails) {
        String whole = GreenMailUtil.getWholeMessage(mail);
        boolean isDario = mail.getAllRecipients()[0].toString().startsWith("dario");
        assertThat(mail.getSubject()).isEqualTo(isDario ? "Proposta " + id + " da esaminare" : "Proposal " + id + " sent back with comments");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(part(mail, 0)).contains("https://aree.example.org/#place=edit&proposal=" + id);
        assertThat(part(mail, 1)).as(whole).doesNotContain("<script>");
      }
      assertThat(silent.get("/api/notifications").json().path("unseen").asInt()).as("on the page all the same").isEqualTo(1);
      assertThat(gone.get("/api/notifications").status()).isEqualTo(401);
    } finally {
      server.stop();
    }
  }

  private static String part(MimeMessage mail, int number) throws Exception {
    var alternative = (jakarta.mail.internet.MimeMultipart) mail.getContent();
    while (alternative.getCount() == 1 || alternative.getBodyPart(0).getContent() instanceof jakarta.mail.internet.MimeMultipart) {
      alternative = (jakarta.mail.internet.MimeMultipart) alternative.getBodyPart(0).getContent();
    }
    return alternative.getBodyPart(number).getContent().toString();
  }

  private void mail(String username, String address, String language, boolean wanted) {
    db.sql("UPDATE account SET email = :email, language = :language, wants_mail = :wanted WHERE username = :username").param("email", address)
        .param("language", language).param("wanted", wanted).param("username", username).update();
  }

  private NoticeOutbox outbox(GreenMail server) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(server.getSmtp().getPort());
    return new NoticeOutbox(db, notices, text, colleagues, new MailServer(sender), new MailProperties("desk@example.org", "https://aree.example.org/"));
  }

  @Test
  void whatAFormSendsIsAProposalLikeAllOthersAndOneOfTheDeskMayPublishIt() {
    ObjectNode properties = (ObjectNode) content(gateway("test-proposal-27"), HERE).path("properties");
    var submission = new Proposals.Submission("gateway", Kind.CREATE, null, properties, JsonMapper.shared().readTree(HERE), "Dal proprietario", null);
    long id = proposals.submit(submission, "form:2026-000007");
    Http.Answer seen = dario.get(id);
    assertThat(seen.json().path("state").asString()).isEqualTo("submitted");
    assertThat(seen.json().path("author").asString()).isEqualTo("form:2026-000007");
    assertThat(dario.get("/api/notifications").json().path("unseen").asInt()).isEqualTo(1);
    Http.Answer published = dario.step(dario.step(seen, "approve"), "publish");
    assertThat(published.json().path("state").asString()).as(published.text()).isEqualTo("published");
  }

  /** Of a conflict in what only the desk sees, others are told the name and nothing else, and they do not decide it. */
  @Test
  void whatOnlyTheDeskSeesIsMergedByTheDesk() {
    long plot = db.sql("SELECT id FROM plot WHERE territory_code = 'cremona' AND publication_status = 'published' ORDER BY id LIMIT 1").query(Long.class).single();
    Map<String, Object> before = db.sql("SELECT municipality_code, owner_contact FROM plot WHERE id = :id").param("id", plot).query().singleRow();
    Somebody mine = Somebody.named(db, port, "test-mine", "municipal_editor", "cremona", (String) before.get("municipality_code"));
    try {
      Http.Answer draft = mine.begin(proposal("plot", plot, Map.of("address", "Via Po 1"), null));
      assertThat(dario.save(draft, Map.of("address", "Via Po 1", "owner_contact", "0372 111"), null).status()).isEqualTo(200);
      Committed.write(transactions, db.sql("UPDATE plot SET owner_contact = '0372 222' WHERE id = :id").param("id", plot));
      Http.Answer seen = mine.get(id(draft));
      assertThat(words(seen.json().path("conflicts"))).containsExactly("owner_contact");
      Http.Answer merged = mine.post("/api/proposals/" + id(draft) + "/rebase", content(Map.of("address", "Via Po 1"), null), "If-Match", seen.header("ETag"));
      assertThat(merged.problem()).isEqualTo("outdated");
      assertThat(seen.text() + merged.text()).doesNotContain("0372 111", "0372 222");
      Http.Answer byDesk = dario.post("/api/proposals/" + id(draft) + "/rebase", content(Map.of("address", "Via Po 1", "owner_contact", "0372 222"), null),
          "If-Match", seen.header("ETag"));
      assertThat(words(byDesk.json().path("changes"))).as(byDesk.text()).containsExactly("address");
    } finally {
      Committed.write(transactions, db.sql("UPDATE plot SET owner_contact = :contact WHERE id = :id").param("contact", before.get("owner_contact")).param("id", plot));
    }
  }

  @Test
  void whoLeavesLeavesTheirProposalsToColleagues() {
    Http.Answer draft = mara.begin(proposal("gateway", gateway("test-proposal-28"), HERE));
    db.sql("UPDATE account SET active = false WHERE username = 'test-mara'").update();
    assertThat(mara.get(id(draft)).status()).isEqualTo(401);
    assertThat(words(dario.get(id(draft)).json().path("may"))).contains("edit", "submit", "discard");
    Http.Answer submitted = dario.step(draft, "submit");
    assertThat(submitted.json().path("state").asString()).as(submitted.text()).isEqualTo("submitted");
    assertThat(submitted.json().path("author").asString()).isEqualTo("test-mara");
    assertThat(Stream.of(submitted).map(one -> words(one.json().path("writers"))).toList()).containsExactly(List.of("test-mara"));
  }
}
