package org.comparto.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.comparto.database.PostgresCluster;
import org.comparto.testing.Http;
import org.comparto.testing.RunningApplication;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application is killed while drafts are saved one after the other: what was acknowledged is there, and who got no answer sends it again. */
class KilledProposalsTest {

  private static final int WRITERS = 4;
  /** How many each writer has saved when the application is killed. */
  private static final int SAVES = 5;
  private static final String PASSWORD = "correct horse battery";

  /** Where one writer has got: the last save that was acknowledged. */
  private record Acknowledged(long id, String version, int number) {}

  @TempDir
  Path data;

  @BeforeEach
  void letTheDatabaseUserReachTheFolder() throws IOException {
    assumeTrue(PostgresCluster.isPossible(), "this machine tests on a database elsewhere");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void endWhatAFailedTestLeftRunning() throws InterruptedException {
    RunningApplication.stopAll();
  }

  @Test
  void everyAcknowledgedSaveIsThereAfterAKill() throws Exception {
    RunningApplication application = RunningApplication.startWithoutRoads(data);
    account(application);
    RunningApplication victim = application;
    CountDownLatch underWay = new CountDownLatch(WRITERS);
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Future<Acknowledged>> writing = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      Visitor visitor = Visitor.signedIn(application.port(), "anna", PASSWORD);
      writing.add(writers.submit((Callable<Acknowledged>) () -> write(visitor, underWay)));
    }
    assertThat(underWay.await(3, TimeUnit.MINUTES)).as("all are saving").isTrue();
    victim.process().destroyForcibly().waitFor();
    writers.shutdown();

    application = RunningApplication.startWithoutRoads(data);
    Visitor anna = Visitor.signedIn(application.port(), "anna", PASSWORD);
    for (Future<Acknowledged> one : writing) {
      Acknowledged last = one.get();
      JsonNode there = anna.get("/api/proposals/" + last.id()).json();
      int number = Integer.parseInt(there.path("properties").path("name").asString().replace("Casello ", ""));
      assertThat(last.number()).as("some were saved before the kill").isPositive();
      assertThat(number).as("the last acknowledged, or the one that was on its way").isBetween(last.number(), last.number() + 1);
      Http.Answer again = save(anna, last.id(), last.version(), last.number() + 1);
      assertThat(again.status()).as("sent again with the version of the last answer").isEqualTo(200);
      assertThat(again.json().path("properties").path("name").asString()).isEqualTo("Casello " + (last.number() + 1));
    }
  }

  private static Acknowledged write(Visitor visitor, CountDownLatch underWay) {
    Http.Answer draft = visitor.send("POST", "/api/proposals", Somebody.proposal("gateway", Map.of("name", "Casello 0"), null).toString());
    Acknowledged last = new Acknowledged(Somebody.id(draft), draft.header("ETag"), 0);
    try {
      while (true) {
        Http.Answer answer = save(visitor, last.id(), last.version(), last.number() + 1);
        if (answer.status() != 200) {
          throw new AssertionError(answer.text());
        }
        last = new Acknowledged(last.id(), answer.header("ETag"), last.number() + 1);
        if (last.number() == SAVES) {
          underWay.countDown();
        }
      }
    } catch (UncheckedIOException e) {
      return last; // killed: this one was not acknowledged
    }
  }

  private static Http.Answer save(Visitor visitor, long id, String version, int number) {
    return visitor.send("PUT", "/api/proposals/" + id, Somebody.content(Map.of("name", "Casello " + number), null).toString(), "If-Match", version);
  }

  /** Made by the operator, with a password of its own from then on. */
  private void account(RunningApplication application) throws IOException {
    String operator = "Bearer " + Files.readString(data.resolve("operator-token")).strip();
    JsonNode made = Http.send(application.port(), "POST", "/api/accounts", JsonMapper.shared().createObjectNode().put("username", "anna")
        .put("displayName", "Anna").put("role", "desk").put("language", "it").toString(), "Authorization", operator).json();
    Visitor anna = Visitor.signedIn(application.port(), "anna", made.path("password").asString());
    Http.Answer changed = anna.send("PUT", "/api/session/password", JsonMapper.shared().createObjectNode().put("old", made.path("password").asString())
        .put("new", PASSWORD).toString());
    assertThat(changed.status()).as(changed.text()).isLessThan(300);
  }
}
