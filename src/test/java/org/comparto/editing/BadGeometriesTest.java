package org.comparto.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A thousand bad geometries by every way in: none is kept, each is named by a rule and, where it has one, its place, and none is our failure. */
@IntegrationTest
class BadGeometriesTest {

  private static final int COUNT = 1_000;
  private static final long SEED = 7;

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;

  @AfterEach
  void nothingStays() {
    Committed.write(transactions, db.sql("DELETE FROM plot WHERE code LIKE '" + Editor.CODES + "'"));
    new People(db, port).remove();
  }

  @Test
  void noneIsStoredAndEachIsNamedAndPlaced() throws Exception {
    double[] free = Editor.freePlace(db, "plot");
    Editor editor = new Editor(port, new People(db, port).token("desk", "read", "propose", "write"));
    Http.Answer made = editor.post("plot", Editor.feature(Editor.square(free[0] - 0.0003, free[1] - 0.0003, 0.0002), BadGeometries.properties("test-edit-1")));
    long id = Editor.idOf(made);
    String version = made.header("ETag");
    List<BadGeometries.Bad> all = new BadGeometries(SEED, free[0], free[1]).make(COUNT, plots(), border());
    String before = everything();
    ExecutorService four = Executors.newFixedThreadPool(4);
    try {
      List<String> wrong = new ArrayList<>();
      List<Callable<List<String>>> work = all.stream().map(bad -> (Callable<List<String>>) () -> complaints(editor, bad, id, version)).toList();
      for (Future<List<String>> done : four.invokeAll(work)) {
        wrong.addAll(done.get());
      }
      assertThat(wrong.stream().limit(20)).as(wrong.size() + " answers").isEmpty();
    } finally {
      four.shutdown();
    }
    assertThat(everything()).isEqualTo(before);
    assertThat(editor.version("plot", id)).isEqualTo(version);
  }

  /** What is not as it should be with the answers to one of them. */
  private List<String> complaints(Editor editor, BadGeometries.Bad bad, long id, String version) {
    String properties = JsonMapper.shared().writeValueAsString(BadGeometries.properties("test-edit-2"));
    String feature = "{\"type\":\"Feature\",\"geometry\":" + bad.json() + ",\"properties\":" + properties + "}";
    String changed = "{\"type\":\"Feature\",\"geometry\":" + bad.json() + ",\"properties\":" + properties.replace("test-edit-2", "test-edit-1") + "}";
    Map<String, Http.Answer> answers = Map.of(
        "checks", editor.send("POST", "/api/editing/checks?layer=plot", feature, "application/json"),
        "POST", editor.post("plot", feature),
        "PUT", editor.put("plot", id, version, changed),
        "PATCH", editor.patch("plot", id, version, "{\"geometry\":" + bad.json() + "}"),
        "draft", editor.send("POST", "/api/proposals", "{\"layer\":\"plot\",\"kind\":\"create\",\"properties\":" + properties + ",\"geometry\":" + bad.json() + "}",
            "application/json"),
        "draft of a change", editor.send("POST", "/api/proposals", "{\"layer\":\"plot\",\"feature\":" + id + ",\"kind\":\"change\",\"properties\":{},\"geometry\":"
            + bad.json() + "}", "application/json"));
    return answers.entrySet().stream().map(answer -> complaint(answer.getKey(), answer.getValue(), bad)).filter(text -> !text.isEmpty())
        .map(text -> bad.kind() + ": " + text + " ← " + bad.json().substring(0, Math.min(300, bad.json().length()))).toList();
  }

  private static String complaint(String way, Http.Answer answer, BadGeometries.Bad bad) {
    String shown = way + " " + answer.status() + " " + answer.text().substring(0, Math.min(400, answer.text().length()));
    boolean refused = way.equals("checks") && answer.status() == 200 ? !answer.json().path("storable").asBoolean(true)
        : answer.status() == 422 || answer.status() == 400;
    List<JsonNode> named = answer.json().path("faults").valueStream().filter(fault -> bad.rules().contains(fault.path("rule").asString())).toList();
    boolean brokenBody = way.startsWith("draft") && bad.rules().contains("body-unreadable") && answer.status() == 400; // it is no JSON, whatever it says
    boolean placed = !bad.placed() || named.stream().anyMatch(fault -> isPlace(fault.path("place")));
    return refused && (brokenBody || !named.isEmpty() && placed) ? "" : shown;
  }

  /** A GeoJSON geometry whose first position is on earth. */
  private static boolean isPlace(JsonNode place) {
    JsonNode position = place.path("coordinates");
    while (position.path(0).isArray()) {
      position = position.path(0);
    }
    return place.path("type").isString() && Math.abs(position.path(0).asDouble(999)) <= 180 && Math.abs(position.path(1).asDouble(999)) <= 90;
  }

  /** Everything that could have been kept somewhere. */
  private String everything() {
    return db.sql("SELECT (SELECT count(*) || ' ' || md5(string_agg(plot::text, '' ORDER BY id)) FROM plot) || ' ' || (SELECT count(*) FROM proposal) || ' '"
        + " || (SELECT count(*) FROM change) || ' ' || (SELECT count(*) FROM feature_history)").query(String.class).single();
  }

  private List<double[][]> plots() {
    return db.sql("SELECT ST_AsGeoJSON(ST_ExteriorRing(ST_GeometryN(geom, 1))) FROM plot WHERE publication_status = 'published' ORDER BY id LIMIT 50")
        .query(String.class).list().stream().map(json -> JsonMapper.shared().readTree(json).path("coordinates").valueStream()
            .map(p -> new double[] {p.path(0).asDouble(), p.path(1).asDouble()}).collect(Collectors.toList()).toArray(double[][]::new)).toList();
  }

  /** A point 100 m within the eastern border of the largest territory, far from all plots. */
  private double[] border() {
    var point = db.sql("""
        SELECT ST_XMax(t.geom) - 0.0012 AS x, ST_Y(d.geom) AS y
        FROM (SELECT geom FROM territory ORDER BY ST_Area(geom) DESC, code LIMIT 1) AS t
        CROSS JOIN LATERAL (SELECT p.geom FROM ST_DumpPoints(t.geom) AS p WHERE ST_X(p.geom) = ST_XMax(t.geom) LIMIT 1) AS d""").query().singleRow();
    return new double[] {((Number) point.get("x")).doubleValue(), ((Number) point.get("y")).doubleValue()};
  }}
