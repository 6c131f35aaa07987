package org.comparto.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.VectorTile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tiles show of each feature is what PostGIS's own encoder shows, on every layer of the demonstration. */
@IntegrationTest
class TileShapesTest {

  /** So many tiles of each layer are compared, spread over all that hold something. */
  private static final int COMPARED = 12;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  @Autowired
  JdbcClient db;

  @Autowired
  Layers layers;

  @Autowired
  Tiles tiles;

  @ParameterizedTest
  @ValueSource(ints = {7, 9, 11, 13, 14, 16})
  void showsTheSameFeaturesWithTheSameAttributesAndAreas(int z) {
    for (Layer layer : layers.all()) {
      for (TileCoordinate tile : someTiles(layer, z)) {
        Map<Long, VectorTile.Feature> ours = byId(VectorTile.read(tiles.get(List.of(layer), tile, tiles.revision(List.of(layer)), false).plain()));
        Map<Long, VectorTile.Feature> theirs = byId(VectorTile.read(encodedByPostgis(layer, tile)));
        String where = layer.id() + " " + tile;
        for (long id : touching(layer, tile)) {
          assertThat(ours).as(where).containsKey(id);
          assertThat(ours.get(id).tags()).as(where).isEqualTo(theirs.get(id).tags());
          double expected = area(theirs.get(id));
          assertThat(area(ours.get(id))).as(where + " " + id).isBetween(expected - around(theirs.get(id)) - 4, expected + around(theirs.get(id)) + 4);
          if (theirs.get(id).type() != 3 || expected > 4) {
            assertThat(ours.get(id).type()).as(where + " " + id).isEqualTo(theirs.get(id).type());
          }
        }
        assertThat(theirs.keySet()).as(where).containsAll(without(ours.keySet(), nearTheMargin(layer, tile)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 9, 11, 13, 14, 16})
  void everyPolygonIsValidAndItsRingsTurnAsTheSpecificationSays(int z) {
    for (Layer layer : layers.all()) {
      for (TileCoordinate tile : someTiles(layer, z)) {
        for (VectorTile.Feature feature : VectorTile.read(tiles.get(List.of(layer), tile, tiles.revision(List.of(layer)), false).plain()).features()) {
          if (feature.type() == 3) {
            assertThat(doubleArea(feature.parts().get(0))).as("the first ring is an outer one").isPositive();
            assertThat(shape(feature).isValid()).as(layer.id() + " " + tile + " " + shape(feature)).isTrue();
          }
        }
      }
    }
  }

  /** What the database made before tiles were drawn in Java. */
  private byte[] encodedByPostgis(Layer layer, TileCoordinate tile) {
    PublicReading reading = new PublicReading(layer);
    List<Attribute> carried = layer.publicAttributes().stream().filter(Attribute::tile).toList();
    String values = carried.stream()
        .map(a -> reading.value(a) + (a.type() == AttributeType.NUMBER ? "::float8" : "") + " AS \"" + a.name() + "\"").collect(Collectors.joining(", "));
    return db.sql("""
        SELECT ST_AsMVT(f, :layer, 4096, 'geom', 'id')
        FROM (SELECT id, %s, coalesce(ST_AsMVTGeom(geom_3857, e, 4096, 64), ST_AsMVTGeom(ST_PointOnSurface(geom_3857), e, 4096, 64)) AS geom
              FROM %s, CAST(ST_TileEnvelope(:z, :x, :y) AS box2d) AS e
              WHERE geom_3857 && ST_TileEnvelope(:z, :x, :y, margin => 64.0 / 4096) AND %s) AS f
        """.formatted(values, reading.relation(), reading.condition()))
        .param("layer", layer.id()).param("z", tile.z()).param("x", tile.x()).param("y", tile.y()).query(byte[].class).single();
  }

  /** Features that reach a step or more into the tile itself. */
  private Set<Long> touching(Layer layer, TileCoordinate tile) {
    return ids(layer, tile, "ST_Intersects(geom_3857, ST_TileEnvelope(:z, :x, :y, margin => -1.0 / 4096))");
  }

  /** Features that the margin's edge all but misses: a rounding decides whether they are there. */
  private Set<Long> nearTheMargin(Layer layer, TileCoordinate tile) {
    return ids(layer, tile, "NOT ST_Intersects(geom_3857, ST_TileEnvelope(:z, :x, :y, margin => 62.0 / 4096))");
  }

  private Set<Long> ids(Layer layer, TileCoordinate tile, String condition) {
    PublicReading reading = new PublicReading(layer);
    return new HashSet<>(db.sql("SELECT id FROM " + reading.relation() + " WHERE " + reading.condition()
        + " AND geom_3857 && ST_TileEnvelope(:z, :x, :y, margin => 64.0 / 4096) AND " + condition)
        .param("z", tile.z()).param("x", tile.x()).param("y", tile.y()).query(Long.class).list());
  }

  /** None where the layer is counted or not shown. */
  private List<TileCoordinate> someTiles(Layer layer, int z) {
    if (z < layer.display().minZoom() || z < layer.display().aggregateBelowZoom()) {
      return List.of();
    }
    List<TileCoordinate> all = db.sql("SELECT DISTINCT ST_X(c) AS x, ST_Y(c) AS y FROM (SELECT ST_PointN(ST_Boundary(ST_Envelope(ST_Buffer(geom, 1e-7))), 1) AS c FROM "
            + layer.relation() + ") AS corners")
        .query((row, n) -> TileCoordinate.holding(z, row.getDouble("x"), row.getDouble("y"))).list().stream().distinct()
        .sorted((a, b) -> a.x() == b.x() ? Integer.compare(a.y(), b.y()) : Integer.compare(a.x(), b.x())).toList();
    List<TileCoordinate> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += Math.max(1, all.size() / COMPARED)) {
      some.add(all.get(i));
    }
    return some;
  }

  private static Map<Long, VectorTile.Feature> byId(VectorTile tile) {
    Map<Long, VectorTile.Feature> byId = new HashMap<>();
    tile.features().forEach(feature -> byId.put(feature.id(), feature));
    return byId;
  }

  private static Set<Long> without(Set<Long> ids, Set<Long> others) {
    Set<Long> left = new HashSet<>(ids);
    left.removeAll(others);
    return left;
  }

  private static double area(VectorTile.Feature feature) {
    return feature.type() == 3 ? feature.parts().stream().mapToDouble(TileShapesTest::doubleArea).sum() / 2 : 0;
  }

  /** The length of all outlines in steps: as much area may come or go where each corner is moved by a step. */
  private static double around(VectorTile.Feature feature) {
    return feature.type() == 3 ? shape(feature).getLength() : 0;
  }

  private static double doubleArea(List<Integer> ring) {
    double sum = 0;
    for (int i = 0, j = ring.size() - 2; i < ring.size(); j = i, i += 2) {
      sum += (double) ring.get(j) * ring.get(i + 1) - (double) ring.get(i) * ring.get(j + 1);
    }
    return sum;
  }

  private static Geometry shape(VectorTile.Feature feature) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < feature.parts().size();) {
      LinearRing outer = ring(feature.parts().get(i++));
      List<LinearRing> holes = new ArrayList<>();
      while (i < feature.parts().size() && doubleArea(feature.parts().get(i)) < 0) {
        holes.add(ring(feature.parts().get(i++)));
      }
      polygons.add(SHAPES.createPolygon(outer, holes.toArray(LinearRing[]::new)));
    }
    return SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static LinearRing ring(List<Integer> numbers) {
    Coordinate[] corners = new Coordinate[numbers.size() / 2 + 1];
    for (int i = 0; i < corners.length - 1; i++) {
      corners[i] = new Coordinate(numbers.get(2 * i), numbers.get(2 * i + 1));
    }
    corners[corners.length - 1] = corners[0].copy();
    return SHAPES.createLinearRing(corners);
  }
}
