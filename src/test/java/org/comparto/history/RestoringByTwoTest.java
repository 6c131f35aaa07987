package org.comparto.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Where every change needs two persons, restoring is one. */
@IntegrationTest
@TestPropertySource(properties = "comparto.editing.two-persons=everything")
class RestoringByTwoTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;

  @AfterEach
  void nothingStays() {
    db.sql("ALTER TABLE proposal_step DISABLE TRIGGER only_added").update();
    for (String table : List.of("notification", "proposal_comment", "proposal_step", "proposal_version", "proposal")) {
      db.sql("DELETE FROM " + table).update();
    }
    db.sql("ALTER TABLE proposal_step ENABLE ALWAYS TRIGGER only_added").update();
    Committed.write(transactions, db.sql("DELETE FROM gateway WHERE code LIKE '" + Desk.CODES + "'"));
    new People(db, port).remove();
  }

  @Test
  void aRestoredVersionIsAProposalUntilSomebodyElseApprovesIt() {
    Desk desk = Desk.of(db, port, "desk", "read", "propose", "review", "write");
    Desk admin = Desk.of(db, port, "admin", "read", "propose", "review", "write");
    long id = db.sql("""
        INSERT INTO gateway (code, name, gateway_kind, publication_status, territory_code, geom)
        SELECT 'test-history-1', 'before', gateway_kind, 'published', territory_code, geom FROM gateway ORDER BY id LIMIT 1 RETURNING id""").query(Long.class).single();
    Committed.write(transactions, db.sql("UPDATE gateway SET name = 'after' WHERE id = " + id));

    assertThat(desk.restore("gateway", id, 0, "\"7\"", "of another").status()).isEqualTo(412);
    Http.Answer asked = desk.restore("gateway", id, 0, "\"1\"", "it was right");
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
    String proposal = asked.header("Location");
    assertThat(proposal).isEqualTo("/api/proposals/" + asked.json().path("proposal").asLong());
    assertThat(name(id)).isEqualTo("after");
    assertThat(step(desk, proposal, "approve").status()).as("nobody approves their own").isEqualTo(403);
    assertThat(step(admin, proposal, "approve").status()).isEqualTo(200);
    assertThat(step(admin, proposal, "publish").status()).isEqualTo(200);
    assertThat(name(id)).isEqualTo("before");
    Map<String, Object> change = db.sql("SELECT author, reviewer, reason FROM change JOIN gateway ON change_id = change.id WHERE gateway.id = " + id).query().singleRow();
    assertThat(change).isEqualTo(Map.of("author", "test-desk", "reviewer", "test-admin", "reason", "version 0 restored: it was right"));

    Committed.write(transactions, db.sql("UPDATE gateway SET publication_status = 'retired' WHERE id = " + id));
    assertThat(desk.restore("gateway", id, 0, "\"3\"", "it is gone").problem()).isEqualTo("approval-needed");
  }

  private Http.Answer step(Desk who, String proposal, String step) {
    return Http.send(port, "POST", proposal + "/steps", "{\"step\":\"" + step + "\"}", "Authorization", "Bearer " + who.token(), "If-Match",
        who.get(proposal).header("ETag"));
  }

  private String name(long id) {
    return db.sql("SELECT name FROM gateway WHERE id = " + id).query(String.class).single();
  }
}
