package org.comparto.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.comparto.testing.Http;
import org.comparto.testing.RunningApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as a process of its own: what it leaves behind when it is stopped, killed, or started twice. */
class LifecycleTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir
  Path data;

  @BeforeEach
  void letTheDatabaseUserReachTheFolder() throws IOException {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void endWhatAFailedTestLeftRunning() throws InterruptedException {
    RunningApplication.stopAll();
  }

  @Test
  void killedItLosesNothingLeavesNoServerAndDoesNotRepeatTheDemonstration() throws Exception {
    assumeInstalledPostgres();
    RunningApplication first = RunningApplication.start(data);
    String before = counts(first.port());
    assertThat(Http.get(first.port(), "/ogc/collections/plot/items?limit=1").json().path("numberMatched").asInt()).isGreaterThanOrEqualTo(250);
    assertThat(first.output()).contains("username   admin");
    String operator = Files.readString(data.resolve("operator-token"));
    long server = serverPid();
    first.process().destroyForcibly().waitFor();
    assertThat(ends(server)).as("the database server ends with the application").isTrue();

    RunningApplication second = RunningApplication.start(data);
    assertThat(counts(second.port())).isEqualTo(before);
    assertThat(second.output()).as("the first password is shown once").doesNotContain("password");
    assertThat(Files.readString(data.resolve("operator-token"))).as("each start has its own").isNotEqualTo(operator);
    operator = Files.readString(data.resolve("operator-token"));

    RunningApplication third = RunningApplication.launch(data);
    assertThat(third.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(third.output()).contains("Another Comparto is already running on the data folder").doesNotContain("\tat org.");
    assertThat(counts(second.port())).isEqualTo(before);
    assertThat(data.resolve("operator-token")).as("a start that is refused takes nothing away").hasContent(operator);

    server = serverPid();
    second.process().destroy();
    assertThat(second.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(ends(server)).as("a clean stop leaves no database server").isTrue();
    assertThat(data.resolve("operator-token")).doesNotExist();
    assertThat(clusterFolder().resolve("cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void dataOfAnotherMajorVersionAreRefusedAndLeftAlone() throws Exception {
    assumeInstalledPostgres();
    ClusterFolder folder = ClusterFolder.prepare(data.resolve("postgres"));
    Path version = Files.createDirectories(folder.path().resolve("cluster")).resolve("PG_VERSION");
    Files.writeString(version, "9\n");

    RunningApplication refused = RunningApplication.launch(data);

    assertThat(refused.process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(refused.process().exitValue()).isNotZero();
    assertThat(refused.output()).contains("were made by PostgreSQL 9").contains("Nothing was changed").doesNotContain("\tat org.");
    assertThat(version).hasContent("9\n");
  }

  private void assumeInstalledPostgres() {
    assumeTrue(PostgresCluster.isPossible(), "this machine tests on a database elsewhere");
  }

  private static String counts(int port) {
    StringBuilder counts = new StringBuilder();
    Http.Answer layers = Http.get(port, "/api/layers");
    assertThat(layers.status()).as(layers.text()).isEqualTo(200);
    layers.json().path("layers")
        .forEach(layer -> counts.append(layer.path("id").asString()).append(' ').append(layer.path("count").asLong()).append('\n'));
    return counts.toString();
  }

  private Path clusterFolder() {
    return ClusterFolder.prepare(data.resolve("postgres")).path();
  }

  private long serverPid() throws IOException {
    return Long.parseLong(Files.readAllLines(clusterFolder().resolve("cluster/postmaster.pid")).get(0).trim());
  }

  private static boolean ends(long pid) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (ProcessHandle.of(pid).isPresent() && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    return ProcessHandle.of(pid).isEmpty();
  }
}
