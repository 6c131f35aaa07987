package org.comparto.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Percentage;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the server makes of shapes, held against what PostGIS makes of the same, and its coordinates against GDAL's. */
@IntegrationTest
class ShapeControllerTest {

  private static final String LEFT = "{\"type\":\"Polygon\",\"coordinates\":[[[9.985,45.139],[9.9871234,45.1390001],[9.9871235,45.1402],[9.985,45.14],[9.985,45.139]]]}";
  /** Shares the eastern border of LEFT to the last digit. */
  private static final String RIGHT = "{\"type\":\"Polygon\",\"coordinates\":[[[9.9871234,45.1390001],[9.989,45.139],[9.989,45.1403],[9.9871235,45.1402],[9.9871234,45.1390001]]]}";
  private static final String ACROSS = "{\"type\":\"Polygon\",\"coordinates\":[[[9.986,45.1385],[9.9866,45.1385],[9.9866,45.1415],[9.986,45.1415],[9.986,45.1385]]]}";
  private static final String CUT = "{\"type\":\"LineString\",\"coordinates\":[[9.9849,45.1395],[9.986,45.1394],[9.988,45.1397]]}";

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  private String token;

  @BeforeEach
  void somebodyProposes() {
    token = new People(db, port).token("planner", "read", "propose");
  }

  @AfterEach
  void nobodyStays() {
    new People(db, port).remove();
  }

  @Test
  void aCutAreaIsAsLargeAsItsPiecesWhichMeetInTheSameCorners() {
    JsonNode answer = operate("split", LEFT, CUT);
    assertThat(answer.path("geometries")).hasSize(2);
    assertThat(sum(answer.path("areas"))).isCloseTo(number("ST_Area(" + geometry(LEFT) + "::geography)"), Percentage.withPercentage(0.01));
    // the pieces touch along the cut and nowhere overlap, and together they are what there was but for the rounding of the two crossings
    String pieces = geometry(answer.path("geometries").get(0).toString()) + ", " + geometry(answer.path("geometries").get(1).toString());
    assertThat(truth("ST_Relate(" + pieces + ", 'FF2F11212')")).isTrue();
    assertThat(number("ST_Area(ST_SymDifference(ST_Union(" + pieces + "), " + geometry(LEFT) + ")::geography)")).isLessThan(0.5);
    assertThat(answer.path("geometries").toString()).contains("9.9871234,45.1390001").contains("9.9871235,45.1402").contains("9.986,45.1394");
  }

  @Test
  void aLineThatEndsOnTheBorderCutsAndOneThatEndsInsideDoesNot() {
    // from corner to corner: no position of the line lies outside
    assertThat(operate("split", LEFT, "{\"type\":\"LineString\",\"coordinates\":[[9.985,45.139],[9.9871235,45.1402]]}").path("geometries")).hasSize(2);
    // an end on an edge, rounded to seven decimals, may lie a centimetre inside
    assertThat(operate("split", LEFT, "{\"type\":\"LineString\",\"coordinates\":[[9.985,45.1395],[9.98712344,45.1395]]}").path("geometries")).hasSize(2);
    assertThat(operate("split", LEFT, "{\"type\":\"LineString\",\"coordinates\":[[9.984,45.1395],[9.986,45.1395]]}").path("geometries")).hasSize(1);
  }

  @Test
  void anAreaWithAHoleIsCutThroughTheHole() {
    String holed = "{\"type\":\"Polygon\",\"coordinates\":[[[9,45],[9.01,45],[9.01,45.01],[9,45.01],[9,45]],[[9.004,45.004],[9.004,45.006],[9.006,45.006],[9.006,45.004],[9.004,45.004]]]}";
    JsonNode answer = operate("split", holed, "{\"type\":\"LineString\",\"coordinates\":[[8.999,45.005],[9.011,45.005]]}");
    assertThat(answer.path("geometries")).hasSize(2);
    assertThat(sum(answer.path("areas"))).isCloseTo(number("ST_Area(" + geometry(holed) + "::geography)"), Percentage.withPercentage(0.01));
  }

  @Test
  void neighboursMergeIntoOneAreaWithoutTheBorderBetweenThem() {
    JsonNode answer = operate("merge", LEFT, RIGHT);
    String merged = answer.path("geometries").get(0).toString();
    assertThat(answer.path("geometries").get(0).path("type").asString()).isEqualTo("Polygon");
    assertThat(truth("ST_Equals(" + geometry(merged) + ", ST_Union(" + geometry(LEFT) + ", " + geometry(RIGHT) + "))")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"clip, ST_Intersection", "difference, ST_Difference"})
  void whatIsTakenOrLeftIsWhatPostGisSays(String operation, String function) {
    JsonNode answer = operate(operation, LEFT, ACROSS);
    String made = geometry(answer.path("geometries").get(0).toString());
    String expected = function + "(" + geometry(LEFT) + ", " + geometry(ACROSS) + ")";
    assertThat(number("ST_Area(ST_SymDifference(" + made + ", " + expected + ")::geography)")).isLessThan(0.5);
    assertThat(answer.path("areas").get(0).asDouble()).isCloseTo(number("ST_Area(" + expected + "::geography)"), Percentage.withPercentage(0.01));
  }

  @Test
  void whatIsFreedOfItsNeighbourDoesNotOverlapIt() {
    JsonNode answer = operate("difference", ACROSS, LEFT);
    String made = geometry(answer.path("geometries").get(0).toString());
    // where both borders cross is rounded to a centimetre: no more than that remains
    assertThat(number("ST_Area(ST_Intersection(" + made + ", " + geometry(LEFT) + ")::geography)")).isLessThan(0.5);
    assertThat(answer.path("geometries").get(0).path("type").asString()).isEqualTo("MultiPolygon");
  }

  @ParameterizedTest
  @CsvSource({"25", "-15", "500"})
  void aBufferIsAsWideOnTheGroundAsItIsSaid(double metres) {
    JsonNode answer = operate("buffer", metres, LEFT);
    String made = geometry(answer.path("geometries").get(0).toString());
    // PostGIS chooses the UTM zone, whose metres are 0.04 % off; arcs have eight corners to a quarter in both
    assertThat(answer.path("areas").get(0).asDouble())
        .isCloseTo(number("ST_Area(ST_Buffer(" + geometry(LEFT) + "::geography, " + metres + "))"), Percentage.withPercentage(0.1));
    // no place of the new border is nearer to the old one, or farther, than it should be; arcs bend in by 0.5 % between corners
    assertThat(number("(SELECT max(abs(ST_Distance(geom::geography, ST_Boundary(" + geometry(LEFT) + ")::geography) - " + Math.abs(metres) + ")) FROM ST_DumpPoints(" + made + "))"))
        .isLessThan(Math.abs(metres) * 1e-3 + 0.03);
  }

  @Test
  void nothingIsLeftOfWhatIsNarrowedTooFar() {
    assertThat(operate("buffer", -500.0, LEFT).path("geometries")).isEmpty();
    assertThat(operate("clip", LEFT, "{\"type\":\"Polygon\",\"coordinates\":[[[8,45],[8.1,45],[8.1,45.1],[8,45]]]}").path("geometries")).isEmpty();
  }

  /** The figures are GDAL's: gdaltransform -s_srs EPSG:4326 -t_srs EPSG:… of 12.3348318 44.2247083, in easting and northing. */
  @ParameterizedTest
  @CsvSource({"7791, 766360.278071216, 4902240.83773103", "25833, 287128.428223394, 4900285.62849327", "7794, 7026713.89218752, 4891496.96253812",
      "3035, 2348960.50978141, 4507927.83006683", "6706, 44.2247083, 12.3348318", "4326, 44.2247083, 12.3348318"})
  void positionsAreWhereGdalHasThemInTheOrderOfTheRegister(int code, double first, double second) {
    String system = "http://www.opengis.net/def/crs/EPSG/0/" + code;
    String wgs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    JsonNode there = convert(wgs84, system, "[[12.3348318,44.2247083]]").json().path("positions").get(0);
    assertThat(there.get(0).asDouble()).isCloseTo(first, within(1e-3));
    assertThat(there.get(1).asDouble()).isCloseTo(second, within(1e-3));
    JsonNode back = convert(system, wgs84, "[" + there + "]").json().path("positions").get(0);
    assertThat(back.get(0).asDouble()).isCloseTo(12.3348318, within(1e-8));
    assertThat(back.get(1).asDouble()).isCloseTo(44.2247083, within(1e-8));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{} | 400 | operation", "{\"operation\": \"melt\"} | 400 | operation", "{\"operation\": \"merge\"} | 400 | geometries",
      "{\"operation\": \"merge\", \"geometries\": []} | 400 | geometries", "{\"operation\": \"merge\", \"geometries\": [null]} | 400 | geometries",
      "{\"operation\": \"merge\", \"geometries\": [7]} | 400 | geometries", "{\"operation\": \"merge\", \"geometries\": [{\"type\": \"Cube\"}]} | 400 | geometries",
      "{\"operation\": \"merge\", \"geometries\": [{\"type\": \"Polygon\", \"coordinates\": [[[1, 2], [3, 4]]]}]} | 400 | geometries",
      "{\"operation\": \"merge\", \"geometries\": [{\"type\": \"Polygon\", \"coordinates\": [[[1, 2], [3, 4], [1, 2]]]}]} | 422 | geometries",
      "{\"operation\": \"merge\", \"geometries\": [{\"type\": \"Polygon\", \"coordinates\": []}]} | 400 | geometries",
      "{\"operation\": \"merge\", \"geometries\": [{\"type\": \"LineString\", \"coordinates\": [[1, 2]]}]} | 400 | geometries",
      "{\"operation\": \"merge\", \"geometries\": [{\"type\": \"Point\", \"coordinates\": [1e9, 2]}]} | 400 | geometries",
      "{\"operation\": \"merge\", \"geometries\": [{\"type\": \"Point\", \"coordinates\": [\"1\", 2]}]} | 400 | geometries",
      "{\"operation\": \"clip\", \"geometries\": [" + LEFT + "]} | 400 | geometries", "{\"operation\": \"split\", \"geometries\": [" + LEFT + ", " + RIGHT + "]} | 400 | geometries",
      "{\"operation\": \"clip\", \"geometries\": [" + LEFT + ", " + CUT + "]} | 400 | geometries", "{\"operation\": \"buffer\", \"geometries\": [" + LEFT + "]} | 400 | metres",
      "{\"operation\": \"buffer\", \"metres\": 0, \"geometries\": [" + LEFT + "]} | 400 | metres", "{\"operation\": \"buffer\", \"metres\": 20000, \"geometries\": [" + LEFT + "]} | 400 | metres",
      "{\"operation\": \"buffer\", \"metres\": 10, \"geometries\": [{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}]} | 422 | geometries"})
  void whatCanNotBeDoneIsNamed(String body, int status, String parameter) {
    Http.Answer answer = post("/api/editing/operations", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void theShapesFaultHasItsPlace() {
    Http.Answer answer = post("/api/editing/operations",
        "{\"operation\": \"merge\", \"geometries\": [{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}]}");
    assertThat(answer.json().path("place").path("coordinates").toString()).isEqualTo("[0.5,0.5]");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{} | from", "{\"from\": \"x\", \"to\": \"y\", \"positions\": []} | from",
      "{\"from\": \"http://www.opengis.net/def/crs/EPSG/0/7791\", \"to\": \"http://www.opengis.net/def/crs/EPSG/0/3857\", \"positions\": [[1]]} | positions",
      "{\"from\": \"http://www.opengis.net/def/crs/EPSG/0/7791\", \"to\": \"http://www.opengis.net/def/crs/EPSG/0/3857\", \"positions\": [null]} | positions",
      "{\"from\": \"http://www.opengis.net/def/crs/EPSG/0/4326\", \"to\": \"http://www.opengis.net/def/crs/EPSG/0/3857\", \"positions\": [[90, 0]]} | positions",
      "{\"from\": \"http://www.opengis.net/def/crs/EPSG/0/4326\", \"to\": \"http://www.opengis.net/def/crs/EPSG/0/7791\", \"positions\": [[5000, 5000]]} | positions"})
  void positionsThatAreNowhereAreRefused(String body, String parameter) {
    Http.Answer answer = post("/api/editing/coordinates", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void tooManyVerticesAreRefusedBeforeAnythingIsDone() {
    String line = IntStream.range(0, 50_001).mapToObj(i -> String.format(Locale.ROOT, "[%.6f,45]", 9 + i * 1e-5)).collect(Collectors.joining(","));
    Http.Answer answer = post("/api/editing/operations", "{\"operation\": \"merge\", \"geometries\": [{\"type\": \"LineString\", \"coordinates\": [" + line + "]}]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("50000 vertices");
  }

  @Test
  void onlyWhoMayProposeAsks() {
    String body = "{\"operation\": \"merge\", \"geometries\": [" + LEFT + "]}";
    assertThat(Http.send(port, "POST", "/api/editing/operations", body).status()).isEqualTo(401);
    String viewer = new People(db, port).token("viewer", "read");
    assertThat(Http.send(port, "POST", "/api/editing/operations", body, "Authorization", "Bearer " + viewer).status()).isEqualTo(403);
  }

  private JsonNode operate(String operation, String... geometries) {
    return answered(post("/api/editing/operations", "{\"operation\": \"" + operation + "\", \"geometries\": [" + String.join(", ", geometries) + "]}"));
  }

  private JsonNode operate(String operation, double metres, String geometry) {
    return answered(post("/api/editing/operations", "{\"operation\": \"" + operation + "\", \"metres\": " + metres + ", \"geometries\": [" + geometry + "]}"));
  }

  private Http.Answer convert(String from, String to, String positions) {
    return post("/api/editing/coordinates", "{\"from\": \"" + from + "\", \"to\": \"" + to + "\", \"positions\": " + positions + "}");
  }

  private Http.Answer post(String path, String body) {
    return Http.send(port, "POST", path, body, "Authorization", "Bearer " + token);
  }

  private static JsonNode answered(Http.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static double sum(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false).mapToDouble(JsonNode::asDouble).sum();
  }

  private static String geometry(String json) {
    return "ST_GeomFromGeoJSON('" + json + "')";
  }

  private double number(String expression) {
    return db.sql("SELECT " + expression).query(Double.class).single();
  }

  private boolean truth(String expression) {
    return db.sql("SELECT " + expression).query(Boolean.class).single();
  }
}
