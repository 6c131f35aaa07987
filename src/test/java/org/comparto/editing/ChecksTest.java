package org.comparto.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What a layer demands of a feature: every rule, where it was broken, in both languages; and what is no fault although it looks like one. */
@IntegrationTest
class ChecksTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Layers layers;

  private Editor desk;
  private double x;
  private double y;

  @BeforeEach
  void somebodyDraws() {
    desk = new Editor(port, new People(db, port).token("desk", "read", "propose", "write"));
    double[] place = Editor.freePlace(db, "plot");
    x = place[0];
    y = place[1];
  }

  @AfterEach
  void nothingStays() {
    for (String relation : List.of("plot", "industrial_zone", "gateway")) {
      Committed.write(transactions, db.sql("DELETE FROM " + relation + " WHERE code LIKE '" + Editor.CODES + "'"));
    }
    new People(db, port).remove();
  }

  @Test
  void allThatIsWrongAndAllThatIsMissingIsSaidAtOnce() {
    JsonNode answer = check("plot", null, Editor.feature(Editor.square(x, y, 1e-5), Map.of("area_m2", -1, "acoustic_class", 7, "cadastral_code", "x",
        "valid_from", "2024-01-01", "valid_to", "2023-01-01", "colour", 1, "zone_id", 1, "offer_type", "gift"))).json();
    assertThat(answer.path("storable").asBoolean()).isFalse();
    assertThat(answer.path("complete").asBoolean()).isFalse();
    assertThat(kinds(answer)).containsExactlyInAnyOrder("attribute-not-allowed area_m2 wrong", "attribute-not-allowed acoustic_class wrong",
        "attribute-not-allowed cadastral_code wrong", "attribute-not-allowed valid_to wrong", "attribute-unknown colour wrong",
        "attribute-unknown-reference zone_id wrong", "attribute-unknown-code offer_type wrong", "attribute-missing-required status missing",
        "attribute-missing-required code missing", "geometry-area-too-small - wrong");
    assertThat(answer.path("faults").toString()).contains("acoustic_class must be from 1 to 6", "area_m2 must be more than 0", "valid_from must be before valid_to",
        "cadastral_code must have the form ^[A-Z]\\\\d{3}$");
  }

  @Test
  void whatIsOnlyIncompleteMayBeKeptAsADraft() {
    JsonNode answer = check("plot", null, "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"name\":\"Lotto\"}}").json();
    assertThat(answer.path("storable").asBoolean()).isTrue();
    assertThat(answer.path("complete").asBoolean()).isFalse();
    assertThat(kinds(answer)).containsExactlyInAnyOrder("geometry-empty - missing", "attribute-missing-required code missing",
        "attribute-missing-required status missing", "attribute-missing-required area_m2 missing");
    assertThat(check("plot", null, plot("test-edit-1", x, y, Map.of())).json().path("complete").asBoolean()).isTrue();
    assertThat(db.sql("SELECT count(*) FROM plot WHERE code LIKE 'test-edit-%'").query(Long.class).single()).isZero();
  }

  /** The demonstration data were never drawn, and yet nobody finds a fault with them. */
  @Test
  void whatIsThereAndStaysAsItIsHasNoFaults() {
    for (Layer layer : layers.all()) {
      for (JsonNode feature : Http.get(port, Editor.items(layer.id()) + "?limit=20").json().path("features")) {
        JsonNode answer = check(layer.id(), feature.path("id").asLong(), feature.toString()).json();
        assertThat(answer.path("complete").asBoolean()).as(layer.id() + " " + answer).isTrue();
      }
    }
  }

  @Test
  void anOverlapIsShownWhereItIsAndASharedBorderIsNone() {
    long first = Editor.idOf(desk.post("plot", plot("test-edit-1", x, y, Map.of("name", "Primo"))));
    double width = db.sql("SELECT ST_Distance(ST_SetSRID(ST_MakePoint(:x, :y), 4326)::geography, ST_SetSRID(ST_MakePoint(:x + 0.001, :y), 4326)::geography)")
        .param("x", x).param("y", y).query(Double.class).single();
    JsonNode over = check("plot", null, plot("test-edit-2", x + 0.0005, y, Map.of())).json();
    assertThat(kinds(over)).containsExactly("geometry-overlaps - wrong");
    assertThat(over.path("faults").path(0).path("reason").asString()).contains("Primo");
    double area = db.sql("SELECT ST_Area(ST_GeomFromGeoJSON(:place)::geography)").param("place", over.path("faults").path(0).path("place").toString())
        .query(Double.class).single();
    assertThat(area).isCloseTo(width / 2 * 111.17, Percentage.withPercentage(1));
    double metre = 0.001 / width;
    assertThat(kinds(check("plot", null, plot("test-edit-2", x + 0.001, y, Map.of())).json())).isEmpty();
    assertThat(kinds(check("plot", null, plot("test-edit-2", x + 0.001 - 0.4 * metre, y, Map.of())).json())).as("drawing noise").isEmpty();
    assertThat(kinds(check("plot", null, plot("test-edit-2", x + 0.001 - 0.6 * metre, y, Map.of())).json())).containsExactly("geometry-overlaps - wrong");
    assertThat(kinds(check("plot", first, plot("test-edit-1", x + 0.0002, y, Map.of())).json())).as("itself").isEmpty();
    assertThat(desk.delete("plot", first, desk.version("plot", first)).status()).isEqualTo(204);
    assertThat(kinds(check("plot", null, plot("test-edit-2", x + 0.0005, y, Map.of())).json())).as("retired").isEmpty();
  }

  @Test
  void aPlotLiesInItsZoneAndAZoneStaysAroundItsPlots() {
    long zone = Editor.idOf(desk.post("industrial_zone", Editor.feature(Editor.square(x, y, 0.002), Map.of("code", "test-edit-z", "name", "Zona", "zone_kind", "industrial"))));
    Http.Answer out = desk.post("plot", plot("test-edit-1", x + 0.0015, y, Map.of("zone_id", zone)));
    assertThat(Editor.faults(out)).containsExactly("geometry-outside-zone");
    double west = out.json().path("faults").path(0).path("place").path("coordinates").path(0).path(0).path(0).path(0).asDouble();
    assertThat(west).isGreaterThan(x + 0.0019);
    long plot = Editor.idOf(desk.post("plot", plot("test-edit-1", x + 0.0005, y, Map.of("zone_id", zone))));
    Http.Answer shrunk = desk.patch("industrial_zone", zone, desk.version("industrial_zone", zone), "{\"geometry\":" + multi(Editor.square(x, y, 0.001)) + "}");
    assertThat(Editor.faults(shrunk)).containsExactly("geometry-outside-zone");
    assertThat(desk.delete("industrial_zone", zone, desk.version("industrial_zone", zone)).problem()).isEqualTo("feature-referenced");
    assertThat(desk.delete("plot", plot, desk.version("plot", plot)).status()).isEqualTo(204);
    assertThat(desk.delete("industrial_zone", zone, desk.version("industrial_zone", zone)).status()).isEqualTo(204);
    assertThat(Editor.faults(desk.post("plot", plot("test-edit-2", x + 0.0005, y, Map.of("zone_id", zone))))).containsExactly("attribute-unknown-reference");
  }

  /** Whoever corrects a price is not asked to redraw what a load has left overlapping. */
  @Test
  void whatWasWrongBeforeIsNotHeldAgainstWhoChangesSomethingElse() {
    long first = Editor.idOf(desk.post("plot", plot("test-edit-1", x, y, Map.of())));
    Committed.write(transactions, db.sql("INSERT INTO plot (code, territory_code, status, geom) SELECT 'test-edit-2', territory_code, status, geom FROM plot WHERE id = " + first));
    assertThat(desk.patch("plot", first, desk.version("plot", first), "{\"properties\":{\"price_eur_m2\":5}}").status()).isEqualTo(204);
    assertThat(Editor.faults(desk.patch("plot", first, desk.version("plot", first), "{\"geometry\":" + multi(Editor.square(x, y, 0.0011)) + "}")))
        .containsExactly("geometry-overlaps");
  }

  @Test
  void ofTwentyWhoDrawIntoTheSamePlaceAtOnceOneIsHeard() throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(20);
    try {
      List<Callable<Http.Answer>> writers = IntStream.range(0, 20).mapToObj(n -> (Callable<Http.Answer>) () ->
          desk.post("plot", plot("test-edit-" + n, x + n * 1e-5, y, Map.of()))).toList();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Http.Answer> done : crowd.invokeAll(writers)) {
        statuses.add(done.get().status());
      }
      assertThat(statuses).containsOnlyOnce(201);
      assertThat(statuses).filteredOn(status -> status != 201).containsOnly(422);
    } finally {
      crowd.shutdown();
    }
    assertThat(db.sql("SELECT count(*) FROM plot WHERE code LIKE 'test-edit-%'").query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void aRetiredFeatureIsNowhereAndKeepsItsCode() {
    long plots = count("plot");
    long id = Editor.idOf(desk.post("plot", plot("test-edit-1", x, y, Map.of("name", "Lotto ritirando"))));
    assertThat(Http.get(port, "/api/search?q=ritirando").text()).contains("Lotto ritirando");
    assertThat(desk.delete("plot", id, desk.version("plot", id)).status()).isEqualTo(204);
    assertThat(desk.get("plot", id).status()).isEqualTo(404);
    assertThat(count("plot")).isEqualTo(plots);
    assertThat(Http.get(port, "/api/search?q=ritirando").text()).doesNotContain("Lotto ritirando");
    String box = (x - 0.001) + "," + (y - 0.001) + "," + (x + 0.002) + "," + (y + 0.002);
    assertThat(Http.get(port, Editor.items("plot") + "?bbox=" + box).json().path("features").size()).isZero();
    assertThat(Http.get(port, "/api/plots?limit=1000&filter=" + encoded("code = 'test-edit-1'")).json().path("total").asInt(-1)).isZero();
    assertThat(Http.get(port, "/api/plots/" + id + "/facts").status()).isEqualTo(404);
    assertThat(Http.get(port, "/api/layers").json().path("layers").valueStream().filter(layer -> layer.path("id").asString().equals("plot")).findFirst()
        .orElseThrow().path("count").asLong()).isEqualTo(plots);
    assertThat(desk.delete("plot", id, "\"x\"").status()).isEqualTo(404);
    Http.Answer again = desk.post("plot", plot("test-edit-1", x, y, Map.of()));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("key-retired");
    assertThat(again.json().path("detail").asString()).contains(String.valueOf(id)).contains("restore");
  }

  @Test
  void oneWhoDrawsForAMunicipalityDrawsWithinIt() {
    var municipality = db.sql("SELECT code, geom::text AS geom, territory_code FROM municipality WHERE territory_code = "
        + "territory_at(ST_SetSRID(ST_MakePoint(" + x + ", " + y + "), 4326)) ORDER BY code LIMIT 1").query().singleRow();
    People people = new People(db, port);
    long account = people.make("test-mayor", "municipal_editor", (String) municipality.get("territory_code"), (String) municipality.get("code"));
    Editor mayor = new Editor(port, people.token(account, "1 hour", "read", "propose"));
    String body = plot("test-edit-1", x + 0.0015, y, Map.of());
    try {
      assertThat(kinds(mayor.send("POST", "/api/editing/checks?layer=plot", body, "application/json").json())).as("no boundary is known").isEmpty();
      Committed.write(transactions, db.sql("UPDATE municipality SET geom = ST_Multi(ST_MakeEnvelope(" + x + ", " + y + ", " + (x + 0.002) + ", " + (y + 0.002)
          + ", 4326)) WHERE code = :code").param("code", municipality.get("code")));
      assertThat(kinds(mayor.send("POST", "/api/editing/checks?layer=plot", body, "application/json").json())).containsExactly("geometry-outside-municipality - wrong");
      assertThat(kinds(check("plot", null, body).json())).as("for the desk").isEmpty();
    } finally {
      Committed.write(transactions, db.sql("UPDATE municipality SET geom = CAST(:geom AS geometry) WHERE code = :code").params(municipality));
    }
  }

  /** Who may propose and not write sends the same requests; nothing is public by them. */
  @Test
  void whatSomebodyElseHasToApproveBecomesAProposal() {
    Editor planner = new Editor(port, new People(db, port).token("planner", "read", "propose"));
    String body = Editor.feature(Editor.square(x, y, 0.002), Map.of("code", "test-edit-z", "zone_kind", "industrial"));
    try {
      Http.Answer answer = planner.post("industrial_zone", body);
      assertThat(answer.status()).as(answer.text()).isEqualTo(202);
      String proposal = answer.header("Location").replaceFirst(".*(?=/api/proposals/)", "");
      JsonNode made = planner.send("GET", proposal, null, null).json();
      assertThat(made.path("state").asString() + " " + made.path("kind").asString()).isEqualTo("submitted create");
      assertThat(db.sql("SELECT count(*) FROM industrial_zone WHERE code = 'test-edit-z'").query(Long.class).single()).isZero();
      long zone = Editor.idOf(desk.post("industrial_zone", body));
      String version = desk.version("industrial_zone", zone);
      assertThat(planner.patch("industrial_zone", zone, version, "{\"properties\":{\"brand\":\"B\"}}").status()).isEqualTo(202);
      assertThat(planner.patch("industrial_zone", zone, "\"0\"", "{\"properties\":{\"brand\":\"B\"}}").status()).isEqualTo(412);
      assertThat(Editor.faults(planner.patch("industrial_zone", zone, version, "{\"properties\":{\"acoustic_class\":9}}"))).containsExactly("attribute-not-allowed");
      assertThat(planner.delete("industrial_zone", zone, version).status()).isEqualTo(202);
      assertThat(desk.version("industrial_zone", zone)).isEqualTo(version);
      assertThat(planner.post("plot", "[no json").problem()).isEqualTo("forbidden-layer");
    } finally {
      db.sql("ALTER TABLE proposal_step DISABLE TRIGGER only_added").update();
      for (String table : List.of("notification", "proposal_comment", "proposal_step", "proposal_version")) {
        db.sql("DELETE FROM " + table + " WHERE proposal_id IN (SELECT id FROM proposal WHERE author = 'test-planner')").update();
      }
      db.sql("DELETE FROM proposal WHERE author = 'test-planner'").update();
      db.sql("ALTER TABLE proposal_step ENABLE ALWAYS TRIGGER only_added").update();
    }
  }

  @Test
  void itsMomentGrowsWithEachVersion() {
    long id = Editor.idOf(desk.post("plot", plot("test-edit-1", x, y, Map.of())));
    transactions.executeWithoutResult(transaction -> {
      for (int n = 0; n < 5; n++) {
        db.sql("UPDATE plot SET name = :name WHERE id = " + id).param("name", "n" + n).update();
      }
    });
    assertThat(db.sql("""
        SELECT min(at - before) >= interval '1 millisecond'
        FROM (SELECT at, lag(at) OVER (ORDER BY at) AS before
              FROM (SELECT (attributes ->> 'updated_at')::timestamptz AS at FROM feature_history WHERE feature_id = :id
                    UNION ALL SELECT updated_at FROM plot WHERE id = :id) AS versions) AS steps""").param("id", id).query(Boolean.class).single()).isTrue();
  }

  /** Every rule that the sources name is broken here once, and said in English and in Italian. */
  @Test
  void everyRuleIsSaidInBothLanguages() throws IOException {
    Map<String, String> said = new TreeMap<>();
    long zone = db.sql("SELECT min(id) FROM industrial_zone").query(Long.class).single();
    Editor.idOf(desk.post("plot", plot("test-edit-1", x, y, Map.of())));
    long retired = Editor.idOf(desk.post("plot", plot("test-edit-2", x + 0.001, y, Map.of())));
    desk.delete("plot", retired, desk.version("plot", retired));
    List<String> bodies = new ArrayList<>();
    new BadGeometries(3, x, y + 0.0012).make(60, List.<double[][]>of(new double[][] {{x + 0.0005, y + 0.0005}}), border())
        .forEach(bad -> bodies.add("{\"type\":\"Feature\",\"geometry\":" + bad.json() + ",\"properties\":{}}"));
    bodies.add(Editor.feature(Editor.square(x, y + 0.0012, 0.0004), Map.of("code", "test-edit-1", "colour", "red", "name", 5, "offer_type", "gift", "zone_id", 1,
        "area_m2", -1, "demonstration", true)));
    bodies.add(plot("test-edit-2", x, y + 0.0012, Map.of("zone_id", zone)));
    for (String body : bodies) {
      say(desk.send("POST", "/api/editing/checks?layer=plot", body, "application/json"),
          desk.send("POST", "/api/editing/checks?layer=plot", body, "application/json", "Accept-Language", "it"), said);
    }
    say(desk.send("POST", "/api/editing/checks?layer=gateway", Editor.feature(Editor.point(11.5, 45.0), Map.of()), "application/json"),
        desk.send("POST", "/api/editing/checks?layer=gateway", Editor.feature(Editor.point(11.5, 45.0), Map.of()), "application/json", "Accept-Language", "it"), said);
    Set<String> named = named();
    named.remove("geometry-outside-municipality"); // said to municipal editors, see above
    assertThat(said.keySet()).containsAll(named);
    assertThat(said.values()).allSatisfy(both -> {
      String[] sentences = both.split(" \\| ");
      assertThat(sentences[1]).as(both).isNotEqualTo(sentences[0]).doesNotContainPattern("\\b(?:the|of|must|and|that|which|is|be|by)\\b");
    });
    assertThat(String.join("\n", Files.readAllLines(Path.of("src/main/resources/problems/it.yaml")))).contains("lies outside of the municipality {name}");
  }

  /** A refusal tells all its reasons in one language. */
  @Test
  void aRefusalIsWholeInItalian() {
    Http.Answer answer = desk.send("POST", Editor.items("plot"), Editor.feature(Editor.square(x, y, 1e-5), Map.of("code", "test-edit-1", "area_m2", 0)),
        Editor.GEOJSON, "Accept-Language", "it");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("Content-Language")).isEqualTo("it");
    assertThat(answer.json().path("detail").asString()).contains("area_m2 deve essere maggiore di 0; ", "serve un valore di status", "la sua superficie è di");
  }

  private static void say(Http.Answer english, Http.Answer italian, Map<String, String> said) {
    for (int i = 0; i < english.json().path("faults").size(); i++) {
      JsonNode one = english.json().path("faults").path(i);
      said.put(one.path("rule").asString(), one.path("reason").asString() + " | " + italian.json().path("faults").path(i).path("reason").asString());
    }
  }

  private static Set<String> named() throws IOException {
    Pattern rule = Pattern.compile("\"((?:geometry|attribute|key|territory|body)-[a-z-]+)\"");
    Set<String> named = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/comparto/editing"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher matcher = rule.matcher(Files.readString(file));
        while (matcher.find()) {
          named.add(matcher.group(1));
        }
      }
    }
    return named;
  }

  private Http.Answer check(String layer, Long feature, String body) {
    return desk.send("POST", "/api/editing/checks?layer=" + layer + (feature == null ? "" : "&feature=" + feature), body, "application/json");
  }

  /** Rule, attribute and kind of each fault. */
  private static List<String> kinds(JsonNode answer) {
    return answer.path("faults").valueStream().map(fault -> fault.path("rule").asString() + " " + fault.path("attribute").asString("-") + " "
        + fault.path("kind").asString()).toList();
  }

  private static String plot(String code, double west, double south, Map<String, Object> further) {
    Map<String, Object> properties = new HashMap<>(BadGeometries.properties(code));
    properties.putAll(further);
    return Editor.feature(Editor.square(west, south, 0.001), properties);
  }

  private static String multi(String polygon) {
    return polygon.replace("\"Polygon\",\"coordinates\":", "\"MultiPolygon\",\"coordinates\":[").replace("]]]}", "]]]]}");
  }

  private double[] border() {
    var corner = db.sql("SELECT ST_XMax(geom) - 0.001 AS x, ST_YMin(geom) AS y FROM territory ORDER BY ST_Area(geom) DESC LIMIT 1").query().singleRow();
    return new double[] {((Number) corner.get("x")).doubleValue(), ((Number) corner.get("y")).doubleValue()};
  }

  private long count(String layer) {
    return Http.get(port, Editor.items(layer) + "?limit=1").json().path("numberMatched").asLong();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
