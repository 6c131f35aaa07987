package org.comparto.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The conversation that the OAPIF provider of QGIS 3.32 and later has when somebody edits, as its source puts it down: OPTIONS of the items
 * and of one of them, POST, GET of what was made, PUT of the whole feature from the cache, DELETE; no If-Match, geometries with six
 * decimals, instants with milliseconds, and where OPTIONS says PATCH, patches instead.
 */
@IntegrationTest
class QgisTest {

  private static final String[] AGENT = {"User-Agent", "Mozilla/5.0 QGIS/34000/Linux"};

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;

  private Editor desk;
  private double[] place;

  @BeforeEach
  void somebodyWrites() {
    desk = Editor.of(db, port);
    place = Editor.freePlace(db, "plot");
  }

  @AfterEach
  void nothingStays() {
    Committed.write(transactions, db.sql("DELETE FROM plot WHERE code LIKE '" + Editor.CODES + "'"));
    new People(db, port).remove();
  }

  @Test
  void addsChangesAndDeletesAFeature() {
    assertThat(desk.send("OPTIONS", Editor.items("plot"), null, null, AGENT).header("Allow").split(", ")).contains("POST");
    long id = Editor.idOf(post("test-edit-1"));
    assertThat(desk.send("OPTIONS", Editor.items("plot") + "/" + id, null, null, AGENT).header("Allow").split(", ")).contains("PUT", "DELETE")
        .doesNotContain("PATCH");
    ObjectNode cached = cached(id);
    ((ObjectNode) cached.path("properties")).put("name", "Lotto nuovo");
    assertThat(put(desk, id, cached).status()).isEqualTo(204);
    ((ObjectNode) cached.path("properties")).put("name", "Lotto nuovissimo"); // the cache keeps the updated_at of when it was filled
    ((ObjectNode) cached.path("geometry")).set("coordinates", JsonMapper.shared().readTree("[" + JsonMapper.shared().readTree(
        Editor.square(place[0], place[1], 0.0015)).path("coordinates") + "]"));
    assertThat(put(desk, id, cached).status()).isEqualTo(204);
    JsonNode now = desk.get("plot", id).json();
    assertThat(now.path("properties").path("name").asString()).isEqualTo("Lotto nuovissimo");
    assertThat(now.path("geometry").path("coordinates")).isEqualTo(cached.path("geometry").path("coordinates"));
    assertThat(desk.send("DELETE", Editor.items("plot") + "/" + id, null, null, AGENT).status()).isEqualTo(204);
    assertThat(desk.get("plot", id).status()).isEqualTo(404);
  }

  /** Of every layer whose features can be sent back: the shape stays to its last digit though QGIS has rounded it. */
  @Test
  void whatItSendsBackUnchangedChangesNothing() {
    for (String layer : List.of("plot", "industrial_zone", "gateway", "bottleneck", "energy_area", "railway", "company", "background")) {
      String relation = db.sql("SELECT to_regclass(:layer) IS NOT NULL").param("layer", layer).query(Boolean.class).single() ? layer : "thematic_" + layer;
      for (JsonNode feature : Http.get(port, Editor.items(layer) + "?limit=30&sort=-code").json().path("features")) {
        String row = "SELECT t::text FROM " + relation + " AS t WHERE id = " + feature.path("id").asLong();
        String before = db.sql(row).query(String.class).single();
        Http.Answer answer = desk.send("PUT", Editor.items(layer) + "/" + feature.path("id").asLong(), asQgis(feature).toString(), Editor.GEOJSON, AGENT);
        assertThat(answer.status()).as(layer + answer.text()).isEqualTo(204);
        assertThat(db.sql(row).query(String.class).single()).as(layer).isEqualTo(before);
      }
    }
  }

  @Test
  void overwritesNobody() {
    long id = Editor.idOf(post("test-edit-1"));
    ObjectNode cached = cached(id);
    Editor other = new Editor(port, new People(db, port).token("admin", "read", "write"));
    assertThat(other.patch("plot", id, other.version("plot", id), "{\"properties\":{\"name\":\"Theirs\"}}").status()).isEqualTo(204);
    ((ObjectNode) cached.path("properties")).put("name", "Mine");
    Http.Answer late = put(desk, id, cached);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.json().path("current").path("properties").path("name").asString()).isEqualTo("Theirs");
    assertThat(desk.send("DELETE", Editor.items("plot") + "/" + id, null, null, AGENT).status()).isEqualTo(412);
    cached = cached(id);
    ((ObjectNode) cached.path("properties")).put("name", "Both");
    assertThat(put(desk, id, cached).status()).isEqualTo(204);
    assertThat(Editor.properties(desk.get("plot", id)).path("name").asString()).isEqualTo("Both");
  }

  @Test
  void deletesWhatSomebodyElseMadeLongAgo() {
    long id = Editor.idOf(post("test-edit-1"));
    Editor other = new Editor(port, new People(db, port).token("admin", "read", "write"));
    assertThat(other.send("DELETE", Editor.items("plot") + "/" + id, null, null, AGENT).status()).isEqualTo(412);
    transactions.executeWithoutResult(transaction -> {
      db.sql("ALTER TABLE plot DISABLE TRIGGER stamp_change").update();
      db.sql("UPDATE plot SET updated_at = now() - interval '25 hours' WHERE id = " + id).update();
      db.sql("ALTER TABLE plot ENABLE TRIGGER stamp_change").update();
    });
    assertThat(other.send("DELETE", Editor.items("plot") + "/" + id, null, null, AGENT).status()).isEqualTo(204);
  }

  @Test
  void othersStillHaveToNameTheVersionAndSoDoesWhoSaysNoMomentAtAll() {
    long id = Editor.idOf(post("test-edit-1"));
    ObjectNode cached = cached(id);
    for (String agent : List.of("curl/8.0", "Mozilla/5.0")) {
      assertThat(desk.send("PUT", Editor.items("plot") + "/" + id, cached.toString(), Editor.GEOJSON, "User-Agent", agent).status()).isEqualTo(428);
      assertThat(desk.send("DELETE", Editor.items("plot") + "/" + id, null, null, "User-Agent", agent).status()).isEqualTo(428);
    }
    for (String moment : List.of("", "yesterday", "2020-01-01")) {
      ((ObjectNode) cached.path("properties")).put("updated_at", moment);
      assertThat(put(desk, id, cached).status()).as(moment).isEqualTo(428);
    }
    ((ObjectNode) cached.path("properties")).put("updated_at", "2020-01-01T00:00:00Z");
    assertThat(put(desk, id, cached).status()).isEqualTo(412);
    assertThat(desk.send("PATCH", Editor.items("plot") + "/" + id, "{\"properties\":{}}", Editor.PATCH, AGENT).status()).isEqualTo(428);
  }

  /** QGIS asks for a name and a password, or for a header: the token is either. */
  @Test
  void provesItselfByATokenAsPasswordOrInAHeader() {
    String token = new People(db, port).token("desk", "read", "write");
    String basic = Base64.getEncoder().encodeToString(("anybody:" + token).getBytes(StandardCharsets.UTF_8));
    for (String proof : List.of("Basic " + basic, "Bearer " + token)) {
      assertThat(Http.send(port, "OPTIONS", Editor.items("plot"), null, "Authorization", proof).header("Allow")).as(proof).contains("POST");
    }
    String wrong = Base64.getEncoder().encodeToString("test-desk:correct horse battery".getBytes(StandardCharsets.UTF_8));
    for (String proof : List.of("Basic " + wrong, "Basic ???", "Basic")) {
      // meant for a proxy perhaps: it is nobody's here, and reading goes on
      assertThat(Http.send(port, "OPTIONS", Editor.items("plot"), null, "Authorization", proof).header("Allow")).as(proof).doesNotContain("POST");
      assertThat(Http.send(port, "POST", Editor.items("plot"), "{}", "Authorization", proof).status()).as(proof).isEqualTo(401);
    }
  }

  private Http.Answer post(String code) {
    ObjectNode feature = JsonMapper.shared().createObjectNode().put("type", "Feature");
    feature.set("geometry", JsonMapper.shared().readTree(Editor.square(place[0], place[1], 0.001).replace("\"Polygon\",\"coordinates\":", "\"MultiPolygon\",\"coordinates\":[")
        .replace("]]]}", "]]]]}")));
    ObjectNode properties = feature.putObject("properties");
    Http.get(port, Editor.items("plot") + "?limit=1").json().path("features").path(0).path("properties").propertyNames().forEach(properties::putNull);
    properties.put("code", code).put("status", "available").put("area_m2", 12000);
    return desk.send("POST", Editor.items("plot"), feature.toString(), Editor.GEOJSON, AGENT);
  }

  private Http.Answer put(Editor editor, long id, ObjectNode feature) {
    return editor.send("PUT", Editor.items("plot") + "/" + id, feature.toString(), Editor.GEOJSON, AGENT);
  }

  private ObjectNode cached(long id) {
    return asQgis(desk.get("plot", id).json());
  }

  /** As its cache keeps and its exporter writes it: six decimals, milliseconds, nothing in the place of objects, some numbers as texts or not at all, since it guesses their type. */
  private static ObjectNode asQgis(JsonNode read) {
    ObjectNode feature = JsonMapper.shared().createObjectNode().put("type", "Feature");
    feature.set("id", read.path("id"));
    feature.set("geometry", rounded(read.path("geometry").deepCopy()));
    ObjectNode properties = (ObjectNode) read.path("properties").deepCopy();
    properties.propertyNames().stream().filter(name -> properties.path(name).isObject() || properties.path(name).path(0).isObject()).toList()
        .forEach(properties::putNull);
    properties.propertyNames().stream().filter(name -> properties.path(name).isNumber() && name.hashCode() % 2 == 0).toList()
        .forEach(name -> properties.put(name, properties.path(name).toString()));
    properties.propertyNames().stream().filter(name -> properties.path(name).isNumber() && !properties.path(name).isIntegralNumber()).toList()
        .forEach(properties::putNull);
    properties.put("updated_at", DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC)
        .format(OffsetDateTime.parse(properties.path("updated_at").asString())));
    feature.set("properties", properties);
    return feature;
  }

  private static JsonNode rounded(JsonNode node) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i).isNumber()) {
          array.set(i, JsonMapper.shared().readTree(String.format(Locale.ROOT, "%.6f", array.get(i).asDouble())));
        } else {
          rounded(array.get(i));
        }
      }
    } else {
      node.forEach(QgisTest::rounded);
    }
    return node;
  }
}
