package org.comparto.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comparto.editing.Editor.feature;
import static org.comparto.editing.Editor.idOf;
import static org.comparto.editing.Editor.point;
import static org.comparto.editing.Editor.square;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Features written one by one, as OGC API Features Part 4 has it; its abstract tests are named where a test is one of them. */
@IntegrationTest
class EditingTest {

  /** Where codes have a form; nobody has these. */
  private static final Map<String, String> FORMED_CODES = Map.of("municipality", "999998", "primary_substation_area", "AC001E99998");

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired Layers layers;

  private Editor editor;
  private String territory;
  private double longitude;
  private double latitude;

  @BeforeEach
  void somebodyWrites() {
    editor = Editor.of(db, port);
    double[] place = Editor.freePlace(db, "plot");
    longitude = place[0];
    latitude = place[1];
    territory = db.sql("SELECT territory_at(ST_SetSRID(ST_MakePoint(:x, :y), 4326))").param("x", longitude).param("y", latitude).query(String.class).single();
  }

  @AfterEach
  void nothingStays() {
    for (Layer layer : layers.all()) {
      Committed.write(transactions, db.sql("DELETE FROM " + layer.relation() + " WHERE code LIKE '" + Editor.CODES + "' OR code = '" + FORMED_CODES.get(layer.id()) + "'"));
    }
    new People(db, port).remove();
  }

  /** Part 4: /conf/create-replace-delete/create, replace, delete; /conf/update/update. */
  @Test
  void aFeatureIsCreatedReplacedUpdatedAndDeletedAndEachStepIsSeenAtOnce() {
    Http.Answer created = editor.post("gateway", gateway("test-edit-1", Map.of("name", "Casello nuovo")));
    long id = idOf(created);
    Http.Answer read = editor.get("gateway", id);
    assertThat(created.header("ETag")).isEqualTo(read.header("ETag")).startsWith("\"");
    assertThat(Editor.properties(read).path("name").asString()).isEqualTo("Casello nuovo");
    assertThat(Editor.properties(read).path("territory_code").asString()).isEqualTo(territory);
    assertThat(Editor.properties(read).path("demonstration").asBoolean()).isFalse();

    Http.Answer replaced = editor.put("gateway", id, created.header("ETag"), gateway("test-edit-1", Map.of("source", "desk")));
    assertThat(replaced.status()).isEqualTo(204);
    read = editor.get("gateway", id);
    assertThat(replaced.header("ETag")).isEqualTo(read.header("ETag")).isNotEqualTo(created.header("ETag"));
    assertThat(Editor.properties(read).path("name").isNull()).isTrue();
    assertThat(Editor.properties(read).path("source").asString()).isEqualTo("desk");

    Http.Answer updated = editor.patch("gateway", id, replaced.header("ETag"), "{\"properties\":{\"name\":\"Casello\"}}");
    assertThat(updated.status()).isEqualTo(204);
    read = editor.get("gateway", id);
    assertThat(Editor.properties(read).path("name").asString()).isEqualTo("Casello");
    assertThat(Editor.properties(read).path("source").asString()).isEqualTo("desk");

    assertThat(editor.delete("gateway", id, updated.header("ETag")).status()).isEqualTo(204);
    assertThat(editor.get("gateway", id).status()).isEqualTo(404);
  }

  /** What an answer says can be sent back as it is, whatever the layer; nothing was changed by that, to the last digit. */
  @Test
  void whatWasReadCanBeSentBackAndChangesNothing() {
    for (Layer layer : layers.all()) {
      JsonNode first = Http.get(port, Editor.items(layer.id()) + "?limit=1").json().path("features").path(0);
      if (first.isMissingNode()) {
        continue;
      }
      long id = first.path("id").asLong();
      String before = stored(layer, id);
      Http.Answer read = editor.get(layer.id(), id);
      Http.Answer sent = editor.put(layer.id(), id, read.header("ETag"), read.text());
      assertThat(sent.status()).as(layer.id() + ": " + sent.text()).isEqualTo(204);
      assertThat(sent.header("ETag")).as(layer.id()).isEqualTo(read.header("ETag"));
      assertThat(stored(layer, id)).as(layer.id()).isEqualTo(before);
    }
  }

  /** Every layer that takes new features takes a copy of one it has, shows it, and gives it up again. */
  @Test
  void everyLayerTakesNewFeaturesButThoseThatNeedConsent() {
    for (Layer layer : layers.all()) {
      JsonNode first = Http.get(port, Editor.items(layer.id()) + "?limit=1").json().path("features").path(0);
      if (first.isMissingNode()) {
        continue;
      }
      ObjectNode copy = (ObjectNode) first;
      ((ObjectNode) copy.path("properties")).put("code", FORMED_CODES.getOrDefault(layer.id(), "test-edit-" + layer.id())).remove(List.of("updated_at", "demonstration"));
      layer.attributes().stream().filter(Attribute::derived).forEach(a -> ((ObjectNode) copy.path("properties")).remove(a.name()));
      if (layer.id().equals("territory")) {
        ((ObjectNode) copy.path("properties")).remove("territory_code");
      } else if (layer.id().equals("municipality")) {
        ((ObjectNode) copy.path("properties")).remove("municipality_code");
      }
      Http.Answer created = editor.post(layer.id(), copy.toString());
      if (layer.consent() != null) {
        assertThat(created.problem()).isEqualTo("consent-required");
        continue;
      }
      if (layer.rules().noOverlap()) {
        assertThat(Editor.faults(created)).as(layer.id()).containsExactly("geometry-overlaps");
        double[] free = layer.id().equals("primary_substation_area") ? new double[] {11.5001, 45.0001} : Editor.freePlace(db, layer.relation());
        copy.set("geometry", JsonMapper.shared().readTree(square(free[0], free[1], 0.002).replace("\"Polygon\",\"coordinates\":", "\"MultiPolygon\",\"coordinates\":[")
            .replace("]]]}", "]]]]}")));
        ((ObjectNode) copy.path("properties")).remove(List.of("zone_id", "municipality_code"));
        if (layer.rules().insideTerritory()) {
          ((ObjectNode) copy.path("properties")).remove("territory_code");
        }
        created = editor.post(layer.id(), copy.toString());
      }
      assertThat(created.status()).as(layer.id() + ": " + created.text()).isEqualTo(201);
      JsonNode made = editor.get(layer.id(), idOf(created)).json();
      assertThat(made.path("geometry")).as(layer.id()).isEqualTo(copy.path("geometry"));
      assertThat(editor.delete(layer.id(), idOf(created), created.header("ETag")).status()).isEqualTo(204);
    }
  }

  @Test
  void eachChangeIsOneVersionOfTheHistoryWithWhoWhenAndWhy() {
    long id = idOf(editor.post("gateway", gateway("test-edit-1", Map.of()), "Comparto-Reason", "aperto%20oggi%20%C3%A8%20cos%C3%AC"));
    assertThat(lastChange("gateway", id)).containsEntry("author", "test-desk").containsEntry("kind", "edit")
        .containsEntry("reason", "aperto oggi è così");
    String version = editor.version("gateway", id);
    assertThat(editor.patch("gateway", id, version, "{\"properties\":{\"name\":\"A\"}}", "Comparto-Reason", "named").status()).isEqualTo(204);
    assertThat(lastChange("gateway", id)).containsEntry("reason", "named");
    assertThat(db.sql("SELECT created_by || ' ' || updated_by || ' ' || version FROM gateway WHERE id = " + id).query(String.class).single())
        .isEqualTo("test-desk test-desk 1");
    assertThat(editor.delete("gateway", id, editor.version("gateway", id), "Comparto-Reason", "closed").status()).isEqualTo(204);
    assertThat(db.sql("SELECT h.deleted, c.reason, c.author FROM feature_history h JOIN change c ON c.id = h.ended_by WHERE feature_id = " + id
        + " ORDER BY h.version").query().listOfRows().toString())
        .isEqualTo("[{deleted=false, reason=named, author=test-desk}, {deleted=false, reason=closed, author=test-desk}]");
    assertThat(db.sql("SELECT publication_status || ' ' || version FROM gateway WHERE id = " + id).query(String.class).single()).isEqualTo("retired 2");
  }

  /** /conf/optimistic-locking-etags/replace, update, delete. */
  @Test
  void withoutTheVersionReadNothingIsChangedAndWithAnOlderOneNeither() {
    long id = idOf(editor.post("gateway", gateway("test-edit-1", Map.of())));
    String body = gateway("test-edit-1", Map.of("name", "B"));
    String old = editor.version("gateway", id);
    assertThat(editor.patch("gateway", id, old, "{\"properties\":{\"name\":\"A\"}}").status()).isEqualTo(204);
    String before = stored(layers.getLayer("gateway", "l"), id);
    for (String version : List.of("", "*")) {
      assertThat(editor.put("gateway", id, version, body).status()).isEqualTo(428);
      assertThat(editor.patch("gateway", id, version, "{\"properties\":{\"name\":\"B\"}}").status()).isEqualTo(428);
      assertThat(editor.delete("gateway", id, version).status()).isEqualTo(428);
    }
    for (String version : List.of(old, "\"0\"", "W/" + editor.version("gateway", id), "none")) {
      assertThat(editor.put("gateway", id, version, body).status()).as(version).isEqualTo(412);
      assertThat(editor.patch("gateway", id, version, "{\"properties\":{\"name\":\"B\"}}").status()).as(version).isEqualTo(412);
      assertThat(editor.delete("gateway", id, version).status()).as(version).isEqualTo(412);
    }
    assertThat(stored(layers.getLayer("gateway", "l"), id)).isEqualTo(before);
    String html = Http.get(port, Editor.items("gateway") + "/" + id + "?f=csv").header("ETag");
    assertThat(editor.patch("gateway", id, "\"0\", " + html, "{\"properties\":{\"name\":\"C\"}}").status()).isEqualTo(204);
  }

  /** /conf/create-replace-delete/replace-exceptions, and the same for the others: what is not there can not be changed. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\"xyz\""})
  void whatIsNotThereIsNotFoundWhateverVersionIsNamed(String version) {
    assertThat(editor.put("gateway", 999_999_999, version, gateway("test-edit-1", Map.of())).status()).isEqualTo(404);
    assertThat(editor.patch("gateway", 999_999_999, version, "{\"properties\":{}}").status()).isEqualTo(404);
    assertThat(editor.delete("gateway", 999_999_999, version).status()).isEqualTo(404);
    assertThat(editor.post("no_such_layer", gateway("test-edit-1", Map.of())).status()).isEqualTo(404);
  }

  @Test
  void ofThirtyWritersOfOneVersionExactlyOneWinsEveryTime() throws Exception {
    long id = idOf(editor.post("gateway", gateway("test-edit-1", Map.of())));
    ExecutorService crowd = Executors.newFixedThreadPool(30);
    try {
      for (int round = 0; round < 3; round++) {
        String version = editor.version("gateway", id);
        String name = "writer of round " + round + ", "; // who sends what is there already changes nothing, and wins beside the first
        List<Callable<Http.Answer>> writers = IntStream.range(0, 30).mapToObj(n -> (Callable<Http.Answer>) () -> n % 2 == 0
            ? editor.patch("gateway", id, version, "{\"properties\":{\"name\":\"" + name + n + "\"}}", "Prefer", "return=representation")
            : editor.put("gateway", id, version, gateway("test-edit-1", Map.of("name", name + n)), "Prefer", "return=representation")).toList();
        List<Http.Answer> answers = crowd.invokeAll(writers).stream().map(EditingTest::result).toList();
        List<Http.Answer> won = answers.stream().filter(a -> a.status() == 200).toList();
        assertThat(won).hasSize(1);
        assertThat(answers).filteredOn(a -> a.status() != 200).allMatch(a -> a.status() == 412, "412");
        assertThat(Editor.properties(editor.get("gateway", id)).path("name")).isEqualTo(Editor.properties(won.get(0)).path("name"));
      }
    } finally {
      crowd.shutdown();
    }
    assertThat(db.sql("SELECT version FROM gateway WHERE id = " + id).query(Integer.class).single()).isEqualTo(3);
  }

  /** Nobody's change is lost where thirty read, add one, and begin anew when somebody was quicker. */
  @Test
  void noChangeOfThirtyWritersIsLost() throws Exception {
    long id = idOf(editor.post("gateway", gateway("test-edit-1", Map.of("name", "0"))));
    ExecutorService crowd = Executors.newFixedThreadPool(30);
    try {
      List<Future<Integer>> done = crowd.invokeAll(IntStream.range(0, 30).mapToObj(n -> (Callable<Integer>) () -> {
        while (true) {
          Http.Answer read = editor.get("gateway", id);
          int next = Integer.parseInt(Editor.properties(read).path("name").asString()) + 1;
          if (editor.patch("gateway", id, read.header("ETag"), "{\"properties\":{\"name\":\"" + next + "\"}}").status() == 204) {
            return next;
          }
        }
      }).toList());
      assertThat(done.stream().map(EditingTest::result)).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
    } finally {
      crowd.shutdown();
    }
    assertThat(Editor.properties(editor.get("gateway", id)).path("name").asString()).isEqualTo("30");
  }

  /** /conf/features/crs: the same place, whatever the reference system and the order of its axes. */
  @ParameterizedTest
  @CsvSource({"http://www.opengis.net/def/crs/OGC/1.3/CRS84, 4326, false", "http://www.opengis.net/def/crs/EPSG/0/4326, 4326, true",
      "http://www.opengis.net/def/crs/EPSG/0/3035, 3035, true", "http://www.opengis.net/def/crs/EPSG/0/7791, 7791, false",
      "http://www.opengis.net/def/crs/EPSG/0/3857, 3857, false"})
  void theBodyMayBeInEveryReferenceSystemOffered(String crs, int srid, boolean northFirst) {
    String moved = "ST_Transform(ST_SetSRID(ST_MakePoint(" + longitude + ", " + latitude + "), 4326), " + srid + ")";
    String geometry = db.sql("SELECT ST_AsGeoJSON(" + (northFirst ? "ST_FlipCoordinates(" + moved + ")" : moved) + ", 9, 0)").query(String.class).single();
    Http.Answer created = editor.post("gateway", feature(geometry, gatewayProperties("test-edit-1", Map.of())), "Content-Crs", "<" + crs + ">",
        "Prefer", "return=representation");
    long id = idOf(created);
    assertThat(created.header("Content-Crs")).isEqualTo("<" + crs + ">");
    assertThat(db.sql("SELECT ST_Distance(geom::geography, ST_SetSRID(ST_MakePoint(:x, :y), 4326)::geography) FROM gateway WHERE id = :id")
        .param("x", longitude).param("y", latitude).param("id", id).query(Double.class).single()).isLessThan(0.05);
    assertThat(created.json().path("geometry")).isEqualTo(Http.get(port, Editor.items("gateway") + "/" + id + "?crs=" + crs).json().path("geometry"));
  }

  /** /conf/return-resource-representation-in-response and /conf/handling. */
  @Test
  void preferencesAreHeededAndNamed() {
    Http.Answer plain = editor.post("gateway", gateway("test-edit-1", Map.of()));
    assertThat(plain.bytes()).isEmpty();
    assertThat(plain.header("Preference-Applied")).isEmpty();
    assertThat(editor.post("gateway", gateway("test-edit-2", Map.of()), "Prefer", "return=minimal").bytes()).isEmpty();
    Http.Answer shown = editor.post("gateway", gateway("test-edit-3", Map.of()), "Prefer", "return=representation; foo=1", "Accept", "application/geo+json");
    assertThat(shown.header("Content-Type")).startsWith("application/geo+json");
    assertThat(shown.header("Preference-Applied")).isEqualTo("return=representation");
    assertThat(Editor.properties(shown).path("code").asString()).isEqualTo("test-edit-3");

    String unknown = gateway("test-edit-4", Map.of("colour", "red"));
    Http.Answer strict = editor.post("gateway", unknown, "Prefer", "handling=strict");
    assertThat(strict.status()).isEqualTo(422);
    assertThat(strict.header("Preference-Applied")).isEqualTo("handling=strict");
    assertThat(strict.text()).contains("colour");
    assertThat(editor.post("gateway", unknown, "Prefer", "handling=lenient").status()).isEqualTo(201);
  }

  @Test
  void whatTheDeskKeepsForItselfStaysUnlessItIsNamed() {
    long id = idOf(editor.post("plot", plot("test-edit-1", Map.of("owner_name", "Rossi", "desk_notes", "call"))));
    Http.Answer read = editor.get("plot", id);
    assertThat(read.text()).doesNotContain("owner_name").doesNotContain("Rossi");
    assertThat(editor.put("plot", id, read.header("ETag"), plot("test-edit-1", Map.of("desk_notes", "called"))).status()).isEqualTo(204);
    assertThat(desk(id)).isEqualTo("Rossi called");
    assertThat(editor.patch("plot", id, editor.version("plot", id), "{\"properties\":{\"owner_name\":null}}").status()).isEqualTo(204);
    assertThat(desk(id)).isEqualTo("null called");
  }

  @Test
  void whatACompanyDidNotConsentToStaysWhenItsAnswerIsSentBack() {
    long id = db.sql("SELECT id FROM company WHERE 'identity' = ANY (consented_groups) AND NOT 'size' = ANY (consented_groups) AND employees > 0 AND publication_status = 'published' ORDER BY id LIMIT 1")
        .query(Long.class).single();
    int employees = db.sql("SELECT employees FROM company WHERE id = " + id).query(Integer.class).single();
    String name = db.sql("SELECT name FROM company WHERE id = " + id).query(String.class).single();
    Http.Answer read = editor.get("company", id);
    ObjectNode changed = (ObjectNode) read.json();
    assertThat(changed.path("properties").path("employees").isNull()).isTrue();
    ((ObjectNode) changed.path("properties")).put("name", name + " S.");
    try {
      assertThat(editor.put("company", id, read.header("ETag"), changed.toString()).status()).isEqualTo(204);
      assertThat(db.sql("SELECT employees FROM company WHERE id = " + id).query(Integer.class).single()).isEqualTo(employees);
      assertThat(Editor.properties(editor.get("company", id)).path("name").asString()).isEqualTo(name + " S.");
    } finally {
      Committed.write(transactions, db.sql("UPDATE company SET name = :name WHERE id = :id").param("name", name).param("id", id));
    }
  }

  @Test
  void aMergePatchMergesObjectsAndLeavesTheRest() {
    long id = idOf(editor.post("plot", plot("test-edit-1", Map.of("incentives", Map.of("a", 1, "b", Map.of("c", 2, "d", 3)), "name", "N"))));
    String patch = "{\"properties\":{\"incentives\":{\"b\":{\"c\":null,\"e\":4}}},\"geometry\":{\"coordinates\":"
        + db.sql("SELECT ST_AsGeoJSON(ST_Multi(ST_Translate(geom, 0.0001, 0)), 7, 0)::jsonb ->> 'coordinates' FROM plot WHERE id = " + id)
            .query(String.class).single() + "}}";
    assertThat(editor.patch("plot", id, editor.version("plot", id), patch).status()).isEqualTo(204);
    JsonNode read = editor.get("plot", id).json();
    assertThat(read.path("properties").path("incentives").toString()).isEqualTo("{\"a\":1,\"b\":{\"d\":3,\"e\":4}}");
    assertThat(read.path("properties").path("name").asString()).isEqualTo("N");
    assertThat(read.path("geometry").path("coordinates").path(0).path(0).path(0).path(0).asDouble()).isCloseTo(longitude + 0.0001,
        org.assertj.core.data.Offset.offset(2e-7));
  }

  /** /conf/create-replace-delete/options and /conf/update/options; others are not tempted. */
  @Test
  void optionsTellWritersWhatTheyMayDoAndReadersThatTheyMayRead() {
    String item = Editor.items("gateway") + "/" + db.sql("SELECT min(id) FROM gateway").query(Long.class).single();
    Http.Answer options = editor.send("OPTIONS", Editor.items("gateway"), null, null);
    assertThat(options.status()).isEqualTo(200);
    assertThat(options.header("Allow").split(", ")).contains("GET", "POST");
    assertThat(options.header("Accept-Post")).contains("application/geo+json");
    options = editor.send("OPTIONS", item, null, null);
    assertThat(options.header("Allow").split(", ")).contains("GET", "PUT", "PATCH", "DELETE");
    assertThat(options.header("Accept-Patch")).contains("application/merge-patch+json");
    assertThat(editor.send("OPTIONS", Editor.items("company"), null, null).header("Allow")).doesNotContain("POST");
    for (String path : List.of(Editor.items("gateway"), item)) {
      assertThat(Http.send(port, "OPTIONS", path, null).header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
  }

  @Test
  void whatIsEnabledIsDeclaredAndDescribed() {
    assertThat(Http.get(port, "/ogc/conformance").text()).contains("ogcapi-features-4/1.0/conf/create-replace-delete",
        "ogcapi-features-4/1.0/conf/update", "ogcapi-features-4/1.0/conf/optimistic-locking-etags", "ogcapi-features-4/1.0/conf/features");
    JsonNode paths = Http.get(port, "/ogc/api").json().path("paths");
    assertThat(paths.path("/collections/plot/items").propertyNames()).containsExactlyInAnyOrder("get", "post");
    assertThat(paths.path("/collections/plot/items/{featureId}").propertyNames()).containsExactlyInAnyOrder("get", "put", "patch", "delete");
    assertThat(paths.path("/collections/company/items").propertyNames()).containsExactly("get");
  }

  private Map<String, Object> gatewayProperties(String code, Map<String, Object> further) {
    Map<String, Object> properties = new HashMap<>(Map.of("code", code, "gateway_kind", "station"));
    properties.putAll(further);
    return properties;
  }

  private String gateway(String code, Map<String, Object> further) {
    return feature(point(longitude, latitude), gatewayProperties(code, further));
  }

  private String plot(String code, Map<String, Object> further) {
    Map<String, Object> properties = new HashMap<>(Map.of("code", code, "status", "available", "area_m2", 1234.5));
    properties.putAll(further);
    return feature(square(longitude, latitude, 0.001), properties);
  }

  private String desk(long id) {
    return db.sql("SELECT coalesce(owner_name, 'null') || ' ' || desk_notes FROM plot WHERE id = " + id).query(String.class).single();
  }

  private String stored(Layer layer, long id) {
    return db.sql("SELECT t::text FROM " + layer.relation() + " AS t WHERE id = :id").param("id", id).query(String.class).single();
  }

  private Map<String, Object> lastChange(String relation, long id) {
    return db.sql("SELECT c.author, c.kind, c.reason FROM " + relation + " AS r JOIN change AS c ON c.id = r.change_id WHERE r.id = " + id).query().singleRow();
  }

  private static <T> T result(Future<T> done) {
    try {
      return done.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
