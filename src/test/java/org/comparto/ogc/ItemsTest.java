package org.comparto.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Reading features over HTTP gives what is in the database, all of what is public and nothing else. */
@IntegrationTest
class ItemsTest {

  @LocalServerPort
  int port;

  @Autowired
  JdbcClient db;

  @Autowired
  TransactionTemplate transactions;

  @Autowired
  Layers layers;

  @ParameterizedTest
  @ValueSource(strings = {"10.0,45.1,10.1,45.2", "7,44,13,46", "-180,-90,180,90", "0,0,0,0", "170,40,11,46"})
  void aBoxHoldsExactlyTheFeaturesThatTouchIt(String bbox) {
    String[] edges = bbox.split(",");
    boolean overTheEdge = Double.parseDouble(edges[0]) > Double.parseDouble(edges[2]);
    String box = "ST_MakeEnvelope(%s, %s, %s, %s, 4326)";
    String touches = overTheEdge
        ? "ST_Intersects(geom, " + box.formatted(edges[0], edges[1], "180", edges[3]) + ") OR ST_Intersects(geom, " + box.formatted("-180", edges[1], edges[2], edges[3]) + ")"
        : "ST_Intersects(geom, " + box.formatted(edges[0], edges[1], edges[2], edges[3]) + ")";
    List<Long> expected = db.sql("SELECT id FROM plot WHERE " + touches + " ORDER BY id").query(Long.class).list();

    JsonNode answer = Http.get(port, "/ogc/collections/plot/items?limit=10000&bbox=" + bbox).json();

    assertThat(ids(answer)).isEqualTo(expected);
    assertThat(answer.path("numberMatched").asLong()).isEqualTo(expected.size());
    assertThat(answer.path("numberReturned").asLong()).isEqualTo(expected.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100})
  void followingNextReadsEveryPlotOnce(int limit) {
    List<Long> expected = db.sql("SELECT id FROM plot ORDER BY id LIMIT 200").query(Long.class).list();
    List<Long> read = new ArrayList<>();
    String next = "/ogc/collections/plot/items?limit=" + limit;
    while (next != null && read.size() < 200) {
      JsonNode page = Http.get(port, next).json();
      read.addAll(ids(page));
      next = link(page, "next");
    }
    assertThat(read.subList(0, expected.size())).isEqualTo(expected);
    assertThat(read).doesNotHaveDuplicates();
  }

  @Test
  void theLastPageHasNoNext() {
    JsonNode all = Http.get(port, "/ogc/collections/territory/items?limit=5").json();
    assertThat(all.path("numberReturned").asInt()).isEqualTo(5);
    assertThat(link(all, "next")).isNull();
  }

  @Test
  void aLimitAboveTheMostIsClampedNotRefused() {
    assertThat(Http.get(port, "/ogc/collections/territory/items?limit=99999999999999999999").json().path("numberReturned").asInt()).isEqualTo(5);
  }

  @Test
  void propertiesChoosesAttributes() {
    JsonNode feature = Http.get(port, "/ogc/collections/plot/items?limit=1&properties=status,area_m2").json().path("features").path(0);
    assertThat(feature.path("properties").propertyNames()).containsExactlyInAnyOrder("status", "area_m2");
  }

  @Test
  void everyLayerServesItsPublicAttributesAndNoOther() {
    for (Layer layer : layers.all()) {
      JsonNode page = Http.get(port, "/ogc/collections/" + layer.id() + "/items?limit=1").json();
      if (page.path("numberMatched").asLong() == 0) {
        continue; // nothing of the demonstration is in it
      }
      assertThat(page.path("features").size()).as(layer.id()).isEqualTo(1);
      assertThat(page.path("features").path(0).path("properties").propertyNames()).as(layer.id())
          .containsExactlyElementsOf(layer.attributes().stream().filter(Attribute::isPublic).map(Attribute::name).toList());
    }
  }

  @Test
  void whatIsNotKnownIsNullAndNotZero() {
    long id = db.sql("SELECT id FROM plot WHERE price_eur_m2 IS NULL AND publication_status = 'published' ORDER BY id LIMIT 1").query(Long.class).single();
    JsonNode properties = Http.get(port, "/ogc/collections/plot/items/" + id).json().path("properties");
    assertThat(properties.has("price_eur_m2")).isTrue();
    assertThat(properties.path("price_eur_m2").isNull()).isTrue();
  }

  @Test
  void aDraftIsNotServedAnywhere() {
    long id = db.sql("SELECT id FROM plot WHERE publication_status = 'published' ORDER BY id LIMIT 1").query(Long.class).single();
    int all = Http.get(port, "/ogc/collections/plot/items?limit=1").json().path("numberMatched").asInt();
    Committed.write(transactions, db.sql("UPDATE plot SET publication_status = 'draft' WHERE id = :id").param("id", id));
    try {
      assertThat(Http.get(port, "/ogc/collections/plot/items/" + id).status()).isEqualTo(404);
      assertThat(Http.get(port, "/ogc/collections/plot/items?limit=1").json().path("numberMatched").asInt()).isEqualTo(all - 1);
    } finally {
      Committed.write(transactions, db.sql("UPDATE plot SET publication_status = 'published' WHERE id = :id").param("id", id));
    }
  }

  @Test
  void aCompanyShowsOnlyTheGroupsItConsentedTo() {
    for (JsonNode company : Http.get(port, "/ogc/collections/company/items?limit=1000").json().path("features")) {
      List<String> groups = List.of((String[]) db.sql("SELECT consented_groups FROM company WHERE id = :id")
          .param("id", company.path("id").asLong()).query((row, n) -> row.getArray(1).getArray()).single());
      assertThat(groups).contains("identity");
      layers.getLayer("company", "layer").publicAttributes().stream()
          .filter(a -> a.consent() != null && !groups.contains(a.consent()))
          .forEach(a -> assertThat(company.path("properties").path(a.name()).isNull()).as(a.name()).isTrue());
    }
  }

  @Test
  void companiesWithoutConsentAreNotServedAtAll() {
    Map<String, Object> counts = db.sql("SELECT count(*) AS all, count(*) FILTER (WHERE 'identity' = ANY (consented_groups)) AS consented FROM company")
        .query().singleRow();
    assertThat((Long) counts.get("all")).isGreaterThan((Long) counts.get("consented"));
    assertThat(Http.get(port, "/ogc/collections/company/items?limit=1").json().path("numberMatched").asLong()).isEqualTo(counts.get("consented"));
  }

  @Test
  void anUnchangedLayerIsAnswered304AndAChangeIsSeenInTheNextAnswer() {
    String path = "/ogc/collections/gateway/items?limit=5";
    Http.Answer first = Http.get(port, path);
    assertThat(Http.get(port, path, "If-None-Match", first.header("ETag")).status()).isEqualTo(304);

    long id = ids(first.json()).get(0);
    String name = db.sql("SELECT name FROM gateway WHERE id = :id").param("id", id).query(String.class).single();
    Committed.write(transactions, db.sql("UPDATE gateway SET name = 'Casello di prova' WHERE id = :id").param("id", id));
    try {
      Http.Answer second = Http.get(port, path, "If-None-Match", first.header("ETag"));
      assertThat(second.status()).isEqualTo(200);
      assertThat(second.text()).contains("Casello di prova");
    } finally {
      Committed.write(transactions, db.sql("UPDATE gateway SET name = :name WHERE id = :id").param("name", name).param("id", id));
    }
  }

  @Test
  void foldingChangesMovesNoRevision() {
    long before = db.sql("SELECT current_revision('plot')").query(Long.class).single();
    db.sql("SELECT fold_layer_changes()").query().listOfRows();
    assertThat(db.sql("SELECT current_revision('plot')").query(Long.class).single()).isEqualTo(before).isPositive();
  }

  @Test
  void answersAreCompressedOnRequest() {
    Http.Answer answer = Http.get(port, "/ogc/collections/plot/items?limit=50", "Accept-Encoding", "gzip");
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.json().path("numberReturned").asInt()).isEqualTo(50);
  }

  @Test
  void anyPageMayReadWhatIsPublic() {
    assertThat(Http.get(port, "/ogc/collections", "Origin", "https://example.org").header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  private static List<Long> ids(JsonNode page) {
    return StreamSupport.stream(page.path("features").spliterator(), false).map(f -> f.path("id").asLong()).toList();
  }

  private static String link(JsonNode page, String rel) {
    return StreamSupport.stream(page.path("links").spliterator(), false).filter(l -> l.path("rel").asString().equals(rel))
        .map(l -> l.path("href").asString()).findFirst().orElse(null);
  }
}
