package org.comparto.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.comparto.database.ReadingPlaces;
import org.comparto.gdal.WorkFolder;
import org.comparto.problem.RefusedException;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A download is a whole file with a name, terms and an end; what can not be had is told, and nothing is left behind. */
@IntegrationTest
class DownloadTest {

  private static final String DOWNLOAD = "/ogc/collections/gateway/download";

  @LocalServerPort
  int port;

  @Autowired
  JdbcClient db;

  @Autowired
  TransactionTemplate transactions;

  @Autowired
  ReadingPlaces places;

  @Test
  void aFileHasASpeakingNameAndItsTermsInHeaders() {
    LocalDate before = LocalDate.now(ZoneOffset.UTC);
    Http.Answer answer = Http.get(port, DOWNLOAD + "?f=csv&crs=http://www.opengis.net/def/crs/EPSG/0/3035&bbox=7,44,11,46", "Accept-Language", "it");
    assertThat(answer.header("Content-Disposition")).containsPattern("_dati-dimostrativi_selezione_epsg3035_(" + before + "|" + LocalDate.now(ZoneOffset.UTC) + ")\\.csv");
    assertThat(answer.response().headers().allValues("Link")).anyMatch(link -> link.contains("creativecommons.org") && link.contains("rel=\"license\""));
    assertThat(answer.header("Comparto-Notice")).isEqualTo("demonstration, not official");
    assertThat(answer.header("Content-Crs")).isEqualTo("<http://www.opengis.net/def/crs/EPSG/0/3035>");
  }

  @ParameterizedTest
  @CsvSource({"f=dwg, f", "f=kml&crs=http://www.opengis.net/def/crs/EPSG/0/3035, crs", "f=csv&limit=5, limit", "f=gpkg&crs=EPSG:1, crs", "f=csv&filter=x%20%3D, filter"})
  void whatCanNotBeHadIsABadRequestThatNamesTheParameter(String question, String parameter) {
    Http.Answer answer = Http.get(port, DOWNLOAD + "?" + question);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
    assertThat(answer.header("Content-Disposition")).isEmpty();
  }

  @Test
  void anUnknownEncodingIsToldWhichThereAre() {
    assertThat(Http.get(port, DOWNLOAD + "?f=dwg").json().path("detail").asString()).contains("json, geojsonseq, gpkg, fgb, shp, csv, csv-it, xlsx, kml");
  }

  @ParameterizedTest
  @CsvSource({"text/csv, text/csv;charset=utf-8", "application/geopackage+sqlite3, application/geopackage+sqlite3", "application/vnd.google-earth.kml+xml, application/vnd.google-earth.kml+xml"})
  void acceptChoosesToo(String accept, String type) {
    assertThat(Http.get(port, DOWNLOAD, "Accept", accept).header("Content-Type")).isEqualToIgnoringCase(type);
    assertThat(Http.get(port, "/ogc/collections/gateway/items?limit=3", "Accept", accept).header("Content-Type")).isEqualToIgnoringCase(type);
  }

  @Test
  void followingNextInTheHeaderReadsEveryRowOnce() {
    List<Long> expected = db.sql("SELECT id FROM gateway ORDER BY id").query(Long.class).list();
    List<Long> read = new ArrayList<>();
    String next = "/ogc/collections/gateway/items?f=csv&limit=7";
    while (next != null) {
      Http.Answer page = Http.get(port, next);
      Stream.of(page.text().split("\r\n")).skip(1).forEach(line -> read.add(Long.valueOf(line.substring(0, line.indexOf(',')))));
      next = page.response().headers().allValues("Link").stream().filter(link -> link.contains("rel=\"next\"")).findFirst()
          .map(link -> link.substring(1, link.indexOf('>'))).orElse(null);
    }
    assertThat(read).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "shp", "fgb", "csv"})
  void aClientThatGoesAwayLeavesNoFilesNoProgramsAndNoPlaceTaken(String encoding) throws Exception {
    for (int i = 0; i < 3; i++) {
      try (Socket socket = new Socket("localhost", port)) {
        socket.setSoLinger(true, 0); // closed with a reset, as a browser does that is closed
        socket.getOutputStream().write(("GET /ogc/collections/plot/download?f=" + encoding + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        Thread.sleep(i * 150L);
      }
    }
    Instant end = Instant.now().plusSeconds(60);
    List<ReadingPlaces.Place> all = allPlaces(end);
    while (!nothingIsLeft() && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
    assertThat(nothingIsLeft()).isTrue();
    assertThat(Http.get(port, DOWNLOAD + "?f=csv").status()).isEqualTo(503);
    assertThat(Http.get(port, DOWNLOAD + "?f=csv").header("Retry-After")).isEqualTo("20");
    all.forEach(ReadingPlaces.Place::close);
    assertThat(Http.get(port, DOWNLOAD + "?f=csv").status()).isEqualTo(200);
  }

  @Test
  void aFileThatBreaksOffOnItsWayIsNotTakenForAWholeOne() {
    Committed.write(transactions, db.sql("INSERT INTO thematic_background (code, publication_status, demonstration, properties, geom) SELECT 'broken-' || n, 'published', true, "
        + "CASE WHEN n = 5000 THEN '{\"rank\": \"none\"}' ELSE '{}' END::jsonb, ST_Buffer(ST_SetSRID(ST_Point(10, 45), 4326), 0.01) FROM generate_series(1, 5000) n"));
    db.sql("ANALYZE thematic_background").update(); // so that rows are read in the order of an index, and not all of them before the first is sent
    try {
      assertThatThrownBy(() -> Http.get(port, "/ogc/collections/background/download?f=csv")).isInstanceOf(UncheckedIOException.class);
    } finally {
      Committed.write(transactions, db.sql("DELETE FROM thematic_background WHERE code LIKE 'broken-%'"));
    }
  }

  /** Waits until no download is under way, those included that the server had not yet begun when their client was gone. */
  private List<ReadingPlaces.Place> allPlaces(Instant end) throws InterruptedException {
    while (true) {
      List<ReadingPlaces.Place> taken = new ArrayList<>();
      try {
        while (taken.size() < 4) {
          taken.add(places.takeForAll());
        }
        return taken;
      } catch (RefusedException e) {
        taken.forEach(ReadingPlaces.Place::close);
        assertThat(Instant.now()).as("places are still taken").isBefore(end);
        Thread.sleep(50);
      }
    }
  }

  private static boolean nothingIsLeft() throws Exception {
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      boolean files = folders.anyMatch(path -> path.getFileName().toString().startsWith(WorkFolder.PREFIX + ProcessHandle.current().pid() + "-"));
      boolean programs = ProcessHandle.current().descendants().anyMatch(child -> child.info().command().orElse("").endsWith("ogr2ogr"));
      return !files && !programs;
    }
  }
}
