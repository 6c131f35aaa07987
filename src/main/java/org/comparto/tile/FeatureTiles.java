package org.comparto.tile;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.filter.Condition;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Tiles that show each feature by itself: the database says which, and their shapes are drawn here. */
final class FeatureTiles {

  /** No tile is larger, before it is compressed. */
  static final int MOST_BYTES = 500_000;
  /** More would not fit anyway: no feature takes fewer than about 40 bytes. */
  private static final int MOST_FEATURES = 12_000;
  /** Steps that outlines of a tile too large may be off: a pixel where a tile is drawn at 512 pixels. */
  private static final int COARSE = 8;
  private static final Sql FEATURES = Sql.load("tile/features.sql");
  private static final String BOX = "ST_MakeEnvelope(:west, :south, :east, :north, 3857)";

  /** Which features a tile shows, in the versions of their rows. */
  private record Found(long[] ids, int[] versions) {

    /** @param ids 64-bit and 32-bit numbers as PostgreSQL sends them, null for none */
    static Found of(byte @Nullable [] ids, byte @Nullable [] versions) {
      int count = ids == null ? 0 : ids.length / Long.BYTES;
      Found found = new Found(new long[count], new int[count]);
      if (ids != null && versions != null) {
        ByteBuffer.wrap(ids).asLongBuffer().get(found.ids);
        ByteBuffer.wrap(versions).asIntBuffer().get(found.versions);
      }
      return found;
    }
  }

  private final NamedParameterJdbcTemplate db;
  private final Drawables drawables;

  FeatureTiles(NamedParameterJdbcTemplate db, Drawables drawables) {
    this.db = db;
    this.drawables = drawables;
  }

  /** The tile, with simpler outlines where it would be too large; empty if it would be too large even so. */
  Optional<byte[]> make(Shown shown, TileCoordinate tile) {
    Drawables.Form form = drawables.form(shown.layer());
    Found found = find(shown, form, tile);
    if (found.ids.length > MOST_FEATURES) {
      return Optional.empty();
    }
    byte[][] features = drawables.get(form, found.ids, found.versions);
    TileGrid grid = TileGrid.of(tile);
    byte[] made = draw(shown.layer(), form, found.ids, features, grid);
    return Optional.ofNullable(made != null ? made : draw(shown.layer(), form, found.ids, features, grid.coarser(COARSE)));
  }

  /** The query that finds the features of one tile. */
  static String finding(PublicReading reading, Condition where) {
    return FEATURES.with(Map.of("relation", reading.relation(), "public", reading.condition(), "filter", where.sql(),
        "box", where == Condition.NONE ? "(SELECT " + BOX + ")" : BOX));
  }

  private Found find(Shown shown, Drawables.Form form, TileCoordinate tile) {
    String sql = shown.where() == Condition.NONE ? form.finding() : finding(form.reading(), shown.where());
    double margin = tile.size() * TileGrid.MARGIN / TileGrid.EXTENT;
    Map<String, Object> bound = new HashMap<>(shown.where().values());
    bound.putAll(Map.of("west", tile.west() - margin, "south", tile.north() - tile.size() - margin, "east", tile.west() + tile.size() + margin,
        "north", tile.north() + margin, "most", MOST_FEATURES + 1));
    return db.query(sql, bound, (row, n) -> Found.of(row.getBytes(1), row.getBytes(2))).get(0);
  }

  /** Null as soon as it is too large. */
  private static byte @Nullable [] draw(Layer layer, Drawables.Form form, long[] ids, byte[][] features, TileGrid grid) {
    LayerWriter out = new LayerWriter(layer.id(), form.values().names());
    ShapeEncoder shapes = new ShapeEncoder(grid);
    for (int i = 0; i < ids.length; i++) {
      if (features[i] != null) {
        Drawable.draw(ids[i], features[i], form.values(), shapes, out);
      }
      if (out.size() > MOST_BYTES) {
        return null;
      }
    }
    byte[] tile = out.toTile();
    return tile.length <= MOST_BYTES ? tile : null;
  }
}
