package org.comparto.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.VectorTile;
import org.comparto.tile.TileCoordinate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** OGC API - Tiles: a client finds its way from the landing page to a tile, and gets what the short path gives. */
@IntegrationTest
class OgcTilesTest {

  @LocalServerPort
  int port;

  @Autowired
  JdbcClient db;

  @Test
  void theWayFromTheLandingPageToATileIsLinked() {
    JsonNode landing = Http.get(port, "/ogc").json();
    JsonNode list = Http.get(port, link(landing, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector")).json();
    JsonNode set = Http.get(port, link(list.path("tilesets").get(0), "self")).json();
    assertThat(set.path("dataType").asString()).isEqualTo("vector");
    assertThat(set.path("layers").size()).isEqualTo(Http.get(port, "/ogc/collections").json().path("collections").size());

    TileCoordinate place = placeOfAPlot(14);
    String tile = link(set, "item").replace("{tileMatrix}", "14").replace("{tileRow}", "" + place.y()).replace("{tileCol}", "" + place.x());
    assertThat(VectorTile.readAll(Http.get(port, tile).bytes())).extracting(VectorTile::layer).contains("plot", "industrial_zone", "territory");
  }

  @Test
  void aCollectionsTileIsTheOneOfTheShortPathWithRowBeforeColumn() {
    TileCoordinate place = placeOfAPlot(14);
    JsonNode collection = Http.get(port, "/ogc/collections/plot").json();
    JsonNode list = Http.get(port, link(collection, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector")).json();
    JsonNode set = Http.get(port, link(list.path("tilesets").get(0), "self")).json();
    String template = link(set, "item");

    Http.Answer tile = Http.get(port, template.replace("{tileMatrix}", "14").replace("{tileRow}", "" + place.y()).replace("{tileCol}", "" + place.x()));

    assertThat(tile.header("Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
    assertThat(tile.bytes()).isEqualTo(Http.get(port, "/tiles/plot/14/" + place.x() + "/" + place.y()).bytes()).isNotEmpty();
    JsonNode limits = StreamSupport.stream(set.path("tileMatrixSetLimits").spliterator(), false)
        .filter(l -> l.path("tileMatrix").asString().equals("14")).findFirst().orElseThrow();
    assertThat(place.y()).isBetween(limits.path("minTileRow").asInt(), limits.path("maxTileRow").asInt());
    assertThat(place.x()).isBetween(limits.path("minTileCol").asInt(), limits.path("maxTileCol").asInt());
  }

  @Test
  void aTileOfChosenCollectionsHoldsEachOnceAndAn304WhenNoneHasChanged() {
    TileCoordinate place = placeOfAPlot(14);
    String path = "/ogc/tiles/WebMercatorQuad/14/" + place.y() + "/" + place.x() + "?collections=plot,industrial_zone,plot";

    Http.Answer tile = Http.get(port, path, "Accept-Encoding", "gzip");

    assertThat(VectorTile.readAll(tile.bytes())).extracting(VectorTile::layer).containsExactlyInAnyOrder("plot", "industrial_zone");
    assertThat(Http.get(port, path, "If-None-Match", tile.header("ETag")).status()).isEqualTo(304);
  }

  @Test
  void theTileMatrixSetIsTheRegisteredOne() {
    JsonNode set = Http.get(port, link(Http.get(port, "/ogc/tileMatrixSets").json().path("tileMatrixSets").get(0), "self")).json();

    assertThat(set.path("uri").asString()).isEqualTo("http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad");
    JsonNode first = set.path("tileMatrices").get(0);
    assertThat(first.path("scaleDenominator").asDouble()).isCloseTo(559082264.028717, within(0.001));
    assertThat(first.path("cellSize").asDouble()).isCloseTo(156543.033928041, within(0.00001));
    assertThat(set.path("tileMatrices").get(18).path("scaleDenominator").asDouble()).isCloseTo(2132.72958384978, within(1e-6));
    assertThat(set.path("tileMatrices").get(18).path("matrixWidth").asInt()).isEqualTo(262144);
  }

  @ParameterizedTest
  @CsvSource({
    "/ogc/tileMatrixSets/Nowhere, 404, tileMatrixSetId",
    "/ogc/collections/plot/tiles/Nowhere, 404, tileMatrixSetId",
    "/ogc/collections/nothing/tiles, 404, collectionId",
    "/ogc/collections/plot/tiles/WebMercatorQuad/23/0/0, 400, tileMatrix",
    "/ogc/collections/plot/tiles/WebMercatorQuad/3/8/0, 400, tileRow",
    "/ogc/collections/plot/tiles/WebMercatorQuad/3/0/8, 400, tileCol",
    "/ogc/collections/plot/tiles/WebMercatorQuad/3/0/x, 400, tileCol",
    "/ogc/collections/plot/tiles/WebMercatorQuad/3/0/0?f=png, 400, f",
    "/ogc/tiles/WebMercatorQuad/3/0/0?collections=nothing, 400, collections",
    "/ogc/tiles/WebMercatorQuad/3/0/0?colections=plot, 400, colections",
    "/tiles/nothing/tile.json, 404, layer",
    "/tiles/nothing/style.json, 404, layer"})
  void whatThereIsNotIsAProblemThatNamesTheParameter(String path, int status, String parameter) {
    Http.Answer answer = Http.get(port, path);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void gdalReadsATile(@TempDir Path folder) throws IOException, InterruptedException {
    TileCoordinate place = placeOfAPlot(14);
    byte[] tile = Http.get(port, "/tiles/plot/14/" + place.x() + "/" + place.y()).bytes();
    Path file = folder.resolve("tile.pbf");
    Files.write(file, tile);

    String single = output("ogrinfo", "-ro", "-so", "-al", "MVT:" + file, "-oo", "X=" + place.x(), "-oo", "Y=" + place.y(), "-oo", "Z=14");
    assertThat(single).contains("Layer name: plot", "Feature Count: " + VectorTile.read(tile).features().size(), "status: String");
  }

  @Test
  void gdalReadsTilesFromTheirAddressesAndAWholeZoomByItsTileJson() throws IOException, InterruptedException {
    TileCoordinate place = placeOfAPlot(14);
    String tiles = "http://127.0.0.1:" + port + "/tiles/plot";
    String single = output("ogrinfo", "-ro", "-so", "-al", "MVT:" + tiles + "/14/" + place.x() + "/" + place.y() + ".pbf");
    assertThat(single).contains("Layer name: plot", "Feature Count: "
        + VectorTile.read(Http.get(port, "/tiles/plot/14/" + place.x() + "/" + place.y()).bytes()).features().size(), "Pseudo-Mercator");

    // a metre within it, so that its neighbours are not read
    String[] box = db.sql("SELECT concat_ws(' ', ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b)) FROM (SELECT ST_Expand(ST_TileEnvelope(14, :x, :y), -1) AS b) AS t")
        .param("x", place.x()).param("y", place.y()).query(String.class).single().split(" ");
    String zoom = output("ogrinfo", "-ro", "-so", "-al", "-spat", box[0], box[1], box[2], box[3], "MVT:" + tiles + "/14", "-oo", "METADATA_FILE=" + tiles + "/tile.json");
    assertThat(zoom).contains("Layer name: plot", "ZOOM_LEVEL=14", "code: String").containsPattern("Feature Count: [1-9]");
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  private TileCoordinate placeOfAPlot(int z) {
    return db.sql("SELECT ST_X(c) AS x, ST_Y(c) AS y FROM (SELECT ST_PointOnSurface(geom) AS c FROM plot WHERE publication_status = 'published' ORDER BY id LIMIT 1) AS t")
        .query((row, n) -> TileCoordinate.holding(z, row.getDouble("x"), row.getDouble("y"))).single();
  }

  private static String link(JsonNode document, String rel) {
    List<String> found = StreamSupport.stream(document.path("links").spliterator(), false)
        .filter(link -> link.path("rel").asString().equals(rel)).map(link -> link.path("href").asString()).toList();
    assertThat(found).as(rel).hasSize(1);
    return found.get(0);
  }
}
