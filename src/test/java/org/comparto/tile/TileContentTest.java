package org.comparto.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.VectorTile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What is not for everybody is in no tile, and a tile that could not hold all its features says how many they are. */
@IntegrationTest
@Transactional
class TileContentTest {

  private static final List<Integer> ZOOMS = List.of(0, 6, 9, 12, 14);
  private static final int MOST_TILES_A_ZOOM = 60;

  @Autowired
  JdbcClient db;

  @Autowired
  Layers layers;

  @Autowired
  Tiles tiles;

  @Test
  void noTileOfAnyLayerHoldsWhatIsForTheDeskOnly() {
    for (Layer layer : layers.all()) {
      Set<String> open = new HashSet<>(layer.publicAttributes().stream().filter(Attribute::tile).map(Attribute::name).toList());
      open.add("feature_count");
      Set<String> secrets = secrets(layer);
      forEachFeature(layer, feature -> {
        assertThat(open).as(layer.id()).containsAll(feature.tags().keySet());
        assertThat(feature.tags().values().stream().filter(secrets::contains)).as(layer.id()).isEmpty();
      });
    }
  }

  @Test
  void noTileHoldsWhatASubjectHasNotConsentedTo() {
    for (Layer layer : layers.all().stream().filter(l -> l.consent() != null).toList()) {
      String consents = layer.consent().column();
      for (Attribute attribute : layer.publicAttributes().stream().filter(a -> a.tile() && a.consent() != null).toList()) {
        // one at least has not, whatever the demonstration has
        db.sql("UPDATE " + layer.relation() + " SET " + consents + " = array_remove(" + consents + ", :group) WHERE id = (SELECT min(id) FROM " + layer.relation()
            + " WHERE publication_status = 'published')").param("group", attribute.consent()).update();
        Set<Long> refused = new HashSet<>(db.sql("SELECT id FROM " + layer.relation() + " WHERE NOT :group = ANY (" + layer.consent().column() + ")")
            .param("group", attribute.consent()).query(Long.class).list());
        assertThat(refused).isNotEmpty();
        forEachFeature(layer, feature -> assertThat(feature.tags().containsKey(attribute.name()) && refused.contains(feature.id()))
            .as(layer.id() + "." + attribute.name() + " of " + feature.id()).isFalse());
      }
    }
  }

  @Test
  void whereOneTileCanNotHoldAllFeaturesTheyAreCounted() {
    Layer gateways = layers.getLayer("gateway", "layer");
    int many = 13_000;
    db.sql("""
        INSERT INTO gateway (code, territory_code, geom)
        SELECT 'DENSE-' || i, (SELECT min(code) FROM territory), ST_SetSRID(ST_MakePoint(20 + (i % 130) * 1e-4, 60 + i / 130 * 1e-4), 4326)
        FROM generate_series(1, :many) AS i""").param("many", many).update();
    TileCoordinate place = TileCoordinate.holding(9, 20.001, 60.001);

    VectorTile tile = VectorTile.read(made(gateways, place));

    assertThat(made(gateways, place)).hasSizeLessThan(500_000);
    assertThat(tile.features()).hasSizeLessThan(65);
    assertThat(tile.features().stream().mapToLong(f -> (Long) f.tags().get("feature_count")).sum()).isEqualTo(many);
  }

  @Test
  void whatIsTooSmallForATileIsAPointInIt() {
    Layer zones = layers.getLayer("logistics_zone", "layer");
    db.sql("""
        INSERT INTO logistics_zone (code, territory_code, geom)
        SELECT 'TINY', (SELECT min(code) FROM territory), ST_Multi(ST_MakeEnvelope(20, 60, 20.00001, 60.00001, 4326))""").update();

    List<VectorTile.Feature> features = VectorTile.read(made(zones, TileCoordinate.holding(10, 20.000001, 60.000001))).features();

    assertThat(features).singleElement().satisfies(feature -> {
      assertThat(feature.type()).isEqualTo(1);
      assertThat(feature.tags()).containsEntry("code", "TINY");
      assertThat(feature.id()).isPositive();
    });
  }

  /** Texts of the desk's columns that no public column of the layer holds too. */
  private Set<String> secrets(Layer layer) {
    Set<String> secrets = new HashSet<>();
    for (Attribute attribute : layer.attributes()) {
      if (attribute.type() == AttributeType.TEXT && !attribute.isPublic() && layer.column(attribute).isPresent()) {
        secrets.addAll(db.sql("SELECT DISTINCT \"" + attribute.name() + "\" FROM " + layer.relation() + " WHERE length(\"" + attribute.name() + "\") > 3")
            .query(String.class).list());
      }
    }
    return secrets;
  }

  private void forEachFeature(Layer layer, java.util.function.Consumer<VectorTile.Feature> check) {
    for (int z : ZOOMS) {
      db.sql("SELECT DISTINCT ST_X(c) AS x, ST_Y(c) AS y FROM (SELECT ST_Centroid(geom) AS c FROM " + layer.relation() + ") AS t")
          .query((row, n) -> TileCoordinate.holding(z, row.getDouble("x"), row.getDouble("y"))).list().stream().distinct().limit(MOST_TILES_A_ZOOM)
          .forEach(tile -> VectorTile.read(made(layer, tile)).features().forEach(check));
    }
  }

  /** Under a revision of its own: what this transaction sees must not be kept for others. */
  private byte[] made(Layer layer, TileCoordinate tile) {
    return tiles.get(List.of(layer), tile, UUID.randomUUID().toString(), false).plain();
  }
}
