package org.comparto.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** GDAL's driver for OGC API - Features, which knows nothing of us, reads every feature of a layer through its pages. */
@IntegrationTest
class GdalReadsItemsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @Test
  void everyPlotComesOnceThroughManyPages(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("plots.csv");
    run("ogr2ogr", "-f", "CSV", file.toString(), service(), "plot", "-select", "code", "-oo", "PAGE_SIZE=100");

    List<String> codes = Files.readAllLines(file).stream().skip(1).map(line -> line.replace("\"", "")).toList();
    assertThat(codes).containsExactlyElementsOf(
        db.sql("SELECT code FROM plot WHERE publication_status = 'published' ORDER BY id").query(String.class).list());
  }

  @Test
  void aBoxIsAskedOfTheServer(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("zones.csv");
    run("ogr2ogr", "-f", "CSV", file.toString(), service(), "industrial_zone", "-select", "code", "-spat", "9.9", "45.0", "10.2", "45.3");

    List<String> codes = Files.readAllLines(file).stream().skip(1).map(line -> line.replace("\"", "")).toList();
    assertThat(codes).isNotEmpty().containsExactlyElementsOf(db.sql("SELECT code FROM industrial_zone WHERE publication_status = 'published'"
        + " AND ST_Intersects(geom, ST_MakeEnvelope(9.9, 45.0, 10.2, 45.3, 4326)) ORDER BY id").query(String.class).list());
  }

  private String service() {
    return "OAPIF:http://localhost:" + port + "/ogc";
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
