package org.comparto.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.comparto.layer.Attribute;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Ranking, briefs and comparison as any client meets them, against what hand-written SQL says. */
@IntegrationTest
class RankingApiTest {

  private static final String RANK = "price_eur_m2:min:40,area_m2:max:30:w1000:b20000,available_from:min:10,rail_siding:max:5,electricity_kw:max:15:w100:r";

  /** Public, and verified lately: EXPECTATIONS 4. */
  private static final String SHOWN = " publication_status = 'published' AND coalesce(verified_on, surveyed_on, (updated_at AT TIME ZONE 'Europe/Rome')::date)"
      + " >= (now() AT TIME ZONE 'Europe/Rome')::date - 360 ";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired PlotReading reading;

  @Test
  void plotsComeInTheOrderThatSqlComputes() {
    JsonNode answer = post("/api/plots/ranking?lang=en", """
        {"filter": "status = 'available' AND area_m2 > 2000", "limit": 5000, "criteria": [
          {"attribute": "price_eur_m2", "direction": "min", "weight": 60},
          {"attribute": "area_m2", "direction": "max", "weight": 40, "worst": 2000, "best": 10000},
          {"attribute": "electricity_kw", "direction": "max", "weight": 20, "worst": 100, "required": true}]}""").json();
    List<Map<String, Object>> expected = db.sql("""
        WITH found AS (SELECT id, price_eur_m2 p, area_m2 a, electricity_kw e FROM plot WHERE {shown} AND status = 'available' AND area_m2 > 2000),
        extremes AS (SELECT min(p) lp, max(p) hp, max(e) he FROM found)
        SELECT id, round((60 * coalesce((hp - p) / (hp - lp), 0) + 40 * greatest(0, least(1, (a - 2000) / 8000.0)) + 20 * (e - 100) / (he - 100)) / 120, 12) score
        FROM found, extremes WHERE e >= 100 ORDER BY score DESC, id""".replace("{shown}", SHOWN)).query().listOfRows();

    assertThat(expected).isNotEmpty();
    assertThat(ids(answer.get("items"))).isEqualTo(expected.stream().map(row -> (Long) row.get("id")).toList());
    for (int i = 0; i < expected.size(); i++) {
      JsonNode item = answer.get("items").get(i);
      assertThat(item.get("score").asDouble()).isCloseTo(((Number) expected.get(i).get("score")).doubleValue(), within(1e-11));
      assertThat(item.get("rank").asInt()).isEqualTo(i + 1);
      assertThat(item.get("unknown").size()).isEqualTo((int) item.get("contributions").values().stream().filter(c -> c.get("contribution").isNull()).count());
    }
    assertThat(answer.get("total").asInt()).isEqualTo(count("status = 'available' AND area_m2 > 2000"));
    assertThat(answer.get("ranked").asInt()).isEqualTo(expected.size());
    JsonNode price = answer.get("criteria").get(0);
    assertThat(price.get("worst").asDouble()).isEqualTo(price.get("greatest").asDouble());
    assertThat(price.get("title").asString()).isEqualTo("Price");
    assertThat(price.get("unknown").asInt()).isEqualTo(count("status = 'available' AND area_m2 > 2000 AND price_eur_m2 IS NULL"));
    assertThat(price.get("sensitivity").get("from").asDouble()).isLessThanOrEqualTo(60);
    assertThat(price.get("sensitivity").get("to").asDouble()).isGreaterThanOrEqualTo(60);
    assertThat(answer.get("description").asString()).startsWith("Score = ");
  }

  @Test
  void aLinkGivesTheSameAsABody() {
    JsonNode answer = get("/api/plots/ranking?limit=7&filter=" + encoded("status = 'available'") + "&rank=" + encoded(RANK)).json();
    assertThat(answer.get("permalink").asString()).isEqualTo("/#place=plots&tab=rank&filter=status%20%3D%20%27available%27&rank=" + RANK);
    JsonNode same = post("/api/plots/ranking", """
        {"filter": "status = 'available'", "limit": 7, "criteria": [{"attribute": "price_eur_m2", "direction": "min", "weight": 40},
          {"attribute": "area_m2", "direction": "max", "weight": 30, "worst": 1000, "best": 20000}, {"attribute": "available_from", "direction": "min", "weight": 10},
          {"attribute": "rail_siding", "direction": "max", "weight": 5}, {"attribute": "electricity_kw", "direction": "max", "weight": 15, "worst": 100, "required": true}]}""").json();
    assertThat(same).isEqualTo(answer);
    assertThat(answer.get("items").get(0).get("contributions").get(2).toString()).matches(".*(\"value\":\"\\d{4}-\\d\\d-\\d\\d\"|\"value\":null).*");
  }

  @Test
  void aBrowserIsGivenTheValuesToRankByItself() {
    JsonNode values = get("/api/plots/values?attributes=price_eur_m2,rail_siding,available_from&filter=" + encoded("status = 'available'")).json();
    List<Map<String, Object>> expected = db.sql("""
        SELECT id, price_eur_m2, rail_siding::int AS siding, available_from - DATE '1970-01-01' AS day FROM plot
        WHERE {shown} AND status = 'available' ORDER BY id""".replace("{shown}", SHOWN)).query().listOfRows();
    assertThat(values.get("total").asInt()).isEqualTo(expected.size());
    assertThat(values.get("complete").asBoolean()).isTrue();
    for (int i = 0; i < expected.size(); i++) {
      assertThat(values.get("ids").get(i).asLong()).isEqualTo(expected.get(i).get("id"));
      for (int k = 0; k < 3; k++) {
        Number known = (Number) expected.get(i).get(List.of("price_eur_m2", "siding", "day").get(k));
        JsonNode value = values.get("columns").get(k).get(i);
        assertThat(value.isNull() ? null : (Double) value.asDouble()).isEqualTo(known == null ? null : (Double) known.doubleValue());
      }
    }
  }

  @Test
  void theDatabaseSaysWhatMemorySays() {
    List<Attribute> numbers = Stream.of("price_eur_m2", "rail_siding", "available_from", "zone_id").map(this::attribute).toList();
    List<Attribute> codes = Stream.of("permitted_ateco", "offer_type").map(this::attribute).toList();
    Map<Long, String> memory = byId(reading.read("area_m2 > 2000", numbers, codes));
    assertThat(memory).hasSize(count("area_m2 > 2000")).isEqualTo(byId(reading.inDatabase("area_m2 > 2000", numbers, codes)));
  }

  private Attribute attribute(String name) {
    return reading.plot().findAttribute(name).orElseThrow();
  }

  private static Map<Long, String> byId(PlotValues values) {
    Map<Long, String> byId = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      int plot = i;
      byId.put(values.ids()[i], Stream.concat(Arrays.stream(values.columns()).map(column -> (Object) column[plot]),
          Arrays.stream(values.codes()).map(column -> column[plot])).map(String::valueOf).collect(Collectors.joining("|")));
    }
    return byId;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "[{\"attribute\":\"price_eur_m2\",\"direction\":\"min\",\"weight\":0}] | criteria.weight | above 0",
      "[{\"attribute\":\"price\",\"direction\":\"min\",\"weight\":1}] | criteria[0].attribute | price_eur_m2",
      "[{\"attribute\":\"owner_name\",\"direction\":\"min\",\"weight\":1}] | criteria[0].attribute | price_eur_m2",
      "[{\"attribute\":\"zone_id\",\"direction\":\"min\",\"weight\":1}] | criteria[0].attribute | price_eur_m2",
      "[{\"attribute\":\"price_eur_m2\",\"weight\":1}] | criteria[0].direction | max",
      "[{\"attribute\":\"price_eur_m2\",\"direction\":\"min\",\"weight\":101}] | criteria[0].weight | 0 to 100",
      "[{\"attribute\":\"price_eur_m2\",\"direction\":\"min\",\"weight\":1,\"worst\":10,\"best\":20}] | criteria[0].worst | exchange",
      "[{\"attribute\":\"price_eur_m2\",\"direction\":\"min\",\"weight\":1,\"worst\":\"x\"}] | criteria[0].worst | numbers",
      "[{\"attribute\":\"available_from\",\"direction\":\"min\",\"weight\":1,\"worst\":5}] | criteria[0].worst | days",
      "[{\"attribute\":\"area_m2\",\"direction\":\"max\",\"weight\":1,\"shape\":\"threshold\"}] | criteria[0].best | fully",
      "[{\"attribute\":\"area_m2\",\"direction\":\"max\",\"weight\":1},{\"attribute\":\"area_m2\",\"direction\":\"max\",\"weight\":2}] | criteria | twice",
      "[{\"attribute\":\"area_m2\",\"direction\":\"up\",\"weight\":1}] | criteria[0].direction | max, min",
      "[] | criteria | 1 to 20"})
  void aCriterionThatCanNotBeUsedIsNamedWithTheCure(String criteria, String parameter, String cure) {
    Http.Answer answer = post("/api/plots/ranking", "{\"criteria\":" + criteria + "}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
    assertThat(answer.json().get("detail").asString()).contains(cure);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "/api/plots/ranking?rank=price | rank", "/api/plots/ranking?rank=price_eur_m2:min:1:q | rank", "/api/plots/ranking?rank=area_m2:max:1&limit=5001 | limit",
      "/api/plots/ranking?rank=area_m2:max:1&filter=areas%3E1 | filter", "/api/plots/values?attributes=owner_name | attributes", "/api/plots/ranking?rank=area_m2:max:0 | rank",
      "/api/plots/brief?brief=areaFromM2 | brief", "/api/plots/brief?brief=areaFromM2:x | areaFromM2", "/api/plots/brief?brief=hectares:2 | hectares",
      "/api/plots/brief?brief=powerKw:-5 | needs.powerKw", "/api/plots/brief?brief=ateco:C28 | needs.ateco", "/api/plots/brief?brief=ateco:28,atecoVersion:2007 | needs.atecoVersion",
      "/api/plots/brief?brief=chain:cars | needs.chain", "/api/plots/brief?brief=permittedActivity:fun | needs.permittedActivity", "/api/plots/brief?brief=powerKw:5&limit=0 | limit",
      "/api/plots/compare?plots=a | plots", "/api/plots/compare?plots=1,2,3,4,5,6 | plots", "/api/plots/compare.csv?plots=1,,2 | plots"})
  void whatCanNotBeUsedInALinkIsNamed(String path, String parameter) {
    Http.Answer answer = get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '~', delimiter = '|', value = {"/api/plots/ranking?rank=distance_toll_gate_m:min:35 | rank | truck_min_toll_gate",
      "/api/plots/values?attributes=distance_toll_gate_m | attributes | truck_min_toll_gate", "/api/plots/brief?brief=distanceTollGateM:5000 | brief | truckMinTollGate"})
  void whoAsksForAStraightLineIsToldWhatThereIsInstead(String path, String parameter, String instead) {
    Http.Answer answer = get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("parameter").asString()).isEqualTo(parameter);
    assertThat(answer.json().get("detail").asString()).contains(instead);
  }

  @Test
  void formulasOfTheWorkbookGiveTheScores() throws Exception {
    String question = "filter=" + encoded("status = 'available'") + "&rank=" + encoded(RANK);
    JsonNode items = get("/api/plots/ranking?limit=5000&" + question).json().get("items");
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(get("/api/plots/ranking.xlsx?lang=en&" + question).bytes()))) {
      XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
      Sheet sheet = workbook.getSheet("Ranking");
      assertThat(sheet.getLastRowNum()).isEqualTo(items.size());
      for (int i = 0; i < items.size(); i++) {
        Row row = sheet.getRow(i + 1);
        assertThat((long) row.getCell(1).getNumericCellValue()).isEqualTo(items.get(i).get("id").asLong());
        assertThat(row.getCell(3).getCellFormula()).contains("Criteria!$C$2*");
        assertThat(row.getCell(3).getNumericCellValue()).isCloseTo(items.get(i).get("score").asDouble(), within(1e-11));
        assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(i + 1.0);
      }
      // whoever changes a weight in the sheet sees what the server would answer
      workbook.getSheet("Criteria").getRow(1).getCell(2).setCellValue(3);
      XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
      List<Double> changed = new ArrayList<>();
      sheet.rowIterator().forEachRemaining(row -> {
        if (row.getRowNum() > 0) {
          changed.add(row.getCell(3).getNumericCellValue());
        }
      });
      JsonNode again = get("/api/plots/ranking?limit=5000&" + question.replace("min%3A40", "min%3A3")).json().get("items");
      assertThat(changed.stream().mapToDouble(Double::doubleValue).max().orElseThrow()).isCloseTo(again.get(0).get("score").asDouble(), within(1e-11));
      assertThat(workbook.getSheet("About").getRow(0).getCell(1).getStringCellValue()).isEqualTo("Demonstration data, not official");
    }
  }

  @Test
  void aBriefFindsWhatMeetsItAndWhatMissesItByOneThing() {
    JsonNode answer = post("/api/plots/brief?lang=en", """
        {"needs": {"areaFromM2": 3000, "areaToM2": 12000, "powerKw": 600, "ateco": "28.1", "permittedActivity": "manufacturing", "priceEurM2": 90, "latest": "2027-12-31",
         "chain": "mechanics"}, "limit": 1000}""").json();
    List<Map<String, Object>> rows = db.sql("""
        SELECT id, zone_id, area_m2 >= 3000 a, area_m2 <= 12000 b, '28' = ANY (permitted_ateco) c, 'manufacturing' = ANY (permitted_activities) d,
          electricity_kw >= 600 e, available_from <= '2027-12-31' f, price_eur_m2 <= 90 g, electricity_kw, price_eur_m2
        FROM plot WHERE {shown} AND status = 'available' ORDER BY id""".replace("{shown}", SHOWN)).query().listOfRows();
    List<Long> matches = new ArrayList<>();
    List<Long> open = new ArrayList<>();
    List<Long> near = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      int failed = 0;
      int unknown = 0;
      for (String requirement : List.of("a", "b", "c", "d", "e", "f", "g")) {
        failed += Boolean.FALSE.equals(row.get(requirement)) ? 1 : 0;
        unknown += row.get(requirement) == null ? 1 : 0;
      }
      (failed == 0 ? unknown == 0 ? matches : open : failed == 1 ? near : new ArrayList<Long>()).add((Long) row.get("id"));
    }
    assertThat(near).isNotEmpty();
    assertThat(answer.get("total").asInt()).isEqualTo(rows.size());
    assertThat(ids(answer.get("matches").get("items"))).containsExactlyInAnyOrderElementsOf(matches);
    assertThat(ids(answer.get("open").get("items"))).containsExactlyInAnyOrderElementsOf(open);
    assertThat(ids(answer.get("nearMisses").get("items"))).containsExactlyInAnyOrderElementsOf(near);
    for (JsonNode item : answer.get("nearMisses").get("items")) {
      Map<String, Object> row = rows.stream().filter(r -> r.get("id").equals(item.get("id").asLong())).findFirst().orElseThrow();
      JsonNode failed = item.get("failed");
      if (failed.get("field").asString().equals("powerKw")) {
        double power = ((Number) row.get("electricity_kw")).doubleValue();
        assertThat(failed.get("gap").asDouble()).isEqualTo(600 - power);
        assertThat(failed.get("share").asDouble()).isCloseTo((600 - power) / 600, within(1e-12));
      }
      if (failed.get("field").asString().equals("priceEurM2")) {
        assertThat(failed.get("gap").asDouble()).isEqualTo(((Number) row.get("price_eur_m2")).doubleValue() - 90);
      }
    }
    int blamed = answer.get("requirements").values().stream().mapToInt(r -> r.get("nearMisses").asInt()).sum();
    assertThat(blamed).isEqualTo(near.size());
    assertThat(matched(answer.get("filter").asString())).isEqualTo(matches.size());

    List<Long> wanting = db.sql("SELECT id FROM industrial_zone WHERE publication_status = 'published' AND 'mechanics' = ANY (desired_vocation)").query(Long.class).list();
    assertThat(wanting).isNotEmpty();
    for (JsonNode zone : answer.get("zones")) {
      assertThat(zone.get("wanted").asBoolean()).isEqualTo(wanting.contains(zone.get("id").asLong()));
      assertThat(zone.get("nearMisses").asInt()).isEqualTo((int) rows.stream()
          .filter(r -> near.contains(r.get("id")) && zone.get("id").asLong() == (Long) r.get("zone_id")).count());
    }
  }

  @Test
  void plotsStandSideBySideAsTheDatabaseKnowsThem() {
    List<Map<String, Object>> plots = db.sql("""
        SELECT id, code, area_m2, electricity_kw FROM plot WHERE {shown} AND electricity_kw IS NOT NULL
        ORDER BY electricity_kw DESC, id LIMIT 2""".replace("{shown}", SHOWN)).query().listOfRows();
    Object a = plots.get(0).get("id");
    Object b = plots.get(1).get("id");
    long unknown = db.sql("SELECT min(id) FROM plot WHERE electricity_kw IS NULL AND" + SHOWN).query(Long.class).single();
    JsonNode two = get("/api/plots/compare?lang=en&plots=" + a + "," + b + ",999999999").json();
    assertThat(ids(two.get("plots"))).containsExactly((Long) a, (Long) b);
    assertThat(two.get("missing").get(0).asLong()).isEqualTo(999_999_999);
    JsonNode power = row(two, "electricity_kw");
    assertThat(power.get("values").get(0).asDouble()).isEqualTo(((Number) plots.get(0).get("electricity_kw")).doubleValue());
    assertThat(two.toString()).doesNotContain("owner_name").doesNotContain("Proprietà dimostrativa");
    assertThat(row(two, "status").get("texts").get(0).asString()).isIn("Available", "Reserved", "Sold", "Leased");

    JsonNode gap = row(get("/api/plots/compare?plots=" + a + "," + unknown).json(), "electricity_kw");
    assertThat(gap.get("texts").get(1).isNull()).isTrue();
    assertThat(gap.get("differs").asBoolean()).isFalse();
    assertThat(gap.get("best").isNull()).as("the best of what is known may not be the best").isTrue();
    assertThat(row(two, "area_m2").get("best").isNull()).as("more area is not better for everybody").isTrue();
  }

  @Test
  void theComparisonLeavesAsTheTableThatIsShown() throws Exception {
    List<Long> plots = db.sql("SELECT id FROM plot WHERE" + SHOWN + "ORDER BY id LIMIT 3").query(Long.class).list();
    String ids = plots.get(0) + "," + plots.get(1) + "," + plots.get(2);
    JsonNode shown = get("/api/plots/compare?lang=en&plots=" + ids).json();
    List<String[]> expected = new ArrayList<>();
    shown.get("sections").forEach(section -> section.get("rows").forEach(row -> expected.add(new String[] {row.get("title").asString(),
        row.get("texts").get(2).isNull() ? "not known" : row.get("texts").get(2).asString()})));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(get("/api/plots/compare.xlsx?lang=en&plots=" + ids).bytes()))) {
      Sheet sheet = workbook.getSheetAt(0);
      for (int i = 0; i < expected.size(); i++) {
        Row row = sheet.getRow(i + 1);
        assertThat(row.getCell(1).getStringCellValue()).startsWith(expected.get(i)[0]);
        switch (row.getCell(5).getCellType()) {
          case NUMERIC -> assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(Double.parseDouble(expected.get(i)[1]));
          default -> assertThat(row.getCell(5).getStringCellValue()).isEqualTo(expected.get(i)[1]);
        }
      }
    }
    String csv = get("/api/plots/compare.csv?lang=en&plots=" + ids).text();
    assertThat(csv).startsWith("\uFEFFSection,Field,Difference,").contains("not known").contains("Demonstration data, not official");
    assertThat(csv.lines().count()).isGreaterThanOrEqualTo(expected.size() + 2L);
  }

  private static JsonNode row(JsonNode comparison, String attribute) {
    return comparison.get("sections").values().stream().flatMap(section -> section.get("rows").values().stream())
        .filter(row -> row.get("attribute").asString().equals(attribute)).findFirst().orElseThrow();
  }

  private static List<Long> ids(JsonNode items) {
    return items.values().stream().map(item -> item.get("id").asLong()).toList();
  }

  private int count(String condition) {
    return db.sql("SELECT count(*) FROM plot WHERE " + condition + " AND" + SHOWN).query(Integer.class).single();
  }

  /** By the search for plots. */
  private int matched(String filter) {
    return get("/api/plots?limit=1&filter=" + encoded(filter)).json().get("total").asInt();
  }

  private Http.Answer get(String path) {
    return Http.get(port, path);
  }

  private Http.Answer post(String path, String json) {
    return Http.send(port, "POST", path, json);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
