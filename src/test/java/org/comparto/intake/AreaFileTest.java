package org.comparto.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A planner gives a file in the place of a drawing; all files here hold the same two areas. */
@IntegrationTest
class AreaFileTest {

  private static final Path FILES = Path.of("src", "test", "resources", "intake", "files");

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  private String planner;

  @BeforeEach
  void aPlanner() {
    People people = new People(db, port);
    planner = people.token(people.make("test-area-file", "planner", null), "1 hour", "read", "propose");
  }

  @AfterEach
  void nobodyStays() {
    new People(db, port).remove();
  }

  @ParameterizedTest
  @CsvSource({"geojson.geojson,, EPSG:4326", "kml.kml,, EPSG:4326", "kmz.kmz,, EPSG:4326", "shapefile-latin1-7791.zip,, EPSG:7791", "shapefile-without-prj.zip, EPSG:32632, EPSG:32632",
      "flatgeobuf-32632.fgb,, EPSG:32632", "gml-6706.gml,, EPSG:6706", "geojson-crs-3003.geojson,, EPSG:3003"})
  void itsAreasAreOneAreaInDegreesWhateverItsFormatAndReferenceSystem(String name, String crs, String found) throws IOException, ParseException {
    Http.Answer answer = send(name, crs, Files.readAllBytes(FILES.resolve(name)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("crs").asString()).isEqualTo(found);
    assertThat(answer.json().path("areas").asInt()).isPositive();
    Geometry area = new GeoJsonReader().read(answer.json().path("geometry").toString());
    assertThat(area.isValid()).isTrue();
    Envelope box = area.getEnvelopeInternal();
    assertThat(box.getMinX()).isCloseTo(10.02, within(1e-3));
    assertThat(box.getMinY()).isCloseTo(45.13, within(1e-3));
  }

  @Test
  void partsThatOverlapAreUnitedAndWhatIsNoAreaIsCounted() throws ParseException {
    String square = "{'type':'Feature','properties':{},'geometry':{'type':'Polygon','coordinates':[[[%1$s,45],[%2$s,45],[%2$s,45.01],[%1$s,45.01],[%1$s,45]]]}}";
    Http.Answer answer = send("due.geojson", null, ("{'type':'FeatureCollection','features':[" + square.formatted("10.0", "10.02") + "," + square.formatted("10.01", "10.03")
        + ",{'type':'Feature','properties':{},'geometry':{'type':'Point','coordinates':[10,45]}}]}").replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("areas").asInt()).isEqualTo(2);
    assertThat(answer.json().path("leftOut").asInt()).isEqualTo(1);
    Geometry area = new GeoJsonReader().read(answer.json().path("geometry").toString());
    assertThat(area.getGeometryType()).isEqualTo("Polygon");
    assertThat(area.getArea()).isCloseTo(0.0003, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"shapefile-without-prj.zip,, 422, crs-missing", "gpx.gpx,, 422, no-areas", "loose.shp,, 422, not-readable", "kml.kml, metres, 400, invalid-parameter", "kml.kml, 2154, 422, crs-unsupported"})
  void whatHoldsNoAreaIsRefusedWithTheCure(String name, String crs, int status, String problem) throws IOException {
    Http.Answer answer = send(name, crs, Files.readAllBytes(FILES.resolve(name)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource({"x.zip, non è in un formato che si legge", "x.kml, non è in un formato che si legge", "x.geojson, non è JSON valido"})
  void whatIsNoFileOfAreasIsRefusedInTheLanguageOfThePage(String name, String sentence) {
    assertThat(send(name, null, "nothing".getBytes(StandardCharsets.UTF_8)).json().path("detail").asString()).contains(sentence);
  }

  @Test
  void fiveMegabytesAreTheMost() {
    assertThat(send("a.geojson", null, new byte[(5 << 20) + 1]).status()).isEqualTo(413);
  }

  private Http.Answer send(String name, String crs, byte[] bytes) {
    return Http.sendBytes(port, "POST", "/api/area-files?name=" + name + (crs == null ? "" : "&crs=" + crs), bytes, "application/octet-stream", "Accept-Language", "it", "Authorization", "Bearer " + planner);
  }
}
