package org.comparto.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Addresses and cadastral references lead to their places, offline, in what has been loaded. */
@IntegrationTest
class PlaceSearchTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @ParameterizedTest
  @ValueSource(strings = {"via dell'Industria 71", "71 industria via", "V. DELL’INDUSTRIA, 71", "via dell'industria n. 71"})
  void anAddressIsFoundWithItsWordsInAnyOrder(String words) {
    List<String> expected = db.sql("SELECT code FROM plot WHERE address = 'via dell''Industria 71' AND publication_status = 'published'")
        .query(String.class).list();
    assertThat(expected).as("the demonstration has some").isNotEmpty();
    List<String> found = items(words, 50).valueStream().filter(h -> h.path("address").asString("").equals("via dell'Industria 71"))
        .map(h -> h.path("code").asString()).toList();
    assertThat(found).containsAll(expected);
    assertThat(items(words, 50).path(0).path("address").asString()).isEqualTo("via dell'Industria 71");
  }

  @Test
  void theMunicipalityNarrowsAnAddressDown() {
    var plot = db.sql("SELECT p.code, p.address, m.name FROM plot AS p JOIN municipality AS m ON m.code = p.municipality_code"
        + " WHERE p.address IS NOT NULL ORDER BY p.id LIMIT 1").query().singleRow();
    JsonNode found = items(plot.get("name") + " " + plot.get("address"), 20);
    assertThat(found.valueStream().map(h -> h.path("code").asString())).contains((String) plot.get("code"));
    assertThat(found.valueStream().map(h -> h.path("municipality").asString()).distinct()).containsExactly((String) plot.get("name"));
  }

  @Test
  void aCompanyIsFoundByItsAddressOnlyIfItPublishesItsIdentity() {
    var company = db.sql("SELECT code, address FROM company WHERE NOT 'identity' = ANY (consented_groups) AND address IS NOT NULL ORDER BY id LIMIT 1").query().singleRow();
    assertThat(items((String) company.get("address"), 50).valueStream().map(h -> h.path("code").asString())).doesNotContain((String) company.get("code"));
    var open = db.sql("SELECT code, address FROM company WHERE 'identity' = ANY (consented_groups) AND publication_status = 'published'"
        + " AND address IS NOT NULL ORDER BY id LIMIT 1").query().singleRow();
    assertThat(items((String) open.get("address"), 50).valueStream().map(h -> h.path("address").asString(""))).contains((String) open.get("address"));
  }

  @ParameterizedTest
  @CsvSource({"V.le Europa 3, viale europa 3", "p.zza del Popolo, piazza del popolo", "P.za S. Pietro, piazza s pietro", "c.so Garibaldi, corso garibaldi",
      "Via Forlì n. 12/B, via forli 12/b", "loc. Ca’ Nova, localita ca nova", "v. Roma  5, via roma 5", "L.go Cairoli, largo cairoli", "via Roma, via roma"})
  void abbreviationsAreWrittenOut(String written, String form) {
    assertThat(db.sql("SELECT address_form(:written)").param("written", written).query(String.class).single()).isEqualTo(form);
  }

  @Test
  void everyReferenceOfADemonstrationPlotLeadsToParcelsOnItsGround() {
    var plots = db.sql("""
        SELECT p.code, p.cadastral_code, p.cadastral_sheet, unnest(p.cadastral_parcels) AS parcel
        FROM plot AS p JOIN industrial_zone AS z ON z.id = p.zone_id
        WHERE p.cadastral_sheet IS NOT NULL AND p.cadastral_code IS NOT NULL AND p.demonstration ORDER BY p.id LIMIT 40""").query().listOfRows();
    assertThat(plots).hasSize(40);
    for (var plot : plots) {
      JsonNode hits = items(plot.get("cadastral_code") + "/" + plot.get("cadastral_sheet") + "/" + plot.get("parcel"), 10);
      assertThat(hits.path(0).path("layer").asString()).as(plot.toString()).isEqualTo("cadastral_parcel");
      // on the plot but for the rounding of its corners
      assertThat(db.sql("SELECT bool_or(ST_Area(ST_Intersection(c.geom, p.geom)) > 0.99 * ST_Area(c.geom)) FROM plot AS p, thematic_cadastral_parcel AS c"
          + " WHERE p.code = :code AND c.id IN (:ids)").param("code", plot.get("code"))
          .param("ids", hits.valueStream().map(h -> h.path("id").asLong()).toList()).query(Boolean.class).single()).as(plot.toString()).isTrue();
    }
  }

  @Test
  void theParcelsOfAPlotCoverItWithoutOverlap() {
    assertThat(db.sql("""
        SELECT count(*) FROM thematic_cadastral_parcel AS a JOIN thematic_cadastral_parcel AS b
          ON a.id < b.id AND a.geom && b.geom AND ST_Area(ST_Intersection(a.geom, b.geom)::geography) > 1""").query(Long.class).single()).isZero();
    assertThat(db.sql("SELECT count(*) FROM thematic_cadastral_parcel WHERE NOT ST_IsValid(geom) OR NOT demonstration AND source IS NULL")
        .query(Long.class).single()).isZero();
  }

  @Test
  void aReferenceThatLeadsNowhereSaysWhy() {
    assertThat(note("Crema foglio 12 particella 345")).isEqualTo("parcel-not-found");
    assertThat(note("A001/12/345")).isEqualTo("parcels-not-loaded");
    assertThat(note("Atlantide foglio 12 particella 345")).isEqualTo("municipality-not-known");
    assertThat(note("Crema")).isEmpty();
    JsonNode answer = lookUp("municipality=A001&sheet=1&parcel=1").json();
    assertThat(answer.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(answer.path("features").isEmpty()).isTrue();
    assertThat(answer.path("note").path("code").asString()).isEqualTo("parcels-not-loaded");
    assertThat(lookUp("municipality=Crema&sheet=12&parcel=345").json().path("note").path("code").asString()).isEqualTo("parcel-not-found");
    Http.Answer unknown = lookUp("municipality=Atlantide&sheet=1&parcel=1");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().path("parameter").asString()).isEqualTo("municipality");
    assertThat(lookUp("municipality=Crema&sheet=&parcel=1").status()).isEqualTo(400);
  }

  @Test
  void aMunicipalityIsNamedByCadastralCodeIstatCodeOrName() {
    var one = db.sql("SELECT c.properties ->> 'sheet' AS sheet, c.properties ->> 'parcel' AS parcel, m.cadastral_code, m.code, m.name FROM thematic_cadastral_parcel AS c"
        + " JOIN municipality AS m ON m.cadastral_code = c.properties ->> 'cadastral_code' WHERE m.code LIKE '0%' ORDER BY c.id LIMIT 1").query().singleRow();
    String rest = "&sheet=" + one.get("sheet") + "&parcel=" + one.get("parcel");
    String byCode = lookUp("municipality=" + one.get("cadastral_code") + rest).text();
    assertThat(byCode).contains("\"numberReturned\":1");
    assertThat(lookUp("municipality=" + one.get("code") + rest).text()).isEqualTo(byCode);
    assertThat(lookUp("municipality=" + one.get("code").toString().replaceFirst("^0+", "") + rest).text()).isEqualTo(byCode);
    assertThat(lookUp("municipality=" + URLEncoder.encode(one.get("name").toString().toUpperCase(), StandardCharsets.UTF_8) + rest).text()).isEqualTo(byCode);
  }

  private Http.Answer lookUp(String query) {
    return Http.get(port, "/api/cadastre/parcels?" + query);
  }

  private String note(String words) {
    return search(words, 5).path("note").asString("");
  }

  private JsonNode items(String words, int limit) {
    return search(words, limit).path("items");
  }

  private JsonNode search(String words, int limit) {
    return Http.get(port, "/api/search?limit=" + limit + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).json();
  }
}
