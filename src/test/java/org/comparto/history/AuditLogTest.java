package org.comparto.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is noted stays as it is, is read by those who audit, and reading it is noted. */
@IntegrationTest
class AuditLogTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Audit audit;

  private Desk auditor;
  private long before;

  @BeforeEach
  void somebodyAudits() {
    auditor = Desk.of(db, port, "auditor", "read", "audit");
    before = db.sql("SELECT coalesce(max(id), 0) FROM audit_entry").query(Long.class).single();
  }

  @AfterEach
  void nothingStays() {
    new People(db, port).remove();
  }

  /** The application's own role owns the table: nothing weaker than a change of the schema gets past. */
  @ParameterizedTest
  @ValueSource(strings = {"UPDATE audit_entry SET who = 'nobody'", "UPDATE audit_entry SET who = 'nobody' WHERE false", "DELETE FROM audit_entry",
      "TRUNCATE audit_entry", "TRUNCATE audit_entry RESTART IDENTITY CASCADE"})
  void whatIsNotedIsNeitherChangedNorRemoved(String statement) {
    audit.note("test-anna", AuditAction.SIGN_IN, null, null);
    assertThatThrownBy(() -> db.sql(statement).update()).rootCause().hasMessageContaining("what is noted there stays");
    assertThatThrownBy(() -> transactions.executeWithoutResult(begun -> {
      db.sql("SET LOCAL row_security = off").update();
      db.sql(statement).update();
    })).rootCause().hasMessageContaining("what is noted there stays");
    assertThat(db.sql("SELECT tgenabled::text FROM pg_trigger WHERE tgname = 'only_added' AND tgrelid = 'audit_entry'::regclass").query(String.class).single()).as("also for a replica").isEqualTo("A");
  }

  @Test
  void whatIsRolledBackWasNotDoneAndIsNotNoted() {
    transactions.executeWithoutResult(begun -> {
      audit.note("test-anna", AuditAction.LOAD_APPLIED, "load:1", null);
      begun.setRollbackOnly();
    });
    transactions.executeWithoutResult(begun -> audit.note("test-anna", AuditAction.LOAD_ROLLED_BACK, "load:1", "a\0b"));
    assertThat(db.sql("SELECT action || ' ' || detail FROM audit_entry WHERE id > " + before).query(String.class).list()).containsExactly("load-rolled-back a b");
  }

  @Test
  void entriesAreFoundByTimeNameActionAndSubjectPageByPage() {
    for (int i = 0; i < 25; i++) {
      audit.note(i % 5 == 0 ? "test-bruno" : "test-anna", i % 2 == 0 ? AuditAction.SIGN_IN : AuditAction.RIGHTS_CHANGED, "account:" + i, "n " + i);
    }
    List<Long> ids = new ArrayList<>();
    for (String next = ""; next != null; ) {
      JsonNode page = auditor.get("/api/audit?who=test-anna&limit=6" + next).json();
      page.path("entries").forEach(entry -> ids.add(entry.path("id").asLong()));
      next = page.path("next").isNull() ? null : "&after=" + page.path("next").asString();
    }
    assertThat(ids).isSortedAccordingTo((a, b) -> Long.compare(b, a)).doesNotHaveDuplicates();
    assertThat(ids.stream().filter(id -> id > before)).hasSize(20);
    assertThat(auditor.get("/api/audit?who=test-bruno&action=sign-in&subject=account:1").json().path("entries").path(0).path("detail").asString()).isEqualTo("n 10");
    String today = db.sql("SELECT to_char(now() AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD')").query(String.class).single();
    assertThat(auditor.get("/api/audit?who=test-bruno&from=" + today + "&to=" + today).json().path("entries")).isNotEmpty();
    assertThat(auditor.get("/api/audit?who=test-bruno&to=2026-01-01T00:00:00Z").json().path("entries")).isEmpty();
    assertThat(auditor.get("/api/audit?from=2999-01-01").json().path("entries")).isEmpty();
  }

  @Test
  void readingAndExportingAreNotedThemselves() {
    assertThat(auditor.get("/api/audit?who=test-nobody").status()).isEqualTo(200);
    assertThat(auditor.get("/api/audit?f=csv&action=sign-in").status()).isEqualTo(200);
    assertThat(db.sql("SELECT who || ' ' || action || ' ' || detail FROM audit_entry WHERE id > " + before + " AND action LIKE 'audit-%' ORDER BY id").query(String.class).list())
        .satisfiesExactly(read -> assertThat(read).startsWith("test-auditor audit-read").contains("test-nobody"),
            exported -> assertThat(exported).startsWith("test-auditor audit-exported").contains("SIGN_IN"));
  }

  @Test
  void theExportHasAllAndNoFormula() {
    for (int i = 0; i < 2_300; i++) {
      audit.note("test-many", AuditAction.TOKEN_CREATED, "account:" + i, null);
    }
    audit.note("=HYPERLINK(\"http://evil\")", AuditAction.SIGN_IN_FAILED, "+cmd", "@SUM(A1), \"quoted\"\nline");
    Http.Answer answer = auditor.get("/api/audit?f=csv");
    assertThat(answer.header("Content-Type")).startsWith("text/csv");
    assertThat(answer.header("Content-Disposition")).startsWith("attachment; filename=\"audit-");
    assertThat(answer.text()).startsWith("\ufeffid,at,who,action,subject,detail\n").contains("\"'=HYPERLINK(\"\"http://evil\"\")\"", ",\"'+cmd\",", "\"'@SUM(A1), \"\"quoted\"\"\nline\"");
    String many = auditor.get("/api/audit?f=csv&who=test-many").text();
    assertThat(many.lines().count()).isEqualTo(db.sql("SELECT count(*) + 1 FROM audit_entry WHERE who = 'test-many'").query(Long.class).single());
  }

  @Test
  void onlyThoseWhoAuditReadIt() {
    assertThat(Http.get(port, "/api/audit").status()).isEqualTo(401);
    for (String role : List.of("viewer", "tour_organiser", "municipal_editor", "planner", "desk")) {
      assertThat(new People(db, port).signIn(role).get("/api/audit").status()).as(role).isEqualTo(403);
    }
    assertThat(new People(db, port).signIn("admin").get("/api/audit").status()).isEqualTo(200);
    assertThat(new People(db, port).signIn("auditor").get("/api/audit").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"from=yesterday", "to=2026-13-01", "from=0000-01-01", "action=fly", "limit=0", "limit=1001", "after=1", "after=x-1", "f=xml"})
  void whatCanNotBeUnderstoodIsSaid(String question) {
    Http.Answer answer = auditor.get("/api/audit?" + question);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-parameter");
  }
}
