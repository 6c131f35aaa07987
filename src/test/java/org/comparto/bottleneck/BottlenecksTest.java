package org.comparto.bottleneck;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.comparto.inquiry.FormStamps;
import org.comparto.network.FixtureRoads;
import org.comparto.network.Roads;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The register, what bottlenecks do to roads, what would be without them, and what people report, over HTTP. */
@IntegrationTest
class BottlenecksTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired FormStamps stamps;
  @Autowired Roads roads;

  @BeforeEach
  void theDemonstrationsRoadsAreInUse() {
    FixtureRoads.use(roads, DemonstrationGraph.file());
  }

  @AfterEach
  void nothingStays() {
    FixtureRoads.restore(roads);
    new People(db, port).remove();
    transactions.executeWithoutResult(transaction -> {
      db.sql("DELETE FROM bottleneck_road").update();
      db.sql("DELETE FROM bottleneck_photo").update();
      db.sql("DELETE FROM bottleneck WHERE code LIKE 'S-%'").update();
      db.sql("UPDATE bottleneck SET attachments = NULL WHERE attachments IS NOT NULL").update();
      db.sql("DELETE FROM bottleneck_report").update();
      db.sql("DELETE FROM source_attempt").update();
    });
  }

  // where they act

  @Test
  void everyBottleneckOfTheDemonstrationThatActsOnRoadsFindsItsRoad() {
    List<String> lost = new ArrayList<>();
    for (long id : ids("status IN ('verified', 'planned', 'funded', 'works') AND transport_mode = 'road'")) {
      JsonNode road = road(id);
      if (!road.path("acts").asBoolean() || road.path("roads").path("features").isEmpty()) {
        lost.add(road.path("title").asString() + " " + road.path("warnings"));
      }
    }
    assertThat(lost).isEmpty();
    assertThat(road(id("BN-CR-08")).path("effects").path("delaySeconds").asInt()).as("given, so the formula is not asked").isEqualTo(240);
    assertThat(road(id("BN-CR-05")).path("acts").asBoolean()).as("only reported").isFalse();
    assertThat(Http.get(port, "/api/bottlenecks/999999999/road").status()).isEqualTo(404);
  }

  @Test
  void aLevelCrossingWithoutAMeasuredDelayWaitsByTheFormula() {
    long id = id("BN-CR-09");
    Committed.write(transactions, db.sql("UPDATE bottleneck SET delay_min = NULL WHERE id = :id").param("id", id));
    try {
      JsonNode effects = road(id).path("effects");
      assertThat(effects.path("delaySeconds").asInt()).as("11 of 60 minutes closed, 8.8 minutes each time").isEqualTo(Math.round(60 * 11 / 60f * (11 * 24 / 30f) / 2));
      assertThat(effects.path("delayFormula").asString()).contains("closed_min_per_h");
    } finally {
      Committed.write(transactions, db.sql("UPDATE bottleneck SET delay_min = 3 WHERE id = :id").param("id", id));
    }
  }

  @Test
  void anEditorSaysWhereABottleneckReallyActsAndThatOutlivesTheGraph() {
    Visitor editor = new People(db, port).signIn("desk");
    long id = id("BN-CR-07");
    JsonNode before = road(id);
    JsonNode elsewhere = road(id("BN-CR-03")).path("roads").path("features").get(0).path("geometry").path("coordinates").get(0);
    String body = "{\"place\": {\"type\": \"Point\", \"coordinates\": " + elsewhere + "}, \"reason\": \"measured on the spot\"}";

    assertThat(Http.send(port, "PUT", path(id), body).status()).isEqualTo(401);
    assertThat(editor.send("PUT", path(id), body).problem()).isEqualTo("if-match-required");
    assertThat(editor.send("PUT", path(id), body, "If-Match", "\"7\"").status()).isEqualTo(412);
    Http.Answer put = editor.send("PUT", path(id), body, "If-Match", "\"0\"");
    assertThat(put.status()).as(put.text()).isEqualTo(200);
    assertThat(put.json().path("corrected").asBoolean()).isTrue();
    JsonNode moved = road(id).path("roads");
    assertThat(moved).isNotEqualTo(before.path("roads"));
    assertThat(editor.send("PUT", path(id), body, "If-Match", "\"0\"").status()).as("somebody was quicker").isEqualTo(412);

    FixtureRoads.restore(roads);
    assertThat(road(id).path("roads")).isNotEqualTo(moved);
    assertThat(road(id).path("place")).isEqualTo(put.json().path("place"));
    FixtureRoads.use(roads, DemonstrationGraph.file());
    assertThat(road(id).path("roads")).isEqualTo(moved);

    assertThat(editor.send("PUT", path(id), "{\"place\": null}", "If-Match", put.header("ETag")).json().path("roads").path("features")).isEmpty();
    Http.Answer back = editor.send("DELETE", path(id), null, "If-Match", "\"" + road(id).path("version").asInt() + "\"");
    assertThat(back.json().path("roads")).isEqualTo(before.path("roads"));
    assertThat(db.sql("SELECT count(*) FROM feature_history WHERE layer_id = 'bottleneck_road' AND feature_id = :id").param("id", id).query(Long.class).single())
        .as("every former version is kept").isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"place": {"type": "Point"}} | place
      {"place": {"type": "Point", "coordinates": [45.1, 200]}} | place
      {"place": "here"} | place
      {"place": {"type": "Point", "coordinates": [10, 45]}, "direction": "forward"} | direction
      {"place": {"type": "LineString", "coordinates": [[10, 45], [10.01, 45]]}, "direction": "up"} | direction
      {"place": {"type": "LineString", "coordinates": [[8, 45], [14, 45]]}} | place
      {"place": {"type": "Polygon", "coordinates": [[[10, 45], [10.1, 45.1], [10.1, 45], [10, 45.1], [10, 45]]]}} | place
      {"place": null, "ways": [-1]} | ways
      """)
  void aPlaceThatCanNotBeUsedIsRefusedByName(String body, String parameter) {
    Http.Answer answer = new People(db, port).signIn("desk").send("PUT", path(id("BN-CR-07")), body, "If-Match", "\"0\"");
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
  }

  // what would be

  @Test
  void aWhatIfTellsWhoGainsAndNamesItsInputs() throws IOException {
    String body = "{\"profile\": \"truck\", \"fix\": [" + id("BN-CR-02") + ", " + id("BN-CR-16") + "], \"close\": [" + id("BN-CR-03") + "], \"limit\": 10000}";
    Http.Answer answered = post(body, "");
    assertThat(answered.status()).as(answered.text()).isEqualTo(200);
    JsonNode answer = answered.json();
    assertThat(answer.path("graph").path("version").asString()).isNotEmpty();
    assertThat(answer.path("vehicle").path("mass").asDouble()).isEqualTo(44);
    assertThat(answer.path("register").isNumber()).isTrue();
    JsonNode plots = answer.path("totals").get(0);
    assertThat(plots.path("layer").asString()).isEqualTo("plot");
    assertThat(plots.path("features").asLong()).isEqualTo(count("plot WHERE publication_status = 'published'"));
    assertThat(answer.path("changed").asInt()).isPositive().isEqualTo(answer.path("changes").size());
    long seconds = 0;
    for (JsonNode change : answer.path("changes")) {
      for (JsonNode kind : change.path("kinds")) {
        seconds += !kind.has("before") || !kind.has("after") || !change.path("layer").asString().equals("plot") ? 0
            : kind.path("before").asInt() - kind.path("after").asInt();
      }
    }
    assertThat(plots.path("minutesSaved").asDouble()).isEqualTo(Math.round(seconds / 6.0) / 10.0);

    long features = 0;
    for (JsonNode total : answer.path("totals")) {
      features += total.path("features").asLong();
    }
    assertThat(new String(post(body, "?f=csv").bytes(), StandardCharsets.UTF_8).lines().count()).isEqualTo(features + 1);
    assertThat(post(body, "?f=geojson").json().path("features")).hasSize((int) features);
    assertThat(post(body, "?f=geojson").json().path("inputs")).isNotEmpty();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(post(body, "?f=xlsx&lang=en").bytes()))) {
      assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo((int) features);
      assertThat(workbook.getSheetAt(1).getRow(1).getCell(1).getStringCellValue()).contains("San Daniele");
    }
  }

  @Test
  void aBottleneckThatIsNoRoadTakesPartByWhatLiesAroundIt() {
    long id = id("BN-CR-10");
    JsonNode answer = post("{\"profile\": \"truck\", \"fix\": [" + id + "], \"layers\": [\"plot\"]}", "").json();
    JsonNode affected = answer.path("fix").get(0).path("affected");
    assertThat(affected.path("plots").asLong()).isPositive().isEqualTo(count("""
        plot AS p, bottleneck AS b WHERE b.id = %d AND p.publication_status = 'published'
        AND ST_Distance(p.geom::geography, b.geom::geography) <= 3000""".formatted(id)));
    assertThat(answer.path("fix").get(0).path("road").asBoolean()).isFalse();
    assertThat(answer.path("changed").asInt()).isZero();
  }

  @Test
  void theRankingSaysOfEachWhatAWhatIfSaysOfItAlone() throws InterruptedException {
    JsonNode standing = Http.get(port, "/api/bottlenecks/ranking?profile=truck").json();
    for (Instant end = Instant.now().plus(Duration.ofMinutes(3)); standing.path("state").asString().equals("computing") && Instant.now().isBefore(end); ) {
      Thread.sleep(300);
      standing = Http.get(port, "/api/bottlenecks/ranking?profile=truck").json();
    }
    assertThat(standing.path("state").asString()).isEqualTo("ready");
    assertThat(standing.path("entries")).hasSize(ids("status IN ('verified', 'planned', 'funded', 'works')").size());
    for (int i = 0; i < 3; i++) {
      JsonNode entry = standing.path("entries").get(i);
      JsonNode alone = post("{\"profile\": \"truck\", \"fix\": [" + entry.path("id").asLong() + "], \"limit\": 0}", "").json();
      assertThat(entry.path("totals")).isEqualTo(alone.path("totals"));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"profile": "truck"} | fix
      {"profile": "truck", "fix": [999999999]} | fix
      {"profile": "rocket", "fix": [1]} | profile
      {"fix": [1]} | profile
      {"profile": "truck", "fix": [1], "close": [1]} | close
      {"profile": "truck", "fix": ["x"]} | fix
      {"profile": "truck", "fix": [1], "mass": -1} | mass
      {"profile": "truck", "fix": [1], "layers": ["bottleneck"]} | layers
      {"profile": "truck", "fix": [1], "at": "noon"} | at
      """)
  void aQuestionThatCanNotBeAnsweredIsRefusedByName(String body, String parameter) {
    Http.Answer answer = post(body, "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).startsWith(parameter);
  }

  // the register

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      type=bridge,rail | bottleneck_type IN ('bridge', 'rail')
      severity=4,5&status=works | severity >= 4 AND status = 'works'
      project=yes&cost=100000000.. | project IS NOT NULL AND cost_eur >= 100000000
      funding=partial&territory=cremona | funded_eur > 0 AND funded_eur < cost_eur AND territory_code = 'cremona'
      filter=vehicles_per_day%20%3E%2010000&type=junction | vehicles_per_day > 10000 AND bottleneck_type = 'junction'
      """)
  void theRegisterFindsWhatSqlFindsAndTheLayerShowsTheSameByItsFilter(String query, String sql) {
    JsonNode answer = Http.get(port, "/api/bottlenecks?" + query).json();
    TreeSet<Long> found = new TreeSet<>();
    answer.path("items").forEach(item -> found.add(item.path("id").asLong()));
    assertThat(found).isNotEmpty().isEqualTo(new TreeSet<>(ids(sql)));
    assertThat(answer.path("total").asInt()).isEqualTo(found.size());
    String filter = java.net.URLEncoder.encode(answer.path("filter").asString(), StandardCharsets.UTF_8);
    assertThat(Http.get(port, "/ogc/collections/bottleneck/items?limit=1000&filter=" + filter).json().path("features")).hasSize(found.size());
    assertThat(Http.get(port, answer.path("exports").get(0).path("href").asString()).status()).isEqualTo(200);
  }

  @Test
  void theIndicatorsAddUpTheRegister() {
    JsonNode indicators = Http.get(port, "/api/bottlenecks").json().path("indicators");
    Map<String, Long> byType = new HashMap<>();
    indicators.path("byType").forEach(count -> byType.put(count.path("value").asString(), count.path("number").asLong()));
    assertThat(byType.get("bridge")).isEqualTo(count("bottleneck WHERE publication_status = 'published' AND bottleneck_type = 'bridge'"));
    assertThat(indicators.path("costEur").asLong()).isEqualTo(db.sql("SELECT sum(cost_eur) FROM bottleneck WHERE publication_status = 'published'").query(Long.class).single());
    assertThat(Http.get(port, "/api/bottlenecks?severity=9").json().path("parameter").asString()).isEqualTo("severity");
    assertThat(Http.get(port, "/api/bottlenecks?type=castle").json().path("parameter").asString()).isEqualTo("type");
    assertThat(Http.get(port, "/api/bottlenecks?cost=cheap").json().path("parameter").asString()).isEqualTo("cost");
    assertThat(Http.get(port, "/api/bottlenecks?filter=nonsense%20%3D%201").json().path("parameter").asString()).isEqualTo("filter");
  }

  // reports

  @Test
  void aReportIsPublicOnceTheDeskSaysSoAndNothingPersonalEverIs() throws IOException {
    Http.Answer sent = send(report().put("photo", Base64.getEncoder().encodeToString(photoWithSecrets())));
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    String ticket = sent.json().path("ticket").asString();
    assertThat(Http.get(port, "/api/bottlenecks").text()).doesNotContain(ticket);

    assertThat(Http.get(port, "/api/bottlenecks/reports").status()).isEqualTo(401);
    Visitor editor = new People(db, port).signIn("desk");
    JsonNode report = editor.get("/api/bottlenecks/reports?state=new").json().path("reports").get(0);
    assertThat(report.path("ticket").asString()).isEqualTo(ticket);
    assertThat(report.path("email").asString()).isEqualTo("anna@rossi.example");
    String path = "/api/bottlenecks/reports/" + report.path("id").asLong();
    assertThat(editor.send("POST", path + "/decision", "{\"verdict\": \"publish\"}", "If-Match", "\"5\"").status()).isEqualTo(412);
    Http.Answer decided = editor.send("POST", path + "/decision", "{\"verdict\": \"publish\", \"name\": \"Sottopasso segnalato\"}", "If-Match", "\"0\"");
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);

    JsonNode found = Http.get(port, "/api/bottlenecks?status=reported&sort=-updated_at").json().path("items").get(0).path("properties");
    assertThat(found.path("name").asString()).isEqualTo("Sottopasso segnalato");
    String shown = Http.get(port, "/ogc/collections/bottleneck/items?limit=1000&filter=code%3D'" + ticket + "'").text() + found;
    assertThat(shown).contains("Sottopasso segnalato").doesNotContain("anna@rossi").doesNotContain("Anna Rossi");
    JsonNode attachments = JsonMapper.shared().readTree(found.path("attachments").asString());
    byte[] photo = Http.get(port, attachments.get(0).path("href").asString()).bytes();
    assertThat(new String(photo, StandardCharsets.ISO_8859_1)).doesNotContain("Exif").doesNotContain("SECRET");
    assertThat(ImageIO.read(new ByteArrayInputStream(photo)).getWidth()).isEqualTo(40);
    assertThat(db.sql("SELECT count(*) FROM feature_history WHERE layer_id = 'bottleneck' AND attributes ->> 'code' = :ticket").param("ticket", ticket)
        .query(Long.class).single()).as("the version before is in the history").isEqualTo(1);
    assertThat(db.sql("SELECT string_agg(attributes::text, '') FROM feature_history WHERE layer_id = 'bottleneck'").query(String.class).single())
        .doesNotContain("anna@rossi");
    assertThat(editor.send("POST", path + "/erasure", null).json().has("email")).isFalse();
  }

  @Test
  void aRefusedReportForgetsWhoReportedAndWhatTheySaid() {
    send(report().put("description", "Mario parks in front of it"));
    Visitor editor = new People(db, port).signIn("desk");
    JsonNode report = editor.get("/api/bottlenecks/reports?state=new").json().path("reports").get(0);
    String path = "/api/bottlenecks/reports/" + report.path("id").asLong();
    assertThat(editor.send("POST", path + "/decision", "{\"verdict\": \"refuse\"}", "If-Match", "\"0\"").json().path("parameter").asString()).isEqualTo("reason");
    JsonNode refused = editor.send("POST", path + "/decision", "{\"verdict\": \"refuse\", \"reason\": \"no bottleneck\"}", "If-Match", "\"0\"").json();
    assertThat(refused.path("state").asString()).isEqualTo("refused");
    assertThat(refused.has("email")).isFalse();
    long bottleneck = refused.path("bottleneckId").asLong();
    assertThat(db.sql("SELECT attributes::text FROM feature_history WHERE layer_id = 'bottleneck' AND feature_id = :id").param("id", bottleneck).query(String.class).list())
        .isNotEmpty().allSatisfy(former -> assertThat(former).doesNotContain("Mario"));
    assertThat(editor.send("POST", path + "/decision", "{\"verdict\": \"publish\"}", "If-Match", "\"" + refused.path("version").asInt() + "\"").problem())
        .isEqualTo("report-decided");
  }

  @Test
  void aReportOfWhatIsKnownIsMergedIntoIt() throws IOException {
    send(report().put("photo", Base64.getEncoder().encodeToString(photoWithSecrets())));
    Visitor editor = new People(db, port).signIn("desk");
    JsonNode report = editor.get("/api/bottlenecks/reports?state=new").json().path("reports").get(0);
    long into = id("BN-CR-07");
    String path = "/api/bottlenecks/reports/" + report.path("id").asLong();
    assertThat(editor.send("POST", path + "/decision", "{\"verdict\": \"merge\", \"into\": 999999999}", "If-Match", "\"0\"").status()).isEqualTo(400);
    Http.Answer merged = editor.send("POST", path + "/decision", "{\"verdict\": \"merge\", \"into\": " + into + "}", "If-Match", "\"0\"");
    assertThat(merged.json().path("mergedInto").asLong()).as(merged.text()).isEqualTo(into);
    assertThat(db.sql("SELECT jsonb_array_length(attachments) FROM bottleneck WHERE id = :id").param("id", into).query(Integer.class).single()).isEqualTo(1);
    assertThat(Http.get(port, "/api/bottlenecks?status=reported").text()).doesNotContain(report.path("ticket").asString());
  }

  @Test
  void whoSendsTooManyOrTooFastIsToldToWaitAndWhatAProgramFillsInIsSpam() {
    assertThat(send(report().put("form", stamps.issue(Instant.now().plusSeconds(60)))).problem()).isEqualTo("form-too-fast");
    assertThat(send(report().put("website", "http://buy.example")).status()).isEqualTo(201);
    assertThat(db.sql("SELECT state FROM bottleneck_report").query(String.class).single()).isEqualTo("spam");
    for (int i = 0; i < 4; i++) {
      assertThat(send(report()).status()).isEqualTo(201);
    }
    Http.Answer refused = send(report());
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"type, castle, type", "longitude, 2.0, longitude", "description, '', description", "consent, no, consent", "form, 1.x, form",
    "language, de, language", "photo, aGVsbG8=, photo"})
  void whatIsWrongInAReportIsNamed(String field, String value, String parameter) {
    ObjectNode report = report();
    if (field.equals("longitude")) {
      report.put(field, Double.parseDouble(value));
    } else {
      report.put(field, value);
    }
    Http.Answer answer = send(report);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
  }

  private ObjectNode report() {
    return (ObjectNode) JsonMapper.shared().readTree("""
        {"type": "road_limit", "longitude": 10.03, "latitude": 45.14, "description": "Low underpass, lorries turn round", "language": "en",
         "contact": {"name": "Anna Rossi", "email": "anna@rossi.example"}, "consent": "%s", "form": "%s"}"""
        .formatted(ConsentText.VERSION, stamps.issue(Instant.now().minusSeconds(60))));
  }

  private Http.Answer send(ObjectNode report) {
    return Http.send(port, "POST", "/api/bottlenecks/reports", report.toString());
  }

  /** A picture into which a camera wrote where it was taken. */
  private static byte[] photoWithSecrets() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
    byte[] secret = "Exif\0\0SECRET 45.14 10.03".getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain.toByteArray(), 0, 2);
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (secret.length + 2)});
    out.writeBytes(secret);
    out.write(plain.toByteArray(), 2, plain.size() - 2);
    return out.toByteArray();
  }

  private Http.Answer post(String body, String query) {
    return Http.send(port, "POST", "/api/bottlenecks/what-if" + query, body);
  }

  private static String path(long id) {
    return "/api/bottlenecks/" + id + "/road";
  }

  private JsonNode road(long id) {
    return Http.get(port, path(id)).json();
  }

  private long id(String code) {
    return ids("code = '" + code + "'").get(0);
  }

  private List<Long> ids(String sql) {
    return db.sql("SELECT id FROM bottleneck WHERE publication_status = 'published' AND " + sql + " ORDER BY id").query(Long.class).list();
  }

  private long count(String from) {
    return db.sql("SELECT count(*) FROM " + from).query(Long.class).single();
  }
}
