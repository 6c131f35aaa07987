package org.comparto.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.comparto.source.Source;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files of official and open sources become records of their layers: chosen rows, parts of fields, terms, place. */
@IntegrationTest
class SourceLoadTest {

  private static final Path OWN = Path.of("src", "test", "resources", "source");
  private static final Path TOWN = Path.of("src", "test", "resources", "intake", "files", "town.osm");
  private static final Path SHARED = Path.of("..", "shared", "data");
  private static final JsonMapper JSON = JsonMapper.shared();

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  private final List<Long> applied = new ArrayList<>();
  private String token;

  @BeforeEach
  void signIn() {
    token = new People(db, port).token("admin", "read", "load", "admin");
  }

  @AfterEach
  void removeEverything() throws Exception {
    for (int i = applied.size() - 1; i >= 0; i--) {
      send("POST", "/api/loads/" + applied.get(i) + "/rollback", "{\"force\":true}");
      settled(applied.get(i));
    }
    new People(db, port).remove();
  }

  @Test
  void roadsOfInterestComeOutOfAnExtractThatLiesElsewhere() throws Exception {
    String territory = db.sql("SELECT code FROM territory ORDER BY code LIMIT 1").query(String.class).single();
    JsonNode load = load("osm-roads", TOWN, territory);
    assertThat(load.path("report").path("created").asInt()).as(load.toString()).isEqualTo(3);
    assertThat(rows("SELECT code || ' ' || (properties ->> 'road_class') || ' ' || coalesce(properties ->> 'max_height_m', '-') || ' '"
        + " || coalesce(properties ->> 'max_weight_t', '-') || ' ' || territory_code || ' ' || source FROM thematic_osm_road ORDER BY code"))
        .containsExactly("way/10 motorway 4.2 - " + territory + " © OpenStreetMap contributors",
            "way/12 residential - 3.5 " + territory + " © OpenStreetMap contributors",
            // feet are no metres: the limit is left open, not guessed
            "way/13 secondary - - " + territory + " © OpenStreetMap contributors");
    assertThat(load("osm-roads", TOWN, territory).path("report").path("unchanged").asInt()).isEqualTo(3);
  }

  @Test
  void tracksIndustrialAreasReservesAndAddressesEachGoToTheirLayer() throws Exception {
    load("osm-rail", TOWN, null);
    load("osm-industrial", TOWN, null);
    long official = count("thematic_protected_area");
    load("osm-protected-areas", TOWN, null);
    load("osm-addresses", TOWN, null);
    assertThat(rows("SELECT code FROM thematic_osm_railway")).containsExactly("way/14");
    assertThat(rows("SELECT code || ' ' || name FROM thematic_osm_industrial")).containsExactly("way/16 Polo prova");
    assertThat(rows("SELECT code || ' ' || name FROM thematic_osm_protected_area")).containsExactly("relation/20 Riserva prova");
    assertThat(count("thematic_protected_area")).isEqualTo(official);
    JsonNode found = Http.get(port, "/api/search?q=prova%20marittima%2012/a%20str.%20nuova").json().path("items").path(0);
    assertThat(found.path("name").asString()).as(found.toString()).isEqualTo("Strada Nuova 12/A");
    assertThat(found.path("layer").asString()).isEqualTo("address");
  }

  @Test
  void realExtractsHoldAsManyIndustrialAreasAndMotorwaysAsTheyAreKnownTo() throws Exception {
    if (!Files.isDirectory(SHARED.resolve("osm"))) {
      return;
    }
    JsonNode industrial = load("osm-industrial", SHARED.resolve("osm/liechtenstein-20240304.osm.pbf"), null);
    assertThat(industrial.path("report").path("read").asInt()).as("the data's own description says so").isEqualTo(69);
    load("osm-roads", SHARED.resolve("osm/porto_portugal_roads.osm.pbf"), null);
    // counted with ogr2ogr and the settings that GDAL comes with: highway is motorway, motorway_link, trunk or trunk_link
    assertThat(rows("SELECT count(*)::text FROM thematic_osm_road WHERE properties ->> 'road_class' IN ('motorway', 'trunk')")).containsExactly("2255");
  }

  @Test
  void parcelsOfAnAreaAreFetchedFromTheServiceAndFoundByAnyWayOfWritingTheirReference() throws Exception {
    HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    List<String> asked = new ArrayList<>();
    byte[] gml = Files.readAllBytes(OWN.resolve("parcels-inspire.gml"));
    service.createContext("/", exchange -> {
      asked.add(exchange.getRequestURI().getQuery());
      exchange.sendResponseHeaders(200, gml.length);
      exchange.getResponseBody().write(gml);
      exchange.close();
    });
    service.start();
    Source official = Source.find("cadastral-parcels").orElseThrow();
    String address = official.url().replaceFirst("https://[^/]+", "http://localhost:" + service.getAddress().getPort());
    Source here = new Source(official.id(), official.title(), official.publisher(), official.page(), official.licence(), official.attribution(),
        address, null, official.layer(), official.key(), official.mapping(), official.values(), official.rows(), official.parts(),
        official.anywhere(), official.refresh());
    try (SourceFile file = SourceFile.fetch(here, "10.02,45.13,10.024,45.132")) {
      assertThat(load("cadastral-parcels", file.path(), null).path("report").path("created").asInt()).isEqualTo(4);
    } finally {
      service.stop(0);
    }
    assertThat(asked.get(0)).as("latitude first").contains("BBOX=45.13,10.02,45.132,10.024,urn");
    assertThat(rows("SELECT concat_ws(' ', properties ->> 'section', properties ->> 'sheet', properties ->> 'annex', properties ->> 'development',"
        + " properties ->> 'parcel') FROM thematic_cadastral_parcel WHERE properties ->> 'cadastral_code' = 'Z999' ORDER BY code"))
        .containsExactlyInAnyOrder("12 0 0 345", "A 12 A 0 345", "100 0 0 7", "1 0 0 STRADA001");
    // longitude first, as everywhere outside the service
    assertThat(rows("SELECT ST_AsText(ST_Centroid(geom), 4) FROM thematic_cadastral_parcel WHERE code = 'Z999_010000.7'")).containsExactly("POINT(10.0205 45.1315)");

    assertThat(parcels("municipality=Z999&sheet=12&parcel=345")).containsExactly("Z999A0012A0.345", "Z999_001200.345");
    assertThat(parcels("municipality=z999&sheet=0012&parcel=00345&section=a")).containsExactly("Z999A0012A0.345");
    assertThat(parcels("municipality=Z999&sheet=1&parcel=strada001")).containsExactly("Z999_000100.STRADA001");
    assertThat(Http.get(port, "/api/search?q=Z999/100/7").json().path("items").path(0).path("code").asString()).isEqualTo("Z999_010000.7");
    assertThat(Http.get(port, "/api/search?q=Z999_010000.7").json().path("items").path(0).path("code").asString()).isEqualTo("Z999_010000.7");
  }

  @Test
  void aRegionsOwnFieldNamesAreGivenByASetting() throws Exception {
    String csv = "COMUNE_CAT;FG;NUM;ID;wkt\nZ998;0012;045;r-1;\"POLYGON((10.1 45.1,10.11 45.1,10.11 45.11,10.1 45.1))\"\n";
    Path file = Files.writeString(Files.createTempFile("regione", ".csv"), csv);
    JsonNode load = load("cadastral-parcels", file, null, "code=ID,cadastral_code=comune_cat,sheet=FG,parcel=NUM", 4326);
    Files.delete(file);
    assertThat(load.path("report").path("created").asInt()).as(load.toString()).isEqualTo(1);
    assertThat(parcels("municipality=Z998&sheet=12&parcel=45")).containsExactly("r-1");
  }

  @Test
  void aSourceIsDueUntilItIsLoadedAndAgainWhenTheLoadIsTakenBack() throws Exception {
    assertThat(source("osm-rail").path("due").asBoolean()).isTrue();
    long id = load("osm-rail", TOWN, null).path("id").asLong();
    JsonNode loaded = source("osm-rail");
    assertThat(loaded.path("due").asBoolean()).isFalse();
    assertThat(loaded.path("lastLoad").path("fileName").asString()).isEqualTo("town.osm");
    assertThat(loaded.path("licence").path("name").asString()).isEqualTo("ODbL 1.0");
    db.sql("UPDATE load SET applied_at = now() - interval '4 months' WHERE id = :id").param("id", id).update();
    assertThat(source("osm-rail").path("due").asBoolean()).as("after three months").isTrue();
    db.sql("UPDATE load SET applied_at = now() WHERE id = :id").param("id", id).update();
    send("POST", "/api/loads/" + id + "/rollback", "{}");
    settled(id);
    assertThat(source("osm-rail").path("due").asBoolean()).isTrue();
    assertThat(Http.get(port, "/api/sources").status()).isEqualTo(401);
  }

  private JsonNode source(String id) throws Exception {
    return get("/api/sources").path("sources").valueStream().filter(s -> s.path("id").asString().equals(id)).findFirst().orElseThrow();
  }

  private List<String> parcels(String query) {
    return Http.get(port, "/api/cadastre/parcels?" + query).json().path("features").valueStream()
        .map(f -> f.path("properties").path("code").asString()).sorted().toList();
  }

  private List<String> rows(String sql) {
    return db.sql(sql).query(String.class).list();
  }

  private long count(String relation) {
    return db.sql("SELECT count(*) FROM " + relation).query(Long.class).single();
  }

  private JsonNode load(String source, Path file, @Nullable String territory) throws Exception {
    return load(source, file, territory, null, null);
  }

  /** As the command line does it. */
  private JsonNode load(String source, Path file, @Nullable String territory, @Nullable String mapping, @Nullable Integer crs) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/loads?name=" + file.getFileName()))
        .header("Content-Type", "application/octet-stream").header("Authorization", "Bearer " + token).POST(HttpRequest.BodyPublishers.ofFile(file)).build();
    String sent = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    JsonNode uploaded = JSON.readTree(sent);
    assertThat(uploaded.has("inspection")).as(sent).isTrue();
    ObjectNode plan = JSON.createObjectNode().put("territory", territory);
    if (crs != null) {
      plan.put("crs", crs.intValue());
    }
    SourcePlan.fill(Source.find(source).orElseThrow(), mapping, plan, uploaded.path("inspection"));
    long id = uploaded.path("id").asLong();
    Http.Answer planned = send("PUT", "/api/loads/" + id + "/plan", plan.toString());
    assertThat(planned.status()).as(planned.text()).isEqualTo(202);
    JsonNode checked = settled(id);
    assertThat(checked.path("state").asString()).as(checked.toString()).isEqualTo("checked");
    send("POST", "/api/loads/" + id + "/apply", "{}");
    applied.add(id);
    return settled(id);
  }

  private JsonNode settled(long id) throws Exception {
    for (int i = 0; i < 2400; i++) {
      JsonNode now = get("/api/loads/" + id);
      if (!List.of("checking", "applying", "rolling_back").contains(now.path("state").asString())) {
        return now;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("load " + id + " does not end");
  }

  private JsonNode get(String path) {
    return send("GET", path, null).json();
  }

  private Http.Answer send(String method, String path, @Nullable String json) {
    return Http.send(port, method, path, json, "Authorization", "Bearer " + token);
  }
}
