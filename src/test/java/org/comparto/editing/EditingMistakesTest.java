package org.comparto.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.comparto.layer.Layers;
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

/** What is refused, and why: nothing of it is kept, and nothing is our failure. */
@IntegrationTest
class EditingMistakesTest {

  private static final String ITEMS = "/ogc/collections/gateway/items";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Layers layers;

  private Editor editor;
  private double x;
  private double y;

  @BeforeEach
  void somebodyWrites() {
    editor = Editor.of(db, port);
    double[] place = Editor.freePlace(db, "plot");
    x = place[0];
    y = place[1];
  }

  @AfterEach
  void nothingStays() {
    for (String relation : List.of("gateway", "plot")) {
      Committed.write(transactions, db.sql("DELETE FROM " + relation + " WHERE code LIKE '" + Editor.CODES + "'"));
    }
    new People(db, port).remove();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "\"colour\": 1 | attribute-unknown | colour", "\"gateway_kind\": \"bus\" | attribute-unknown-code | gateway_kind",
      "\"gateway_kind\": null | attribute-missing-required | gateway_kind", "\"code\": \" \" | attribute-missing-required | code",
      "\"name\": 5 | attribute-wrong-type | name", "\"surveyed_on\": \"31/12/2020\" | attribute-wrong-type | surveyed_on",
      "\"surveyed_on\": \"2023-02-30\" | attribute-wrong-type | surveyed_on", "\"territory_code\": \"nowhere\" | attribute-unknown-reference | territory_code",
      "\"municipality_code\": \"000000\" | attribute-unknown-reference | municipality_code", "\"updated_at\": \"2020-01-01T00:00:00Z\" | attribute-not-writable | updated_at",
      "\"demonstration\": true | attribute-not-writable | demonstration", "\"publication_status\": \"draft\" | attribute-unknown | publication_status",
      "\"valid_from\": \"2024-01-01\", \"valid_to\": \"2023-01-01\" | attribute-not-allowed | valid_to"})
  void aValueThatItsLayerCanNotHoldIsNamed(String properties, String code, String attribute) {
    Http.Answer answer = editor.post("gateway", gateway(properties));
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(Editor.faults(answer)).containsExactly(code);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(attribute);
    assertNothingKept();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "null | geometry-empty", "{\"type\":\"Point\",\"coordinates\":[]} | geometry-empty", "{\"type\":\"Polygon\",\"coordinates\":[]} | geometry-empty",
      "{\"type\":\"Point\",\"coordinates\":[1]} | geometry-unreadable", "{\"type\":\"Circle\",\"coordinates\":[1,2]} | geometry-unreadable",
      "{\"type\":\"Polygon\",\"coordinates\":[[[X,Y],[X1,Y],[X1,Y1],[X,Y1]]]} | geometry-unclosed",
      "{\"type\":\"Polygon\",\"coordinates\":[[[X,Y],[X1,Y1],[X1,Y],[X,Y1],[X,Y]]]} | geometry-self-intersection",
      "{\"type\":\"Polygon\",\"coordinates\":[[[X,Y],[X1,Y],[X,Y]]]} | geometry-invalid",
      "{\"type\":\"Point\",\"coordinates\":[X,Y]} | geometry-wrong-type",
      "{\"type\":\"GeometryCollection\",\"geometries\":[]} | geometry-empty",
      "{\"type\":\"Polygon\",\"coordinates\":[[[Y,X],[Y1,X],[Y1,X1],[Y,X1],[Y,X]]]} | geometry-swapped-axes",
      "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]} | geometry-outside-territory",
      "{\"type\":\"Polygon\",\"coordinates\":[[[500,0],[501,0],[501,1],[500,1],[500,0]]]} | geometry-outside-territory",
      "{\"type\":\"Polygon\",\"coordinates\":[[[1e400,0],[501,0],[501,1],[500,1],[1e400,0]]]} | geometry-outside-territory"})
  void aShapeThatCanNotBeKeptIsNamedByTheCodeThatLoadsUse(String geometry, String code) {
    String body = "{\"type\":\"Feature\",\"geometry\":" + geometry.replace("X1", String.valueOf(x + 0.001)).replace("Y1", String.valueOf(y + 0.001))
        .replace("X", String.valueOf(x)).replace("Y", String.valueOf(y))
        + ",\"properties\":{\"code\":\"test-edit-1\",\"status\":\"available\",\"area_m2\":1}}";
    Http.Answer answer = editor.post("plot", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(Editor.faults(answer)).containsExactly(code);
    assertNothingKept();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"[] | 400 | body", "{ | 400 | body", "{\"type\":\"Feature\"} | 400 | body",
      "{\"type\":\"FeatureCollection\",\"features\":[]} | 400 | features", "{\"type\":\"Feature\",\"properties\":{\"a\":1,\"a\":2}} | 400 | body",
      "{\"type\":\"Feature\",\"properties\":[]} | 400 | properties", "{\"type\":\"Feature\",\"properties\":{},\"crs\":{}} | 400 | crs",
      "{\"type\":\"Feature\",\"properties\":{},\"status\":\"sold\"} | 400 | status", "{\"type\":\"Feature\",\"properties\":{\"name\":\"\\u0000\"}} | 400 | body",
      "{\"type\":\"Feature\",\"properties\":{\"name\":\"\\ud800\"}} | 400 | body", "{\"type\":\"Feature\",\"properties\":{}} {} | 400 | body"})
  void aBodyThatIsNoFeatureIsABadRequest(String body, int status, String parameter) {
    Http.Answer answer = editor.post("gateway", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
    assertNothingKept();
  }

  /** /conf/create-replace-delete/create-content-type, replace-content-type, /conf/update/update-content-type. */
  @Test
  void whatTheBodyIsHasToBeSaidAndHasToBeOneOfThoseTaken() {
    long id = Editor.idOf(editor.post("gateway", gateway("\"name\": \"A\"")));
    String[] version = {"If-Match", editor.version("gateway", id)};
    for (String[] way : new String[][] {{"POST", ITEMS}, {"PUT", ITEMS + "/" + id}, {"PATCH", ITEMS + "/" + id}}) {
      assertThat(editor.send(way[0], way[1], gateway("\"code\":\"test-edit-2\""), null, version).status()).as(way[0]).isEqualTo(400);
      Http.Answer xml = editor.send(way[0], way[1], "<x/>", "application/gml+xml", version);
      assertThat(xml.status()).as(way[0]).isEqualTo(415);
      assertThat(xml.header("Accept-Post") + xml.header("Accept") + xml.header("Accept-Patch")).contains("json");
      String type = way[0].equals("PATCH") ? Editor.PATCH : Editor.GEOJSON;
      assertThat(editor.send(way[0], way[1], gateway(""), type, "If-Match", version[1], "Content-Crs", "<http://no.such/crs>").status()).as(way[0]).isEqualTo(400);
      assertThat(editor.send(way[0], way[1] + "?colour=red", gateway(""), type, version).status()).as(way[0]).isEqualTo(400);
    }
    assertThat(editor.version("gateway", id)).isEqualTo(version[1]);
  }

  @Test
  void anAnswerThatCanNotBeGivenIsRefusedBeforeAnythingIsWritten() {
    Http.Answer answer = editor.post("gateway", gateway(""), "Prefer", "return=representation", "Accept", "image/png");
    assertThat(answer.status()).isEqualTo(406);
    assertNothingKept();
  }

  @Test
  void aCodeIsTakenOnceAndStaysForGood() {
    long id = Editor.idOf(editor.post("gateway", gateway("\"name\": \"A\"")));
    Http.Answer again = editor.post("gateway", gateway("\"name\": \"B\""));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.problem()).isEqualTo("key-duplicate");
    Http.Answer changed = editor.patch("gateway", id, editor.version("gateway", id), "{\"properties\":{\"code\":\"test-edit-2\"}}");
    assertThat(Editor.faults(changed)).containsExactly("attribute-not-writable");
  }

  /** /conf/create-replace-delete/replace-rid, /conf/update/update-rid. */
  @Test
  void aBodyMeantForAnotherFeatureIsRefused() {
    long id = Editor.idOf(editor.post("gateway", gateway("\"name\": \"A\"").replace("\"type\":\"Feature\"", "\"type\":\"Feature\",\"id\":\"77\"")));
    assertThat(id).isNotEqualTo(77);
    String version = editor.version("gateway", id);
    assertThat(editor.put("gateway", id, version, gateway("").replace("\"type\":\"Feature\"", "\"type\":\"Feature\",\"id\":77")).status()).isEqualTo(400);
    assertThat(editor.patch("gateway", id, version, "{\"id\":77}").status()).isEqualTo(400);
    assertThat(editor.put("gateway", id, version, gateway("").replace("\"type\":\"Feature\"", "\"type\":\"Feature\",\"id\":" + id)).status()).isEqualTo(204);
  }

  @Test
  void whatOthersReferToCanNotBeDeleted() {
    long zone = db.sql("SELECT zone_id FROM plot WHERE zone_id IS NOT NULL AND publication_status = 'published' ORDER BY id LIMIT 1").query(Long.class).single();
    Http.Answer answer = editor.delete("industrial_zone", zone, editor.version("industrial_zone", zone));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("feature-referenced");
    assertThat(editor.get("industrial_zone", zone).status()).isEqualTo(200);
  }

  @Test
  void moreThanOneFeatureMayHaveIsRefused() {
    assertThat(editor.post("gateway", gateway("\"name\": \"" + "x".repeat(6 << 20) + "\"")).status()).isEqualTo(413);
    assertThat(editor.post("gateway", gateway("\"name\": \"" + "x".repeat(501) + "\"")).status()).isEqualTo(422);
    assertThat(Editor.faults(editor.post("plot", "{\"type\":\"Feature\",\"geometry\":" + Editor.square(x, y, 0.001) + ",\"properties\":{\"code\":\"test-edit-1\","
        + "\"status\":\"available\",\"area_m2\":1,\"permitted_ateco\":[" + "\"10\",".repeat(1000) + "\"10\"]}}"))).containsExactly("attribute-wrong-type");
    assertThat(editor.post("gateway", gateway("\"works\": " + "[".repeat(2000) + "]".repeat(2000))).status()).isEqualTo(400);
    assertThat(editor.post("plot", "{\"type\":\"Feature\",\"geometry\":" + Editor.square(x, y, 0.001)
        + ",\"properties\":{\"code\":\"test-edit-1\",\"status\":\"available\",\"area_m2\":1e999999999}}").status()).isEqualTo(422);
    assertNothingKept();
  }

  /** Rights come first: who may not write learns nothing of ids and bodies. */
  @Test
  void everyRoleAndTokenMayDoWhatItMayAndNothingElse() {
    People people = new People(db, port);
    long id = Editor.idOf(editor.post("gateway", gateway("\"name\": \"A\"")));
    String elsewhere = db.sql("SELECT code FROM territory WHERE code <> (SELECT territory_code FROM gateway WHERE id = " + id + ") ORDER BY code LIMIT 1")
        .query(String.class).single();
    people.make("test-bound", "desk", elsewhere);
    String before = editor.version("gateway", id);
    for (String[] way : new String[][] {{"POST", ITEMS}, {"PUT", ITEMS + "/" + id}, {"PATCH", ITEMS + "/" + id}, {"DELETE", ITEMS + "/" + id},
        {"PUT", ITEMS + "/999999999"}, {"POST", "/ogc/collections/none/items"}}) {
      String as = way[0] + " " + way[1];
      assertThat(Http.sendAs(port, way[0], way[1], "[no json", Editor.GEOJSON).status()).as(as).isEqualTo(401);
      for (String role : List.of("viewer")) {
        assertThat(people.signIn(role).send(way[0], way[1], "[no json").status()).as(as).isEqualTo(403);
        assertThat(new Editor(port, people.token(role, "read")).send(way[0], way[1], "[no json", Editor.GEOJSON).status()).as(as).isEqualTo(403);
      }
      for (String role : List.of("desk", "admin")) {
        assertThat(new Editor(port, people.token(role, "read", "load")).send(way[0], way[1], "[no json", Editor.GEOJSON).status()).as(as).isEqualTo(403);
        assertThat(people.signIn(role).withoutCsrf().send(way[0], way[1], "[no json").status()).as(as).isEqualTo(403);
      }
    }
    Visitor bound = Visitor.signedIn(port, "test-bound", People.PASSWORD);
    assertThat(bound.send("POST", ITEMS, gateway("\"code\":\"test-edit-2\"")).problem()).isEqualTo("forbidden-territory");
    assertThat(bound.send("PUT", ITEMS + "/" + id, gateway(""), "If-Match", before).problem()).isEqualTo("forbidden-territory");
    assertThat(bound.send("PATCH", ITEMS + "/" + id, "{}", "If-Match", before).problem()).isEqualTo("forbidden-territory");
    assertThat(bound.send("DELETE", ITEMS + "/" + id, null).problem()).isEqualTo("forbidden-territory");
    assertThat(editor.version("gateway", id)).isEqualTo(before);
    Visitor admin = people.signIn("admin");
    assertThat(admin.send("PATCH", ITEMS + "/" + id, "{\"properties\":{\"name\":\"B\"}}", "If-Match", before).status()).isEqualTo(204);
    assertThat(admin.send("DELETE", ITEMS + "/" + id, null, "If-Match", editor.version("gateway", id)).status()).isEqualTo(204);
  }

  /** Two hundred damaged bodies, by every method. */
  @Test
  void whateverIsSentItIsNoFailureOfOursAndNothingHalfIsKept() {
    long id = Editor.idOf(editor.post("gateway", gateway("\"name\": \"A\"")));
    long before = count();
    Random random = new Random(20);
    String whole = gateway("\"code\":\"test-edit-2\", \"name\":\"è €\", \"surveyed_on\":\"2024-01-01\", \"opening_hours\":\"Mo-Fr 08:00-18:00\"");
    for (int n = 0; n < 200; n++) {
      String damaged = damage(whole, random);
      List<Http.Answer> answers = new ArrayList<>();
      answers.add(editor.post("gateway", damaged));
      answers.add(editor.put("gateway", id, editor.version("gateway", id), damaged));
      answers.add(editor.patch("gateway", id, editor.version("gateway", id), damaged));
      for (Http.Answer answer : answers) {
        assertThat(answer.status()).as(damaged + " → " + answer.text()).isIn(201, 204, 400, 409, 422);
        assertThat(answer.status() < 300 || !answer.problem().isEmpty()).as(damaged).isTrue();
      }
      if (answers.get(0).status() == 201) {
        Committed.write(transactions, db.sql("DELETE FROM gateway WHERE id = " + Editor.idOf(answers.get(0))));
      }
      assertThat(count()).as(damaged).isEqualTo(before);
    }
    assertThat(db.sql("SELECT count(*) FROM gateway WHERE NOT ST_IsValid(geom)").query(Long.class).single()).isZero();
  }

  /** Cut, doubled, exchanged, or with something in it that belongs nowhere. */
  private static String damage(String whole, Random random) {
    String[] pieces = {"\\u0000", "1e999", "-0", "null", "[[", "]]", "{}", "\"", "\\", "true", "'", "$1", "9223372036854775808", "\u202e", ",", ":", "é"};
    int at = random.nextInt(whole.length());
    int to = Math.min(whole.length(), at + random.nextInt(30));
    String piece = pieces[random.nextInt(pieces.length)];
    return switch (random.nextInt(4)) {
      case 0 -> whole.substring(0, at);
      case 1 -> whole.substring(0, at) + piece + whole.substring(to);
      case 2 -> whole.substring(0, to) + whole.substring(at);
      default -> whole.replaceFirst("\"[^\"]{1,12}\"(?=[,}])", piece.replace("\\", "\\\\").replace("$", "\\$")).replace(":[", ": [");
    };
  }

  private long count() {
    return db.sql("SELECT count(*) FROM gateway").query(Long.class).single();
  }

  private void assertNothingKept() {
    assertThat(db.sql("SELECT (SELECT count(*) FROM gateway WHERE code LIKE 'test-edit-%') + (SELECT count(*) FROM plot WHERE code LIKE 'test-edit-%')")
        .query(Long.class).single()).isZero();
  }

  /** @param properties in JSON, in place of or beside those of a right one */
  private String gateway(String properties) {
    String all = (properties.contains("\"code\"") ? "" : "\"code\":\"test-edit-1\"") + (properties.contains("\"gateway_kind\"") ? "" : ",\"gateway_kind\":\"station\"")
        + (properties.isEmpty() ? "" : "," + properties);
    return "{\"type\":\"Feature\",\"geometry\":" + Editor.point(x, y) + ",\"properties\":{" + all.replaceFirst("^,", "") + "}}";
  }
}
