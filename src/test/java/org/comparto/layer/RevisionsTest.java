package org.comparto.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever changes a layer, what is remembered of it is never older than promised. */
@IntegrationTest
class RevisionsTest {

  private static final String CHANGE = "UPDATE gateway SET verified_on = verified_on WHERE id = (SELECT min(id) FROM gateway)";

  @LocalServerPort
  int port;

  @Autowired
  Revisions revisions;

  @Autowired
  JdbcClient db;

  @Autowired
  TransactionTemplate transactions;

  @Autowired
  JdbcConnectionDetails database;

  @Autowired
  ChangeListener listener;

  @Test
  void aWriterOfThisInstanceFindsItsOwnChangeInTheVeryNextAnswer() {
    for (int round = 0; round < 50; round++) {
      long before = revisions.current("gateway");
      transactions.executeWithoutResult(transaction -> db.sql(CHANGE).update());
      assertThat(revisions.current("gateway")).isEqualTo(before + 1);
    }
  }

  @Test
  void aChangeFromOutsideIsHeardOf() throws Exception {
    try (Connection outside = DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        Statement statement = outside.createStatement()) {
      for (int round = 0; round < 20; round++) {
        long before = revisions.current("gateway");
        statement.executeUpdate(CHANGE);
        await(() -> revisions.current("gateway") == before + 1);
      }
    }
  }

  @Test
  void aChangeWhileNobodyListensIsSeenAtOnceAndNotForgottenAfterwards() {
    listener.stop();
    try {
      await(() -> !revisions.isHeard());
      long before = revisions.current("gateway");
      db.sql(CHANGE).update();
      assertThat(revisions.current("gateway")).isEqualTo(before + 1);
    } finally {
      listener.start();
    }
    long before = revisions.current("gateway");
    await(revisions::isHeard);
    assertThat(revisions.current("gateway")).isEqualTo(before);
  }

  @Test
  void noReaderEverSeesAnOldRevisionAfterItsCommitWasAnswered() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Thread reader = new Thread(() -> {
      while (!over.get()) {
        revisions.current("gateway");
      }
    });
    reader.start();
    try {
      for (int round = 0; round < 200; round++) {
        transactions.executeWithoutResult(transaction -> db.sql(CHANGE).update());
        long committed = db.sql("SELECT current_revision('gateway')").query(Long.class).single();
        assertThat(revisions.current("gateway")).isGreaterThanOrEqualTo(committed);
      }
    } finally {
      over.set(true);
      reader.join();
    }
  }

  @Test
  void whatIsUnchangedIsAnswered304AndAfterAChangeInFull() {
    String path = "/ogc/collections/gateway/items?limit=1";
    String tag = Http.get(port, path).header("ETag");
    assertThat(Http.get(port, path, "If-None-Match", tag).status()).isEqualTo(304);
    transactions.executeWithoutResult(transaction -> db.sql(CHANGE).update());
    assertThat(Http.get(port, path, "If-None-Match", tag).status()).isEqualTo(200);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
