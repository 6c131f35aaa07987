package org.comparto.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.VectorTile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tiles carry every public feature, with its id, and nothing that is not public. */
@IntegrationTest
class TilesTest {

  /** A layer that covers more tiles than this at a zoom (whole countries in detail) is looked at on a coarser one. */
  private static final int MOST_TILES = 400;

  @LocalServerPort
  int port;

  @Autowired
  JdbcClient db;

  @Autowired
  Layers layers;

  @Autowired
  TransactionTemplate transactions;

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 7, 9, 11})
  void atLowZoomEveryFeatureIsCountedInExactlyOneTile(int z) {
    for (Layer layer : layers.all()) {
      if (z >= layer.display().minZoom() && z < layer.display().aggregateBelowZoom()) {
        assertThat(countOverAllTiles(layer, z)).as(layer.id()).isEqualTo(publicFeatures(layer));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 10, 13})
  void whereFeaturesAreNotCountedEachOneIsThereByItsId(int z) {
    for (Layer layer : layers.all()) {
      List<int[]> tiles = tilesHolding(layer, z);
      boolean single = z >= layer.display().minZoom() && z >= layer.display().aggregateBelowZoom();
      if (single && tiles.size() <= MOST_TILES) {
        Set<Long> ids = new HashSet<>();
        tiles.forEach(tile -> read(layer, tile).features().forEach(f -> ids.add(f.id())));
        assertThat(ids).as(layer.id() + " at " + z).hasSize((int) publicFeatures(layer)).doesNotContain(0L);
      }
    }
  }

  @Test
  void aTileCarriesItsLayersNameAndTheAttributesMeantForTiles() {
    Layer plots = layers.getLayer("plot", "layer");
    VectorTile tile = read(plots, tilesHolding(plots, 14).get(0));
    assertThat(tile.layer()).isEqualTo("plot");
    Set<String> meant = new HashSet<>(plots.publicAttributes().stream().filter(Attribute::tile).map(Attribute::name).toList());
    tile.features().forEach(f -> assertThat(meant).containsAll(f.tags().keySet()));
    assertThat(tile.features().get(0).tags()).containsKeys("code", "status", "area_m2");
  }

  @Test
  void anUnchangedTileIsAnswered304AndAChangeIsSeenInTheNextAnswer() {
    Layer plots = layers.getLayer("plot", "layer");
    int[] place = tilesHolding(plots, 14).get(0);
    String path = path(plots, place);
    Http.Answer first = Http.get(port, path, "Accept-Encoding", "gzip");
    assertThat(first.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(Http.get(port, path, "If-None-Match", first.header("ETag")).status()).isEqualTo(304);

    long id = VectorTile.read(first.bytes()).features().get(0).id();
    String code = db.sql("SELECT code FROM plot WHERE id = :id").param("id", id).query(String.class).single();
    setCode(id, "CHANGED-NOW");
    try {
      Http.Answer second = Http.get(port, path, "If-None-Match", first.header("ETag"));
      assertThat(second.status()).isEqualTo(200);
      assertThat(new String(second.bytes(), StandardCharsets.UTF_8)).contains("CHANGED-NOW");
    } finally {
      setCode(id, code);
    }
  }

  @Test
  void aPlotThatMovesIsGoneFromOneTileAndThereInItsNeighbour() {
    long id = db.sql("SELECT id FROM plot WHERE publication_status = 'published' ORDER BY id LIMIT 1").query(Long.class).single();
    TileCoordinate before = db.sql("SELECT ST_X(p) AS x, ST_Y(p) AS y FROM (SELECT ST_PointOnSurface(geom) AS p FROM plot WHERE id = :id) AS inside").param("id", id)
        .query((row, n) -> TileCoordinate.holding(15, row.getDouble(1), row.getDouble(2))).single();
    TileCoordinate after = new TileCoordinate(15, before.x() ^ 1, before.y() ^ 1);
    assertThat(plotsIn(before)).contains(id);
    assertThat(plotsIn(after)).doesNotContain(id);
    byte[] shape = db.sql("SELECT ST_AsEWKB(geom) FROM plot WHERE id = :id").param("id", id).query(byte[].class).single();
    setShape(id, "ST_Multi(ST_Transform(ST_Buffer(ST_SetSRID(ST_MakePoint(%s, %s), 3857), 50), 4326))".formatted(after.west() + after.size() / 2, after.north() - after.size() / 2), shape);
    try {
      assertThat(plotsIn(before)).doesNotContain(id);
      assertThat(plotsIn(after)).contains(id);
    } finally {
      setShape(id, "ST_GeomFromEWKB(:shape)", shape);
    }
    assertThat(plotsIn(before)).contains(id);
  }

  private Set<Long> plotsIn(TileCoordinate tile) {
    Http.Answer answer = Http.get(port, "/tiles/plot/%d/%d/%d".formatted(tile.z(), tile.x(), tile.y()));
    return answer.status() == 204 ? Set.of() : VectorTile.read(answer.bytes()).features().stream().map(VectorTile.Feature::id).collect(Collectors.toSet());
  }

  private void setShape(long id, String expression, byte[] shape) {
    transactions.executeWithoutResult(transaction ->
        db.sql("UPDATE plot SET geom = " + expression + " WHERE id = :id").param("shape", shape).param("id", id).update());
  }

  /** In a transaction of this instance, which therefore must not answer anything older from then on. */
  private void setCode(long id, String code) {
    transactions.executeWithoutResult(transaction ->
        db.sql("UPDATE plot SET code = :code WHERE id = :id").param("code", code).param("id", id).update());
  }

  @Test
  void aFilterLeavesInATileWhatMeetsItAndNothingElse() {
    Layer plots = layers.getLayer("plot", "layer");
    String filter = "?filter=" + URLEncoder.encode("status = 'available' AND area_m2 > 4000", StandardCharsets.UTF_8);
    Set<Long> expected = new HashSet<>(db.sql("SELECT id FROM plot WHERE publication_status = 'published' AND status = 'available' AND area_m2 > 4000")
        .query(Long.class).list());
    Set<Long> shown = new HashSet<>();
    tilesHolding(plots, 14).forEach(tile -> VectorTile.read(Http.get(port, path(plots, tile) + filter).bytes()).features().forEach(f -> shown.add(f.id())));
    assertThat(expected).isNotEmpty().hasSizeLessThan((int) publicFeatures(plots));
    assertThat(shown).isEqualTo(expected);
    long counted = tilesHolding(plots, 8).stream().flatMap(tile -> VectorTile.read(Http.get(port, path(plots, tile) + filter).bytes()).features().stream())
        .mapToLong(f -> ((Number) f.tags().get("feature_count")).longValue()).sum();
    assertThat(counted).isEqualTo(expected.size());
  }

  @Test
  void aFilterThatCanNotBeReadIsABadRequest() {
    for (String filter : List.of("status =", "no_such_attribute = 1")) {
      Http.Answer answer = Http.get(port, "/tiles/plot/0/0/0?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
      assertThat(answer.status()).as(filter).isEqualTo(400);
      assertThat(answer.json().toString()).as(filter).contains("filter");
    }
  }

  @Test
  void aTileWithNothingInItIsAnswered204() {
    assertThat(Http.get(port, "/tiles/plot/14/0/0").status()).isEqualTo(204);
  }

  private long countOverAllTiles(Layer layer, int z) {
    return tilesHolding(layer, z).stream().flatMap(tile -> read(layer, tile).features().stream())
        .mapToLong(f -> ((Number) f.tags().get("feature_count")).longValue()).sum();
  }

  private long publicFeatures(Layer layer) {
    return Http.get(port, "/ogc/collections/" + layer.id() + "/items?limit=1").json().path("numberMatched").asLong();
  }

  /** Every tile at a zoom that the box of some feature touches. */
  private List<int[]> tilesHolding(Layer layer, int z) {
    return db.sql("""
        WITH edge AS (SELECT 20037508.342789244 AS m, 2 ^ :z AS n),
             boxes AS (SELECT floor((ST_XMin(g) + m) / (2 * m) * n)::int AS x1, floor((ST_XMax(g) + m) / (2 * m) * n)::int AS x2,
                              floor((m - ST_YMax(g)) / (2 * m) * n)::int AS y1, floor((m - ST_YMin(g)) / (2 * m) * n)::int AS y2
                       FROM (SELECT geom_3857 AS g FROM %s) AS f, edge)
        SELECT DISTINCT x, y FROM boxes, generate_series(x1, x2) AS x, generate_series(y1, y2) AS y ORDER BY x, y
        """.formatted(layer.relation())).param("z", z).query((row, n) -> new int[] {z, row.getInt("x"), row.getInt("y")}).list();
  }

  private VectorTile read(Layer layer, int[] tile) {
    return VectorTile.read(Http.get(port, path(layer, tile)).bytes());
  }

  private static String path(Layer layer, int[] tile) {
    return "/tiles/" + layer.id() + "/" + tile[0] + "/" + tile[1] + "/" + tile[2];
  }
}
