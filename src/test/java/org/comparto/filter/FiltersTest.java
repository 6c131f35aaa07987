package org.comparto.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.comparto.crs.Crs;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Filters see what is public and nothing else, bind what they are told, use the indexes, and know the reference systems. */
@IntegrationTest
@Transactional
class FiltersTest {

  @Autowired Filters filters;
  @Autowired NamedParameterJdbcTemplate named;
  @Autowired JdbcClient db;
  private FilterRows rows;

  @Autowired
  void readWith(Layers layers) {
    rows = new FilterRows(layers, filters, named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x' OR '1'='1", "'; DELETE FROM plot; --", "\\'; SELECT pg_sleep(9); --", ":f0", "${relation}", "$1", "?", "/*", "%s"})
  void whatACallerWritesIsComparedAndNotExecuted(String text) {
    Layer plot = rows.layer("plot");
    long before = count("plot");
    for (Condition condition : List.of(
        filters.parse(plot, "code = '" + text.replace("\\", "\\\\").replace("'", "''") + "'", FilterLanguage.TEXT, Crs.CRS84),
        filters.equal(plot, Map.of("code", text)))) {
      assertThat(condition.sql()).matches("\\(?\\(\"code\" = :[fq]0\\)\\)?");
      assertThat(condition.values()).containsOnly(Map.entry(condition.sql().contains(":f0") ? "f0" : "q0", text));
      assertThat(rows.ids(plot, condition)).isEmpty();
    }
    db.sql("UPDATE plot SET code = :code WHERE id = (SELECT min(id) FROM plot)").param("code", text).update();
    assertThat(rows.ids(plot, filters.equal(plot, Map.of("code", text)))).hasSize(1);
    assertThat(count("plot")).isEqualTo(before);
  }

  @Test
  void noColumnIsNamedThatACallerWrote() {
    for (String name : List.of("code\" FROM plot --", "code\" = '' OR \"code", "geom", "*", "(SELECT 1)", "owner_name", "version")) {
      assertThatThrownBy(() -> filters.parse(rows.layer("plot"), "{\"op\":\"isNull\",\"args\":[{\"property\":\""
          + name.replace("\"", "\\\"") + "\"}]}", FilterLanguage.JSON, Crs.CRS84)).isInstanceOf(InvalidInputException.class);
    }
  }

  @Test
  void withoutConsentAValueCanNotBeGuessed() {
    long id = db.sql("SELECT id FROM company WHERE publication_status = 'published' AND 'identity' = ANY (consented_groups)"
        + " AND 'size' = ANY (consented_groups) AND employees IS NOT NULL ORDER BY id LIMIT 1").query(Long.class).single();
    String exactly = "employees = " + db.sql("SELECT employees FROM company WHERE id = :id").param("id", id).query(Long.class).single();
    assertThat(rows.text("company", exactly)).contains(id);

    db.sql("UPDATE company SET consented_groups = array_remove(consented_groups, 'size') WHERE id = :id").param("id", id).update();

    assertThat(rows.text("company", exactly)).doesNotContain(id);
    assertThat(rows.text("company", "NOT (" + exactly + ")")).doesNotContain(id);
    assertThat(rows.text("company", "employees IS NULL")).contains(id);
    assertThat(rows.ids(rows.layer("company"), filters.equal(rows.layer("company"), Map.of("size_class", "micro")))).doesNotContain(id);
  }

  @Test
  void queryParametersAskForEquality() {
    assertEqual("plot", Map.of("status", "available", "municipality_code", "039007"), "status = 'available' AND municipality_code = '039007'");
    assertEqual("plot", Map.of("acoustic_class", "5", "divisible", "true"), "acoustic_class = 5 AND divisible");
    assertEqual("plot", Map.of("surveyed_on", "2024-12-25"), "surveyed_on = '2024-12-25'");
    assertEqual("plot", Map.of("updated_at", "2026-11-01T01:00:00+01:00"), "updated_at = '2026-11-01 00:00Z'");
    assertEqual("plot", Map.of("permitted_activities", "craft"), "'craft' = ANY (permitted_activities)");
    assertThat(filters.equal(rows.layer("plot"), Map.of())).isSameAs(Condition.NONE);
    assertThat(rows.ids(rows.layer("plot"), filters.equal(rows.layer("plot"), Map.of("status", "%")))).isEmpty();
  }

  @Test
  void parametersAndFilterCanBeJoined() {
    Layer plot = rows.layer("plot");
    Condition both = filters.equal(plot, Map.of("status", "available"))
        .and(filters.parse(plot, "area_m2 > 3000", FilterLanguage.TEXT, Crs.CRS84));
    assertThat(rows.ids(plot, both)).isEqualTo(rows.sql("plot", "status = 'available' AND area_m2 > 3000")).isNotEmpty();
  }

  static List<Crs> systems() {
    return Crs.all();
  }

  /** The corners are computed by PostGIS and turned by the authority's axis order, which is written down here once more. */
  @ParameterizedTest
  @MethodSource("systems")
  void aGeometryIsReadInTheAxisOrderOfItsReferenceSystem(Crs crs) {
    boolean northFirst = crs.uri().matches(".*/(4326|3035|6706)$");
    String corners = db.sql("""
        SELECT string_agg(CASE WHEN :northFirst THEN ST_Y(p) || ' ' || ST_X(p) ELSE ST_X(p) || ' ' || ST_Y(p) END, ', ' ORDER BY n)
        FROM (SELECT (ST_DumpPoints(ST_Transform(ST_MakeEnvelope(9.9, 45.1, 10.2, 45.2, 4326), :srid))).geom AS p, generate_series(1, 5) AS n) AS c""")
        .param("northFirst", northFirst).param("srid", crs.srid()).query(String.class).single();
    List<Long> found = rows.ids(rows.layer("plot"),
        filters.parse(rows.layer("plot"), "S_INTERSECTS(geometry, POLYGON((" + corners + ")))", FilterLanguage.TEXT, crs));
    List<Long> expected = db.sql("SELECT id FROM plot WHERE ST_Intersects(ST_Transform(geom, :srid),"
            + " ST_MakePolygon(ST_Boundary(ST_Transform(ST_MakeEnvelope(9.9, 45.1, 10.2, 45.2, 4326), :srid)))) ORDER BY id")
        .param("srid", crs.srid()).query(Long.class).list();
    assertThat(found).isEqualTo(expected).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "http://www.opengis.net/def/crs/EPSG/0/4326  | BBOX(45.1, 9.9, 45.2, 10.2)",
      "http://www.opengis.net/def/crs/OGC/1.3/CRS84 | BBOX(9.9, 45.1, 10.2, 45.2)"})
  void aBoxTooHasTheAxisOrderOfItsReferenceSystem(String crs, String box) {
    assertThat(rows.ids(rows.layer("plot"),
        filters.parse(rows.layer("plot"), "S_INTERSECTS(geometry, " + box + ")", FilterLanguage.TEXT, Crs.parse(crs.trim(), "filter-crs"))))
        .isEqualTo(rows.sql("plot", "ST_Intersects(geom, ST_MakeEnvelope(9.9, 45.1, 10.2, 45.2, 4326))")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POINT(1e7 1e9)", "POINT(99999999 99999999)", "BBOX(-99999999, -99999999, 99999999, 99999999)",
      "LINESTRING(0 0, -5e7 9e7)", "POINT(1e308 1)", "BBOX(500, 500, 400, 600)"})
  void aPlaceThatAReferenceSystemDoesNotHaveIsRefusedOrFindsNothing(String literal) {
    for (Crs crs : Crs.all()) {
      try {
        assertThat(rows.ids(rows.layer("gateway"),
            filters.parse(rows.layer("gateway"), "S_WITHIN(" + literal + ", geometry)", FilterLanguage.TEXT, crs))).isEmpty();
      } catch (InvalidInputException e) {
        assertThat(e.getMessage()).contains("in the filter");
      }
    }
  }

  @Test
  void aCollectionInTheDataDoesNotFailAnyFunction() {
    db.sql("UPDATE bottleneck SET geom = ST_GeomFromText('GEOMETRYCOLLECTION(POINT(10 45), LINESTRING(10 45, 11 46))', 4326)"
        + " WHERE id = (SELECT min(id) FROM bottleneck)").update();
    for (Operator operator : Operator.values()) {
      if (operator.kind() == Operator.Kind.SPATIAL) {
        rows.text("bottleneck", operator.symbol() + "(geometry, BBOX(9, 44, 12, 47))");
        rows.text("bottleneck", operator.symbol() + "(POLYGON((9 44, 12 44, 12 47, 9 44)), geometry)");
        rows.text("bottleneck", operator.symbol() + "(geometry, geometry)");
      }
    }
    assertThat(rows.text("bottleneck", "S_INTERSECTS(geometry, POINT(10 45))")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "S_INTERSECTS(geometry, BBOX(9.9, 45.1, 10.0, 45.2))                                 | plot_geom",
      "S_WITHIN(geometry, POLYGON((9.9 45.1, 10.0 45.1, 10.0 45.2, 9.9 45.1)))             | plot_geom",
      "status = 'available' AND S_INTERSECTS(geometry, POINT(10.02 45.13))                 | plot_geom",
      "id = 7                                                                              | plot_pkey",
      "id BETWEEN 7 AND 9                                                                  | plot_pkey",
      "zone_id = 7                                                                         | plot_zone"})
  void indexesAreUsed(String filter, String index) {
    db.sql("SET LOCAL enable_seqscan = off").update(); // the demonstration is small: what can use an index must show that it can
    Condition condition = filters.parse(rows.layer("plot"), filter, FilterLanguage.TEXT, Crs.CRS84);
    assertThat(String.join("\n", named.queryForList("EXPLAIN SELECT id FROM plot WHERE " + condition.sql(), condition.values(), String.class)))
        .contains(index);
  }

  @Test
  void inALargeLayerAPlaceIsFoundByTheIndexOfTheGeometry() {
    db.sql("CREATE TEMP TABLE many ON COMMIT DROP AS SELECT id, ST_Translate(geom, n * 0.001, 0) AS geom FROM plot, generate_series(1, 100) AS n").update();
    db.sql("CREATE INDEX many_geom ON many USING gist (geom)").update();
    db.sql("ANALYZE many").update();
    for (String literal : List.of("POINT(10.02 45.13)", "BBOX(10.0, 45.1, 10.01, 45.11)", "POLYGON((10 45.1, 10.02 45.1, 10.02 45.12, 10 45.1))")) {
      Condition condition = filters.parse(rows.layer("plot"), "S_INTERSECTS(geometry, " + literal + ")", FilterLanguage.TEXT, Crs.CRS84);
      assertThat(String.join("\n", named.queryForList("EXPLAIN SELECT id FROM many WHERE " + condition.sql(), condition.values(), String.class)))
          .contains("many_geom").doesNotContain("Seq Scan");
    }
  }

  private void assertEqual(String layer, Map<String, String> parameters, String sql) {
    assertThat(rows.ids(rows.layer(layer), filters.equal(rows.layer(layer), parameters))).isEqualTo(rows.sql(layer, sql)).isNotEmpty();
  }

  private long count(String table) {
    return db.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }
}
