package org.comparto.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.comparto.crs.Crs;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The abstract tests of OGC API - Features Part 1 (core, GeoJSON) and Part 2 (CRS) that concern items and single items, as
 * OGC's executable suite puts them; the number is that of the abstract test in annex A.
 */
@IntegrationTest
class ConformanceItemsTest {

  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  /** Whose first axis is latitude or northing, looked up in the EPSG registry. */
  private static final List<Integer> NORTH_FIRST = List.of(4326, 3035, 6706);

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @Autowired
  TransactionTemplate transactions;
  @Autowired Layers layers;

  /** Tests 13, 22, 23, 24, 25, 26 and 2 (all coordinates in CRS84). */
  @Test
  void everyCollectionAnswersACompleteFeatureCollection() {
    for (Layer layer : layers.all()) {
      Http.Answer answer = Http.get(port, items(layer.id()), "Accept", "application/geo+json");
      assertThat(answer.status()).as(layer.id()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).startsWith("application/geo+json");
      assertThat(answer.header("Content-Crs")).isEqualTo("<" + CRS84 + ">");
      assertFeatureCollection(answer.json());
    }
  }

  /** Test 26: numberMatched is the number of features on all pages. */
  @ParameterizedTest
  @ValueSource(strings = {"", "limit=37", "limit=100&bbox=9.5,44.9,10.4,45.4", "limit=50&sortby=-name,code", "limit=90&datetime=2026-01-01T00:00:00Z",
      "limit=40&near=10.02,45.13&radius=30000"})
  void walkingThePagesGivesAsManyFeaturesAsMatchedAndEachOnce(String question) {
    String next = items("industrial_zone") + (question.isEmpty() ? "" : "?" + question);
    List<Long> ids = new ArrayList<>();
    long matched = -1;
    while (next != null) {
      JsonNode page = Http.get(port, next).json();
      matched = page.path("numberMatched").asLong(matched);
      page.path("features").forEach(feature -> ids.add(feature.path("id").asLong()));
      next = link(page, "next");
    }
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates().hasSize((int) matched);
  }

  /** Test 17. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50, 100, 10_000})
  void noMoreFeaturesThanTheLimit(int limit) {
    JsonNode page = Http.get(port, items("plot") + "?limit=" + limit).json();
    assertThat(page.path("features").size()).isLessThanOrEqualTo(limit);
    assertFeatureCollection(page);
  }

  /** Tests 14 and 15, with the boxes that OGC's suite sends; heights and an antimeridian are among them. */
  @ParameterizedTest
  @ValueSource(strings = {"5,43,15,48", "-180,-90,180,90", "177.0,65.0,-177.0,70.0", "-179.0,65.0,-178.0,70.0", "9.9,45.1,0,10.1,45.2,1000"})
  void aBoxSelectsWhatItTouches(String bbox) {
    JsonNode page = Http.get(port, items("bottleneck") + "?limit=10000&bbox=" + bbox).json();
    assertFeatureCollection(page);
    String[] n = bbox.split(",");
    int upper = n.length / 2;
    String sql = Double.parseDouble(n[0]) > Double.parseDouble(n[upper])
        ? "false" // Italy does not lie there
        : "ST_Intersects(geom, ST_MakeEnvelope(%s, %s, %s, %s, 4326))".formatted(n[0], n[1], n[upper], n[upper + 1]);
    assertThat(ids(page)).isEqualTo(db.sql("SELECT id FROM bottleneck WHERE " + sql + " ORDER BY id").query(Long.class).list());
  }

  /** Test 19: an instant, closed and half-open intervals, and all features that say nothing about time. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "2024-06-15T12:00:00Z          | valid_from <= '2024-06-15' AND valid_to > '2024-06-15'",
      "2024-06-15                    | valid_from <= '2024-06-15' AND valid_to > '2024-06-15'",
      "2024-06-15T01:00:00%2B02:00   | valid_from <= '2024-06-14' AND valid_to > '2024-06-14'",
      "2024-01-01T00:00:00Z/2024-12-31T23:59:59.5Z | valid_from <= '2024-12-31' AND valid_to > '2024-01-01'",
      "../2024-03-01T00:00:00Z       | valid_from <= '2024-03-01'",
      "/2024-03-01T00:00:00Z         | valid_from <= '2024-03-01'",
      "2024-03-01T00:00:00Z/..       | valid_to > '2024-03-01'",
      "2024-03-01t00:00:00z/         | valid_to > '2024-03-01'",
      "2024-03-01/P2M                | valid_from <= '2024-05-01' AND valid_to > '2024-03-01'",
      "../..                         | true",
  })
  void datetimeSelectsWhatHoldsThen(String datetime, String expected) {
    List<Long> ids = db.sql("SELECT id FROM gateway ORDER BY id").query(Long.class).list();
    assertThat(ids.size()).isGreaterThan(4);
    setValidity(ids.get(0), "'2024-01-01'", "'2024-06-15'");
    setValidity(ids.get(1), "'2024-06-15'", "'2024-06-16'");
    setValidity(ids.get(2), "'2025-01-01'", "null");
    setValidity(ids.get(3), "null", "'2024-03-01'");
    try {
      String condition = expected.replaceAll("(valid_\\w+) (<=|>) ('[^']+')", "($1 IS NULL OR $1 $2 $3)");
      JsonNode page = Http.get(port, items("gateway") + "?limit=10000&datetime=" + datetime.trim()).json();
      assertThat(ids(page)).isEqualTo(
          db.sql("SELECT id FROM gateway WHERE publication_status = 'published' AND " + condition + " ORDER BY id").query(Long.class).list());
    } finally {
      Committed.write(transactions, db.sql("UPDATE gateway SET valid_from = NULL, valid_to = NULL WHERE id = ANY (:ids)").param("ids", ids.subList(0, 4).toArray(Long[]::new))
          );
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2024-13-01", "2024-06-31T00:00:00Z", "2024-06-15T12:00:00", "2024-06-15T25:00:00Z", "2024", "a/b", "../../..",
      "2025-01-01/2024-01-01", "0x1", "P2M", "P2M/P3M", "2024-06-15T12:00Z"})
  void aDatetimeThatIsNoneIsRefused(String datetime) {
    Http.Answer answer = Http.get(port, items("gateway") + "?datetime=" + datetime);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo("datetime");
  }

  /** Tests 20 and 21, and Part 2 tests 5 and 9: what is invalid or unknown is 400. */
  @ParameterizedTest
  @CsvSource({"limit=unlimited, limit", "unknownQueryParameter12345=1, unknownQueryParameter12345", "crs=http://www.opengis.net/def/crs/EPSG/0/999999, crs",
      "crs=EPSG:4326, crs", "'bbox=1,2,3,4&bbox-crs=urn:ogc:def:crs:EPSG::4326', bbox-crs", "bbox-crs=nonsense, bbox-crs", "f=mvt, f",
      "sortby=geometry, sortby", "sortby=owner_name, sortby", "sortby=attachments, sortby", "'sortby=name,name', sortby", "offset=-1, offset",
      "offset=1&after=3, offset", "after=abc&sortby=name, after", "after=WzFd&sortby=name, after", "'near=10,45', radius", "radius=5, near",
      "'near=10,95&radius=5', near", "'near=10,45&radius=0', radius", "'near=10,45&radius=5&sortby=name', sortby", "filter-lang=sql, filter-lang",
      "filter=nonsense%20=%201, filter", "owner_name=x, owner_name", "area_m2=much, area_m2"})
  void whatIsInvalidOrUnknownIsRefused(String question, String parameter) {
    Http.Answer answer = Http.get(port, items("plot") + "?" + question);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
  }

  /** Tests 27, 28 and 29, and Part 2 test 4. */
  @Test
  void aFeatureCarriesItsIdAndItsLinks() {
    long id = db.sql("SELECT id FROM plot ORDER BY id LIMIT 1").query(Long.class).single();
    Http.Answer answer = Http.get(port, items("plot") + "/" + id, "Accept", "application/geo+json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/geo+json");
    assertThat(answer.header("Content-Crs")).isEqualTo("<" + CRS84 + ">");
    JsonNode feature = answer.json();
    assertThat(feature.path("type").asString()).isEqualTo("Feature");
    assertThat(feature.path("id").asLong()).isEqualTo(id);
    assertLinks(feature);
    assertThat(link(feature, "self")).endsWith("/items/" + id);
    assertThat(Http.get(port, link(feature, "collection")).json().path("id").asString()).isEqualTo("plot");
  }

  static Stream<Crs> offered() {
    return Crs.all().stream();
  }

  /** Part 2 tests 4, 6 and 7: the header, and coordinates in the authority's order of axes. */
  @ParameterizedTest
  @MethodSource("offered")
  void coordinatesComeInTheReferenceSystemAskedFor(Crs crs) {
    long id = db.sql("SELECT id FROM bottleneck WHERE GeometryType(geom) = 'POINT' OR true ORDER BY id LIMIT 1").query(Long.class).single();
    boolean latitudeFirst = !crs.uri().equals(CRS84) && NORTH_FIRST.contains(crs.srid());
    String first = latitudeFirst ? "ST_Y" : "ST_X";
    String second = latitudeFirst ? "ST_X" : "ST_Y";
    List<Double> expected = db.sql("SELECT " + first + "(p), " + second + "(p) FROM (SELECT (ST_DumpPoints(ST_Transform(geom, " + crs.srid()
        + "))).geom AS p FROM bottleneck WHERE id = :id LIMIT 1) AS t").param("id", id)
        .query((row, n) -> List.of(row.getDouble(1), row.getDouble(2))).single();
    double tolerance = crs.decimals() > 2 ? 1e-7 : 0.01;
    for (String path : List.of(items("bottleneck") + "/" + id + "?crs=" + crs.uri(), items("bottleneck") + "?id=" + id + "&crs=" + crs.uri())) {
      Http.Answer answer = Http.get(port, path);
      assertThat(answer.header("Content-Crs")).isEqualTo("<" + crs.uri() + ">");
      JsonNode feature = answer.json().has("features") ? answer.json().path("features").path(0) : answer.json();
      JsonNode at = feature.path("geometry").path("coordinates");
      while (at.path(0).isArray()) {
        at = at.path(0);
      }
      assertThat(Math.abs(at.path(0).asDouble() - expected.get(0))).as(path).isLessThanOrEqualTo(tolerance);
      assertThat(Math.abs(at.path(1).asDouble() - expected.get(1))).as(path).isLessThanOrEqualTo(tolerance);
    }
  }

  /** Part 2 test 8: the same box in any reference system; its edges are straight in that one. */
  @ParameterizedTest
  @MethodSource("offered")
  void aBoxMayComeInAnyReferenceSystem(Crs crs) {
    List<Double> box = db.sql("SELECT ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b) FROM (SELECT ST_Transform(ST_MakeEnvelope(9.9, 45.0, 10.2, 45.3, 4326), "
        + crs.srid() + ") AS b) AS t").query((row, n) -> List.of(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4))).single();
    boolean latitudeFirst = !crs.uri().equals(CRS84) && NORTH_FIRST.contains(crs.srid());
    String bbox = latitudeFirst ? "%s,%s,%s,%s".formatted(box.get(1), box.get(0), box.get(3), box.get(2))
        : "%s,%s,%s,%s".formatted(box.get(0), box.get(1), box.get(2), box.get(3));
    List<Long> expected = db.sql("SELECT id FROM industrial_zone WHERE ST_Intersects(ST_Transform(geom, " + crs.srid() + "), ST_MakeEnvelope(%s, %s, %s, %s, %d))"
        .formatted(box.get(0), box.get(1), box.get(2), box.get(3), crs.srid()) + " ORDER BY id").query(Long.class).list();

    assertThat(ids(Http.get(port, items("industrial_zone") + "?limit=10000&bbox-crs=" + crs.uri() + "&bbox=" + bbox).json()))
        .isNotEmpty().isEqualTo(expected);
  }

  /** Part 2 test 8 as OGC's suite asks it: the corners of the collection's own extent, moved into the reference system, mean all of it. */
  @ParameterizedTest
  @MethodSource("offered")
  void theMovedExtentOfACollectionLosesNoFeatureOfItsRim(Crs crs) {
    for (String layer : List.of("plot", "industrial_zone", "gateway", "bottleneck", "municipality", "territory")) {
      String extent = Http.get(port, "/ogc/collections/" + layer).json().path("extent").path("spatial").path("bbox").path(0).valueStream()
          .map(JsonNode::asString).collect(Collectors.joining(", "));
      int all = Http.get(port, items(layer) + "?limit=1").json().path("numberMatched").asInt();
      // two corners moved, and the box around all four of them
      for (String moved : List.of("ST_Collect(ST_Transform(ST_Point(ST_XMin(e), ST_YMin(e), 4326), S), ST_Transform(ST_Point(ST_XMax(e), ST_YMax(e), 4326), S))",
          "ST_Transform(e, S)")) {
        List<String> box = db.sql("SELECT ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b) FROM (SELECT " + moved.replace("S)", crs.srid() + ")")
            + " AS b FROM (SELECT ST_MakeEnvelope(" + extent + ", 4326) AS e) AS extent) AS t")
            .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).single();
        boolean latitudeFirst = !crs.uri().equals(CRS84) && NORTH_FIRST.contains(crs.srid());
        String bbox = latitudeFirst ? String.join(",", box.get(1), box.get(0), box.get(3), box.get(2)) : String.join(",", box);
        assertThat(Http.get(port, items(layer) + "?limit=1&bbox-crs=" + crs.uri() + "&bbox=" + bbox).json().path("numberMatched").asInt())
            .as(layer + " " + bbox).isEqualTo(all);
      }
    }
  }

  @Test
  void aBoxBeyondWhatAProjectionCanComputeIsTheCallersMistake() {
    Http.Answer answer = Http.get(port, items("plot") + "?bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3035&bbox=-1e300,-1e300,1e300,1e300");
    assertThat(answer.status()).as(answer.text()).isIn(200, 400);
  }

  private void assertFeatureCollection(JsonNode page) {
    assertThat(page.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(page.path("features").isArray()).isTrue();
    assertThat(page.path("numberReturned").asInt()).isEqualTo(page.path("features").size());
    assertThat(Duration.between(Instant.parse(page.path("timeStamp").asString()), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    assertLinks(page);
    for (JsonNode feature : page.path("features")) {
      assertThat(feature.path("type").asString()).isEqualTo("Feature");
      JsonNode at = feature.path("geometry").path("coordinates");
      while (at.path(0).isArray()) {
        at = at.path(0);
      }
      assertThat(at.path(0).asDouble()).isBetween(-180.0, 180.0);
      assertThat(at.path(1).asDouble()).isBetween(-90.0, 90.0);
    }
  }

  /** Test 23: a link to itself, to every other form, each with rel and type; and they lead somewhere. */
  private void assertLinks(JsonNode document) {
    assertThat(link(document, "self")).isNotNull();
    document.path("links").forEach(link -> {
      assertThat(link.path("rel").asString()).isNotEmpty();
      assertThat(link.path("type").asString()).isNotEmpty();
    });
  }

  private void setValidity(long id, String from, String to) {
    Committed.write(transactions, db.sql("UPDATE gateway SET valid_from = " + from + ", valid_to = " + to + " WHERE id = :id").param("id", id));
  }

  private static String items(String collection) {
    return "/ogc/collections/" + collection + "/items";
  }

  private static List<Long> ids(JsonNode page) {
    return StreamSupport.stream(page.path("features").spliterator(), false).map(f -> f.path("id").asLong()).toList();
  }

  private static String link(JsonNode page, String rel) {
    return StreamSupport.stream(page.path("links").spliterator(), false).filter(l -> l.path("rel").asString().equals(rel))
        .map(l -> l.path("href").asString()).findFirst().orElse(null);
  }
}
