package org.comparto.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Document;
import tools.jackson.databind.json.JsonMapper;

/** Every zone has a page that people and search engines can read, and it says what is not known. */
@IntegrationTest
class ZonePagesTest {

  private static final String FRESH = "coalesce(verified_on, surveyed_on, updated_at::date) >= current_date - 360";
  private static final Pattern JSON_LD = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  long montaletto;

  @BeforeEach
  void theZoneOfMontaletto() {
    montaletto = db.sql("SELECT id FROM industrial_zone WHERE code = 'MO-01'").query(Long.class).single();
  }

  @AfterEach
  void noZoneOfOurs() {
    Committed.write(transactions, db.sql("DELETE FROM company WHERE code LIKE 'ZONE-%'"));
    Committed.write(transactions, db.sql("DELETE FROM industrial_zone WHERE code LIKE 'ZONE-%'"));
  }

  @Test
  void theZoneIsToldInBothLanguages() {
    String italian = page(montaletto, "it");
    assertThat(italian).contains("<html lang=\"it\"", "Area artigianale di Montaletto", "Montaletto Lavoro", "Dati dimostrativi, non ufficiali",
        "Rifacimento di via dell&#39;Industria", "20 giugno 2025", "Pista ciclabile verso Cervia", "30 aprile 2027",
        "Officine, nautica da diporto e servizi alla costa", "D.Lgs. 112/1998", "Cabine primarie", "/zones/" + montaletto + "/map.svg");
    String english = page(montaletto, "en");
    assertThat(english).contains("<html lang=\"en\"", "Reconstruction of via dell&#39;Industria", "Ecologically equipped area", "not known");
    assertThat(english).doesNotContain("zones.", "Opere fatte");
  }

  @Test
  void searchEnginesAreToldWhichPageItIsAndWhatItIsAbout() {
    String page = page(montaletto, "it");
    assertThat(page).contains("<link rel=\"canonical\" href=\"http://localhost:" + port + "/zones/" + montaletto + "?lang=it\"",
        "hreflang=\"en\" href=\"http://localhost:" + port + "/zones/" + montaletto + "?lang=en\"", "<meta name=\"description\" content=\"");
    Matcher script = JSON_LD.matcher(page);
    assertThat(script.find()).isTrue();
    assertThat(JsonMapper.shared().readTree(script.group(1)).path("@type").asString()).isEqualTo("Place");
    assertThat(Http.get(port, "/sitemaps/industrial_zone/1.xml").text()).contains("/zones/" + montaletto + "?lang=it");
    assertThat(Http.get(port, "/sitemaps/collections.xml").text()).contains("/zones?lang=en");
    assertThat(Http.get(port, "/ogc/collections/industrial_zone/items/" + montaletto + "?f=html&lang=it").text()).contains("/zones/" + montaletto + "?lang=it");
    assertThat(Http.get(port, "/zones?lang=it").text()).contains("Area artigianale di Montaletto", "/zones/" + montaletto + "?lang=it");
  }

  @Test
  void theTableHoldsTheAvailablePublicPlotsAndNoOthers() {
    String page = page(montaletto, "it");
    List<Long> available = db.sql("SELECT id FROM plot WHERE zone_id = :zone AND status = 'available' AND publication_status = 'published' AND " + FRESH)
        .param("zone", montaletto).query(Long.class).list();
    List<Long> others = db.sql("SELECT id FROM plot WHERE zone_id = :zone AND (status <> 'available' OR NOT " + FRESH + ")").param("zone", montaletto).query(Long.class).list();
    assertThat(available).isNotEmpty().allSatisfy(id -> assertThat(page).contains("#place=plot&amp;lang=it&amp;plot=" + id + "\""));
    assertThat(others).isNotEmpty().allSatisfy(id -> assertThat(page).doesNotContain("&amp;plot=" + id + "\""));
  }

  @Test
  void theMapIsADrawingOfTheZoneAndItsPlots() throws Exception {
    Http.Answer map = Http.get(port, "/zones/" + montaletto + "/map.svg");
    assertThat(map.header("Content-Type")).startsWith("image/svg+xml");
    Document drawn = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(map.bytes()));
    int plots = db.sql("SELECT count(*) FROM plot WHERE zone_id = :zone AND publication_status = 'published'").param("zone", montaletto)
        .query(Integer.class).single();
    assertThat(drawn.getElementsByTagName("path").getLength()).as("zone, plots, scale bar and arrow").isEqualTo(plots + 3);
    assertThat(map.text()).doesNotContain("style=", "<script");
    assertThat(Http.get(port, "/zones/" + montaletto + "/map.svg", "If-None-Match", map.header("ETag")).status()).isEqualTo(304);
  }

  @Test
  void ofAZoneOfWhichNothingIsKnownThePageSaysSo() {
    long zone = zone("ZONE-1", "Nulla", "NULL");
    String page = page(zone, "it");
    assertThat(page).contains("Nessun lotto disponibile pubblicato.", "Nessuna immagine pubblicata.", "class=\"not-known\"");
    assertThat(page.split("non noto", -1).length).isGreaterThan(12);
    assertThat(Http.get(port, "/zones/" + zone + "/map.svg").status()).isEqualTo(200);
  }

  @Test
  void whateverTheDataSayBecomesTextAndNothingIsFetchedFromElsewhere() {
    long zone = zone("ZONE-2", "<script>alert(1)</script>", """
        '[{"title_it": "<img src=x onerror=alert(1)>", "href": "javascript:alert(1)", "kind": "photo"},
          {"title_it": "Pianta", "href": "https://elsewhere.example/a.png", "kind": "photo"}, {"title_it": "Ingresso", "href": "/img/a.png", "kind": "photo"}]'""");
    String page = page(zone, "it");
    assertThat(page).doesNotContain("<script>alert", "javascript:", "onerror=alert(1)>", "src=\"https://elsewhere")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "href=\"https://elsewhere.example/a.png\"", "src=\"/img/a.png\"");
  }

  @Test
  void firmsAreCountedButNamedOnlyIfTheyAgreed() {
    long zone = zone("ZONE-3", "Censita", "NULL");
    for (int i = 0; i < 4; i++) {
      company("ZONE-C" + i, "Impresa " + i, zone, i == 0 ? "identity,activity" : "");
    }
    String page = page(zone, "it");
    assertThat(page).contains("<dd>4</dd>", "Impresa 0").doesNotContain("Impresa 1", "Impresa 2", "Impresa 3");
    Committed.write(transactions, db.sql("DELETE FROM company WHERE code IN ('ZONE-C2', 'ZONE-C3')"));
    assertThat(page(zone, "it")).contains("meno di 3").doesNotContain("<dd>2</dd>");
  }

  @Test
  void whatIsNotPublicHasNoPage() {
    long zone = zone("ZONE-4", "Bozza", "NULL");
    Committed.write(transactions, db.sql("UPDATE industrial_zone SET publication_status = 'draft' WHERE id = :id").param("id", zone));
    assertThat(Http.get(port, "/zones/" + zone).status()).isEqualTo(404);
    assertThat(Http.get(port, "/zones/" + zone + "/map.svg").status()).isEqualTo(404);
    assertThat(Http.get(port, "/zones").text()).doesNotContain("Bozza");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/zones?page=0", "/zones?page=x", "/zones?lang=de", "/zones?zone=1", "/zones/x"})
  void whatMakesNoSenseIsRefused(String path) {
    assertThat(Http.get(port, path).status()).isEqualTo(400);
  }

  private String page(long zone, String language) {
    Http.Answer answer = Http.get(port, "/zones/" + zone + "?lang=" + language);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.text();
  }

  private long zone(String code, String name, String attachments) {
    Committed.write(transactions, db.sql("""
        INSERT INTO industrial_zone (code, name, territory_code, attachments, geom)
        SELECT :code, :name, (SELECT min(code) FROM territory), %s, ST_Multi(ST_MakeEnvelope(6.1, 36.1, 6.11, 36.11, 4326))""".formatted(attachments))
        .param("code", code).param("name", name));
    return db.sql("SELECT id FROM industrial_zone WHERE code = :code").param("code", code).query(Long.class).single();
  }

  private void company(String code, String name, long zone, String consented) {
    Committed.write(transactions, db.sql("""
        INSERT INTO company (code, name, territory_code, zone_id, production_chain, size_class, consented_groups, geom)
        SELECT :code, :name, (SELECT min(code) FROM territory), :zone, 'mechanics', 'small', string_to_array(:consented, ','),
               ST_SetSRID(ST_MakePoint(6.105, 36.105), 4326)""").param("code", code).param("name", name).param("zone", zone).param("consented", consented));
  }
}
