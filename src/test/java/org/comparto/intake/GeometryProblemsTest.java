package org.comparto.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.comparto.job.JobCancelledException;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.SilentProgress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is wrong with rows is found, named and placed; what could be mended is offered, not done. */
@IntegrationTest
class GeometryProblemsTest {

  private static final long LOAD = 990_003;

  @Autowired SourceFiles files;
  @Autowired JdbcClient db;
  @TempDir Path folder;

  @AfterEach
  void nothingStays() {
    files.drop(LOAD);
    assertThat(db.sql("SELECT count(*) FROM load_problem WHERE load_id = :load").param("load", LOAD).query(Long.class).single()).isZero();
  }

  @Test
  void everyKindIsFoundInItsRow() throws IOException {
    stage("a.csv", """
        n|wkt
        1|SRID=4326;POLYGON((10 45,11 46,11 45,10 46,10 45))
        2|SRID=4326;POLYGON((10 45,11 45,11 46))
        3|SRID=4326;POLYGON((10 45,11 45,11 46,10 45))
        4|SRID=4326;POLYGON((10 45,11 45,11 46,10 45))
        5|SRID=4326;POLYGON Z((10 45 3,11 45 3,11 46.5 3,10 45 3))
        6|SRID=4326;CURVEPOLYGON(CIRCULARSTRING(10 44,11 45,10 46,9 45,10 44))
        7|SRID=4326;POINT(10
        8|SRID=4326;LINESTRING(10 45)
        9|
        """, null);
    assertThat(problems()).containsExactly("1 geometry-self-intersection repair", "2 geometry-unclosed repair", "3 geometry-duplicate warning",
        "4 geometry-duplicate warning", "5 geometry-z-dropped warning", "6 geometry-curve-linearised warning", "7 geometry-unreadable reject",
        "8 geometry-invalid reject", "9 geometry-empty reject");
    assertThat(db.sql("SELECT round(lon::numeric, 3) || ' ' || round(lat::numeric, 3) FROM load_problem WHERE load_id = :load AND row_number = 1")
        .param("load", LOAD).query(String.class).single()).isEqualTo("10.500 45.500");
    assertThat(db.sql("SELECT row_number || ' ' || GeometryType(geom) || ' ' || ST_IsValid(geom) FROM " + Staging.table(LOAD) + "_repair ORDER BY row_number")
        .query(String.class).list()).containsExactly("1 MULTIPOLYGON true", "2 POLYGON true");
    assertThat(db.sql("SELECT count(*) FROM " + Staging.table(LOAD) + " WHERE ST_HasArc(geom) OR ST_CoordDim(geom) > 2").query(Long.class).single()).isZero();
  }

  @Test
  void typeAndPlaceAreJudgedByTheTarget() throws IOException {
    stage("a.csv", "n,lon,lat\n1,10.02,45.13\n2,45.13,10.02\n3,100,45\n", null);
    assertThat(problems()).isEmpty();
    files.check(LOAD, "Point", null);
    assertThat(problems()).containsExactly("2 geometry-swapped-axes repair", "3 geometry-outside-territory reject");
    assertThat(db.sql("SELECT ST_AsText(geom) FROM " + Staging.table(LOAD) + "_repair").query(String.class).list()).containsExactly("POINT(10.02 45.13)");
    files.check(LOAD, "MultiPolygon", null);
    assertThat(problems()).contains("1 geometry-wrong-type reject").hasSize(5);
  }

  @Test
  void unclosedRingsAreFoundInFormatsThatOnlyGdalReads() throws IOException {
    stage("a.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Folder><name>a</name>" + placemark("10,45 11,45 11,46 10,45")
        + placemark("10,45 11,45 11,46.5") + "</Folder></Document></kml>", null);
    assertThat(problems()).containsExactly("2 geometry-unclosed repair");
  }

  private static String placemark(String ring) {
    return "<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>" + ring + "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>";
  }

  @Test
  void noRowIsLostWhereGdalWouldLeaveItOut() throws IOException {
    Staged staged = stage("a.geojson", """
        {"type": "FeatureCollection", "features": [null,
          {"type": "Feature", "properties": {"nome": "due"}, "geometry": {"type": "Point", "coordinates": [10, "45"]}},
          {"type": "Feature", "properties": {"nome": "tre"}, "geometry": {"type": "Point", "coordinates": [10, 45]}}]}
        """, null);
    assertThat(staged.rows()).isEqualTo(3);
    assertThat(problems()).containsExactly("1 feature-invalid reject", "2 geometry-unreadable reject");
    assertThat(db.sql("SELECT nome FROM " + Staging.table(LOAD) + " WHERE row_number = 2").query(String.class).single()).isEqualTo("due");
  }

  @Test
  void namesThatTheTableNeedsItselfAreGivenAway() throws IOException {
    Staged staged = stage("a.csv", "geom,row_number,WKT,WKT,,lon,lat\na,b,c,d,e,10,45\n", null);
    assertThat(staged.columns().stream().map(SourceField::name)).containsExactly("geom_source", "row_number_source", "WKT", "WKT_2", "field_5", "lon", "lat");
    assertThat(db.sql("SELECT geom_source || row_number_source || \"WKT\" || \"WKT_2\" || field_5 FROM " + staged.table()).query(String.class).single()).isEqualTo("abcde");
  }

  @Test
  void italianNumbersDatesAndCodesKeepTheirMeaning() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.write(file, "codice;sup;data;comune;est;nord\n001;1.234,50;05/03/2024;Forlì;580.209,593;4.997.897,934\n002;7;31/12/2023;Cantù;580209,6;4997897,9\n"
        .getBytes(Charset.forName("windows-1252")));
    Staged staged = files.stage(file, "a.csv", null, 7791, RowFilter.ALL, LOAD, Limits.upload(), new SilentProgress());
    assertThat(staged.columns().stream().map(SourceField::type)).startsWith("String", "Real", "Date", "String");
    assertThat(db.sql("SELECT codice || ' ' || sup || ' ' || data || ' ' || comune FROM " + staged.table() + " ORDER BY row_number").query(String.class).list())
        .containsExactly("001 1234.5 2024-03-05 Forlì", "002 7 2023-12-31 Cantù");
  }

  @Test
  void aDateThatIsNoneDoesNotStopTheLoad() throws IOException {
    Staged staged = stage("a.csv", "n,giorno,lon,lat\n1,2024-02-31,10,45\n", null);
    assertThat(staged.rows()).isEqualTo(1);
    assertThat(db.sql("SELECT giorno::text FROM " + staged.table()).query(String.class).single()).contains("31");
  }

  @Test
  void cellsBeyondTheHeaderRejectTheirRow() throws IOException {
    stage("a.csv", "nome,lon,lat\nuno, due,10,45\ntre,10,45\n", null);
    assertThat(problems()).containsExactly("1 row-ragged reject");
  }

  @Test
  void aLayersNameIsNeverAnOption() throws IOException {
    String name = "-overwrite \"x\"";
    Path file = Files.writeString(folder.resolve("a.kml"), "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Folder><name>" + name + "</name>"
        + placemark("10,45 11,45 11,46 10,45") + "</Folder><Folder><name>b</name>" + placemark("10,45 11,45 11,46 10,45") + "</Folder></Document></kml>");
    Staged staged = files.stage(file, "a.kml", name, null, RowFilter.ALL, LOAD, Limits.upload(), new SilentProgress());
    assertThat(staged.rows()).isEqualTo(1);
  }

  @Test
  void nothingIsFetchedFromTheNetwork() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", exchange -> {
      calls.incrementAndGet();
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
    });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
      List<String> sources = List.of("a.geojson", "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"link\",\"properties\":{\"href\":\"" + url
              + "\",\"type\":\"ogcwkt\"}},\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}]}",
          "a.gml", "<ogr:FeatureCollection xmlns:ogr=\"http://ogr\" xmlns:gml=\"http://www.opengis.net/gml\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
              + " xsi:schemaLocation=\"http://ogr " + url + ".xsd\"><gml:featureMember><ogr:a><ogr:b>1</ogr:b></ogr:a></gml:featureMember></ogr:FeatureCollection>",
          "a.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><NetworkLink><Link><href>" + url + ".kml</href></Link></NetworkLink></Document></kml>");
      for (int i = 0; i < sources.size(); i += 2) {
        Path file = Files.writeString(folder.resolve(sources.get(i)), sources.get(i + 1));
        try {
          files.inspect(file, sources.get(i), Limits.upload());
        } catch (SourceRefusedException e) {
          assertThat(e.code()).isIn("not-readable", "no-layer", "empty");
        }
      }
    } finally {
      server.stop(0);
    }
    assertThat(calls).hasValue(0);
  }

  @Test
  void whatIsCancelledLeavesNoTable() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "n,lon,lat\n1,10,45\n");
    SilentProgress cancelled = new SilentProgress(() -> {
      throw new JobCancelledException();
    });
    assertThatThrownBy(() -> files.stage(file, "a.csv", null, null, RowFilter.ALL, LOAD, Limits.upload(), cancelled)).isInstanceOf(JobCancelledException.class);
    assertThat(db.sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'staging' AND tablename LIKE 'load_990003%'").query(Long.class).single()).isZero();
  }

  private Staged stage(String name, String content, Integer epsg) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    return files.stage(file, name, null, epsg, RowFilter.ALL, LOAD, Limits.upload(), new SilentProgress());
  }

  private List<String> problems() {
    return db.sql("SELECT row_number || ' ' || code || ' ' || severity FROM load_problem WHERE load_id = :load ORDER BY row_number, code")
        .param("load", LOAD).query(String.class).list();
  }
}
