package org.comparto.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Whatever may take part in a community knows its primary-substation area, whoever writes it and whatever becomes of the perimeters. */
@IntegrationTest
class SubstationsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  @Autowired SubstationRefresh refresh;

  @AfterEach
  void nobodyStays() {
    new People(db, port).remove();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plot", "industrial_zone", "company", "energy_area"})
  void everyFeatureHasTheCodeOfItsLargestShare(String layer) {
    Map<String, Geometry> areas = perimeters();
    Map<Long, Geometry> features = shapes("SELECT id, ST_AsText(geom) AS shape FROM " + layer + " WHERE id % 3 = 0");
    Map<Long, String> codes = db.sql("SELECT id, coalesce(substation_code, 'none') AS code FROM " + layer).query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
        .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(features).isNotEmpty();
    features.forEach((id, shape) -> assertThat(codes.get(id)).as("%s %d", layer, id).isEqualTo(largest(areas, shape)));
  }

  @Test
  void whatADeskHasStatedStaysAndTheContradictionIsShown() {
    transactions.executeWithoutResult(undone -> {
      long plot = number("SELECT min(id) FROM plot WHERE substation_code IS NOT NULL");
      db.sql("UPDATE plot SET primary_substation_code = 'AC999E99999', substation_code = 'AC999E99999', cer_ready = NULL WHERE id = :id").param("id", plot).update();
      assertThat(db.sql("SELECT primary_substation_code = 'AC999E99999' AND substation_code <> 'AC999E99999' AND substation_differs AND cer_ready IS NOT NULL FROM plot WHERE id = :id")
          .param("id", plot).query(Boolean.class).single()).isTrue();
      undone.setRollbackOnly();
    });
    assertThat(number("SELECT count(*) FROM plot WHERE substation_differs IS DISTINCT FROM (primary_substation_code <> substation_code)")).isZero();
  }

  @Test
  void plotsAreReadyWhereAnEnergyAreaIsMarkedOrBuilt() {
    String wrong = "SELECT count(*) FROM plot AS p WHERE p.cer_ready IS DISTINCT FROM CASE WHEN p.substation_code IS NULL THEN NULL ELSE EXISTS (SELECT FROM energy_area AS e"
        + " JOIN primary_substation_area AS a ON a.code = p.substation_code WHERE e.publication_status = 'published' AND e.marking_status IN ('marked', 'built') AND e.substation_code = a.code) END";
    assertThat(number(wrong)).isZero();
    assertThat(number("SELECT count(DISTINCT cer_ready) FROM plot")).as("some are and some are not").isEqualTo(2);
    transactions.executeWithoutResult(undone -> {
      long versions = number("SELECT count(*) FROM feature_history");
      db.sql("UPDATE energy_area SET marking_status = 'unmarked' WHERE marking_status IN ('marked', 'built')").update();
      long marked = number("SELECT count(*) FROM feature_history") - versions;
      assertThat(number("SELECT differing FROM derive_readiness(100000)")).isPositive();
      assertThat(number("SELECT count(*) FROM plot WHERE cer_ready")).isZero();
      assertThat(number(wrong)).isZero();
      assertThat(number("SELECT count(*) FROM feature_history") - versions).as("what is derived is no version").isEqualTo(marked);
      undone.setRollbackOnly();
    });
    JsonNode found = Http.get(port, "/api/plots?filter=cer_ready%20%3D%20TRUE&limit=1").json();
    assertThat(found.path("total").asLong()).isPositive();
    assertThat(found.path("facets").valueStream().map(facet -> facet.path("attribute").asString())).contains("substation_code", "cer_ready");
  }

  @Test
  void sharesOfAStraddlingAreaAreToldWithAWarning() throws ParseException {
    Map<String, Geometry> areas = perimeters();
    String[] neighbours = neighbours();
    Geometry border = areas.get(neighbours[0]).intersection(areas.get(neighbours[1]));
    Geometry drawn = border.getGeometryN(0).getInteriorPoint().buffer(0.01).union();
    JsonNode answer = Http.send(port, "POST", "/api/energy/substations/shares?lang=en", "{\"geometry\":" + json(drawn) + "}").json();

    assertThat(answer.path("straddles").asBoolean()).isTrue();
    assertThat(answer.path("warnings").valueStream().map(warning -> warning.path("kind").asString())).contains("straddles");
    double inside = 0;
    for (JsonNode share : answer.path("shares")) {
      double expected = metres(areas.get(share.path("code").asString()).intersection(drawn));
      assertThat(share.path("m2").asDouble()).as(share.toString()).isCloseTo(expected, within(Math.max(1, expected / 1000)));
      assertThat(share.path("share").asDouble()).isCloseTo(expected / metres(drawn), within(0.001));
      inside += expected;
    }
    assertThat(answer.path("outsideM2").asDouble()).isCloseTo(metres(drawn) - inside, within(1.0));
    assertThat(answer.path("shares").valueStream().map(share -> share.path("code").asString())).contains(neighbours);
  }

  @Test
  void anAreaFarFromAllHasNoCode() {
    JsonNode answer = Http.send(port, "POST", "/api/energy/substations/shares",
        "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[2,2],[2.01,2],[2.01,2.01],[2,2]]]}}").json();
    assertThat(answer.path("shares")).isEmpty();
    assertThat(answer.path("warnings").path(0).path("kind").asString()).isEqualTo("no_area");
    assertThat(Http.get(port, "/api/energy/substations/at?lon=2&lat=2").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{} | geometry is required", "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}} | must be a GeoJSON Polygon",
      "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[10,45],[10.1,45.1],[10.1,45],[10,45.1],[10,45]]]}} | Self-intersection",
      "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}} | needs coordinates", "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1e3,2],[1,2],[1,3],[1e3,2]]]}} | in degrees"})
  void aBadShapeIsRefusedWithItsFault(String body, String fault) {
    Http.Answer answer = Http.send(port, "POST", "/api/energy/substations/shares", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo("geometry");
    assertThat(answer.json().path("detail").asString()).contains(fault);
  }

  @Test
  void aLoadOfPerimetersTellsBeforehandAndAfterwardsWhomItTouches() throws ParseException {
    String token = new People(db, port).token("desk", "read", "propose", "load");
    String[] neighbours = neighbours();
    Map<String, Geometry> areas = perimeters();
    Geometry zone = shapes("SELECT id, ST_AsText(geom) AS shape FROM industrial_zone WHERE substation_code = '" + neighbours[0] + "' ORDER BY id LIMIT 1").values().iterator().next();
    Geometry moved = zone.getEnvelope().buffer(0.001).intersection(areas.get(neighbours[0]));
    String file = "{\"type\":\"FeatureCollection\",\"features\":[" + feature(neighbours[0], "Nuovo distributore", areas.get(neighbours[0]).difference(moved)) + ","
        + feature(neighbours[1], null, areas.get(neighbours[1]).union(moved)) + "]}";
    String territory = db.sql("SELECT territory_code FROM primary_substation_area WHERE code = :code").param("code", neighbours[0]).query(String.class).single();
    long load = loadOf(token, file, territory);
    try {
      JsonNode preview = ask(token, "/api/energy/substations/changes?load=" + load).json();
      assertThat(preview.path("preview").asBoolean()).isTrue();
      Map<String, String> before = codes();
      settle(token, load, "apply");
      refresh.complete(Duration.ofMinutes(1));
      Map<String, String> after = codes();

      JsonNode told = ask(token, "/api/energy/substations/changes?load=" + load).json();
      assertThat(told.path("preview").asBoolean()).isFalse();
      assertThat(told.path("affected")).isEqualTo(preview.path("affected"));
      assertThat(told.path("perimeters").valueStream().map(one -> one.path("code").asString() + one.path("kinds").valueStream().map(JsonNode::asString).toList()))
          .containsExactlyInAnyOrder(neighbours[0] + List.of("reshaped", "distributor"), neighbours[1] + List.of("reshaped"));
      Set<String> expected = before.entrySet().stream().filter(one -> !one.getValue().equals(after.get(one.getKey())))
          .map(one -> one.getKey() + " " + one.getValue() + " " + after.get(one.getKey())).collect(Collectors.toSet());
      Set<String> listed = told.path("affected").valueStream().flatMap(kind -> kind.path("items").valueStream().filter(one -> one.path("reason").asString().equals("moved"))
          .map(one -> kind.path("kind").asString() + " " + one.path("id").asString() + " " + one.path("before").asString() + " " + one.path("after").asString())).collect(Collectors.toSet());
      Set<Long> hidden = Set.copyOf(db.sql("SELECT id FROM company WHERE NOT coalesce('identity' = ANY (consented_groups), false)").query(Long.class).list());
      expected.removeIf(one -> one.startsWith("company ") && hidden.contains(Long.parseLong(one.split(" ")[1])));
      assertThat(listed).isEqualTo(expected).anyMatch(one -> one.startsWith("plot "));
      String table = ask(token, "/api/energy/substations/changes.csv?load=" + load).text();
      assertThat(table.lines()).hasSize(1 + 2 + told.path("affected").valueStream().mapToInt(kind -> kind.path("total").asInt()).sum());
    } finally {
      settle(token, load, "rollback");
      refresh.complete(Duration.ofMinutes(1));
    }
    everyFeatureHasTheCodeOfItsLargestShare("plot");
    assertThat(Http.get(port, "/api/energy/substations/status").json().path("layers").valueStream().map(one -> one.path("layer").asString() + one.has("finishedAt")))
        .containsExactlyInAnyOrder("plottrue", "energy_areatrue", "companytrue", "industrial_zonetrue");
  }

  @Test
  void anotherDistributorTouchesAllThatLiesInItsArea() {
    String token = new People(db, port).token("planner", "read", "propose");
    String code = neighbours()[0];
    String since = db.sql("SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')").query(String.class).single();
    for (String named : List.of(code, "AC999E99999")) {
      db.sql("INSERT INTO energy_community (territory_code, name, owner_name, document) SELECT territory_code, :name, 'test-energy', jsonb_build_object('members',"
          + " jsonb_build_array(jsonb_build_object('substation', CAST(:named AS text)))) FROM primary_substation_area WHERE code = :code")
          .param("name", "In " + named).param("named", named).param("code", code).update();
    }
    Committed.write(transactions, db.sql("UPDATE primary_substation_area SET distributor = distributor || ' 2' WHERE code = :code").param("code", code));
    try {
      JsonNode told = ask(token, "/api/energy/substations/changes?since=" + since).json();
      assertThat(told.path("perimeters").path(0).path("kinds").path(0).asString()).isEqualTo("distributor");
      JsonNode plots = told.path("affected").path(0);
      assertThat(plots.path("total").asLong()).isEqualTo(number("SELECT count(*) FROM plot WHERE publication_status = 'published' AND substation_code = '" + code + "'"));
      assertThat(plots.path("items").valueStream()).allMatch(one -> one.path("reason").asString().equals("distributor"));
      assertThat(told.path("affected").valueStream().filter(one -> one.path("kind").asString().equals("communities")).flatMap(one -> one.path("items").valueStream())
          .map(one -> one.path("name").asString())).containsExactly("In " + code);
    } finally {
      db.sql("DELETE FROM energy_community WHERE owner_name = 'test-energy'").update();
      Committed.write(transactions, db.sql("UPDATE primary_substation_area SET distributor = replace(distributor, ' 2', '') WHERE code = :code").param("code", code));
    }
    assertThat(ask(token, "/api/energy/substations/changes?since=yesterday").json().path("detail").asString()).contains("it must be a day like");
    assertThat(ask(token, "/api/energy/substations/changes").json().path("parameter").asString()).isEqualTo("since");
  }

  // ---- what tests stand on

  /** Two areas with a common border of some length, the first with the most plots. */
  private String[] neighbours() {
    return db.sql("""
        SELECT a.code AS one, b.code AS other FROM primary_substation_area AS a JOIN primary_substation_area AS b
          ON a.code <> b.code AND ST_Length(ST_Intersection(a.geom, b.geom)) > 0.01
        ORDER BY (SELECT count(*) FROM plot WHERE substation_code = a.code) DESC, a.code, b.code LIMIT 1""")
        .query((row, n) -> new String[] {row.getString(1), row.getString(2)}).single();
  }

  private Map<String, Geometry> perimeters() {
    return db.sql("SELECT code, ST_AsText(geom) FROM primary_substation_area WHERE publication_status = 'published'")
        .query((row, n) -> Map.entry(row.getString(1), read(row.getString(2)))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<Long, Geometry> shapes(String sql) {
    return db.sql(sql).query((row, n) -> Map.entry(row.getLong(1), read(row.getString(2)))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String largest(Map<String, Geometry> areas, Geometry shape) {
    String best = "none";
    double most = 0;
    for (Map.Entry<String, Geometry> area : areas.entrySet()) {
      if (area.getValue().getEnvelopeInternal().intersects(shape.getEnvelopeInternal())) {
        double share = shape.getDimension() == 0 ? area.getValue().covers(shape) ? 1 : 0 : area.getValue().intersection(shape).getArea();
        if (share > most) {
          most = share;
          best = area.getKey();
        }
      }
    }
    return best;
  }

  private double metres(Geometry degrees) {
    int srid = degrees.getEnvelopeInternal().centre().x < 12 ? 7791 : 7792;
    return db.sql("SELECT ST_Area(ST_Transform(ST_GeomFromText(:wkt, 4326), :srid))").param("wkt", degrees.toText()).param("srid", srid).query(Double.class).single();
  }

  private static String json(Geometry shape) {
    GeoJsonWriter writer = new GeoJsonWriter(12);
    writer.setEncodeCRS(false);
    return writer.write(shape);
  }

  private static String feature(String code, @Nullable String distributor, Geometry shape) {
    return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code + "\"" + (distributor == null ? ",\"distributor\":\"Distributore dimostrativo\"" : ",\"distributor\":\"" + distributor + "\"")
        + "},\"geometry\":" + json(shape) + "}";
  }

  private Map<String, String> codes() {
    return List.of("plot", "energy_area", "company", "industrial_zone").stream().flatMap(layer ->
        db.sql("SELECT id, coalesce(substation_code, 'null') FROM " + layer + " WHERE publication_status = 'published'")
            .query((row, n) -> Map.entry(layer + " " + row.getLong(1), row.getString(2))).list().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Http.Answer ask(String token, String path) {
    return Http.get(port, path, "Authorization", "Bearer " + token);
  }

  private long loadOf(String token, String file, String territory) {
    Http.Answer sent = Http.sendAs(port, "POST", "/api/loads?name=perimetri.geojson", file, "application/octet-stream", "Authorization", "Bearer " + token);
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    long load = sent.json().path("id").asLong();
    Http.Answer planned = Http.send(port, "PUT", "/api/loads/" + load + "/plan", "{\"layer\":\"primary_substation_area\",\"territory\":\"" + territory + "\"}",
        "Authorization", "Bearer " + token);
    assertThat(planned.status()).as(planned.text()).isEqualTo(202);
    assertThat(settled(token, load).path("state").asString()).isEqualTo("checked");
    return load;
  }

  private void settle(String token, long load, String step) {
    Http.Answer begun = Http.send(port, "POST", "/api/loads/" + load + "/" + step, step.equals("rollback") ? "{\"force\":true}" : null, "Authorization", "Bearer " + token);
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    settled(token, load);
  }

  private JsonNode settled(String token, long load) {
    for (int i = 0; i < 2400; i++) {
      JsonNode now = ask(token, "/api/loads/" + load).json();
      if (!Set.of("checking", "applying", "rolling_back").contains(now.path("state").asString())) {
        return now;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("load " + load + " does not end");
  }

  private long number(String sql) {
    return db.sql(sql).query(Long.class).single();
  }
}
