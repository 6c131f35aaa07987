package org.comparto.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.comparto.history.Desk.properties;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

/** What was is shown to those who may see it, what differs is said, and what was right before is right again. */
@IntegrationTest
class FeatureHistoryTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;

  private Desk desk;
  private Desk viewer;

  @BeforeEach
  void somebodyWorks() {
    desk = Desk.of(db, port, "desk", "read", "write");
    viewer = Desk.of(db, port, "viewer", "read");
  }

  @AfterEach
  void nothingStays() {
    for (String layer : List.of("gateway", "plot", "thematic_quarry")) {
      Committed.write(transactions, db.sql("DELETE FROM " + layer + " WHERE code LIKE '" + Desk.CODES + "'"));
    }
    new People(db, port).remove();
  }

  @Test
  void theVersionsAreListedNewestFirstWithWhoWhenWhyAndWhatChanged() {
    long id = gateway("test-history-1");
    assertThat(desk.patch("gateway", id, properties("name", "Casello A"), "Comparto-Reason", "named").status()).isEqualTo(204);
    assertThat(desk.patch("gateway", id, "{\"geometry\":{\"coordinates\":[%s,%s]},\"properties\":{\"source\":\"desk\"}}".formatted(x(1), y(1)))
        .status()).isEqualTo(204);
    Http.Answer answer = desk.history("gateway", id, "");
    JsonNode page = answer.json();
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    assertThat(page.path("version").asInt()).isEqualTo(2);
    assertThat(page.path("status").asString()).isEqualTo("published");
    assertThat(page.path("next").isNull()).isTrue();
    assertThat(numbers(page)).containsExactly(2, 1, 0);
    JsonNode last = page.path("versions").path(0);
    assertThat(last.path("author").asString()).isEqualTo("test-desk");
    assertThat(last.path("kind").asString()).isEqualTo("edit");
    assertThat(texts(last.path("changed"))).containsExactly("source");
    assertThat(last.path("geometryChanged").asBoolean()).isTrue();
    assertThat(last.path("reason").isNull()).isTrue();
    JsonNode middle = page.path("versions").path(1);
    assertThat(middle.path("reason").asString()).isEqualTo("named");
    assertThat(texts(middle.path("changed"))).containsExactly("name");
    assertThat(middle.path("geometryChanged").asBoolean()).isFalse();
    assertThat(texts(page.path("versions").path(2).path("changed"))).isEmpty();
    assertThat(db.sql("SELECT action FROM audit_entry WHERE who = 'test-desk' AND subject = 'gateway:" + id + "' ORDER BY id").query(String.class).list())
        .as("what is changed without a second person stands in the log").containsExactly("feature-created", "feature-changed", "feature-changed");
    assertThat(page.path("versions").path(2).path("geometryChanged").asBoolean()).isFalse();
  }

  @Test
  void aVersionIsShownAsItWasReadThen() {
    long id = plot("test-history-1", 0, Map.of("name", "Lotto", "price_eur_m2", 41.5, "incentives", Map.of("a", List.of(1, 2))));
    JsonNode then = desk.read("plot", id);
    assertThat(desk.patch("plot", id, "{\"properties\":{\"name\":null,\"price_eur_m2\":42,\"incentives\":null}}").status()).isEqualTo(204);
    JsonNode shown = viewer.history("plot", id, "/0").json();
    assertThat(shown.path("type").asString()).isEqualTo("Feature");
    assertThat(shown.path("id").asLong()).isEqualTo(id);
    assertThat(shown.path("geometry")).isEqualTo(then.path("geometry"));
    shown.path("properties").properties().forEach(value -> assertThat(value.getValue()).as(value.getKey()).isEqualTo(then.path("properties").path(value.getKey())));
    assertThat(shown.path("properties").path("name").asString()).isEqualTo("Lotto");
    assertThat(shown.path("properties").has("owner_name")).isFalse();
    assertThat(desk.history("plot", id, "/0").json().path("properties").has("owner_name")).isTrue();
    assertThat(viewer.history("plot", id, "/7").status()).isEqualTo(404);
    assertThat(viewer.history("plot", 999_999_999, "").status()).isEqualTo(404);
    assertThat(viewer.history("no_such_layer", id, "").status()).isEqualTo(404);
    assertThat(viewer.history("gateway", id, "").status()).isEqualTo(404);
  }

  /** The shapes are drawn in metres, so that what has to come out is known without computing it the same way. */
  @Test
  void theDifferenceNamesValuesAndMeasuresShapes() {
    long id = plot("test-history-1", 0, Map.of("name", "A", "owner_name", "Rossi"));
    String wider = rectangle(0, 150, 100);
    assertThat(desk.patch("plot", id, "{\"geometry\":" + wider + ",\"properties\":{\"name\":\"B\",\"owner_name\":\"Bianchi\"}}").status()).isEqualTo(204);
    JsonNode difference = desk.history("plot", id, "/diff").json();
    assertThat(difference.path("from").path("version").asInt()).isZero();
    assertThat(difference.path("to").path("version").asInt()).isEqualTo(1);
    assertThat(values(difference)).isEqualTo(Map.of("name", "\"A\" \"B\"", "owner_name", "\"Rossi\" \"Bianchi\""));
    JsonNode shape = difference.path("geometry");
    assertThat(shape.path("areaChange").asDouble()).isCloseTo(5_000, offset(5.0));
    assertThat(shape.path("movedMetres").asDouble()).isCloseTo(25, offset(0.1));
    assertThat(shape.path("lengthChange").isNull()).isTrue();
    assertThat(shape.path("removed").isNull()).isTrue();
    assertThat(square(shape.path("added"))).isCloseTo(5_000, offset(5.0));
    assertThat(values(viewer.history("plot", id, "/diff?from=0&to=1").json())).isEqualTo(Map.of("name", "\"A\" \"B\""));

    JsonNode back = desk.history("plot", id, "/diff?from=1&to=0").json().path("geometry");
    assertThat(back.path("areaChange").asDouble()).isCloseTo(-5_000, offset(5.0));
    assertThat(back.path("added").isNull()).isTrue();
    assertThat(square(back.path("removed"))).isCloseTo(5_000, offset(5.0));
    assertThat(desk.history("plot", id, "/diff?from=1&to=1").json().path("geometry").isNull()).isTrue();
    assertThat(desk.history("plot", id, "/diff?to=0").problem()).isEqualTo("invalid-parameter");
    assertThat(desk.history("plot", id, "/diff?from=5").status()).isEqualTo(404);
  }

  @Test
  void anyVersionIsRestoredToTheLastBitAsOneChangeThatNamesIt() {
    long id = plot("test-history-1", 0, Map.of("name", "A", "owner_name", "Rossi", "price_eur_m2", 12.345, "incentives", Map.of("x", 1.50)));
    Committed.write(transactions, db.sql("UPDATE plot SET geom = ST_Translate(geom, 1e-13, 1e-13) WHERE id = " + id)); // finer than any answer
    String before = content("plot", id);
    assertThat(desk.patch("plot", id, "{\"geometry\":" + rectangle(20, 90, 90) + ",\"properties\":{\"name\":\"B\",\"owner_name\":null,\"price_eur_m2\":null,\"incentives\":{\"y\":2}}}")
        .status()).isEqualTo(204);
    String tag = desk.history("plot", id, "").header("ETag");
    assertThat(desk.restore("plot", id, 1, null, "r").status()).isEqualTo(428);
    assertThat(viewer.restore("plot", id, 1, tag, "r").status()).isEqualTo(403);
    assertThat(desk.restore("plot", id, 1, tag, " ").problem()).isEqualTo("invalid-parameter");
    assertThat(desk.restore("plot", id, 17, tag, "r").status()).isEqualTo(404);
    Http.Answer restored = desk.restore("plot", id, 1, tag, "it was right");
    assertThat(restored.status()).as(restored.text()).isEqualTo(200);
    assertThat(restored.header("ETag")).isEqualTo("\"3\"");
    assertThat(content("plot", id)).isEqualTo(before);
    JsonNode last = desk.history("plot", id, "").json().path("versions").path(0);
    assertThat(last.path("version").asInt()).isEqualTo(3);
    assertThat(last.path("author").asString()).isEqualTo("test-desk");
    assertThat(last.path("reason").asString()).isEqualTo("version 1 restored: it was right");
    assertThat(db.sql("SELECT who || ' ' || action || ' ' || detail FROM audit_entry WHERE subject = 'plot:" + id + "' AND action = 'feature-restored'")
        .query(String.class).list()).containsExactly("test-desk feature-restored version 1 as version 3: it was right");
    assertThat(desk.read("plot", id).path("properties").path("name").asString()).isEqualTo("A");

    Http.Answer late = desk.restore("plot", id, 0, tag, "on an old base");
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.json().path("current").path("version").asInt()).isEqualTo(3);
    assertThat(late.json().path("current").path("properties").path("owner_name").asString()).isEqualTo("Rossi");
  }

  @Test
  void whatWasRetiredOrDeletedIsFoundAndExistsAgainUnderItsId() {
    long retired = plot("test-history-1", 0, Map.of("name", "Zz first"));
    long deleted = plot("test-history-2", 300, Map.of("name", "Zz second"));
    String before = content("plot", deleted);
    assertThat(desk.patch("plot", deleted, properties("name", "Zz later")).status()).isEqualTo(204);
    desk.retire("plot", retired);
    Committed.write(transactions, db.sql("DELETE FROM plot WHERE id = " + deleted));
    assertThat(Http.get(port, Desk.items("plot") + "/" + retired).status()).isEqualTo(404);
    assertThat(viewer.history("plot", retired, "").status()).isEqualTo(404);
    assertThat(viewer.history("plot", deleted, "/0").status()).isEqualTo(404);
    assertThat(viewer.get("/api/history/retired?layer=plot").status()).isEqualTo(403);

    JsonNode first = desk.get("/api/history/retired?layer=plot&q=zz&limit=1").json();
    assertThat(first.path("features").path(0).path("id").asLong()).isEqualTo(deleted);
    assertThat(first.path("features").path(0).path("status").asString()).isEqualTo("deleted");
    JsonNode second = desk.get("/api/history/retired?layer=plot&q=zz&limit=1&after=" + first.path("next").asString()).json();
    assertThat(second.path("features").path(0).path("id").asLong()).isEqualTo(retired);
    assertThat(second.path("features").path(0).path("status").asString()).isEqualTo("retired");
    assertThat(second.path("features").path(0).path("author").asString()).isEqualTo("test-desk");
    assertThat(desk.get("/api/history/retired?layer=plot&q=zz&after=" + second.path("next").asString()).json().path("features")).isEmpty();
    assertThat(desk.get("/api/history/retired?layer=plot&after=x").problem()).isEqualTo("invalid-parameter");

    assertThat(desk.history("plot", retired, "").json().path("status").asString()).isEqualTo("retired");
    assertThat(desk.restore("plot", retired, 0, desk.history("plot", retired, "").header("ETag"), "again").status()).isEqualTo(200);
    assertThat(desk.read("plot", retired).path("properties").path("name").asString()).isEqualTo("Zz first");
    assertThat(statuses(desk.history("plot", retired, "").json())).containsExactly("published", "retired", "published");
    assertThat(statuses(viewer.history("plot", retired, "").json())).as("what was not public is not told").containsExactly("published", "published");

    Http.Answer gone = desk.history("plot", deleted, "");
    assertThat(gone.json().path("versions").path(0).path("deleted").path("at").isNull()).isFalse();
    assertThat(desk.restore("plot", deleted, 0, "\"1\"", "not seen that it is gone").status()).isEqualTo(412);
    Http.Answer again = desk.restore("plot", deleted, 0, gone.header("ETag"), "again");
    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(content("plot", deleted)).isEqualTo(before);
    assertThat(numbers(desk.history("plot", deleted, "").json())).containsExactly(3, 2, 1, 0);
    assertThat(desk.get("/api/history/retired?layer=plot&q=zz").json().path("features")).isEmpty();
  }

  @Test
  void aVersionThatIsNotValidTodayIsRefusedWithTheRulesThatItBreaks() {
    long id = plot("test-history-1", 0, Map.of("name", "A"));
    Committed.write(transactions, db.sql("UPDATE plot SET geom = ST_Multi(ST_GeomFromText('POLYGON((9 45, 9.01 45.01, 9.01 45, 9 45.01, 9 45))', 4326)) WHERE id = " + id));
    assertThat(desk.patch("plot", id, "{\"geometry\":" + rectangle(0, 100, 100) + "}").status()).isEqualTo(204);
    String before = content("plot", id);
    Http.Answer refused = desk.restore("plot", id, 1, "\"2\"", "by mistake");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("faults").valueStream().map(fault -> fault.path("rule").asString())).contains("geometry-self-intersection");
    assertThat(content("plot", id)).isEqualTo(before);
    JsonNode odd = desk.history("plot", id, "/diff?from=1&to=2").json();
    assertThat(odd.path("geometry").path("movedMetres").isNumber()).as("an invalid shape can be compared all the same").isTrue();

    long other = plot("test-history-2", 300, Map.of("name", "B"));
    desk.retire("plot", other);
    Committed.write(transactions, db.sql("DELETE FROM plot WHERE id = " + other));
    plotAgain("test-history-2", 300);
    assertThat(desk.restore("plot", other, 0, desk.history("plot", other, "").header("ETag"), "its code is taken").problem()).isEqualTo("key-duplicate");
  }

  @Test
  void ofACompanyNobodyIsToldWhatItDoesNotConsentToAnyMore() {
    Map<String, Object> company = db.sql("""
        SELECT id, employees, website FROM company
        WHERE publication_status = 'published' AND consented_groups @> '{identity,size}' AND employees > 0 ORDER BY id LIMIT 1""").query().singleRow();
    long id = ((Number) company.get("id")).longValue();
    int last = desk.history("company", id, "").json().path("version").asInt();
    String consented = db.sql("SELECT consented_groups::text FROM company WHERE id = " + id).query(String.class).single();
    try {
      Committed.write(transactions, db.sql("UPDATE company SET employees = 77 WHERE id = " + id));
      assertThat(texts(viewer.history("company", id, "").json().path("versions").path(0).path("changed"))).containsExactly("employees");
      Committed.write(transactions, db.sql("UPDATE company SET consented_groups = array_remove(consented_groups, 'size') WHERE id = " + id));
      assertThat(viewer.history("company", id, "").text()).doesNotContain("employees");
      assertThat(viewer.history("company", id, "/" + (last + 1)).json().path("properties").has("employees")).isFalse();
      assertThat(viewer.history("company", id, "/diff?from=" + last + "&to=" + (last + 1)).json().path("attributes")).isEmpty();
      assertThat(desk.history("company", id, "/" + (last + 1)).json().path("properties").path("employees").asInt()).isEqualTo(77);
      Committed.write(transactions, db.sql("UPDATE company SET consented_groups = '{}' WHERE id = " + id));
      assertThat(viewer.history("company", id, "").status()).isEqualTo(404);
      assertThat(desk.history("company", id, "").status()).isEqualTo(200);

      Http.Answer restored = desk.restore("company", id, last, desk.history("company", id, "").header("ETag"), "values of before");
      assertThat(restored.status()).as(restored.text()).isEqualTo(200);
      assertThat(db.sql("SELECT consented_groups::text || employees FROM company WHERE id = " + id).query(String.class).single())
          .as("a consent that was taken back is not restored").isEqualTo("{}" + company.get("employees"));
    } finally {
      Committed.write(transactions, db.sql("UPDATE company SET employees = " + company.get("employees") + ", consented_groups = '" + consented + "' WHERE id = " + id));
    }
  }

  @Test
  void layersThatLoadsMadeHaveTheirHistoryToo() {
    long id = desk.create("quarry", db.sql("SELECT ST_AsGeoJSON(geom, 7, 0) FROM thematic_quarry ORDER BY id LIMIT 1").query(String.class).single(),
        Map.of("code", "test-history-1", "name", "Cava"));
    String before = content("thematic_quarry", id);
    assertThat(desk.patch("quarry", id, properties("name", "Cava nuova")).status()).isEqualTo(204);
    assertThat(values(desk.history("quarry", id, "/diff").json())).isEqualTo(Map.of("name", "\"Cava\" \"Cava nuova\""));
    assertThat(desk.restore("quarry", id, 0, "\"1\"", "r").status()).isEqualTo(200);
    assertThat(content("thematic_quarry", id)).isEqualTo(before);
    desk.retire("quarry", id);
    assertThat(desk.get("/api/history/retired?layer=quarry&q=test-history").json().path("features")).hasSize(1);
  }

  @Test
  void tenThousandVersionsAreReadPageByPage() {
    long id = gateway("test-history-1");
    Committed.write(transactions, db.sql("""
        INSERT INTO feature_history (layer_id, feature_id, version, made_by, ended_by, deleted, attributes, geom)
        SELECT 'gateway', id, n, change_id, change_id, false, to_jsonb(g) - 'geom' || jsonb_build_object('version', n, 'name', n::text), geom
        FROM gateway AS g, generate_series(0, 9999) AS n WHERE id = :id""").param("id", id));
    Committed.write(transactions, db.sql("UPDATE gateway SET version = 10000 WHERE id = " + id));
    List<Integer> seen = new ArrayList<>();
    for (String next = ""; next != null; ) {
      JsonNode page = desk.history("gateway", id, "?limit=200" + next).json();
      seen.addAll(numbers(page));
      next = page.path("next").isNumber() ? "&before=" + page.path("next").asInt() : null;
    }
    assertThat(seen).hasSize(db.sql("SELECT count(*) + 1 FROM feature_history WHERE feature_id = " + id).query(Integer.class).single());
    assertThat(seen).isSortedAccordingTo((a, b) -> b - a).containsAll(IntStream.range(0, 10_001).boxed().toList());
    assertThat(desk.history("gateway", id, "?limit=0").problem()).isEqualTo("invalid-parameter");
    assertThat(desk.history("gateway", id, "?limit=201").problem()).isEqualTo("invalid-parameter");
    assertThat(values(desk.history("gateway", id, "/diff?from=7&to=9").json())).isEqualTo(Map.of("name", "\"7\" \"9\""));
    Committed.write(transactions, db.sql("DELETE FROM feature_history WHERE feature_id = " + id));
  }

  @Test
  void whoComesTooLateIsToldWhatIsThereNowAsFarAsTheyMaySeeIt() {
    long id = plot("test-history-1", 0, Map.of("name", "A", "owner_name", "Rossi"));
    String old = Http.get(port, Desk.items("plot") + "/" + id).header("ETag");
    assertThat(desk.patch("plot", id, properties("name", "theirs")).status()).isEqualTo(204);
    Http.Answer late = desk.write("PATCH", "plot", id, old, properties("name", "mine"));
    assertThat(late.status()).isEqualTo(412);
    JsonNode current = late.json().path("current");
    assertThat(current.path("version").asInt()).isEqualTo(1);
    assertThat(current.path("updatedBy").asString()).isEqualTo("test-desk");
    assertThat(current.path("updatedAt").isNull()).isFalse();
    assertThat(current.path("properties").path("name").asString()).isEqualTo("theirs");
    assertThat(current.path("properties").path("owner_name").asString()).isEqualTo("Rossi");
    assertThat(current.path("geometry")).isEqualTo(desk.read("plot", id).path("geometry"));
    assertThat(desk.write("DELETE", "plot", id, old, null).json().path("current").path("version").asInt()).isEqualTo(1);
  }

  private long gateway(String code) {
    return desk.create("gateway", "{\"type\":\"Point\",\"coordinates\":[" + x(0) + "," + y(0) + "]}", Map.of("code", code, "gateway_kind", "toll_gate"));
  }

  private double x(int n) {
    return db.sql("SELECT ST_X(geom) FROM gateway ORDER BY id LIMIT 1").query(Double.class).single() + n * 0.001;
  }

  private double y(int n) {
    return db.sql("SELECT ST_Y(geom) FROM gateway ORDER BY id LIMIT 1").query(Double.class).single() + n * 0.001;
  }

  /** A hundred metres by a hundred, so many metres east of a place that is free. */
  private long plot(String code, double east, Map<String, Object> further) {
    Map<String, Object> properties = new HashMap<>(further);
    properties.put("code", code);
    properties.put("status", "available");
    properties.put("area_m2", 10_000);
    return desk.create("plot", rectangle(east, 100, 100), properties);
  }

  private void plotAgain(String code, double east) {
    plot(code, east, Map.of());
  }

  /** Drawn in metres of RDN2008 / UTM 32N from a gateway on; a corner where it is 100 m wide, so that a wider one has the same edges there. */
  private String rectangle(double east, double width, double height) {
    return db.sql("""
        SELECT ST_AsGeoJSON(ST_Transform(ST_RemoveRepeatedPoints(ST_SetSRID(ST_MakePolygon(ST_MakeLine(ARRAY[ST_MakePoint(x, y), ST_MakePoint(x + least(100, :width), y),
            ST_MakePoint(x + :width, y), ST_MakePoint(x + :width, y + :height), ST_MakePoint(x + least(100, :width), y + :height), ST_MakePoint(x, y + :height),
            ST_MakePoint(x, y)])), 7791)), 4326), 9, 0)
        FROM (SELECT ST_X(p) + :east AS x, ST_Y(p) AS y FROM (SELECT ST_Transform(geom, 7791) AS p FROM gateway WHERE ST_X(geom) < 12 ORDER BY id LIMIT 1) AS g) AS start""")
        .param("east", east).param("width", width).param("height", height).query(String.class).single();
  }

  private double square(JsonNode geometry) {
    return db.sql("SELECT ST_Area(ST_GeomFromGeoJSON(:json)::geography)").param("json", geometry.toString()).query(Double.class).single();
  }

  private String content(String relation, long id) {
    return db.sql("SELECT (to_jsonb(r) - '{version,change_id,updated_at,updated_by,geom,geom_3857}'::text[])::text || ST_AsEWKB(geom)::text FROM "
        + relation + " AS r WHERE id = :id").param("id", id).query(String.class).single();
  }

  private static Map<String, String> values(JsonNode difference) {
    Map<String, String> values = new HashMap<>();
    difference.path("attributes").forEach(value -> values.put(value.path("name").asString(), value.path("from") + " " + value.path("to")));
    return values;
  }

  private static List<Integer> numbers(JsonNode page) {
    return page.path("versions").valueStream().map(version -> version.path("version").asInt()).toList();
  }

  private static List<String> statuses(JsonNode page) {
    return page.path("versions").valueStream().map(version -> version.path("status").asString()).toList();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
