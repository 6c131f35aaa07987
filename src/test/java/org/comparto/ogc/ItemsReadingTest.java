package org.comparto.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
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

/** Features that lie ready in memory are what the database would say now, in the order asked for, and never more than is public. */
@IntegrationTest
class ItemsReadingTest {

  private static final String MARKER = "solo-per-lo-sportello-7391";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Layers layers;
  @Autowired TransactionTemplate transactions;

  @AfterEach
  void nobodyStays() {
    new People(db, port).remove();
  }

  @Test
  void everyLayersTextIsWhatTheDatabaseWouldWrite() {
    for (Layer layer : layers.all()) {
      PublicReading reading = new PublicReading(layer);
      List<String> expected = db.sql("SELECT json_build_object('type', 'Feature', 'id', id, 'geometry', ST_AsGeoJSON(geom, 7)::json, 'properties',"
          + " (SELECT row_to_json(p) FROM (SELECT " + reading.values(layer.publicAttributes()) + ") AS p))::text FROM " + reading.relation()
          + " WHERE " + reading.condition() + " ORDER BY id LIMIT 50").query(String.class).list();
      for (int round = 0; round < 2; round++) { // read, then ready
        JsonNode page = Http.get(port, "/ogc/collections/" + layer.id() + "/items?limit=50").json();
        assertThat(page.path("features").size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
          assertThat(page.path("features").path(i)).as(layer.id()).isEqualTo(JsonMapper.shared().readTree(expected.get(i)));
        }
      }
    }
  }

  @Test
  void textThatLooksLikeJsonStaysText() {
    String name = "a\"b\\c{\"d\":[1,2}],\"e\":null} è – 🚛 \\";
    changing("gateway", "name", name, id -> {
      assertThat(feature("gateway", id).path("properties").path("name").asString()).isEqualTo(name);
      assertThat(feature("gateway", id).path("properties").path("name").asString()).isEqualTo(name);
      JsonNode chosen = Http.get(port, "/ogc/collections/gateway/items/" + id + "?properties=name").json().path("properties");
      assertThat(chosen.propertyNames()).containsExactly("name");
      assertThat(chosen.path("name").asString()).isEqualTo(name);
      return id;
    });
  }

  @Test
  void whatIsForTheDeskIsServedToNobody() {
    People people = new People(db, port);
    List<Visitor> everybody = List.of(Visitor.anonymous(port), people.signIn("viewer"), people.signIn("desk"));
    String token = people.token("admin", "read", "write", "load", "admin");
    int fields = 0;
    for (Layer layer : layers.all()) {
      for (Attribute attribute : layer.attributes().stream().filter(a -> !a.isPublic()).toList()) {
        fields++;
        changing(layer.id(), attribute.name(), marked(attribute), id -> {
          for (String path : List.of("/items/" + id, "/items?id=" + id, "/items?limit=10000", "/items/" + id + "?crs=http://www.opengis.net/def/crs/EPSG/0/7791")) {
            String address = "/ogc/collections/" + layer.id() + path;
            for (Visitor visitor : everybody) {
              assertThat(visitor.send("GET", address, null).text()).doesNotContain(MARKER).doesNotContain(attribute.name() + "\":");
            }
            assertThat(Http.get(port, address, "Authorization", "Bearer " + token).text()).doesNotContain(MARKER);
          }
          return id;
        });
      }
    }
    assertThat(fields).isPositive();
  }

  @Test
  void whatATransactionWritesIsSeenWhenItIsCommittedAndNotBefore() {
    long id = first("gateway");
    String name = name(id);
    transactions.executeWithoutResult(transaction -> {
      db.sql("UPDATE gateway SET name = 'Primo' WHERE id = :id").param("id", id).update();
      assertThat(feature("gateway", id).path("properties").path("name").asString()).isEqualTo(name);
      db.sql("UPDATE gateway SET name = 'Secondo' WHERE id = :id").param("id", id).update();
      assertThat(feature("gateway", id).path("properties").path("name").asString()).isEqualTo(name);
      transaction.setRollbackOnly();
    });
    assertThat(feature("gateway", id).path("properties").path("name").asString()).isEqualTo(name);
  }

  @Test
  void aFeaturesTagHoldsUntilItChanges() {
    long id = first("gateway");
    String path = "/ogc/collections/gateway/items/" + id;
    String tag = Http.get(port, path).header("ETag");
    assertThat(tag).startsWith("\"");
    assertThat(Http.get(port, path, "If-None-Match", tag).status()).isEqualTo(304);
    changing("gateway", "name", "Altro nome", changed -> {
      Http.Answer answer = Http.get(port, path, "If-None-Match", tag);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).contains("Altro nome");
      return changed;
    });
    changing("gateway", "publication_status", "retired", retired -> {
      assertThat(Http.get(port, path, "If-None-Match", tag).status()).isEqualTo(404);
      return retired;
    });
  }

  @ParameterizedTest
  @CsvSource({"sortby=-price_eur_m2, price_eur_m2 DESC NULLS LAST", "'sortby=status,-area_m2', 'status NULLS LAST, area_m2 DESC NULLS LAST'",
      "sortby=%2Bavailable_from, available_from NULLS LAST", "sortby=-demonstration, demonstration DESC", "sortby=updated_at, updated_at",
      "'sortby=name&bbox=9.5,45.0,10.2,45.3&status=available', name"})
  void pagesOfAnyOrderAreWhole(String question, String order) {
    String where = question.contains("bbox") ? "status = 'available' AND ST_Intersects(geom, ST_MakeEnvelope(9.5, 45.0, 10.2, 45.3, 4326))" : "true";
    List<Long> expected = db.sql("SELECT id FROM plot WHERE publication_status = 'published' AND " + where + " ORDER BY " + order + ", id")
        .query(Long.class).list();
    List<Long> read = new ArrayList<>();
    String next = "/ogc/collections/plot/items?properties=code&limit=173&" + question;
    while (next != null) {
      JsonNode page = Http.get(port, next).json();
      assertThat(page.path("numberMatched").asInt()).isEqualTo(expected.size());
      read.addAll(ids(page));
      next = link(page, "next");
    }
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void offsetPassesOverAndLeadsBack() {
    List<Long> all = ids(Http.get(port, "/ogc/collections/plot/items?limit=30&properties=code").json());
    JsonNode page = Http.get(port, "/ogc/collections/plot/items?limit=10&offset=10&properties=code").json();
    assertThat(ids(page)).isEqualTo(all.subList(10, 20));
    assertThat(ids(Http.get(port, link(page, "prev")).json())).isEqualTo(all.subList(0, 10));
    assertThat(ids(Http.get(port, link(page, "first")).json())).isEqualTo(all.subList(0, 10));
    assertThat(ids(Http.get(port, link(page, "next")).json())).isEqualTo(all.subList(20, 30));
  }

  @ParameterizedTest
  @CsvSource({"10.02, 45.13, 5000, 7", "10.02, 45.13, 30000, 50", "7.87, 45.46, 10000, 50", "12.29, 44.25, 800, 20", "10.6, 43.84, 1000000, 100",
      "0, 0, 1000, 5", "179.999, 45, 1000000, 5", "10.8, 44.55, 100, 50"})
  void theNearestComeFirstByTrueDistance(double longitude, double latitude, double radius, int limit) {
    String place = "ST_SetSRID(ST_MakePoint(" + longitude + ", " + latitude + "), 4326)::geography";
    List<Long> expected = db.sql("SELECT id FROM plot WHERE publication_status = 'published' AND status = 'available' AND area_m2 > 2000"
        + " AND ST_Distance(geom::geography, " + place + ") <= " + radius + " ORDER BY ST_Distance(geom::geography, " + place + "), id")
        .query(Long.class).list();
    String path = "/ogc/collections/plot/items?properties=code&status=available&filter=area_m2%3E2000&near=" + longitude + "," + latitude
        + "&radius=" + radius + "&limit=" + limit;
    JsonNode page = Http.get(port, path).json();
    assertThat(ids(page)).isEqualTo(expected.subList(0, Math.min(limit, expected.size())));
    List<Double> metres = StreamSupport.stream(page.path("features").spliterator(), false).map(f -> f.path("distance_m").asDouble()).toList();
    assertThat(metres).isSorted();
    if (expected.size() > limit) {
      assertThat(ids(Http.get(port, link(page, "next")).json())).isEqualTo(expected.subList(limit, Math.min(2 * limit, expected.size())));
    }
  }

  @Test
  void aCodeFindsItsFeature() {
    Map<String, Object> plot = db.sql("SELECT id, code FROM plot ORDER BY id DESC LIMIT 1").query().singleRow();
    assertThat(ids(Http.get(port, "/ogc/collections/plot/items?code=" + plot.get("code")).json())).containsExactly((Long) plot.get("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/geo+json", "application/json", "*/*", "no type", "application/geo+json;q=0.5, image/png",
      "image/png, */*;q=0.1"})
  void geoJsonIsWhatIsMeantWhereNothingElseIsAskedFor(String accept) {
    assertThat(Http.get(port, "/ogc/collections/territory/items", "Accept", accept).header("Content-Type")).startsWith("application/geo+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/items", "/items?limit=1", "/download"})
  void whatCanNotBeAcceptedIsToldWhatThereIs(String path) {
    String address = "/ogc/collections/territory" + path;
    Http.Answer answer = Http.get(port, address, "Accept", "text/nothing, image/*");
    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.problem()).isEqualTo("not-acceptable");
    assertThat(answer.json().path("detail").asString()).contains("application/geo+json (f=json)", "text/csv;charset=utf-8 (f=csv)");
    assertThat(Http.get(port, address + (path.contains("?") ? "&" : "?") + "f=json", "Accept", "text/nothing").status()).isEqualTo(200);
  }

  @Test
  void aPageFromElsewhereMayReadTheHeadersThatTellHowToGoOn() {
    Http.Answer answer = Http.get(port, "/ogc/collections/territory/items?f=csv&limit=1", "Origin", "https://elsewhere.example");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Expose-Headers").split(", *"))
        .contains("Link", "Content-Disposition", "Content-Crs", "ETag", "Retry-After", "Comparto-Notice");
  }

  @Test
  void aFilterThatCanNotBeComputedIsTheCallersMistake() {
    Http.Answer answer = Http.get(port, "/ogc/collections/plot/items?filter=area_m2%20/%20(area_m2%20-%20area_m2)%20%3E%201");
    assertThat(answer.status()).as(answer.text()).isIn(200, 400);
  }

  /** A value that is looked for in answers; the groups consented to are a closed list, whose name at least is looked for. */
  private static String marked(Attribute attribute) {
    if (attribute.name().equals("consented_groups") || attribute.name().equals("stated_consents")) {
      return "{identity,visit,contact}";
    }
    return switch (attribute.type()) {
      case TEXT_LIST -> "{" + MARKER + "}";
      case DATE -> "1903-02-01"; // its name is looked for
      default -> MARKER;
    };
  }

  private void changing(String layer, String column, String value, UnaryOperator<Long> meanwhile) {
    long id = first(layer);
    String relation = layers.getLayer(layer, "layer").relation();
    String type = db.sql("SELECT pg_typeof(" + column + ")::text FROM " + relation + " LIMIT 1").query(String.class).single();
    String old = db.sql("SELECT " + column + "::text FROM " + relation + " WHERE id = :id").param("id", id).query(String.class).optional().orElse(null);
    feature(layer, id); // ready
    Committed.write(transactions, db.sql("UPDATE " + relation + " SET " + column + " = CAST(:value AS " + type + ") WHERE id = :id").param("value", value).param("id", id));
    try {
      meanwhile.apply(id);
    } finally {
      Committed.write(transactions, db.sql("UPDATE " + relation + " SET " + column + " = CAST(:value AS " + type + ") WHERE id = :id").param("value", old).param("id", id));
    }
  }

  private long first(String layer) {
    return ids(Http.get(port, "/ogc/collections/" + layer + "/items?limit=1").json()).get(0);
  }

  private String name(long id) {
    return db.sql("SELECT name FROM gateway WHERE id = :id").param("id", id).query(String.class).single();
  }

  private JsonNode feature(String layer, long id) {
    return Http.get(port, "/ogc/collections/" + layer + "/items/" + id).json();
  }

  private static List<Long> ids(JsonNode page) {
    return StreamSupport.stream(page.path("features").spliterator(), false).map(f -> f.path("id").asLong()).toList();
  }

  private static String link(JsonNode page, String rel) {
    return StreamSupport.stream(page.path("links").spliterator(), false).filter(l -> l.path("rel").asString().equals(rel))
        .map(l -> l.path("href").asString()).findFirst().orElse(null);
  }
}
