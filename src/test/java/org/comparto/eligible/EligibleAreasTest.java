package org.comparto.eligible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.comparto.ruleset.Rulesets;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.comparto.verdict.Case;
import org.comparto.verdict.Face;
import org.comparto.verdict.Kernel;
import org.comparto.verdict.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is computed piece by piece is what the rules say of the whole, stays so through every change, and is read like any layer. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EligibleAreasTest {

  private static final Envelope BOX = new Envelope(12.30, 12.36, 44.20, 44.24);
  private static final String DAY = "2026-04-01";
  private static final LocalDate IN_1990 = LocalDate.of(1990, 6, 1);

  @LocalServerPort int port;
  @Autowired Keeper keeper;
  @Autowired Computation computation;
  @Autowired Pieces pieces;
  @Autowired Kernel kernel;
  @Autowired Rulesets rulesets;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;

  /** A territory of our own around an industrial zone of the demonstration, so that nothing but these tests changes what is in it. */
  @BeforeAll
  void aTerritory() {
    write("INSERT INTO territory (code, territory_code, name, geom) VALUES ('prova', 'prova', 'Prova', ST_Multi(" + box(BOX) + "))");
    feature("industrial_zone", "Z1", polygon(12.312, 44.212, 0.004), "");
    feature("thematic_protected_area", "P1", polygon(12.35, 44.235, 0.003), "{\"protection_kind\": \"park\"}");
    feature("thematic_cultural_asset", "C1", polygon(12.305, 44.203, 0.001), "{\"protection_basis\": \"part_ii\"}");
    for (int i = 0; i < 6; i++) {
      feature("thematic_land_use_zone", "E" + i, polygon(12.3 + 0.01 * i, 44.2 + 0.006 * i, 0.01), "{\"zone_class\": \"E\"}");
    }
    catchUp();
  }

  @AfterAll
  void nothingStays() {
    for (String relation : List.of("industrial_zone", "thematic_motorway", "thematic_protected_area", "thematic_cultural_asset", "thematic_land_use_zone")) {
      write("DELETE FROM " + relation + " WHERE territory_code = 'prova'");
    }
    write("DELETE FROM territory WHERE code = 'prova'");
    new People(db, port).remove();
  }

  @ParameterizedTest
  @CsvSource({"pv_ground, 2026-04-01", "pv_ground, 2024-05-15", "pv_roof, 2025-11-21", "wind, 2026-04-01", "agripv, 2021-12-14"})
  void thePiecesSayWhatTheRulesSayOfTheWhole(String technology, LocalDate day) {
    Case one = new Case(technology, day, Set.of(), rulesets.inForce(day, "prova"));
    // a long edge is straight in degrees and not in metres: pieces have corners along it
    Geometry box = Densifier.densify(new GeometryFactory().toGeometry(BOX), 0.001);
    List<Face> whole = kernel.divide(box, "prova", List.of(one)).get(0).faces();
    for (Result result : Result.values()) {
      double expected = whole.stream().filter(face -> face.result() == result).mapToDouble(Face::m2).sum();
      double computed = result == Result.ORDINARY ? territoryM2() - stored("true", technology, day)
          : stored("eligibility = '" + result.code() + "'", technology, day);
      assertThat(computed).as(result.toString()).isCloseTo(expected, within(Math.max(50, expected * 0.0001)));
    }
  }

  @Test
  void noGroundIsSaidTwice() {
    double overlap = db.sql("""
        WITH said AS (SELECT id, technology, geom FROM eligible_area WHERE territory_code = 'prova' AND (valid_from IS NULL OR valid_from <= :day) AND (valid_to IS NULL OR valid_to > :day)
                      UNION ALL SELECT id, technology, geom FROM restricted_area WHERE territory_code = 'prova' AND (valid_from IS NULL OR valid_from <= :day) AND (valid_to IS NULL OR valid_to > :day))
        SELECT coalesce(max(ST_Area(ST_Intersection(a.geom, b.geom)::geography)), 0) FROM said AS a JOIN said AS b ON a.technology = b.technology AND a.id < b.id AND a.geom && b.geom""")
        .param("day", LocalDate.parse(DAY)).query(Double.class).single();
    assertThat(overlap).isLessThan(0.5);
  }

  @Test
  void onlyWhatAChangeCanReachIsComputedAgain() {
    catchUp();
    move("Z1", 0.0001);
    keeper.keep();
    long all = db.sql("SELECT count(*) FROM eligible_piece WHERE territory_code = 'prova'").query(Long.class).single();
    assertThat(pieces.waiting("prova")).isPositive().isLessThan(all);
    catchUp();
    assertThat(pieces.complete("prova")).isTrue();
    write("UPDATE plot SET name = name WHERE id = (SELECT min(id) FROM plot WHERE territory_code = 'montaletto')");
    keeper.keep();
    assertThat(pieces.waiting("prova")).as("no rule reads plots").isZero();
  }

  @Test
  void twentyEditsLeaveWhatAComputationFromTheBeginningLeaves() {
    Random random = new Random(42);
    for (int edit = 0; edit < 20; edit++) {
      double lon = BOX.getMinX() + random.nextDouble() * BOX.getWidth();
      double lat = BOX.getMinY() + random.nextDouble() * BOX.getHeight();
      switch (edit % 7) {
        case 0 -> move("Z1", random.nextGaussian() * 0.002);
        case 1 -> feature("thematic_motorway", "M" + edit, "ST_SetSRID(ST_MakeLine(ST_Point(" + lon + "," + lat + "), ST_Point(" + (lon + 0.02) + "," + (lat + 0.01) + ")), 4326)", "{}");
        case 2 -> feature("industrial_zone", "Z" + edit, polygon(lon, lat, 0.002), "");
        case 3 -> write("UPDATE thematic_land_use_zone SET properties = properties || '{\"zone_class\": \"F\"}' WHERE territory_code = 'prova' AND code = 'prova-E" + random.nextInt(6) + "'");
        case 4 -> write("DELETE FROM thematic_motorway WHERE territory_code = 'prova' AND code = (SELECT min(code) FROM thematic_motorway WHERE territory_code = 'prova')");
        case 5 -> write("UPDATE industrial_zone SET valid_from = DATE '2026-02-0" + (1 + random.nextInt(9)) + "' WHERE territory_code = 'prova' AND code = 'prova-Z1'");
        default -> write("DELETE FROM thematic_cultural_asset WHERE territory_code = 'prova'");
      }
      if (edit % 5 == 4) {
        catchUp();
      }
    }
    List<String> incremental = rows();
    assertThat(incremental).isNotEmpty();
    pieces.wantAgain("prova");
    write("DELETE FROM eligible_area WHERE territory_code = 'prova'");
    write("DELETE FROM restricted_area WHERE territory_code = 'prova'");
    catchUp();
    assertThat(rows()).isEqualTo(incremental);
  }

  /** Rules of nobody, in force for a year long ago and in this territory only, so that they decide nothing for other tests. */
  private static final String SIZES_AND_PRIORITIES = """
      ruleset: test-sizes
      status: draft
      valid: {from: 1990-01-01, to: 1991-01-01}
      territories: [prova]
      title: {it: Prova, en: Trial}
      rules:
        - {id: zones, effect: include, tech: [wind], priority: 1, title: {it: a, en: a}, source: {layer: industrial_zone, min_area_m2: 40000}, buffer_m: 800, cite: {act: Trial}}
        - {id: farmland, effect: unsuitable, tech: [wind], title: {it: a, en: a}, source: {layer: land_use_zone}, cite: {act: Trial}}
      """;

  @Test
  void sizesAndPrioritiesHoldInTheLayerThroughEveryChange() {
    People people = new People(db, port);
    people.make("test-sizes-one", "planner", null);
    people.make("test-sizes-two", "planner", null);
    Visitor one = Visitor.signedIn(port, "test-sizes-one", People.PASSWORD);
    Visitor two = Visitor.signedIn(port, "test-sizes-two", People.PASSWORD);
    String at = "/api/energy/rulesets/test-sizes/" + one.sendAs("POST", "/api/energy/rulesets", SIZES_AND_PRIORITIES, "application/yaml").json().path("version").asInt();
    assertThat(two.send("POST", at + "/activation", "{\"reason\": \"trial\"}").status()).isEqualTo(200);
    try {
      double[] place = farFromZones();
      catchUp();
      double before = stored("eligibility = 'suitable'", "wind", IN_1990);
      // 40,000 m² are about 0.0027 degrees of these shapes
      feature("industrial_zone", "SIZED", polygon(place[0], place[1], 0.0025), "");
      catchUp();
      assertThat(stored("eligibility = 'suitable'", "wind", IN_1990)).as("too small").isEqualTo(before);
      assertSameAsWhole();
      write("UPDATE industrial_zone SET geom = ST_Multi(" + polygon(place[0], place[1], 0.003) + ") WHERE code = 'prova-SIZED'");
      catchUp();
      assertThat(stored("eligibility = 'suitable'", "wind", IN_1990)).as("has grown").isGreaterThan(before + 100_000);
      assertSameAsWhole();
      assertThat(db.sql("SELECT count(*) FROM restricted_area WHERE territory_code = 'prova' AND valid_to = '1991-01-01'").query(Integer.class).single())
          .as("farmland, but where a zone takes precedence").isPositive();
    } finally {
      write("DELETE FROM industrial_zone WHERE code = 'prova-SIZED'");
      assertThat(two.send("POST", at + "/deactivation", "{\"reason\": \"over\"}").status()).isEqualTo(200);
      catchUp();
    }
  }

  private double[] farFromZones() {
    return db.sql("""
        SELECT ST_X(p) AS lon, ST_Y(p) AS lat FROM (SELECT ST_SetSRID(ST_Point(12.305 + 0.005 * i, 44.205 + 0.005 * j), 4326) AS p FROM generate_series(0, 10) AS i, generate_series(0, 6) AS j) AS grid
        ORDER BY (SELECT min(ST_Distance(geom, p)) FROM industrial_zone) DESC, lon, lat LIMIT 1""").query((row, n) -> new double[] {row.getDouble("lon"), row.getDouble("lat")}).single();
  }

  private void assertSameAsWhole() {
    List<Face> whole = kernel.divide(Densifier.densify(new GeometryFactory().toGeometry(BOX), 0.001), "prova",
        List.of(new Case("wind", IN_1990, Set.of(), rulesets.inForce(IN_1990, "prova")))).get(0).faces();
    for (Result result : List.of(Result.SUITABLE, Result.UNSUITABLE)) {
      double expected = whole.stream().filter(face -> face.result() == result).mapToDouble(Face::m2).sum();
      assertThat(stored("eligibility = '" + result.code() + "'", "wind", IN_1990)).as(result.toString()).isCloseTo(expected, within(Math.max(50, expected * 0.0001)));
    }
  }

  @Test
  void theTimeMachineTellsWhatIsLostAndGained() {
    Http.Answer answer = Http.get(port, "/api/energy/eligible/difference?technology=pv_ground&territory=prova&from=2025-11-21&to=2025-11-22");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode summary = answer.json().path("summary");
    double net = summary.path("m2").path("gained").asDouble() - summary.path("m2").path("lost").asDouble();
    double expected = stored("eligibility = 'suitable'", "pv_ground", LocalDate.of(2025, 11, 22)) - stored("eligibility = 'suitable'", "pv_ground", LocalDate.of(2025, 11, 21));
    assertThat(net).isCloseTo(expected, within(20.0));
    assertThat(summary.path("m2").path("lost").asDouble()).isPositive();
    assertThat(summary.path("causes").get(0).path("rulesLost").size() + summary.path("causes").get(0).path("rulesGained").size()).isPositive();

    JsonNode drawn = Http.get(port, "/api/energy/eligible/difference?technology=pv_ground&territory=prova&from=2025-11-21&to=2025-11-22&bbox=12.29,44.19,12.37,44.25&zoom=16").json();
    double sum = 0;
    for (JsonNode feature : drawn.path("features")) {
      sum += feature.path("properties").path("m2").asDouble();
      assertThat(feature.path("geometry").path("type").asString()).endsWith("Polygon");
    }
    double total = 0;
    for (JsonNode m2 : summary.path("m2")) {
      total += m2.asDouble();
    }
    assertThat(sum).as("shapes of a box around everything").isCloseTo(total, within(total * 0.001));
    JsonNode same = Http.get(port, "/api/energy/eligible/difference?technology=pv_ground&territory=prova&from=2026-04-01&to=ruleset:it-190-2024@1&bbox=12.29,44.19,12.37,44.25").json();
    assertThat(same.path("summary").path("to").path("ruleset").asString()).isEqualTo("it-190-2024@1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"technology=coal&territory=prova&from=2025-11-21&to=2025-11-22", "technology=wind&from=2025-11-21&to=2025-11-22", "technology=wind&territory=nowhere&from=2025-11-21&to=2025-11-22",
      "technology=wind&territory=prova&from=yesterday&to=2025-11-22", "technology=wind&bbox=1,2,3&from=2025-11-21&to=2025-11-22", "technology=wind&territory=prova&from=2025-11-21&to=2025-11-22&zoom=99"})
  void aWrongQuestionIsToldSo(String question) {
    assertThat(Http.get(port, "/api/energy/eligible/difference?" + question).status()).isEqualTo(400);
  }

  @Test
  void theLayerIsReadLikeAnyOther() {
    Http.Answer items = Http.get(port, "/ogc/collections/eligible_area/items?f=json&limit=1000&datetime=" + DAY + "&filter=technology='pv_ground'%20AND%20territory_code='prova'");
    assertThat(items.status()).as(items.text()).isEqualTo(200);
    JsonNode found = items.json();
    assertThat(found.path("features").size()).isPositive();
    JsonNode first = found.path("features").get(0).path("properties");
    assertThat(first.path("eligibility").asString()).isEqualTo("suitable");
    assertThat(first.path("basis").size()).isPositive();
    assertThat(first.path("citation").asString()).contains("D.Lgs.");
    assertThat(first.path("source").asString()).contains("non ufficiale").contains("da confermare");
    for (String path : List.of("/ogc/collections/restricted_area?f=json", "/tiles/eligible_area/12/2188/1485", "/ogc/collections/eligible_area/items?f=html&limit=5", "/ogc/collections/eligible_area/schema?f=json")) {
      assertThat(Http.get(port, path).status()).as(path).isEqualTo(200);
    }
    Set<String> kinds = new TreeSet<>();
    for (JsonNode layer : Http.get(port, "/api/layers").json().path("layers")) {
      kinds.add(layer.path("kind").asString());
    }
    assertThat(kinds).contains("computed");
  }

  @Test
  void nobodyWritesTheLayer() {
    Visitor desk = new People(db, port).signIn("desk");
    String id = db.sql("SELECT min(id) FROM eligible_area WHERE territory_code = 'prova'").query(String.class).single();
    assertThat(desk.send("POST", "/ogc/collections/eligible_area/items", "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}").problem()).isEqualTo("computed-layer");
    assertThat(desk.send("DELETE", "/ogc/collections/eligible_area/items/" + id, null).problem()).isEqualTo("computed-layer");
    assertThat(desk.get("/api/layers/eligible_area/form").problem()).isEqualTo("computed-layer");
    assertThat(desk.get("/api/history/eligible_area/" + id).problem()).isEqualTo("computed-layer");
  }

  @Test
  void whoReviewsHasAllComputedAgain() throws InterruptedException {
    Visitor desk = new People(db, port).signIn("desk");
    Http.Answer begun = desk.send("POST", "/api/energy/eligible/computation?territory=prova", null);
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    JsonNode job;
    do {
      Thread.sleep(100);
      job = desk.get("/api/jobs/" + begun.json().path("job").asLong()).json();
    } while (System.nanoTime() < end && Set.of("QUEUED", "RUNNING").contains(job.path("state").asString()));
    assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
    JsonNode status = Http.get(port, "/api/energy/eligible/status").json();
    JsonNode ours = null;
    for (JsonNode territory : status.path("territories")) {
      ours = territory.path("territory").asString().equals("prova") ? territory : ours;
    }
    assertThat(ours.path("state").asString()).as(status.toString()).isEqualTo("computed");
    assertThat(ours.path("done").asLong()).isEqualTo(ours.path("pieces").asLong()).isPositive();
    assertThat(ours.path("missingLayers").size()).as("nobody has loaded the quarries of this territory").isPositive();
  }

  private void catchUp() {
    keeper.keep();
    computation.complete("prova", done -> {});
    assertThat(db.sql("SELECT failure FROM eligible_piece WHERE failure IS NOT NULL AND territory_code = 'prova'").query(String.class).list()).isEmpty();
  }

  /** All that is said of the territory, but for ids and times of writing. */
  private List<String> rows() {
    return List.of("eligible_area", "restricted_area").stream().flatMap(layer -> db.sql("SELECT to_jsonb(r) - 'id' - 'created_at' - 'updated_at' || jsonb_build_object('bits', encode(ST_AsEWKB(geom), 'hex')) FROM "
        + layer + " AS r WHERE territory_code = 'prova' ORDER BY code").query(String.class).list().stream()).collect(Collectors.toList());
  }

  private double stored(String condition, String technology, LocalDate day) {
    return List.of("eligible_area", "restricted_area").stream().mapToDouble(layer -> db.sql("SELECT coalesce(sum(ST_Area(ST_Transform(geom, 7792))), 0) FROM " + layer + " WHERE territory_code = 'prova' AND "
        + condition + " AND technology = :technology AND (valid_from IS NULL OR valid_from <= :day) AND (valid_to IS NULL OR valid_to > :day)")
        .param("technology", technology).param("day", day).query(Double.class).single()).sum();
  }

  private double territoryM2() {
    return db.sql("SELECT sum(ST_Area(ST_Transform(geom, 7792))) FROM eligible_piece WHERE territory_code = 'prova'").query(Double.class).single();
  }

  private void move(String code, double degrees) {
    write("UPDATE industrial_zone SET geom = ST_Translate(geom, " + degrees + ", " + degrees / 2 + ") WHERE code = 'prova-" + code + "'");
  }

  private void feature(String relation, String code, String shape, String properties) {
    boolean thematic = relation.startsWith("thematic_");
    write("INSERT INTO " + relation + " (code, territory_code, geom" + (thematic ? ", properties" : "") + ") VALUES ('prova-" + code + "', 'prova', "
        + (thematic ? shape : "ST_Multi(" + shape + ")") + (thematic ? ", '" + properties + "'" : "") + ")");
  }

  private void write(String sql) {
    Committed.write(transactions, db.sql(sql));
  }

  private static String polygon(double lon, double lat, double size) {
    return box(new Envelope(lon, lon + size, lat, lat + size * 0.7));
  }

  private static String box(Envelope box) {
    return "ST_MakeEnvelope(" + box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY() + ", 4326)";
  }
}
