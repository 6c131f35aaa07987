package org.comparto.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.comparto.database.PostgresCluster;
import org.comparto.testing.Http;
import org.comparto.testing.RunningApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The application is killed while it loads: afterwards the load is there as a whole or not at all. -Dcomparto.kills=20 for more points in time. */
class KilledLoadTest {

  private static final int KILLS = Integer.getInteger("comparto.kills", 2);
  private static final int FEATURES = 20_000;

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
  void aKilledLoadIsThereAsAWholeOrNotAtAll() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String file = points();
    RunningApplication application = RunningApplication.startWithoutRoads(data);
    Instant begun = Instant.now();
    LoadingClient client = client(application);
    client.apply(client.check("whole.geojson", file, "{\"newLayer\":{\"id\":\"kill_whole\"}}"));
    long millis = Duration.between(begun, Instant.now()).toMillis();
    for (int i = 0; i < KILLS; i++) {
      String layer = "kill_" + i;
      LoadingClient victim = client(application);
      Thread loader = new Thread(() -> {
        try {
          victim.apply(victim.check(layer + ".geojson", file, "{\"newLayer\":{\"id\":\"" + layer + "\"}}"));
        } catch (RuntimeException | AssertionError e) {
          // it was killed; what is there afterwards is what counts
        }
      });
      loader.start();
      long wait = (long) (millis * random.nextDouble());
      Thread.sleep(wait);
      application.process().destroyForcibly().waitFor();
      loader.join();

      application = RunningApplication.startWithoutRoads(data);
      client = client(application);
      String when = "seed " + seed + ", killed after " + wait + " of about " + millis + " ms";
      assertThat(count(application, layer)).as(when).isIn(0L, (long) FEATURES);
      JsonNode loads = client.get("/api/loads?limit=1").path("loads");
      JsonNode load = loads.get(0);
      if (load.path("fileName").asString().equals(layer + ".geojson")) {
        JsonNode settled = client.settled(load.path("id").asLong());
        assertThat(count(application, layer)).as(when + ", then " + settled.path("state"))
            .isEqualTo(settled.path("state").asString().equals("applied") ? FEATURES : 0L);
      }
    }
    assertThat(count(application, "kill_whole")).isEqualTo(FEATURES);
  }

  private LoadingClient client(RunningApplication application) throws Exception {
    Path token = data.resolve("operator-token");
    for (int i = 0; i < 200; i++) { // a killed process has left its own, which the next one replaces
      if (Files.exists(token)) {
        LoadingClient client = new LoadingClient(application.port(), Files.readString(token).strip());
        if (client.send("GET", "/api/loads", null).status() == 200) {
          return client;
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the operator's token is not accepted");
  }

  private static long count(RunningApplication application, String layer) {
    Http.Answer items = Http.get(application.port(), "/ogc/collections/" + layer + "/items?limit=1");
    return items.status() == 404 ? 0 : items.json().path("numberMatched").asLong(-1);
  }

  private static String points() {
    StringBuilder features = new StringBuilder();
    for (int i = 0; i < FEATURES; i++) {
      features.append(i == 0 ? "" : ",").append("{\"type\":\"Feature\",\"properties\":{\"codice\":\"K").append(i)
          .append("\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[").append(9.8 + i % 500 / 1000.0).append(',').append(45.0 + i / 500 / 1000.0).append("]}}");
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
  }
}
