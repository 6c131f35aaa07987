package org.comparto.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.reprezen.kaizen.oasparser.OpenApi3Parser;
import com.reprezen.kaizen.oasparser.model3.OpenApi3;
import com.reprezen.kaizen.oasparser.model3.Parameter;
import com.reprezen.kaizen.oasparser.val.ValidationResults;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.comparto.crs.Crs;
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
 * What OGC's test suite for Features (Part 1: A.2.2 to A.2.6 and the definitions of parameters in A.2.7; Part 2: A.1) asserts
 * about landing page, API definition, conformance and collections; the document is read by the parser that the suite uses.
 */
@IntegrationTest
class ConformancePagesTest {

  private static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

  @LocalServerPort
  int port;

  @Autowired
  JdbcClient db;

  @Autowired
  TransactionTemplate transactions;

  @Autowired
  Layers layers;

  @ParameterizedTest
  @ValueSource(strings = {"/ogc", "/ogc/"})
  void theLandingPageLeadsToDefinitionConformanceAndData(String path) {
    Http.Answer answer = Http.get(port, path, "Accept", "application/json, application/javascript, text/javascript, text/json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(links(answer.json(), "service-desc").map(l -> l.path("type").asString())).containsExactly(OPENAPI);
    for (String rel : List.of("self", "alternate", "service-doc", "conformance", "data")) {
      assertThat(links(answer.json(), rel)).as(rel).isNotEmpty();
    }
  }

  @Test
  void everyLinkOfTheLandingPageAnswersInTheTypeItPromises() {
    for (JsonNode link : Http.get(port, "/ogc").json().path("links")) {
      Http.Answer answer = Http.get(port, link.path("href").asString(), "Accept", link.path("type").asString());
      assertThat(answer.status()).as(link.toString()).isEqualTo(200);
      assertThat(answer.header("Content-Type").replace(";charset=UTF-8", "")).as(link.toString()).isEqualTo(link.path("type").asString());
    }
  }

  @Test
  void theApiDefinitionIsAValidOpenApiDocument() throws Exception {
    OpenApi3 api = definition();
    assertThat(api.getValidationItems().stream().map(ValidationResults.ValidationItem::toString)).isEmpty();
    assertThat(api.isValid()).isTrue();
    assertThat(api.getServers().get(0).getUrl()).isEqualTo("http://localhost:" + port + "/ogc");
    assertThat(Http.get(port, "/ogc/api").text()).doesNotContain("\"$ref\":\"http");
  }

  @Test
  void everyCollectionHasItsPathsAndTheirParametersInTheApiDefinition() throws Exception {
    OpenApi3 api = definition();
    layers.all().forEach(layer -> {
      String path = "/collections/" + layer.id();
      assertThat(api.getPaths()).containsKeys(path, path + "/items", path + "/items/{featureId}");
      Parameter limit = parameter(api, path + "/items", "limit");
      assertThat(limit.getIn()).isEqualTo("query");
      assertThat(limit.getRequired()).isFalse();
      assertThat(limit.getStyle()).isEqualTo("form");
      assertThat(limit.getExplode()).isFalse();
      assertThat(limit.getSchema().getType()).isEqualTo("integer");
      assertThat(List.of(limit.getSchema().getMinimum(), limit.getSchema().getMaximum(), limit.getSchema().getDefault())).asString().isEqualTo("[1, 10000, 100]");
      Parameter bbox = parameter(api, path + "/items", "bbox");
      assertThat(bbox.getSchema().getType()).isEqualTo("array");
      assertThat(List.of(bbox.getSchema().getMinItems(), bbox.getSchema().getMaxItems())).containsExactly(4, 6);
      assertThat(bbox.getSchema().getItemsSchema().getType()).isEqualTo("number");
      assertThat(bbox.getExplode()).isFalse();
    });
  }

  @Test
  void everyDocumentedPathAnswers() throws Exception {
    for (String path : definition().getPaths().keySet()) {
      Http.Answer answer = Http.get(port, "/ogc" + (path.equals("/") ? "" : concrete(path)));
      boolean itemOfNothing = path.endsWith("{featureId}") && firstId(path.split("/")[2]) == 0; // of a layer that is empty
      assertThat(answer.status()).as(path + ": " + answer.text()).isIn(itemOfNothing ? List.of(404) : List.of(200, 204));
    }
  }

  @Test
  void everyOperationAndParameterIsExplained() throws Exception {
    ApiWords words = ApiWords.read();
    JsonNode api = Http.get(port, "/ogc/api").json();
    api.path("paths").properties().forEach(path -> {
      String pattern = path.getKey().replaceFirst("^/collections/\\w+", "/collections/{collectionId}");
      assertThat(words.operations()).as("operations in ogc/api.yaml").containsKey(pattern);
    });
    assertThat(words.parameters().keySet()).as("parameters in ogc/api.yaml").containsAll(api.path("components").path("parameters").propertyNames());
  }

  @Test
  void theConformanceDeclarationNamesWhatTheSuiteLooksFor() {
    JsonNode classes = Http.get(port, "/ogc/conformance").json().path("conformsTo");
    assertThat(StreamSupport.stream(classes.spliterator(), false).map(JsonNode::asString)).doesNotHaveDuplicates().contains(
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html", "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
        "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");
  }

  @Test
  void collectionsLinkToThemselvesAndToEveryOtherForm() {
    JsonNode collections = Http.get(port, "/ogc/collections", "Accept", "application/json").json();
    assertThat(links(collections, "self").map(l -> l.path("type").asString())).containsExactly("application/json");
    assertThat(links(collections, "alternate").map(l -> l.path("type").asString())).containsExactly("text/html");
    assertThat(StreamSupport.stream(collections.path("collections").spliterator(), false).map(c -> c.path("id").asString()))
        .containsExactlyElementsOf(layers.all().stream().map(l -> l.id()).toList());
  }

  @Test
  void everyCollectionLinksToItsItemsInEveryFormAndNamesRelationAndTypeOfEachLink() {
    for (JsonNode collection : Http.get(port, "/ogc/collections").json().path("collections")) {
      assertThat(links(collection, "items").map(l -> l.path("type").asString())).contains("application/geo+json", "text/html");
      for (JsonNode link : collection.path("links")) {
        assertThat(link.path("rel").asString()).isNotBlank();
        assertThat(link.path("type").asString()).isNotBlank();
      }
    }
  }

  @Test
  void aCollectionSaysTheSameAloneAndInTheList() {
    for (JsonNode collection : Http.get(port, "/ogc/collections").json().path("collections")) {
      assertThat(Http.get(port, "/ogc/collections/" + collection.path("id").asString()).json()).isEqualTo(collection);
    }
  }

  @Test
  void everyCollectionOffersItsReferenceSystemsTheDefaultFirstAndTheStorageAmongThem() {
    for (JsonNode collection : Http.get(port, "/ogc/collections").json().path("collections")) {
      List<String> crs = StreamSupport.stream(collection.path("crs").spliterator(), false).map(JsonNode::asString).toList();
      assertThat(crs).containsExactlyElementsOf(Crs.all().stream().map(Crs::uri).toList());
      assertThat(crs.get(0)).isEqualTo("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
      assertThat(crs).contains(collection.path("storageCrs").asString()).allMatch(uri -> uri.matches("http://www\\.opengis\\.net/def/crs/(OGC/1\\.3|EPSG/0)/\\w+"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plot", "gateway", "bottleneck"})
  void theExtentHoldsEveryFeature(String layer) {
    JsonNode box = Http.get(port, "/ogc/collections/" + layer).json().path("extent").path("spatial").path("bbox").path(0);
    long outside = db.sql("SELECT count(*) FROM " + layer + " WHERE publication_status = 'published' AND NOT ST_Within(geom, "
            + "ST_Expand(ST_MakeEnvelope(:w, :s, :e, :n, 4326), 1e-9))")
        .param("w", box.path(0).asDouble()).param("s", box.path(1).asDouble()).param("e", box.path(2).asDouble()).param("n", box.path(3).asDouble())
        .query(Long.class).single();
    assertThat(outside).isZero();
  }

  @Test
  void theTemporalExtentIsOpenWhereAFeatureHasNoEnd() {
    Committed.write(transactions, db.sql("UPDATE gateway SET valid_from = DATE '2020-02-03' + (id % 3)::int"));
    try {
      JsonNode interval = Http.get(port, "/ogc/collections/gateway").json().path("extent").path("temporal").path("interval").path(0);
      String first = db.sql("SELECT min(valid_from) FROM gateway").query(String.class).single();
      assertThat(interval.path(0).asString()).isEqualTo(first + "T00:00:00Z");
      assertThat(interval.path(1).isNull()).isTrue();
    } finally {
      Committed.write(transactions, db.sql("UPDATE gateway SET valid_from = NULL"));
    }
  }

  @ParameterizedTest(name = "{0} with Accept {1} is {2}")
  @CsvSource(delimiter = '|', value = {
      "/ogc | */* | application/json", "/ogc | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
      "/ogc/collections | application/json;q=0.5,text/html;q=0.4 | application/json", "/ogc/collections | text/* | text/html",
      "/ogc/collections?f=json | text/html | application/json", "/ogc/collections/plot?f=html | application/json | text/html",
      "/ogc/conformance | text/html | text/html", "/ogc/api | application/json | " + OPENAPI, "/ogc/api | text/html | text/html"})
  void theFormIsWhatFSaysElseWhatIsAccepted(String path, String accept, String type) {
    assertThat(Http.get(port, path, "Accept", accept).header("Content-Type")).startsWith(type);
  }

  @ParameterizedTest(name = "{0} with Accept {1} is {2}")
  @CsvSource(delimiter = '|', value = {"/ogc | image/png | 406", "/ogc/collections | text/html;q=0 | 406", "/ogc/api | application/yaml | 406",
      "/ogc?f=xml | */* | 400", "/ogc/collections?lang=fr | */* | 400", "/ogc/collections/plot | no type | 400", "/ogc/collections/none | text/html | 404",
      "/ogc/collections/plot?lang=it&lang=en | */* | 400"})
  void whatCanNotBeGivenIsAProblem(String path, String accept, int status) {
    Http.Answer answer = Http.get(port, path, "Accept", accept);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.problem()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"it-IT, ?, it, Lotti", "en-GB, ?, en, Plots", "de, ?, it, Lotti", "it, ?lang=en, en, Plots", "en, ?lang=it, it, Lotti"})
  void titlesAreInTheLanguageOfTheCallerAndTheAnswerSaysWhich(String accepted, String query, String language, String title) {
    Http.Answer answer = Http.get(port, "/ogc/collections/plot" + (query.equals("?") ? "" : query), "Accept-Language", accepted);
    assertThat(answer.json().path("title").asString()).isEqualTo(title);
    assertThat(answer.header("Content-Language")).isEqualTo(language);
    assertThat(String.join(",", answer.response().headers().allValues("Vary")).toLowerCase()).contains("accept", "accept-language");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void headAnswersLikeGetWithoutABody(String path) {
    Http.Answer head = Http.send(port, "HEAD", path, null);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.bytes()).isEmpty();
    assertThat(head.header("Content-Type")).isEqualTo(Http.get(port, path).header("Content-Type"));
  }

  static Stream<String> pages() {
    return Stream.of("/ogc", "/ogc/conformance", "/ogc/api", "/ogc/collections", "/ogc/collections/plot")
        .flatMap(path -> Stream.of(path, path + "?f=html"));
  }

  private OpenApi3 definition() throws Exception {
    Http.Answer answer = Http.get(port, "/ogc/api", "Accept", OPENAPI);
    assertThat(answer.header("Content-Type")).isEqualTo(OPENAPI);
    return new OpenApi3Parser().parse(answer.text(), URI.create("http://localhost:" + port + "/ogc/api").toURL(), true);
  }

  /** A path with values that exist for its variables. */
  private String concrete(String path) {
    String collection = path.replaceAll("^/collections/(\\w+).*", "$1");
    return path.replaceAll("\\{featureId}", path.contains("{featureId}") ? String.valueOf(firstId(collection)) : "")
        .replace("{tileMatrixSetId}", "WebMercatorQuad").replace("{tileMatrix}", "6").replace("{tileRow}", "22").replace("{tileCol}", "33")
        .replace("{styleId}", "default");
  }

  private long firstId(String collection) {
    return Http.get(port, "/ogc/collections/" + collection + "/items?limit=1").json().path("features").path(0).path("id").asLong();
  }

  private static Parameter parameter(OpenApi3 api, String path, String name) {
    return api.getPath(path).getGet().getParameters().stream().filter(p -> p.getName().equals(name)).findFirst().orElseThrow();
  }

  private static Stream<JsonNode> links(JsonNode document, String rel) {
    return StreamSupport.stream(document.path("links").spliterator(), false).filter(l -> l.path("rel").asString().equals(rel));
  }
}
