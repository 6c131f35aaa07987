package org.comparto.tile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Tiles that show each feature by itself: shapes come from the database as they are kept, and are drawn here. */
final class FeatureTiles {

  /** No tile is larger, before it is compressed. */
  static final int MOST_BYTES = 500_000;
  /** More would not fit anyway: no feature takes fewer than about 40 bytes. */
  private static final int MOST_FEATURES = 12_000;
  /** Steps that outlines of a tile too large may be off: a pixel where a tile is drawn at 512 pixels. */
  private static final int COARSE = 8;
  private static final Sql FEATURES = Sql.load("tile/features.sql");
  private static final int FIRST_VALUE = 3;

  private final NamedParameterJdbcTemplate db;

  FeatureTiles(NamedParameterJdbcTemplate db) {
    this.db = db;
  }

  /** The tile, with simpler outlines where it would be too large; empty if it would be too large even so. */
  Optional<byte[]> make(Shown shown, TileCoordinate tile) {
    Layer layer = shown.layer();
    PublicReading reading = new PublicReading(layer);
    TileValues values = new TileValues(layer);
    String sql = FEATURES.with(Map.of("relation", reading.relation(), "public", reading.condition(), "values", values.select(), "filter", shown.where().sql()));
    double margin = tile.size() * TileGrid.MARGIN / TileGrid.EXTENT;
    Map<String, Object> bound = new HashMap<>(shown.where().values());
    bound.putAll(Map.of("west", tile.west() - margin, "south", tile.north() - tile.size() - margin, "east", tile.west() + tile.size() + margin,
        "north", tile.north() + margin, "most", MOST_FEATURES + 1));
    TileGrid grid = TileGrid.of(tile);
    for (TileGrid each : List.of(grid, grid.coarser(COARSE))) {
      Drawing drawing = new Drawing(layer, values, each);
      byte[] made = db.query(sql, bound, (ResultSetExtractor<byte[]>) drawing::draw);
      if (made != null && made.length <= MOST_BYTES) {
        return Optional.of(made);
      }
      if (drawing.tooMany) {
        break;
      }
    }
    return Optional.empty();
  }

  /** One tile being drawn. */
  private static final class Drawing {

    private final TileValues values;
    private final LayerWriter out;
    private final ShapeEncoder shapes;
    private boolean tooMany;

    Drawing(Layer layer, TileValues values, TileGrid grid) {
      this.values = values;
      this.out = new LayerWriter(layer.id(), values.names());
      this.shapes = new ShapeEncoder(grid);
    }

    /** Null as soon as it is too large. */
    byte[] draw(ResultSet rows) throws SQLException {
      int count = 0;
      while (rows.next()) {
        tooMany = ++count > MOST_FEATURES;
        if (tooMany || out.size() > MOST_BYTES) {
          return null;
        }
        Commands shape = shapes.draw(rows.getBytes(2));
        if (!shape.isEmpty()) {
          values.tag(rows, FIRST_VALUE, out, 0);
          out.add(rows.getLong(1), shape);
        }
      }
      return out.toTile();
    }
  }
}
