package org.comparto.tile;

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
  static final String BOXES = "int4send(floor(ST_XMin(shape))::int) || int4send(floor(ST_YMin(shape))::int) || int4send(ceil(ST_XMax(shape))::int) || int4send(ceil(ST_YMax(shape))::int)";
  static final String NO_BOXES = "NULL";
  private static final String BOX = "ST_MakeEnvelope(:west, :south, :east, :north, 3857)";

  private final NamedParameterJdbcTemplate db;
  private final Drawables drawables;
  private final FoundSquares squares;

  FeatureTiles(NamedParameterJdbcTemplate db, Drawables drawables, FoundSquares squares) {
    this.db = db;
    this.drawables = drawables;
    this.squares = squares;
  }

  /**
   * The tile, with simpler outlines where it would be too large; empty if it would be too large even so.
   *
   * @param revision of the layer as it was before anything is read
   */
  Optional<byte[]> make(Shown shown, TileCoordinate tile, String revision) {
    Drawables.Form form = drawables.form(shown.layer());
    Found found = find(shown, form, tile, revision);
    if (found.count() > MOST_FEATURES) {
      return Optional.empty();
    }
    byte[][] features = drawables.get(form, found.ids(), found.versions());
    TileGrid grid = TileGrid.of(tile);
    byte[] made = draw(shown.layer(), form, found.ids(), features, grid);
    return Optional.ofNullable(made != null ? made : draw(shown.layer(), form, found.ids(), features, grid.coarser(COARSE)));
  }

  private Found find(Shown shown, Drawables.Form form, TileCoordinate tile, String revision) {
    if (shown.where() != Condition.NONE) {
      return find(finding(form.reading(), shown.where(), NO_BOXES), shown.where().values(), tile, MOST_FEATURES);
    }
    return squares.around(tile, form.number(), revision, square -> find(form.findingBoxes(), Map.of(), square, FoundSquares.MOST_FEATURES))
        .orElseGet(() -> find(form.finding(), Map.of(), tile, MOST_FEATURES));
  }

  private Found find(String sql, Map<String, Object> filter, TileCoordinate square, int most) {
    MercatorBox box = MercatorBox.around(square);
    Map<String, Object> bound = new HashMap<>(filter);
    bound.putAll(Map.of("west", box.west(), "south", box.south(), "east", box.east(), "north", box.north(), "most", most + 1));
    return db.query(sql, bound, (row, n) -> Found.of(row.getBytes(1), row.getBytes(2), row.getBytes(3))).get(0);
  }

  /** The query that finds the features in and around a square. @param boxes the SQL expression of a feature's */
  static String finding(PublicReading reading, Condition where, String boxes) {
    return FEATURES.with(Map.of("relation", reading.relation(), "public", reading.condition(), "filter", where.sql(),
        "box", where == Condition.NONE ? "(SELECT " + BOX + ")" : BOX, "boxes", boxes));
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
