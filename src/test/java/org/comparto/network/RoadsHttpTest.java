package org.comparto.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What /api/roads answers about the hand-drawn network, to anybody. */
@IntegrationTest
class RoadsHttpTest {

  private static final String ROUTE = "/api/roads/route?profile=truck&from=10.002,45.1&to=10.028,45.1";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Roads roads;

  @BeforeEach
  void fixture() {
    FixtureRoads.restore(roads);
  }

  @Test
  void saysWhichRoadsThereAreAndWhereEachFigureOfAProfileIsFrom() {
    JsonNode status = Http.get(port, "/api/roads").json();
    assertThat(status.path("status").asString()).isEqualTo("ready");
    assertThat(status.path("graph").path("demonstration").asBoolean()).isTrue();
    assertThat(status.path("graph").path("date").asString()).isEqualTo("2026-11-01T06:00:00Z");
    assertThat(status.path("bounds").path(0).asDouble()).isCloseTo(9.97, within(1e-5));
    assertThat(status.path("bounds").path(3).asDouble()).isCloseTo(45.11, within(1e-5));
    assertThat(status.path("profiles").findValuesAsString("id")).containsExactly("car", "truck", "truck_7_5", "coach", "walk");
    JsonNode truck = status.path("profiles").path(1).path("vehicle");
    assertThat(truck.path("height").path("value").asDouble()).isEqualTo(4.0);
    assertThat(truck.path("height").path("source").asString()).isEqualTo("art. 61 CdS");
    assertThat(truck.path("mass").path("source").asString()).contains("to be confirmed");
  }

  @Test
  void aRouteSaysWhatItWentRoundAndWhatThatCosts() {
    JsonNode route = Http.get(port, ROUTE + "&lang=en").json();
    assertThat(route.path("graph").path("version").asString()).isEqualTo("fixture");
    assertThat(route.path("vehicle").path("height").asDouble()).isEqualTo(4);
    JsonNode sign = route.path("restrictions").path(0);
    assertThat(route.path("restrictions").size()).isEqualTo(1);
    assertThat(sign.path("osmWay").asLong()).isEqualTo(102);
    assertThat(sign.path("title").asString()).isEqualTo("Via del Sottopasso");
    assertThat(sign.path("limits").path("height").asDouble()).isEqualTo(3.5);
    assertThat(sign.path("met").asBoolean()).isFalse();
    // 0.01° of latitude up and down again, where the free way is straight
    JsonNode detour = route.path("detour");
    assertThat(detour.path("moreMetres").asDouble()).isCloseTo(0.02 * 111_195, within(5.0));
    assertThat(detour.path("seconds").asDouble() + detour.path("moreSeconds").asDouble()).isCloseTo(route.path("seconds").asDouble(), within(0.2));

    JsonNode low = Http.get(port, ROUTE + "&height=3.5").json();
    assertThat(low.has("detour")).isFalse();
    assertThat(low.path("metres").asDouble()).isCloseTo(detour.path("metres").asDouble(), within(0.2));
  }

  @Test
  void instructionsCoverTheWholeLineInEitherLanguage() {
    JsonNode english = Http.get(port, ROUTE + "&lang=en").json();
    JsonNode italian = Http.get(port, ROUTE + "&lang=it").json();
    assertThat(english.path("instructions").findValuesAsString("street")).containsExactly("Via Ovest", "Via Nord", "Via Nord", "Via di Mezzo", "");
    assertThat(english.path("instructions").findValuesAsString("text")).containsExactly("Continue onto Via Ovest", "Turn left onto Via Nord",
        "Turn right onto Via Nord", "Turn left onto Via di Mezzo", "Arrive at destination");
    assertThat(italian.path("instructions").path(1).path("text").asString()).isEqualTo("Gira a sinistra su Via Nord");
    int at = 0;
    double seconds = 0;
    double metres = 0;
    for (JsonNode step : english.path("instructions")) {
      assertThat(step.path("interval").path(0).asInt()).isEqualTo(at);
      at = step.path("interval").path(1).asInt();
      seconds += step.path("seconds").asDouble();
      metres += step.path("metres").asDouble();
    }
    assertThat(at).isEqualTo(english.path("geometry").path("coordinates").size() - 1);
    assertThat(seconds).isCloseTo(english.path("seconds").asDouble(), within(0.5));
    assertThat(metres).isCloseTo(english.path("metres").asDouble(), within(0.5));
  }

  @Test
  void theRoundaboutIsLeftAtItsExit() {
    JsonNode route = Http.get(port, "/api/roads/route?profile=car&from=10.045,45.1&to=10.055,45.1&lang=en").json();
    assertThat(route.path("instructions").findValuesAsString("text")).contains("At roundabout, take exit 1 onto Via del Porto");
  }

  @Test
  void stopsMakeLegs() {
    JsonNode route = Http.get(port, ROUTE.replace("truck", "car") + "&via=10.015,45.11;10.03,45.105&lang=en").json();
    assertThat(route.path("legs").size()).isEqualTo(3);
    assertThat(route.path("snapped").size()).isEqualTo(4);
    assertThat(route.path("legs").findValues("seconds").stream().mapToDouble(JsonNode::asDouble).sum())
        .isCloseTo(route.path("seconds").asDouble(), within(0.2));
    assertThat(route.path("instructions").findValues("sign").stream().filter(sign -> sign.asInt() == 5)).hasSize(2);
  }

  @Test
  void aRouteIsAlsoAFileForAGisAndForADevice() throws Exception {
    Http.Answer geoJson = Http.get(port, ROUTE + "&f=geojson");
    assertThat(geoJson.header("Content-Type")).startsWith("application/geo+json");
    assertThat(geoJson.json().path("features").path(0).path("geometry").path("type").asString()).isEqualTo("LineString");
    assertThat(geoJson.json().path("features").path(0).path("properties").path("graph").path("version").asString()).isEqualTo("fixture");
    Http.Answer gpx = Http.get(port, ROUTE + "&f=gpx");
    assertThat(gpx.header("Content-Type")).startsWith("application/gpx+xml");
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(gpx.bytes()));
    assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("1.1");
    assertThat(document.getElementsByTagName("trkpt").getLength())
        .isEqualTo(geoJson.json().path("features").path(0).path("geometry").path("coordinates").size());
    assertThat(document.getElementsByTagName("rtept").getLength()).isEqualTo(5);
    assertThat(document.getElementsByTagName("desc").item(0).getTextContent()).contains("demonstration, not official");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "/api/roads/route?from=10,45&to=10,45                                            | profile",
    "/api/roads/route?profile=lorry&from=10,45&to=10,45                              | profile",
    "/api/roads/route?profile=car&from=45.1&to=10,45                                 | from",
    "/api/roads/route?profile=car&from=10.002,45.1&to=10,145                         | to",
    "/api/roads/route?profile=car&from=10.002,45.1&to=nan,45                         | to",
    "/api/roads/route?profile=car&to=10.002,45.1                                     | from",
    "/api/roads/route?profile=car&from=10.002,45.1&to=10.028,45.1&via=10,45;x        | via",
    "/api/roads/route?profile=car&from=10.002,45.1&to=10.028,45.1&height=0           | height",
    "/api/roads/route?profile=car&from=10.002,45.1&to=10.028,45.1&mass=1e9           | mass",
    "/api/roads/route?profile=car&from=10.002,45.1&to=10.028,45.1&axleLoad=much      | axleLoad",
    "/api/roads/route?profile=walk&from=10.002,45.1&to=10.028,45.1&height=2          | profile",
    "/api/roads/route?profile=car&from=10.002,45.1&to=10.028,45.1&f=kml              | f",
    "/api/roads/route?profile=car&from=10.002,45.1&to=10.028,45.1&lang=de            | lang",
    "/api/roads/route?profile=car&from=10.002,45.1&to=10.028,45.1&time=now           | time",
    "/api/roads/isochrone?profile=car&from=10.002,45.1&minutes=0                     | minutes",
    "/api/roads/isochrone?profile=car&from=10.002,45.1&minutes=15,181                | minutes",
    "/api/roads/isochrone?profile=car&from=10.002,45.1&minutes=1,2,3,4,5,6,7         | minutes",
    "/api/roads/isochrone?profile=car&from=10.002,45.1&minutes=soon                  | minutes"
  })
  void whatCanNotBeAnsweredNamesTheParameter(String path, String parameter) {
    Http.Answer answer = Http.get(port, path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void aPointOffTheRoadsIsNoRoadDataAndNeverAStraightLine() {
    for (String path : List.of(ROUTE.replace("10.028,45.1", "12,44"), ROUTE.replace("10.028,45.1", "10.205,45.1"),
        "/api/roads/isochrone?profile=car&from=12,44")) {
      Http.Answer answer = Http.get(port, path);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.problem()).isEqualTo("no-road-data");
      assertThat(answer.json().path("parameter").asString()).isEqualTo(path.contains("isochrone") ? "from" : "to");
    }
    // a truck on the wrong side of the weak bridge: the bridge itself is no road for it
    assertThat(Http.get(port, ROUTE.replace("10.028,45.1", "10.01,45.0801")).problem()).isEqualTo("no-road-data");
  }

  @Test
  void aMatrixIsNullWhereNothingIsKnownAndElseWhatRoutesSay() {
    Http.Answer answer = Http.send(port, "POST", "/api/roads/matrix", """
        {"profile": "truck", "sources": [[10.002, 45.1], [10.035, 45.1], [12, 44]], "targets": ["10.028,45.1", [10.055, 45.1], [10.205, 45.1]]}""");
    assertThat(answer.status()).isEqualTo(200);
    JsonNode matrix = answer.json();
    JsonNode route = Http.get(port, ROUTE).json();
    assertThat(matrix.path("seconds").path(0).path(0).asDouble()).isEqualTo(route.path("seconds").asDouble());
    assertThat(matrix.path("metres").path(0).path(0).asDouble()).isCloseTo(route.path("metres").asDouble(), within(0.5));
    assertThat(matrix.path("seconds").path(1).path(1).isNumber()).isTrue();
    for (int i = 0; i < 3; i++) {
      assertThat(matrix.path("seconds").path(i).path(2).isNull()).isTrue();
      assertThat(matrix.path("metres").path(2).path(i).isNull()).isTrue();
    }
    assertThat(matrix.path("graph").path("version").asString()).isEqualTo("fixture");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{\"profile\": \"bus\", \"sources\": [[10, 45]], \"targets\": [[10, 45]]} | profile",
    "{\"profile\": \"car\", \"targets\": [[10, 45]]} | sources",
    "{\"profile\": \"car\", \"sources\": [[10, 45]], \"targets\": []} | targets",
    "{\"profile\": \"car\", \"sources\": [null], \"targets\": [[10, 45]]} | sources",
    "{\"profile\": \"car\", \"sources\": [{\"lon\": 10}], \"targets\": [[10, 45]]} | sources",
    "{\"profile\": \"car\", \"sources\": [\"10\"], \"targets\": [[10, 45]]} | sources",
    "{\"profile\": \"car\", \"sources\": [[10]], \"targets\": [[10, 45]]} | sources",
    "{\"profile\": \"car\", \"sources\": [[10, 95]], \"targets\": [[10, 45]]} | sources",
    "{\"profile\": \"car\", \"sources\": [[10, 45]], \"targets\": [[10, 45]], \"weight\": 3} | weight",
    "{\"profile\": \"car\", \"sources\": [[10, 45]], \"targets\": [[10, 45]], \"mass\": -1} | mass"
  })
  void aWrongMatrixNamesTheMember(String body, String member) {
    Http.Answer answer = Http.send(port, "POST", "/api/roads/matrix", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(member);
  }

  @Test
  void aMatrixHasItsSize() {
    String points = String.join(",", IntStream.range(0, 501).mapToObj(i -> "[10,45]").toList());
    Http.Answer answer = Http.send(port, "POST", "/api/roads/matrix", "{\"profile\": \"car\", \"sources\": [%s], \"targets\": [%s]}".formatted(points, points));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString()).contains("250000 pairs");
  }

  @Test
  void isochronesLieInsideEachOtherAndCountWhoIsThere() {
    JsonNode answer = Http.get(port, "/api/roads/isochrone?profile=car&from=10.002,45.1&minutes=3,1,2").json();
    assertThat(answer.path("features").findValues("minutes").stream().map(JsonNode::asInt)).containsExactly(3, 2, 1);
    List<Double> areas = new ArrayList<>();
    for (JsonNode feature : answer.path("features")) {
      areas.add(db.sql("SELECT ST_Area(ST_GeomFromGeoJSON(:shape)::geography)").param("shape", feature.path("geometry").toString())
          .query(Double.class).single());
      long firms = db.sql("SELECT count(*) FROM company WHERE publication_status = 'published' AND 'identity' = ANY (consented_groups) "
          + "AND sole_trader IS NOT TRUE AND ST_Intersects(geom, ST_GeomFromGeoJSON(:shape))").param("shape", feature.path("geometry").toString())
          .query(Long.class).single();
      assertThat(feature.path("properties").path("firms").asLong()).isEqualTo(firms);
      assertThat(feature.path("properties").has("jobs")).isTrue();
      assertThat(feature.path("properties").has("inhabitants")).isTrue();
    }
    assertThat(areas).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    String csv = Http.get(port, "/api/roads/isochrone?profile=car&from=10.002,45.1&minutes=1,2&f=csv").text();
    assertThat(csv.lines()).hasSize(3).first().asString().startsWith("profile,minutes,firms");
  }
}
