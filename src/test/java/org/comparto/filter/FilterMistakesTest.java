package org.comparto.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comparto.crs.Crs;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever writes a filter that can not be used is told what to change; the database never hears of it. */
@IntegrationTest
class FilterMistakesTest {

  @Autowired Layers layers;
  @Autowired Filters filters;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "owner_name = 'x'                                  | can not be asked of plot",
      "owner_nam IS NULL                                 | can not be asked of plot; there are owner_type",
      "desk_notes IS NULL                                | can not be asked",
      "publication_status = 'draft'                      | can not be asked",
      "search_text = 'a'                                 | can not be asked",
      "plot.code = 'a'                                   | can not be asked",
      "aera_m2 > 5                                       | there are area_m2",
      "area_m2 > 'large'                                 | a number (area_m2) with a text",
      "code = 5                                          | texts stand in quotes, numbers do not",
      "divisible = 'true'                                | true or false (divisible) with a text",
      "divisible > FALSE                                 | has no meaning for true and false",
      "verified_on > 5                                   | a date (verified_on) with a number",
      "verified_on > '2023-02-30'                        | not a day of the calendar",
      "verified_on > DATE('99999-01-01')                 | is not a date",
      "verified_on > DATE('2023-1-1')                    | is not a date",
      "updated_at > TIMESTAMP('2023-01-01T25:00:00Z')    | not a moment of the calendar",
      "updated_at > TIMESTAMP('2023-01-01')              | is not a date with time",
      "verified_on > 'yesterday'                         | is not a date with time",
      "geometry = 'x'                                    | can not compare a geometry",
      "permitted_activities = 'craft'                    | can not compare a list",
      "incentives = 'x'                                  | can not compare a structure",
      "area_m2                                           | takes true or false, not a number (area_m2)",
      "area_m2 AND divisible                             | takes true or false, not a number",
      "name LIKE code                                    | the pattern of like must be a text (code)",
      "area_m2 LIKE '1%'                                 | like takes a text, not a number",
      "name LIKE 'a\\\\'                                 | ends with a backslash",
      "CASEI(area_m2) = '1'                              | casei takes a text",
      "area_m2 + code > 1                                | + takes a number, not a text (code)",
      "area_m2 > 1e101                                   | too large",
      "area_m2 > 1e999999999999                          | too large",
      "area_m2 > 1e-101                                  | too many decimals",
      "area_m2 * 1e99 * 1e99 * 1e99 > 1                  | beyond 1e300",
      "area_m2 IN ()                                     | where a value",
      "area_m2 IN (1, 'a')                               | with a text",
      "area_m2 NOT 5                                     | where LIKE, BETWEEN or IN is expected",
      "area_m2 BETWEEN 1 OR 2                            | where AND is expected",
      "area_m2 >                                         | at its end of the filter",
      "area_m2 > 5)                                      | where AND, OR or the end",
      "(area_m2 > 5                                      | is expected",
      "area_m2 > 5 area_m2                               | where AND, OR or the end",
      "area_m2 == 5                                      | where a value or a predicate",
      "area_m2 != 5                                      | which means nothing there",
      "code = 'a                                         | never closed",
      "\"code = 'a'                                      | never closed",
      "area_m2 > 5x                                      | a number with letters behind it",
      "NULL                                              | where a value or a predicate",
      "Buffer(geometry, 10) IS NULL                      | there is no function",
      "pg_sleep(10) = 1                                  | there is no function",
      "S_INTERSECTS(geometry)                            | takes 2 operands, here are 1",
      "S_INTERSECTS(geometry, code)                      | takes a geometry, not a text (code)",
      "S_INTERSECTS(geom, POINT(10 45))                  | can not be asked",
      "S_INTERSECTS(geometry, POINT EMPTY)               | can not be asked",
      "S_INTERSECTS(geometry, LINESTRING(1 1, 2 EMPTY))  | can not be read",
      "S_INTERSECTS(geometry, POINT(10 NaN))             | can not be part of a geometry",
      "S_INTERSECTS(geometry, POINT(10))                 | can not be read",
      "S_INTERSECTS(geometry, POINT(500000 5000000))     | beyond ±180 degrees",
      "S_INTERSECTS(geometry, POINT(10 1e308))           | beyond ±180 degrees",
      "S_INTERSECTS(geometry, POLYGON((0 0,1 1,1 0,0 1,0 0))) | not valid: Self-intersection",
      "S_INTERSECTS(geometry, POLYGON((0 0,1 1,1 0)))    | can not be read",
      "S_INTERSECTS(geometry, LINESTRING(0 0, 0 0))      | not valid",
      "S_INTERSECTS(geometry, BBOX(1, 2, 3))             | it takes 4, or 6",
      "S_INTERSECTS(geometry, BBOX(1, 2, 3, 'a'))        | BBOX takes numbers only",
      "S_INTERSECTS(geometry, BBOX(1, 46, 3, 45))        | begins above its end",
      "S_WITHIN(geometry, GEOMETRYCOLLECTION(POINT(1 1), LINESTRING(1 1, 2 2))) | can only be asked for with s_intersects",
      "T_AFTER(code, DATE('2023-01-01'))                 | takes instants and intervals, not a text (code)",
      "T_AFTER(area_m2, DATE('2023-01-01'))              | takes instants and intervals, not a number",
      "T_DURING(verified_on, INTERVAL('2023-01-01', '..')) | takes intervals only",
      "T_AFTER(verified_on, INTERVAL('2023-02-01', '2023-01-01')) | ends before it starts",
      "T_AFTER(verified_on, INTERVAL(area_m2, '..'))     | begins and ends with an instant",
      "INTERVAL('2023-01-01', '..') IS NULL              | not an interval",
      "A_CONTAINS(code, ('a', 'b'))                      | take lists, not a text (code)",
      "A_CONTAINS(permitted_activities, ('a', TRUE))     | the lists here hold texts",
      "A_CONTAINS(permitted_activities, (('a', 'b'), 'c')) | the lists here hold texts"})
  void eachHasAReason(String filter, String reason) {
    assertThatThrownBy(() -> filters.parse(layers.getLayer("plot", "layer"), filter, FilterLanguage.TEXT, Crs.CRS84))
        .isInstanceOf(InvalidInputException.class).hasMessageContaining(reason)
        .extracting(e -> ((InvalidInputException) e).parameter()).isEqualTo("filter");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{                                                             | is not JSON",
      "[1,                                                           | is not JSON",
      "null                                                          | which is no value",
      "{\"op\":\"=\",\"args\":[{\"property\":\"code\"},null]}        | which is no value",
      "{\"op\":\"=\",\"op\":\"<\",\"args\":[1,2]}                    | is not JSON",
      "true true                                                     | is not JSON",
      "5                                                             | takes true or false, not a number",
      "{\"op\":\"=\"}                                                | are not an array",
      "{\"op\":5,\"args\":[]}                                        | is not a string",
      "{\"op\":\"explode\",\"args\":[]}                              | there is no operator or function",
      "{\"op\":\"and\",\"args\":[true]}                              | takes 2 or more operands",
      "{\"op\":\"in\",\"args\":[1,2]}                                | takes a list",
      "{\"a\":1}                                                     | there are op with args",
      "{}                                                            | there are op with args",
      "{\"property\":{\"property\":\"code\"}}                        | is not a string",
      "{\"op\":\"=\",\"args\":[{\"property\":\"code\"},\"a\\u0000b\"]} | NUL",
      "{\"op\":\"=\",\"args\":[{\"property\":\"code\"},\"\\ud800\"]}  | surrogate",
      "{\"op\":\"<\",\"args\":[{\"property\":\"area_m2\"},1e999]}     | too large",
      "{\"op\":\"<\",\"args\":[{\"property\":\"area_m2\"},1e40000000000]} | too large",
      "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Circle\",\"coordinates\":[]}]} | of the type",
      "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Point\",\"coordinates\":[1]}]} | not an array of two numbers",
      "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Polygon\",\"coordinates\":[[1,2]]}]} | not an array of two numbers",
      "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Polygon\",\"coordinates\":[]}]} | is empty",
      "{\"op\":\"s_intersects\",\"args\":[{\"property\":\"geometry\"},{\"bbox\":[1,2]}]} | it takes 4, or 6",
      "{\"op\":\"t_after\",\"args\":[{\"interval\":[\"2023-01-01\"]},{\"date\":\"2023-01-01\"}]} | its start and its end"})
  void soInJson(String filter, String reason) {
    assertThatThrownBy(() -> filters.parse(layers.getLayer("plot", "layer"), filter, FilterLanguage.JSON, Crs.CRS84))
        .isInstanceOf(InvalidInputException.class).hasMessageContaining(reason);
  }

  @Test
  void whatWouldCostTooMuchIsRefusedWithItsLimit() {
    refused("nested more than 50 deep", "(".repeat(60) + "divisible" + ")".repeat(60));
    refused("nested more than 50 deep", "NOT ".repeat(3_000) + "divisible");
    refused("nested more than 50 deep", "area_m2 > " + "2^".repeat(200) + "2");
    refused("nested more than 50 deep", "area_m2 > " + "- ".repeat(200) + "area_m2");
    refused("more than 1000 parts", IntStream.range(0, 400).mapToObj(i -> "id = " + i).collect(Collectors.joining(" OR ")));
    refused("more than 1000 parts", "area_m2 > 1" + "+1".repeat(1_000));
    refused("from 1 to 500 values", "id IN (" + IntStream.range(0, 501).mapToObj(String::valueOf).collect(Collectors.joining(",")) + ")");
    refused("the limit is 16384", "code = '" + "a".repeat(20_000) + "'");
    refused("more than 2000 vertices", "S_INTERSECTS(geometry, MULTIPOINT(" + "1 1,".repeat(2_500) + "1 1))");
    refused("nested more than 10 deep", "S_INTERSECTS(geometry, " + "GEOMETRYCOLLECTION(".repeat(300) + "POINT(1 1)" + ")".repeat(301));
    refused("NUL", "code = 'a\0b'");
    refused("surrogate", "code = '\ud800'");
    assertThatThrownBy(() -> filters.parse(layers.getLayer("plot", "layer"), "[".repeat(8_000), FilterLanguage.JSON, Crs.CRS84))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> filters.parse(layers.getLayer("plot", "layer"), "[".repeat(400) + "]".repeat(400), FilterLanguage.JSON, Crs.CRS84))
        .hasMessageContaining("nested more than 50 deep");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"owner_name | x | can not be asked", "geometry | x | can not be asked", "incentives | x | can not be asked",
      "area_m2 | x | must be a number", "area_m2 | 1e9 | must be a number", "divisible | yes | must be true or false",
      "verified_on | 2023-02-30 | not a day", "updated_at | 2023-01-01 | is not a date with time", "bbbox | 1 | can not be asked"})
  void aParameterThatIsNoQueryableOrHasNoValueOfItsTypeIsNamed(String name, String value, String reason) {
    assertThatThrownBy(() -> filters.equal(layers.getLayer("plot", "layer"), Map.of(name, value)))
        .isInstanceOf(InvalidInputException.class).hasMessageContaining(reason)
        .extracting(e -> ((InvalidInputException) e).parameter()).isEqualTo(name);
  }

  @Test
  void nothingOfTheDeskIsNamedInAnyMessage() {
    assertThatThrownBy(() -> filters.parse(layers.getLayer("plot", "layer"), "desk_note = 'x'", FilterLanguage.TEXT, Crs.CRS84))
        .extracting(Throwable::getMessage).asString().doesNotContain("desk_notes").doesNotContain("owner_name");
    assertThat(Filters.isQueryable(layers.getLayer("plot", "layer"), "desk_notes")).isFalse();
    assertThat(Filters.isQueryable(layers.getLayer("plot", "layer"), "status")).isTrue();
  }

  private void refused(String reason, String filter) {
    assertThatThrownBy(() -> filters.parse(layers.getLayer("plot", "layer"), filter, FilterLanguage.TEXT, Crs.CRS84))
        .isInstanceOf(InvalidInputException.class).hasMessageContaining(reason);
  }
}
