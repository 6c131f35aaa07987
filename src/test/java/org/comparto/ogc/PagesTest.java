package org.comparto.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
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

/** People and search engines read the same public data as programs do, in words, without JavaScript. */
@IntegrationTest
class PagesTest {

  private static final String EVIL = "</script><script>alert('x')</script>\"'&";

  @LocalServerPort
  int port;

  @Autowired
  JdbcClient db;

  @Autowired
  TransactionTemplate transactions;

  @Autowired
  Layers layers;

  @Test
  void everyCollectionItsListAndAnItemArePagesInBothLanguages() {
    for (Layer layer : layers.all()) {
      Optional<Long> first = db.sql("SELECT min(id) FROM " + layer.relation() + " WHERE publication_status = 'published'"
          + (layer.consent() == null ? "" : " AND 'identity' = ANY (consented_groups)")).query(Long.class).optional();
      String path = "/ogc/collections/" + layer.id();
      Stream<String> pages = Stream.concat(Stream.of(path, path + "/items"), first.map(id -> path + "/items/" + id).stream());
      for (String page : pages.toList()) {
        for (String language : List.of("it", "en")) {
          Http.Answer answer = Http.get(port, page + "?lang=" + language, "Accept", "text/html");
          String here = "http://localhost:" + port + page + "?lang=";
          assertThat(answer.status()).as(page + answer.text()).isEqualTo(200);
          assertThat(answer.header("Content-Language")).isEqualTo(language);
          assertThat(answer.text()).as(page).startsWith("<!doctype html>").contains("<html lang=\"" + language + "\"",
              "<link rel=\"canonical\" href=\"" + here + language + "\"", "hreflang=\"it\" href=\"" + here + "it\"",
              "hreflang=\"en\" href=\"" + here + "en\"", "<h1").containsPattern("<meta name=\"description\" content=\"[^\"]{10,}\"");
        }
      }
    }
  }

  @Test
  void anItemSaysItsValuesInWordsAndWhatIsNotKnown() {
    long id = db.sql("SELECT id FROM plot WHERE price_eur_m2 IS NULL AND status = 'available' AND area_m2 BETWEEN 1000 AND 9999 ORDER BY id LIMIT 1").query(Long.class).single();
    long area = db.sql("SELECT round(area_m2) FROM plot WHERE id = :id").param("id", id).query(Long.class).single();
    String page = Http.get(port, "/ogc/collections/plot/items/" + id + "?f=html&lang=en").text();
    assertThat(field(page, "status")).contains("Status").contains("Available");
    assertThat(field(page, "price_eur_m2")).contains("not known").doesNotContain(">0");
    assertThat(field(page, "area_m2")).contains(String.format(java.util.Locale.ENGLISH, "%,d", area)).contains("m²");
    assertThat(page).contains("Demonstration");
  }

  @Test
  void aPlotLeadsToItsZoneAndTheZoneToItsPlots() {
    long plot = db.sql("SELECT min(id) FROM plot").query(Long.class).single();
    var zone = db.sql("SELECT z.id, z.name FROM industrial_zone z JOIN plot p ON p.zone_id = z.id WHERE p.id = :id").param("id", plot).query().singleRow();
    String page = Http.get(port, "/ogc/collections/plot/items/" + plot + "?f=html&lang=it").text();
    assertThat(field(page, "zone_id")).contains("/ogc/collections/industrial_zone/items/" + zone.get("id") + "?lang=it", zone.get("name").toString());
    String back = Http.get(port, "/ogc/collections/industrial_zone/items/" + zone.get("id") + "?f=html").text();
    assertThat(back).contains("/ogc/collections/plot/items?zone_id=" + zone.get("id"));
    assertThat(Http.get(port, "/ogc/collections/plot/items?f=html&zone_id=" + zone.get("id")).status()).isEqualTo(200);
  }

  @Test
  void anItemOpensOnTheMapWhereItLies() {
    long id = db.sql("SELECT min(id) FROM gateway").query(Long.class).single();
    var place = db.sql("SELECT ST_X(geom) AS x, ST_Y(geom) AS y FROM gateway WHERE id = :id").param("id", id).query().singleRow();
    assertThat(Http.get(port, "/ogc/collections/gateway/items/" + id + "?f=html").text()).contains(
        String.format(java.util.Locale.ROOT, "&amp;at=%.5f,%.5f,", place.get("y"), place.get("x")), "&amp;feature=gateway/" + id);
  }

  @Test
  void followingNextReadsEveryPlotOnce() {
    List<Long> expected = db.sql("SELECT id FROM plot WHERE publication_status = 'published' ORDER BY id").query(Long.class).list();
    List<Long> read = new ArrayList<>();
    String next = "/ogc/collections/plot/items?f=html&limit=400";
    while (next != null) {
      String page = Http.get(port, next).text();
      read.addAll(all(page, "<th scope=\"row\"><a href=\"[^\"]*/items/(\\d+)\"").stream().map(Long::valueOf).toList());
      next = all(page, "rel=\"next\" href=\"([^\"]*)\"").stream().findFirst().map(href -> href.replace("&amp;", "&")).orElse(null);
    }
    assertThat(read).isEqualTo(expected);
  }

  @Test
  void theFormFiltersAndColumnsSort() {
    List<Long> expected = db.sql("SELECT id FROM plot WHERE status = 'available' AND area_m2 >= 5000 ORDER BY area_m2 DESC, id LIMIT 100").query(Long.class).list();
    String page = Http.get(port, "/ogc/collections/plot/items?f=html&lang=it&status=available&filter=area_m2%20%3E=%205000&sortby=-area_m2").text();
    assertThat(all(page, "<th scope=\"row\"><a href=\"[^\"]*/items/(\\d+)\\?").stream().map(Long::valueOf)).containsExactlyElementsOf(expected);
    assertThat(page).contains("aria-sort=\"descending\"", "<option value=\"available\" selected=\"selected\">", "name=\"robots\" content=\"noindex, follow\"");
  }

  @Test
  void fieldsOfTheFormThatWereLeftEmptyAreDroppedFromTheAddress() {
    Http.Answer answer = Http.get(port, "/ogc/collections/plot/items?f=html&status=sold&name=&filter=");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).as("relative: a forged Host gets nowhere").isEqualTo("/ogc/collections/plot/items?f=html&status=sold");
    assertThat(Http.get(port, "/ogc/collections/plot/items?status=").status()).isEqualTo(400);
  }

  @Test
  void whatAFeatureSaysNeverBecomesMarkup() {
    long id = db.sql("SELECT min(id) FROM thematic_quarry").query(Long.class).single();
    var before = db.sql("SELECT name, source, code FROM thematic_quarry WHERE id = :id").param("id", id).query().singleRow();
    Committed.write(transactions, db.sql("UPDATE thematic_quarry SET name = :evil, source = :evil, code = :evil WHERE id = :id").param("evil", EVIL).param("id", id));
    try {
      for (String path : List.of("/ogc/collections/quarry/items?f=html", "/ogc/collections/quarry/items/" + id + "?f=html")) {
        String page = Http.get(port, path).text();
        assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)").doesNotContain("<script>alert").doesNotContain("</script><script");
      }
      JsonNode place = jsonLd(Http.get(port, "/ogc/collections/quarry/items/" + id + "?f=html").text());
      assertThat(place.path("name").asString()).isEqualTo(EVIL);
    } finally {
      Committed.write(transactions, db.sql("UPDATE thematic_quarry SET name = :name, source = :source, code = :code WHERE id = :id").param("name", before.get("name"))
          .param("source", before.get("source")).param("code", before.get("code")).param("id", id));
    }
    String filter = Http.get(port, "/ogc/collections/plot/items?f=html&name=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").text();
    assertThat(filter).contains("&quot;&gt;&lt;script&gt;").doesNotContain("<script>alert");
  }

  @Test
  void searchEnginesLearnPlacesAndDatasets() {
    long id = db.sql("SELECT min(id) FROM gateway").query(Long.class).single();
    JsonNode place = jsonLd(Http.get(port, "/ogc/collections/gateway/items/" + id + "?f=html").text());
    assertThat(place.path("@type").asString()).isEqualTo("Place");
    assertThat(place.path("geo").path("latitude").asDouble()).isEqualTo(db.sql("SELECT ST_Y(geom) FROM gateway WHERE id = :id").param("id", id).query(Double.class).single());
    JsonNode dataset = jsonLd(Http.get(port, "/ogc/collections/plot?f=html&lang=en").text());
    assertThat(dataset.path("@type").asString()).isEqualTo("Dataset");
    assertThat(dataset.path("license").asString()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
  }

  @Test
  void pagesCarryNoScriptButData() {
    for (String path : List.of("/ogc", "/ogc/collections", "/ogc/collections/plot", "/ogc/collections/plot/items", "/ogc/api")) {
      assertThat(all(Http.get(port, path + "?f=html").text(), "(<script[^>]*>)")).as(path).allMatch("<script type=\"application/ld+json\">"::equals);
    }
  }

  @Test
  void aDraftHasNoPageAndIsInNoSitemap() {
    long id = db.sql("SELECT min(id) FROM gateway").query(Long.class).single();
    Committed.write(transactions, db.sql("UPDATE gateway SET publication_status = 'draft' WHERE id = :id").param("id", id));
    try {
      assertThat(Http.get(port, "/ogc/collections/gateway/items/" + id + "?f=html").status()).isEqualTo(404);
      assertThat(Http.get(port, "/sitemaps/gateway/1.xml").text()).doesNotContain("/items/" + id + "?");
    } finally {
      Committed.write(transactions, db.sql("UPDATE gateway SET publication_status = 'published' WHERE id = :id").param("id", id));
    }
  }

  @ParameterizedTest
  @CsvSource({"plot, owner_name", "plot, owner_contact", "plot, desk_notes"})
  void whatIsForTheDeskOnlyStandsOnNoPage(String layer, String attribute) {
    long id = db.sql("SELECT min(id) FROM " + layer).query(Long.class).single();
    String before = db.sql("SELECT " + attribute + " FROM " + layer + " WHERE id = :id").param("id", id).query(String.class).optional().orElse(null);
    Committed.write(transactions, db.sql("UPDATE " + layer + " SET " + attribute + " = 'riservato-xyz' WHERE id = :id").param("id", id));
    try {
      for (String path : List.of("", "/items?limit=5", "/items/" + id)) {
        assertThat(Http.get(port, "/ogc/collections/" + layer + path, "Accept", "text/html").text()).doesNotContain("riservato-xyz").doesNotContain(attribute);
      }
    } finally {
      Committed.write(transactions, db.sql("UPDATE " + layer + " SET " + attribute + " = :before WHERE id = :id").param("before", before).param("id", id));
    }
  }

  @Test
  void theSitemapsNameEveryPublicItemOnce() {
    assertThat(Http.get(port, "/robots.txt").text()).contains("Sitemap: http://localhost:" + port + "/sitemap.xml");
    List<String> files = all(Http.get(port, "/sitemap.xml").text(), "<loc>([^<]*)</loc>");
    Set<String> seen = new HashSet<>();
    long expected = 0;
    for (String file : files) {
      for (String page : all(Http.get(port, file).text(), "<loc>([^<]*items/\\d+\\?lang=it)</loc>")) {
        assertThat(seen.add(page)).as(page).isTrue();
      }
    }
    for (Layer layer : layers.all()) {
      expected += Http.get(port, "/ogc/collections/" + layer.id()).json().path("numberOfFeatures").asLong();
    }
    assertThat(seen).hasSize((int) expected);
    assertThat(Http.get(port, seen.iterator().next(), "Accept", "text/html").status()).isEqualTo(200);
    assertThat(Http.get(port, "/sitemaps/plot/999.xml").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ogc/collections/plot/items?f=html&lang=de", "/ogc/collections/plot/items/1?f=html&lang=de", "/ogc/collections/plot/items?f=html&colour=red"})
  void mistakesAreProblemsHereToo(String path) {
    assertThat(Http.get(port, path).problem()).isIn("invalid-parameter", "not-found");
  }

  private static String field(String page, String attribute) {
    return all(page, "(?s)data-attribute=\"" + attribute + "\">(.*?)</dd>").get(0);
  }

  private static JsonNode jsonLd(String page) {
    return JsonMapper.shared().readTree(all(page, "(?s)<script type=\"application/ld\\+json\">(.*?)</script>").get(0));
  }

  private static List<String> all(String page, String pattern) {
    return Pattern.compile(pattern).matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
