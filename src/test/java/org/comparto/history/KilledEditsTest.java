package org.comparto.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.comparto.database.PostgresCluster;
import org.comparto.testing.Http;
import org.comparto.testing.RunningApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Editors save while the application is killed, and while its database server is: what was acknowledged is there afterwards, once,
 * and the history has no gap.
 */
class KilledEditsTest {

  private static final int EDITORS = 8;
  /** How many each editor has made, on average, when the blow comes. */
  private static final int SAVES = 10;
  private static final String LAYER = "gateway";

  @TempDir
  Path data;
  /** What was acknowledged, by the words that its version carries as reason: the feature. */
  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, Long> asked = new ConcurrentHashMap<>();
  private final List<Long> features = new ArrayList<>();

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
  void whatWasSavedIsThereWhoeverIsKilled() throws Exception {
    RunningApplication application = RunningApplication.startWithoutRoads(data);
    JsonNode start = Http.get(application.port(), Desk.items(LAYER) + "?limit=1").json().path("features").path(0).path("geometry");
    for (int i = 0; i < EDITORS; i++) {
      features.add(desk(application).create(LAYER, start.toString(), Map.of("code", "test-history-" + i, "gateway_kind", "toll_gate", "name", "n 0")));
    }

    RunningApplication victim = application;
    int before = edit(application, () -> victim.process().destroyForcibly().waitFor());
    application = RunningApplication.startWithoutRoads(data);
    checkHistory(application);
    assertThat(before).as("saves before the application was killed").isPositive();

    long server = serverPid();
    before = edit(application, () -> ProcessHandle.of(server).orElseThrow().destroyForcibly());
    assertThat(before).as("saves before the database server was killed").isPositive();
    awaitDatabase(application);
    assertThat(serverPid()).as("another server serves the same application").isNotEqualTo(server);
    checkHistory(application);
    int after = acknowledged.size();
    edit(application, () -> { });
    assertThat(acknowledged.size()).as("and it takes changes again").isGreaterThan(after);
    checkHistory(application);

    ProcessHandle.of(serverPid()).orElseThrow().destroyForcibly();
    application.process().destroyForcibly().waitFor();
    application = RunningApplication.startWithoutRoads(data);
    checkHistory(application);
    application.stop();
  }

  /** What happens in the middle. */
  private interface Blow {
    void strike() throws Exception;
  }

  /** Every editor counts up the name of a feature of its own, as quickly as it is answered. @return how many were saved before the blow */
  private int edit(RunningApplication application, Blow blow) throws Exception {
    AtomicBoolean working = new AtomicBoolean(true);
    int saved = acknowledged.size();
    ExecutorService threads = Executors.newFixedThreadPool(EDITORS);
    for (int i = 0; i < EDITORS; i++) {
      long feature = features.get(i);
      Desk desk = desk(application);
      threads.execute(() -> {
        while (working.get()) {
          try {
            save(desk, feature);
          } catch (UncheckedIOException e) {
            return; // killed: this one was not acknowledged
          }
        }
      });
    }
    await("every editor is saving", () -> acknowledged.size() - saved >= EDITORS * SAVES);
    int before = acknowledged.size() - saved;
    blow.strike();
    Thread.sleep(500);
    working.set(false);
    threads.shutdown();
    assertThat(threads.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
    return before;
  }

  private void save(Desk desk, long feature) {
    Http.Answer read = desk.get(Desk.items(LAYER) + "/" + feature);
    if (read.status() != 200) {
      return;
    }
    int number = Integer.parseInt(read.json().path("properties").path("name").asString().substring(2)) + 1;
    String token = feature + "-" + number + "-" + asked.size() + "-" + System.nanoTime();
    asked.put(token, feature);
    Http.Answer answer = desk.write("PATCH", LAYER, feature, read.header("ETag"), Desk.properties("name", "n " + number), "Comparto-Reason", token);
    if (answer.status() == 204) {
      acknowledged.put(token, feature);
    } else {
      assertThat(answer.status()).as(answer.text()).isIn(412, 503);
    }
  }

  /** Everything acknowledged is there once; what is there besides was asked for: its answer was lost, not the change. */
  private void checkHistory(RunningApplication application) throws Exception {
    Desk desk = desk(application);
    Map<String, Long> found = new ConcurrentHashMap<>();
    for (long feature : features) {
      List<JsonNode> versions = new ArrayList<>();
      for (String next = ""; next != null; ) {
        Http.Answer page = desk.history(LAYER, feature, "?limit=200" + next);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        page.json().path("versions").forEach(versions::add);
        next = page.json().path("next").isNumber() ? "&before=" + page.json().path("next").asInt() : null;
      }
      for (int i = 0; i < versions.size(); i++) {
        assertThat(versions.get(i).path("version").asInt()).as("no gap").isEqualTo(versions.size() - 1 - i);
        if (i < versions.size() - 1) {
          assertThat(found.put(versions.get(i).path("reason").asString(), feature)).as("once").isNull();
        }
      }
      assertThat(desk.read(LAYER, feature).path("properties").path("name").asString()).isEqualTo("n " + (versions.size() - 1));
    }
    assertThat(found).containsAllEntriesOf(acknowledged);
    assertThat(asked).containsAllEntriesOf(found);
  }

  private Desk desk(RunningApplication application) throws Exception {
    for (int i = 0; i < 100; i++) { // a killed process has left its own token, which the next one replaces
      Desk desk = new Desk(application.port(), Files.readString(data.resolve("operator-token")).strip());
      if (desk.get("/api/history/retired?layer=" + LAYER).status() == 200) {
        return desk;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the operator's token is not accepted");
  }

  private void awaitDatabase(RunningApplication application) throws Exception {
    String operator = "Bearer " + Files.readString(data.resolve("operator-token")).strip();
    await("the database is started again", () -> Http.get(application.port(), "/api/history/retired?layer=" + LAYER, "Authorization", operator).status() == 200);
  }

  private static void await(String what, BooleanSupplier reached) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(180);
    while (!reached.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      Thread.sleep(100);
    }
  }

  private long serverPid() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("postgres"), 2)) {
      Path pid = files.filter(file -> file.endsWith("cluster/postmaster.pid")).findFirst().orElseThrow();
      return Long.parseLong(Files.readAllLines(pid).get(0).trim());
    }
  }
}
