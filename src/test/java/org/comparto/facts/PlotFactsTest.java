package org.comparto.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.PlotGround;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is said of a plot is what hand-written SQL finds, now and as of a moment, and nothing that only the desk may know. */
@IntegrationTest
class PlotFactsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  private PlotGround ground;
  private long plot;

  @BeforeEach
  void aPlot() {
    ground = new PlotGround(db, transactions);
    plot = ground.make();
  }

  @AfterEach
  void nothingStays() {
    ground.clear();
    new People(db, port).remove();
  }

  @Test
  void everyPublicFieldStandsUnderItsHeadingKnownOrNot() {
    Set<String> told = stream(facts().path("sections")).flatMap(section -> stream(section.path("fields"))).map(f -> f.path("name").asString())
        .collect(Collectors.toSet());
    JsonNode layer = stream(Http.get(port, "/api/layers").json().path("layers")).filter(l -> l.path("id").asString().equals("plot")).findFirst().orElseThrow();
    List<String> derived = db.sql("SELECT column_name FROM information_schema.columns WHERE table_name = 'plot' AND NOT column_name = ANY (recorded_columns('plot'))")
        .query(String.class).list();
    Set<String> expected = stream(layer.path("attributes")).map(a -> a.path("name").asString())
        .filter(name -> !name.equals("attachments") && !name.equals("description_en") && !derived.contains(name)).collect(Collectors.toSet());
    assertThat(told).isEqualTo(expected);
    JsonNode gas = field(facts(), "gas_m3_h");
    assertThat(gas.path("known").asBoolean()).isFalse();
    assertThat(gas.has("value")).isFalse();
    assertThat(gas.path("text").asString()).isEqualTo("non noto");
    assertThat(field(Http.get(port, path("?lang=en")).json(), "electricity_kw").path("text").asString()).isEqualTo("950\u00a0kW");
  }

  @Test
  void whatOnlyTheDeskMayKnowIsToldToNobody() {
    People people = new People(db, port);
    for (String[] headers : new String[][] {{}, {"Authorization", "Bearer " + people.token("admin", "read", "write", "admin")}}) {
      Http.Answer answer = Http.get(port, path(""), headers);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).doesNotContain("owner_name", "owner_contact", "desk_notes", "Segreta", "segreta", "riservatissima");
    }
  }

  @Test
  void derivedQuantitiesAreTheirFormulas() {
    Map<String, JsonNode> derived = stream(facts().path("derived")).collect(Collectors.toMap(q -> q.path("name").asString(), q -> q));
    Map<String, Object> expected = db.sql("""
        SELECT price_eur_m2 * area_m2 AS total_price, floor_area_index_m2_m2 * area_m2 AS max_floor_area, coverage_percent / 100 * area_m2 AS max_covered_area,
               floor_area_index_m2_m2 * area_m2 - built_floor_area_m2 AS residual_floor_area FROM plot WHERE id = :id""").param("id", plot).query().singleRow();
    expected.forEach((name, value) -> assertThat(derived.get(name).path("value").decimalValue()).as(name).isEqualByComparingTo(value.toString()));
    assertThat(derived.get("residual_floor_area").path("formula").asString()).isEqualTo("UF × SF − superficie già edificata");
    assertThat(derived.get("residual_floor_area").path("calculation").asString()).contains("0,65", "40.000", "1.200,5");
    assertThat(derived.get("max_volume").path("known").asBoolean()).as("IF is not known").isFalse();
    assertThat(derived.get("max_volume").path("text").asString()).isEqualTo("non noto");
  }

  @Test
  void overlapsAreWhatTheMetricPlaneSaysClassByClassAndOnceAltogether() {
    ground.put("flood_hazard", "F1", "{\"hazard_class\": \"P2\"}", "POLYGON((10.499 46.199, 10.5015 46.199, 10.5015 46.203, 10.499 46.203, 10.499 46.199))");
    ground.put("flood_hazard", "F2", "{\"hazard_class\": \"P3\"}", "POLYGON((10.501 46.199, 10.502 46.199, 10.502 46.203, 10.501 46.203, 10.501 46.199))");
    ground.put("flood_hazard", "F3", "{\"hazard_class\": \"P3\"}", "POLYGON((10.55 46.25, 10.56 46.25, 10.56 46.26, 10.55 46.25))");
    ground.put("quarry", "Q1", "{}", "POLYGON((10.55 46.25, 10.56 46.25, 10.56 46.26, 10.55 46.25))");

    JsonNode flood = check("flood_hazard");
    String sql = """
        SELECT ST_Area(ST_Intersection(ST_Transform(p.geom, 7791), (SELECT ST_Union(ST_Transform(f.geom, 7791)) FROM thematic_flood_hazard AS f
               WHERE f.territory_code = p.territory_code AND f.properties ->> 'hazard_class' LIKE :class))) FROM plot AS p WHERE p.id = :id""";
    double whole = db.sql(sql).param("class", "%").param("id", plot).query(Double.class).single();
    double plotArea = db.sql("SELECT ST_Area(ST_Transform(geom, 7791)) FROM plot WHERE id = :id").param("id", plot).query(Double.class).single();
    assertThat(flood.path("outcome").asString()).isEqualTo("overlap");
    assertThat(flood.path("areaM2").asDouble()).isCloseTo(whole, within(0.1));
    assertThat(flood.path("percent").asDouble()).isCloseTo(100 * whole / plotArea, within(0.06));
    for (JsonNode part : flood.path("parts")) {
      assertThat(part.path("areaM2").asDouble()).as(part.path("type").asString())
          .isCloseTo(db.sql(sql).param("class", part.path("type").asString()).param("id", plot).query(Double.class).single(), within(0.1));
    }
    assertThat(stream(flood.path("parts")).map(part -> part.path("type").asString())).containsExactly("P2", "P3");
    assertThat(flood.path("data").asString()).contains("Fonte di prova", "3 febbraio 2026");
    assertThat(check("quarry").path("outcome").asString()).as("loaded, elsewhere").isEqualTo("clear");
    assertThat(check("landfill").path("outcome").asString()).as("nothing loaded here").isEqualTo("no_data");
    assertThat(check("landfill").path("text").asString()).isEqualTo("nessun dato caricato per questo territorio: non si può dire nulla");
  }

  @Test
  void whatMattersByDistanceIsMeasuredFromTheEdge() {
    ground.put("industrial_establishment", "S1", "{\"seveso\": true}", "POLYGON((10.51 46.2, 10.511 46.2, 10.511 46.201, 10.51 46.201, 10.51 46.2))");
    ground.put("industrial_establishment", "S2", "{\"seveso\": false}", "POLYGON((10.504 46.2, 10.505 46.2, 10.505 46.201, 10.504 46.201, 10.504 46.2))");
    JsonNode near = check("industrial_establishment").path("near");
    assertThat(stream(near).map(one -> one.path("name").asString())).as("the other is no major hazard").containsExactly("S1");
    assertThat(near.get(0).path("metres").asDouble()).isCloseTo(db.sql("""
        SELECT ST_Distance(p.geom::geography, f.geom::geography) FROM plot AS p, thematic_industrial_establishment AS f WHERE p.id = :id AND f.code = 'S1'""")
        .param("id", plot).query(Double.class).single(), within(0.06));
  }

  @Test
  void waysToGatewaysAreThoseThatWereComputedOnNamedRoads() {
    ground.gateway("Casello", "toll_gate", 10.52, 46.2);
    ground.times("car", "prova 1", "Casello", 420, 7_140);
    ground.times("truck", "prova 1", "Casello", 9_000, 7_860);
    JsonNode access = facts().path("access");
    assertThat(access.path("state").asString()).isEqualTo("known");
    assertThat(stream(access.path("rows")).map(d -> d.path("kind").asString()).toList())
        .containsExactly("toll_gate", "rail_terminal", "intermodal_terminal", "sea_port", "river_port", "airport", "station");
    assertThat(stream(access.path("rows").get(0)).filter(JsonNode::isString).map(v -> v.asString().replace('\u00a0', ' ')))
        .containsExactly("toll_gate", "Casello autostradale", "Casello", "7 min", "2 h 30 min", "7,9 km");
    assertThat(access.path("rows").get(1).path("truck").asString()).as("there is no terminal").isEqualTo("nessuna via");
    assertThat(access.path("origin").asString().replace('\u00a0', ' ')).contains("prova 1", "5 ottobre 2026", "Strade di prova", "40 m");
    assertThat(access.path("demonstration").asBoolean()).isTrue();
  }

  @Test
  void whereThereAreNoTimesTheReasonIsSaid() {
    assertThat(facts().path("access").path("state").asString()).isIn("no_graph", "not_computed");
    assertThat(facts().path("access").path("rows")).isEmpty();
    ground.times("truck", "prova 1", null, 0, 0);
    assertThat(facts().path("access").path("state").asString()).isEqualTo("no_road_data");
    assertThat(facts().path("access").path("note").asString()).startsWith("Nessun dato stradale");
    assertThat(facts().path("access").path("rows")).isEmpty();
    ground.change("geom = ST_Translate(geom, 0.001, 0)");
    assertThat(facts().path("access").path("state").asString()).as("it has moved").isEqualTo("not_computed");
  }

  @Test
  void timesAreThoseOfTheMomentWhenTheyHaveChangedSince() {
    ground.gateway("Casello", "toll_gate", 10.52, 46.2);
    ground.times("truck", "prova 1", "Casello", 420, 7_140);
    JsonNode first = facts();
    Instant then = Instant.now();
    ground.times("truck", "prova 2", "Casello", 300, 5_100);
    JsonNode second = facts();
    assertThat(second.path("access").path("rows").get(0).path("truck").asString()).isEqualTo("5\u00a0min");
    assertThat(second.path("snapshot")).isNotEqualTo(first.path("snapshot"));
    assertThat(Instant.parse(second.path("at").asString())).isAfter(then);
    ground.change("geom = ST_Translate(geom, 0.001, 0)");
    for (JsonNode known : List.of(first, second)) {
      String at = known == first ? then.toString() : known.path("at").asString();
      JsonNode past = Http.get(port, path("?lang=it&at=" + at)).json();
      assertThat(past.path("access")).isEqualTo(known.path("access"));
      assertThat(past.path("snapshot")).isEqualTo(known.path("snapshot"));
    }
  }

  @Test
  void companiesAreCountedOnlyAsTheyAgreedAndNoPersonIs() {
    assertThat(facts().path("neighbours").path("loaded").asBoolean()).isFalse();
    for (int i = 0; i < 4; i++) {
      ground.company("Consenziente " + i, 10.505, false, "25.11", "small", "identity,activity,size");
    }
    ground.company("Riservata", 10.505, false, "25.11", "small", "");
    ground.company("Ditta di Rossi", 10.505, true, "25.11", "small", "identity,activity,size");
    ground.company("Sola nel suo ramo", 10.53, false, "10.11", "large", "identity,activity,size");
    ground.company("Senza attivita", 10.53, false, "28.11", "small", "identity");
    ground.company("Lontana", 10.58, false, "25.11", "small", "identity,activity,size");

    JsonNode around = facts().path("neighbours");
    assertThat(texts(around.path("totals"))).containsExactly("4", "6", "6");
    JsonNode metal = stream(around.path("divisions")).filter(g -> g.path("code").asString("").equals("25")).findFirst().orElseThrow();
    assertThat(texts(metal.path("counts"))).containsExactly("4", "4", "4");
    JsonNode others = stream(around.path("divisions")).filter(g -> g.path("title").asString().equals("Altre divisioni")).findFirst().orElseThrow();
    assertThat(texts(others.path("counts"))).containsExactly("0", "< 3", "< 3");
    assertThat(stream(around.path("divisions")).map(g -> g.path("code").asString("")).toList()).doesNotContain("10", "28");
    assertThat(Http.get(port, path("")).text()).doesNotContain("Consenziente", "Riservata", "Rossi", "Sola nel suo ramo");
  }

  @Test
  void statusAndPriceKeepTheirHistoryAndAMomentShowsWhatWasThen() {
    JsonNode before = facts();
    Instant then = Instant.now();
    ground.change("price_eur_m2 = 99");
    ground.change("desk_notes = 'altro'");
    ground.change("status = 'reserved', price_eur_m2 = NULL, publication_status = 'published'");

    JsonNode now = facts();
    assertThat(stream(now.path("history")).map(e -> e.path("statusText").asString() + " " + e.path("priceText").asString().replace('\u00a0', ' ')))
        .containsExactly("Disponibile 87,50 €/m² (Prezzo richiesto)", "Disponibile 99 €/m² (Prezzo richiesto)", "Opzionato non noto");
    JsonNode past = Http.get(port, path("?lang=it&at=" + then)).json();
    assertThat(past.path("snapshot").asString()).isEqualTo(before.path("snapshot").asString()).isNotEqualTo(now.path("snapshot").asString());
    assertThat(field(past, "price_eur_m2").path("text").asString()).isEqualTo("87,50\u00a0€/m²");
    assertThat(past.path("history")).hasSize(1);
    assertThat(Http.get(port, path("?lang=en")).json().path("snapshot").asString()).as("in every language").isEqualTo(now.path("snapshot").asString());
  }

  @Test
  void otherLayersAreShownAsTheyWereToo() {
    ground.put("flood_hazard", "F1", "{\"hazard_class\": \"P2\"}", "POLYGON((10.499 46.199, 10.5015 46.199, 10.5015 46.203, 10.499 46.203, 10.499 46.199))");
    ground.gateway("Casello", "toll_gate", 10.52, 46.2);
    ground.times("truck", "prova 1", "Casello", 420, 7_140);
    JsonNode before = facts();
    Instant then = Instant.now();
    transactions.executeWithoutResult(t -> db.sql("DELETE FROM thematic_flood_hazard WHERE code = 'F1' AND territory_code = 'test-ground'").update());
    transactions.executeWithoutResult(t -> db.sql("UPDATE gateway SET name = 'Altro nome' WHERE code = 'Casello'").update());
    assertThat(facts().path("access").path("rows").get(0).path("name").asString()).isEqualTo("Altro nome");
    assertThat(check("flood_hazard").path("outcome").asString()).isEqualTo("no_data");
    JsonNode past = Http.get(port, path("?lang=it&at=" + then)).json();
    assertThat(past.path("constraints")).isEqualTo(before.path("constraints"));
    assertThat(past.path("access")).isEqualTo(before.path("access"));
    assertThat(past.path("snapshot")).isEqualTo(before.path("snapshot"));
  }

  @Test
  void whatNobodyConfirmsIsMarkedThenWithdrawn() {
    ground.change("verified_on = current_date - 200");
    assertThat(facts().path("age").path("state").asString()).isEqualTo("old");
    assertThat(facts().path("age").path("text").asString()).contains("Da riconfermare");
    ground.change("verified_on = current_date - 400");
    Http.Answer anonymous = Http.get(port, path(""));
    assertThat(anonymous.status()).isEqualTo(410);
    assertThat(anonymous.problem()).isEqualTo("withdrawn");
    assertThat(Http.get(port, "/api/plots/" + plot + "/sheet.pdf").status()).isEqualTo(410);
    Http.Answer viewer = Http.get(port, path(""), "Authorization", "Bearer " + new People(db, port).token("viewer", "read"));
    assertThat(viewer.json().path("age").path("state").asString()).isEqualTo("withdrawn");
  }

  @Test
  void whatIsNotPublishedIsNotThereAtNoMoment() {
    Instant then = Instant.now();
    ground.change("publication_status = 'retired'");
    for (String path : List.of(path(""), path("?at=" + then), "/api/plots/" + plot + "/sheet.pdf?at=" + then, "/api/plots/" + plot + "/map.svg", "/api/plots/999999999/facts")) {
      assertThat(Http.get(port, path).status()).as(path).isEqualTo(404);
      assertThat(Http.get(port, path).problem()).as(path).isEqualTo("not-found");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"/facts?lang=de | lang | it, en", "/facts?at=ieri | at | 2026-11-22T09:30:00Z", "/facts?at=2999-01-01T00:00:00Z | at | yet to come",
      "/facts?colour=red | colour | not a parameter", "/sheet.pdf?scale=1234 | scale | 500, 1000", "/sheet.pdf?scale=a | scale | 25000", "/map.svg?scale=0 | scale | 2000",
      "/sheet.pdf?snapshot=x | snapshot | 0-9", "/sheet.pdf?lang=fr | lang | it, en"})
  void whatCanNotBeUsedIsNamedWithTheCure(String path, String parameter, String cure) {
    Http.Answer answer = Http.get(port, "/api/plots/" + plot + path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
    assertThat(answer.json().path("detail").asString()).contains(cure);
  }

  private JsonNode facts() {
    Http.Answer answer = Http.get(port, path("?lang=it"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private String path(String query) {
    return "/api/plots/" + plot + "/facts" + query;
  }

  private JsonNode check(String layer) {
    return stream(facts().path("constraints")).filter(c -> c.path("layer").asString().equals(layer)).findFirst().orElseThrow();
  }

  private static JsonNode field(JsonNode facts, String name) {
    return stream(facts.path("sections")).flatMap(section -> stream(section.path("fields"))).filter(f -> f.path("name").asString().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> texts(JsonNode counts) {
    return stream(counts).map(count -> count.path("text").asString()).toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
