package org.comparto.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.RoadFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** New roads take the place of the old ones while people ask, and only when they are complete. */
@IntegrationTest
class RoadImportTest {

  private static final String ROUTE = "/api/roads/route?profile=truck&from=10.002,45.1&to=10.028,45.1";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Roads roads;
  @Autowired RoadKeeper keeper;
  @Autowired RoadFolder folder;
  @Autowired RoadGraphRows rows;
  @Autowired RoadLoads loads;
  @Value("${comparto.data}") Path data;

  private String token;

  @BeforeEach
  void signIn() {
    token = new People(db, port).token("admin", "read", "load", "admin");
    FixtureRoads.restore(roads);
  }

  @AfterEach
  void removeEverything() throws Exception {
    db.sql("DELETE FROM road_graph").update();
    folder.keep(Set.of());
    FixtureRoads.restore(roads);
    new People(db, port).remove();
  }

  @Test
  void noRequestFailsWhileRoadsAreExchanged() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Set<String> versions = java.util.concurrent.ConcurrentHashMap.newKeySet();
    List<CompletableFuture<List<String>>> askers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      askers.add(CompletableFuture.supplyAsync(() -> {
        List<String> failures = new ArrayList<>();
        while (!done.get()) {
          Http.Answer answer = Http.get(port, ROUTE);
          if (answer.status() != 200) {
            failures.add(answer.text());
          }
          versions.add(answer.json().path("graph").path("version").asString());
        }
        return failures;
      }));
    }
    Set<String> loaded = new HashSet<>(Set.of("fixture"));
    for (int i = 0; i < 3; i++) {
      JsonNode job = load(Files.readAllBytes(RoadFixture.file()), "fixture.osm");
      assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
      loaded.add(job.path("result").path("version").asString());
      Http.get(port, ROUTE);
    }
    done.set(true);
    for (CompletableFuture<List<String>> asker : askers) {
      assertThat(asker.get()).isEmpty();
    }
    assertThat(versions).isSubsetOf(loaded).contains("fixture").hasSizeGreaterThan(1);
    JsonNode status = Http.get(port, "/api/roads").json();
    assertThat(status.path("graph").path("source").asString()).isEqualTo("© OpenStreetMap contributors");
    assertThat(status.path("licence").asString()).contains("ODbL");
    assertThat(kept()).hasSize(2).contains(status.path("graph").path("version").asString());
  }

  @Test
  void aDamagedFileChangesNothingAndSaysWhy() throws Exception {
    byte[] whole = Files.readAllBytes(RoadFixture.file());
    for (byte[] damaged : List.of("<html>no roads</html>".getBytes(), java.util.Arrays.copyOf(whole, 2000), new byte[0],
        "<osm><node id='1' lat='45' lon='10'/></osm>".getBytes(),
        "<!DOCTYPE osm [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><osm>&x;</osm>".getBytes())) {
      JsonNode job = load(damaged, "damaged.osm");
      assertThat(job.path("state").asString()).isEqualTo("FAILED");
      assertThat(job.path("code").asString()).isEqualTo("road-file");
      assertThat(job.path("message").asString()).contains("roads in use are unchanged").doesNotContain(data.toString());
    }
    assertThat(roads.require().version()).isEqualTo("fixture");
    assertThat(kept()).isEmpty();
    assertThat(hidden()).isEmpty();
  }

  @Test
  void onlyAnAdminSendsRoads() throws Exception {
    String editor = new People(db, port).token("desk", "read", "load");
    assertThat(post(Files.readAllBytes(RoadFixture.file()), "fixture.osm", editor).statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsReadAtTheNextStartIsTheNewestAndDebrisIsGone() throws Exception {
    JsonNode job = load(Files.readAllBytes(RoadFixture.file()), "fixture.osm");
    String version = job.path("result").path("version").asString();
    Files.createDirectories(data.resolve("roads/.killed-graph"));
    Files.writeString(data.resolve("roads/.killed-graph/nodes"), "half");
    Files.createDirectories(data.resolve("roads/never-registered"));
    FixtureRoads.restore(roads);
    folder.leave();
    keeper.start();
    assertThat(roads.require().version()).isEqualTo(version);
    assertThat(kept()).containsExactly(version);
    assertThat(hidden()).isEmpty();
    assertThat(Http.get(port, ROUTE).status()).isEqualTo(200);
  }

  @Test
  void theDemonstrationsRoadsAreImportedOnceAndNeverInThePlaceOfOthers() throws Exception {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("drawn", new Drawn());
    DemonstrationStart start = new DemonstrationStart(beans.getBeanProvider(DemonstrationNetwork.class), new RoadProperties(1000, false, true),
        roads, folder, rows, loads);
    start.load();
    long job = db.sql("SELECT max(id) FROM job").query(Long.class).single();
    assertThat(ended(job).path("state").asString()).isEqualTo("DONE");
    JsonNode status = Http.get(port, "/api/roads").json();
    assertThat(status.path("graph").path("demonstration").asBoolean()).isTrue();
    assertThat(status.path("graph").path("source").asString()).isEqualTo("drawn for a test");
    start.load();
    assertThat(db.sql("SELECT max(id) FROM job").query(Long.class).single()).isEqualTo(job);
    assertThat(hidden()).isEmpty();

    String real = load(Files.readAllBytes(RoadFixture.file()), "fixture.osm").path("result").path("version").asString();
    start.load();
    assertThat(roads.require().version()).isEqualTo(real);
    assertThat(rows.all()).hasSize(2);
  }

  /** The fixture as if it were the demonstration's. */
  private static final class Drawn implements DemonstrationNetwork {

    @Override
    public String attribution() {
      return "drawn for a test";
    }

    @Override
    public void write(Path file) throws java.io.IOException {
      try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
        Files.copy(RoadFixture.file(), packed);
      }
    }
  }

  private JsonNode load(byte[] file, String name) throws Exception {
    HttpResponse<String> sent = post(file, name, token);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
    return ended(JsonMapper.shared().readTree(sent.body()).path("job").asLong());
  }

  private JsonNode ended(long job) throws Exception {
    for (int i = 0; i < 1200; i++) {
      JsonNode now = Http.get(port, "/api/jobs/" + job, "Authorization", "Bearer " + token).json();
      if (Set.of("DONE", "FAILED", "CANCELLED").contains(now.path("state").asString())) {
        return now;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("job " + job + " does not end");
  }

  private HttpResponse<String> post(byte[] file, String name, String as) throws Exception {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/roads/graphs?name=" + name))
        .header("Authorization", "Bearer " + as).header("Content-Type", "application/octet-stream")
        .POST(HttpRequest.BodyPublishers.ofByteArray(file)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private List<String> kept() throws Exception {
    return names().filter(name -> !name.startsWith(".")).toList();
  }

  private List<String> hidden() throws Exception {
    return names().filter(name -> name.startsWith(".") && !name.equals(".lock")).toList();
  }

  private Stream<String> names() throws Exception {
    try (Stream<Path> all = Files.list(data.resolve("roads"))) {
      return all.map(path -> path.getFileName().toString()).toList().stream();
    }
  }
}
