package org.comparto.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comparto.layer.Layers;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files into layers over HTTP: mapped, checked, compared, applied, taken back to the last bit. */
@IntegrationTest
class LoadingTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Layers layers;

  LoadingClient client;

  @BeforeEach
  void signIn() {
    client = new LoadingClient(port, new People(db, port).token("admin", "read", "load", "admin"));
  }

  @AfterEach
  void removeEverything() {
    client.rollBackAll();
    new People(db, port).remove();
  }

  @Test
  void aFileIntoACoreLayerIsMappedByItsItalianNames() {
    JsonNode checked = client.check("lotti.geojson", plots(
        plot("L-1", "Disponibile", "1.234,5", "01/02/2026", 10.40), plot("L-2", "venduto", "900", "31/12/2025", 10.41)), layer("plot"));
    assertThat(checked.path("state").asString()).as(checked.toString()).isEqualTo("checked");
    assertThat(checked.path("plan").path("mapping").path("area_m2").asString()).isEqualTo("Superficie fondiaria");
    client.apply(checked);
    assertThat(db.sql("SELECT status || ' ' || area_m2 || ' ' || available_from || ' ' || publication_status || ' ' || source || ' ' || demonstration"
        + " || ' ' || created_by FROM plot WHERE code = 'L-1'").query(String.class).single())
        .isEqualTo("available 1234.5 2026-02-01 published lotti.geojson false test-admin");
  }

  @Test
  void rowsThatCanNotBeHeldAreCountedByCodeAndDoNotBlockTheOthers() {
    JsonNode report = client.check("lotti.geojson", plots(plot("A-1", "Disponibile", "100", "01/02/2026", 10.40),
        plot("A-2", "Boh", "100", "01/02/2026", 10.41), plot("A-3", "Venduto", "molti", "01/02/2026", 10.42),
        plot("A-4", "Venduto", "100", "31/02/2026", 10.43), plot("A-5", "", "100", "", 10.44), plot("", "Venduto", "100", "", 10.45),
        plot("A-1", "Venduto", "100", "", 10.46), plot("A-8", "Venduto", "-5", "", 10.47)), layer("plot")).path("report");
    assertThat(report.path("created").asInt()).as(report.toString()).isEqualTo(1);
    assertThat(report.path("read").asInt()).isEqualTo(8);
    assertThat(codes(report)).containsExactlyInAnyOrder("attribute-unknown-code 1 [2]", "attribute-wrong-type 2 [3, 4]",
        "attribute-missing-required 1 [5]", "key-missing 1 [6]", "key-duplicate 1 [7]", "attribute-not-allowed 1 [8]");
    JsonNode first = report.path("rejected").get(0).path("first").get(0);
    assertThat(first.path("lon").asDouble()).isBetween(10.4, 10.5);
    assertThat(first.path("reason").asString()).isNotEmpty();
  }

  @Test
  void theDifferenceIsShownAndTheSameFileAgainChangesNothing() {
    client.apply(client.check("uno.geojson", plots(plot("D-1", "Venduto", "100", "", 10.40), plot("D-2", "Venduto", "100", "", 10.41),
        plot("D-3", "Venduto", "100", "", 10.42)), layer("plot")));
    String second = plots(plot("D-1", "Venduto", "100", "", 10.40), plot("D-2", "Disponibile", "100", "", 10.41),
        plot("D-3", "Venduto", "100", "", 10.4200001), plot("D-4", "Venduto", "7", "", 10.43));
    JsonNode checked = client.check("due.geojson", second, layer("plot"));
    assertThat(effects(checked)).isEqualTo("created 1, changed 2, unchanged 1, removed 0");
    JsonNode rows = client.get("/api/loads/" + checked.path("id").asLong() + "/rows?kind=changed").path("items");
    assertThat(rows.get(0).path("before").toString() + rows.get(0).path("after")).isEqualTo("{\"status\":\"sold\"}{\"status\":\"available\"}");
    assertThat(rows.get(1).path("changed").toString()).isEqualTo("[\"geometry\"]");
    client.apply(checked);

    long revision = client.revision("plot");
    JsonNode again = client.check("due.geojson", second, layer("plot"));
    assertThat(effects(again)).isEqualTo("created 0, changed 0, unchanged 4, removed 0");
    assertThat(client.apply(again).path("state").asString()).isEqualTo("applied");
    assertThat(client.revision("plot")).isEqualTo(revision);
    assertThat(db.sql("SELECT count(*) FROM load_record WHERE load_id = :id").param("id", again.path("id").asLong()).query(Long.class).single()).isZero();
  }

  @Test
  void takingALoadBackRestoresTheExactFormerState() {
    client.apply(client.check("uno.geojson", plots(plot("R-1", "Venduto", "100", "", 10.40), plot("R-2", "Venduto", "100", "", 10.41)), layer("plot")));
    String before = client.hash(db, "plot");
    String plan = "{\"layer\":\"plot\",\"territory\":\"cremona\",\"removeMissing\":true}";
    JsonNode load = client.check("due.geojson", plots(plot("R-1", "Disponibile", "55,5", "", 10.44), plot("R-9", "Venduto", "100", "", 10.42)),
        plan.replace("cremona", territory()));
    assertThat(load.path("report").path("removed").asInt()).isPositive();
    client.apply(load);
    assertThat(client.hash(db, "plot")).isNotEqualTo(before);

    assertThat(client.rollback(load, false).path("state").asString()).isEqualTo("rolled_back");
    assertThat(client.hash(db, "plot")).isEqualTo(before);
    assertThat(db.sql("SELECT count(*) FROM feature_history WHERE layer_id = 'plot' AND attributes ->> 'code' = 'R-9'")
        .query(Long.class).single()).isPositive();
  }

  @Test
  void aLoadWhoseRecordsWereEditedSinceIsTakenBackOnlyByForce() {
    client.apply(client.check("uno.geojson", plots(plot("E-1", "Venduto", "100", "", 10.40)), layer("plot")));
    String before = client.hash(db, "plot");
    JsonNode load = client.apply(client.check("due.geojson", plots(plot("E-1", "Disponibile", "100", "", 10.40), plot("E-2", "Venduto", "1", "", 10.41)),
        layer("plot")));
    db.sql("UPDATE plot SET desk_notes = 'seen' WHERE code = 'E-1'").update();
    Http.Answer refused = client.send("POST", "/api/loads/" + load.path("id").asLong() + "/rollback", "{}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("edited-since");
    JsonNode conflicts = refused.json().path("conflicts");
    assertThat(conflicts.size()).as(refused.text()).isEqualTo(1);
    assertThat(conflicts.get(0).path("code").asString()).isEqualTo("E-1");
    assertThat(conflicts.get(0).path("featureId").asLong())
        .isEqualTo(db.sql("SELECT id FROM plot WHERE code = 'E-1'").query(Long.class).single());
    assertThat(conflicts.get(0).path("changedBy").asString()).isNotEmpty();
    assertThat(conflicts.get(0).path("changedAt").asString()).isNotEmpty();
    assertThat(client.rollback(load, true).path("state").asString()).isEqualTo("rolled_back");
    assertThat(client.hash(db, "plot")).isEqualTo(before);
  }

  @Test
  void anyFileBecomesALayerAndTheLayerGoesWithItsLoad() {
    StringBuilder features = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      features.append(i == 0 ? "" : ",").append("{\"type\":\"Feature\",\"properties\":{\"Nome\":\"Albero ").append(i)
          .append("\",\"Specie arborea\":\"").append(i % 3 == 0 ? "Tiglio" : "Platano").append("\",\"Anno\":").append(1950 + i)
          .append("},\"geometry\":{\"type\":\"Point\",\"coordinates\":[").append(10.3 + i / 1000.0).append(",45.1]}}");
    }
    JsonNode load = client.apply(client.check("alberi.geojson", "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}",
        "{\"newLayer\":{\"id\":\"test_trees\",\"title\":{\"it\":\"Alberi\",\"en\":\"Trees\"}}}"));
    assertThat(load.path("madeLayer").asBoolean()).as(load.toString()).isTrue();
    JsonNode layer = client.layer("test_trees");
    assertThat(layer.path("count").asInt()).isEqualTo(40);
    assertThat(layer.path("geometry").asString()).isEqualTo("point");
    assertThat(layer.path("attributes").toString()).contains("\"name\":\"specie_arborea\"").contains("\"codes\":\"test_trees_specie_arborea\"")
        .contains("\"name\":\"anno\",\"type\":\"integer\"");
    JsonNode first = client.get("/ogc/collections/test_trees/items?limit=1");
    assertThat(first.toString()).contains("\"anno\":1950").contains("Albero 0");
    assertThat(client.get("/api/loads/" + load.path("id").asLong() + "/rows?kind=created&limit=1").path("items").get(0).path("featureId").asLong())
        .isEqualTo(first.path("features").get(0).path("id").asLong());
    assertThat(db.sql("SELECT reltuples FROM pg_class WHERE oid = 'thematic_test_trees'::regclass").query(Long.class).single())
        .as("rows that the planner counts on").isEqualTo(40);
    // where the record of row 7 is said to come from
    assertThat(db.sql("SELECT l.row_number + r.id - l.feature_id FROM thematic_test_trees AS r JOIN load_record AS l"
        + " ON r.id >= l.feature_id AND r.id < l.feature_id + l.records WHERE r.name = 'Albero 6'").query(Long.class).single()).isEqualTo(7);
    assertThat(client.get("/api/search?q=bero%2017").toString()).contains("Albero 17");
    awaitIndex("thematic_test_trees_search");
    assertThat(client.get("/api/search?q=bero%2017").toString()).contains("Albero 17");
    assertThat(Http.get(port, "/tiles/test_trees/9/270/183").status()).isEqualTo(200);

    JsonNode changed = client.send("PUT", "/api/layers/test_trees", "{\"title\":{\"it\":\"Alberi monumentali\",\"en\":\"Old trees\"},"
        + "\"attributes\":{\"anno\":{\"title\":{\"it\":\"Anno d'impianto\",\"en\":\"Year\"}}}}").json();
    assertThat(changed.path("title").path("en").asString()).as(changed.toString()).isEqualTo("Old trees");
    assertThat(client.layer("test_trees").path("attributes").toString()).contains("Anno d'impianto");

    assertThat(client.rollback(load, false).path("state").asString()).isEqualTo("rolled_back");
    assertThat(Http.get(port, "/ogc/collections/test_trees").status()).isEqualTo(404);
    assertThat(db.sql("SELECT to_regclass('thematic_test_trees') IS NULL").query(Boolean.class).single()).isTrue();
    assertThat(db.sql("SELECT count(*) FROM feature_history WHERE layer_id = 'test_trees'").query(Long.class).single()).isEqualTo(40);
  }

  /** A job makes it after the load. */
  private void awaitIndex(String name) {
    for (int i = 0; i < 2400; i++) {
      if (db.sql("SELECT to_regclass(:name) IS NOT NULL").param("name", name).query(Boolean.class).single()) {
        return;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("there is no index " + name);
  }

  @Test
  void theSameShapeTwiceIsSaidOfTheSecondRow() {
    JsonNode checked = client.check("d.geojson", plots(plot("G-1", "Venduto", "100", "", 10.40), plot("G-2", "Venduto", "100", "", 10.41),
        plot("G-3", "Venduto", "100", "", 10.40)), layer("plot"));
    assertThat(checked.path("report").path("warnings").toString()).contains("geometry-duplicate: 1 row: row 3");
  }

  @Test
  void aNewLayerLeavesOutRowsThatCanNotBeLoaded() {
    String file = plots(plot("N-1", "Venduto", "100", "", 10.40), plot("N-2", "Venduto", "100", "", 10.41),
        "{\"type\":\"Feature\",\"properties\":{\"codice\":\"N-3\",\"stato\":\"Venduto\"},\"geometry\":null}", plot("N-4", "Venduto", "100", "", 10.43));
    JsonNode load = client.apply(client.check("n.geojson", file, "{\"newLayer\":{\"id\":\"test_rest\"}}"));
    assertThat(effects(load)).isEqualTo("created 3, changed 0, unchanged 0, removed 0");
    assertThat(codes(load.path("report"))).containsExactly("geometry-empty 1 [3]");
    assertThat(db.sql("SELECT l.row_number + r.id - l.feature_id FROM thematic_test_rest AS r JOIN load_record AS l"
        + " ON r.id >= l.feature_id AND r.id < l.feature_id + l.records WHERE r.code = 'N-4'").query(Long.class).single()).isEqualTo(4);
    JsonNode again = client.check("n.geojson", file, "{\"layer\":\"test_rest\"}");
    assertThat(effects(again)).isEqualTo("created 0, changed 0, unchanged 3, removed 0");
  }

  @Test
  void aFileOfWhichNothingCanBeLoadedIsRefused() {
    JsonNode checked = client.check("lotti.geojson", plots(plot("", "Venduto", "100", "", 10.4)), layer("plot"));
    assertThat(checked.path("state").asString()).isEqualTo("refused");
    assertThat(client.send("POST", "/api/loads/" + checked.path("id").asLong() + "/apply", null).status()).isEqualTo(409);
  }

  @Test
  void invalidShapesAreRejectedUnlessRepairIsAskedFor() {
    String bowtie = plots("{\"type\":\"Feature\",\"properties\":{\"codice\":\"B-1\",\"stato\":\"Venduto\",\"Superficie fondiaria\":\"1\"},\"geometry\":"
        + "{\"type\":\"Polygon\",\"coordinates\":[[[10.4,45.1],[10.401,45.101],[10.401,45.1],[10.4,45.101],[10.4,45.1]]]}}",
        plot("B-2", "Venduto", "100", "", 10.42));
    JsonNode rejecting = client.check("b.geojson", bowtie, layer("plot"));
    assertThat(codes(rejecting.path("report"))).containsExactly("geometry-self-intersection 1 [1]");
    assertThat(rejecting.path("report").path("rejected").get(0).path("repairable").asBoolean()).isTrue();
    assertThat(client.get("/api/loads/" + rejecting.path("id").asLong() + "/rows?kind=rejected").path("items").get(0).path("repairable").asBoolean())
        .isTrue();
    JsonNode hopeless = client.check("c.geojson", plots(plot("B-3", "Boh", "100", "", 10.42), plot("B-4", "Venduto", "100", "", 10.43)), layer("plot"));
    assertThat(hopeless.path("report").path("rejected").get(0).path("repairable").asBoolean(true)).isFalse();
    JsonNode repaired = client.check("b.geojson", bowtie, "{\"layer\":\"plot\",\"territory\":\"" + territory() + "\",\"repair\":true}");
    assertThat(repaired.path("report").path("repaired").get(0).path("code").asString()).isEqualTo("geometry-self-intersection");
    client.apply(repaired);
    assertThat(db.sql("SELECT ST_IsValid(geom) FROM plot WHERE code = 'B-1'").query(Boolean.class).single()).isTrue();
  }

  @Test
  void aTerritorysOwnAccountLoadsIntoItsTerritoryOnly() {
    People people = new People(db, port);
    long id = people.make("test-bound", "desk", territory());
    LoadingClient bound = new LoadingClient(port, people.token(id, "1 hour", "load"));
    long load = bound.upload("l.geojson", plots(plot("T-1", "Venduto", "100", "", 10.4))).json().path("id").asLong();
    assertThat(bound.send("PUT", "/api/loads/" + load + "/plan", "{\"layer\":\"plot\",\"territory\":\"elsewhere\"}").status()).isEqualTo(403);
    assertThat(bound.send("PUT", "/api/loads/" + load + "/plan", "{\"layer\":\"territory\"}").status()).isEqualTo(403);
    assertThat(bound.send("PUT", "/api/layers/plot", "{}").status()).isEqualTo(403);
    JsonNode checked = bound.plan(load, "{\"layer\":\"plot\"}");
    assertThat(checked.path("plan").path("territory").asString()).isEqualTo(territory());
  }

  private String territory() {
    return db.sql("SELECT code FROM territory WHERE ST_Intersects(geom, ST_SetSRID(ST_MakePoint(10.4, 45.1), 4326)) ORDER BY ST_Area(geom) LIMIT 1")
        .query(String.class).optional().orElseGet(() -> db.sql("SELECT min(code) FROM territory").query(String.class).single());
  }

  private String layer(String id) {
    return "{\"layer\":\"" + id + "\",\"territory\":\"" + territory() + "\"}";
  }


  private static String effects(JsonNode load) {
    JsonNode r = load.path("report");
    return "created " + r.path("created").asInt() + ", changed " + r.path("changed").asInt() + ", unchanged " + r.path("unchanged").asInt()
        + ", removed " + r.path("removed").asInt();
  }

  private static List<String> codes(JsonNode report) {
    return report.path("rejected").valueStream().map(p -> p.path("code").asString() + " " + p.path("count").asInt() + " "
        + p.path("first").valueStream().map(f -> f.path("row").asInt()).toList()).toList();
  }

  static String plots(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  /** A square of about 80 m whose south-western corner is at lon, 45.1. */
  static String plot(String code, String status, String area, String from, double lon) {
    return "{\"type\":\"Feature\",\"properties\":{\"codice\":\"" + code + "\",\"stato\":\"" + status + "\",\"Superficie fondiaria\":\"" + area
        + "\",\"disponibile_dal\":\"" + from + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[" + lon + ",45.1],[" + (lon + 0.001)
        + ",45.1],[" + (lon + 0.001) + ",45.1007],[" + lon + ",45.1007],[" + lon + ",45.1]]]}}";
  }
}
