package org.comparto.tile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Tiles that show how many features there are in each cell of an eighth of the tile, as a point with {@code feature_count}.
 * Every feature is counted in the one cell of the one tile that holds the middle of its box; one that is alone in its cell
 * keeps its id and attributes.
 */
final class CountTiles {

  static final String COUNT = "feature_count";
  /** How many zooms a cell lies below its tile. */
  private static final int CELL = 3;
  /** How many zooms below its tile features are counted, so that a cell's point lies where most of them are. */
  private static final int COUNTED = 6;
  private static final Sql COUNTS = Sql.load("tile/counts.sql");
  private static final Sql ALONE = Sql.load("tile/alone.sql");

  private final NamedParameterJdbcTemplate db;

  CountTiles(NamedParameterJdbcTemplate db) {
    this.db = db;
  }

  byte[] make(Shown shown, TileCoordinate tile) {
    PublicReading reading = new PublicReading(shown.layer());
    Map<Long, Cell> cells = new HashMap<>();
    int zoom = tile.z() + COUNTED;
    String counts = COUNTS.with(Map.of("relation", reading.relation(), "public", reading.condition(), "filter", shown.where().sql()));
    Map<String, Object> values = new HashMap<>(shown.where().values());
    values.putAll(Map.of("first", tile.firstPlace(), "last", tile.lastPlace(), "bits", 2 * (Place.ZOOM - zoom)));
    db.query(counts, values, row -> {
      long part = row.getLong("part");
      cells.computeIfAbsent(part >> 2 * (COUNTED - CELL), cell -> new Cell()).add(row, part, zoom);
    });
    return write(shown.layer(), tile, reading, cells.values());
  }

  private byte[] write(Layer layer, TileCoordinate tile, PublicReading reading, Iterable<Cell> cells) {
    TileValues values = new TileValues(layer);
    LayerWriter out = new LayerWriter(layer.id(), Stream.concat(Stream.of(COUNT), values.names().stream()).toList());
    ShapeEncoder shapes = new ShapeEncoder(TileGrid.of(tile));
    Map<Long, Cell> alone = new HashMap<>();
    for (Cell cell : cells) {
      if (cell.count == 1) {
        alone.put(cell.id, cell);
      } else {
        out.tag(0, out.values().integer(cell.count));
        out.add(0, shapes.drawPoint(cell.x / cell.count, cell.y / cell.count));
      }
    }
    if (!alone.isEmpty()) {
      String sql = ALONE.with(Map.of("relation", reading.relation(), "public", reading.condition(), "values", values.select()));
      ProtoBuffer packed = new ProtoBuffer(256);
      db.query(sql, Map.of("ids", alone.keySet().stream().mapToLong(Long::longValue).toArray()), row -> {
        Cell cell = alone.remove(row.getLong(1));
        out.tag(0, out.values().integer(1));
        packed.cutTo(0);
        values.pack(row, 2, packed);
        values.tag(packed.array(), 0, out, 1);
        out.add(row.getLong(1), shapes.drawPoint(cell.x, cell.y));
      });
    }
    // whose feature has gone since it was counted: the next revision shows it
    alone.values().forEach(cell -> {
      out.tag(0, out.values().integer(cell.count));
      out.add(0, shapes.drawPoint(cell.x, cell.y));
    });
    return out.toTile();
  }

  /** The features of one cell: how many, and the sum of their coordinates. */
  private static final class Cell {

    private long count;
    private long id;
    private double x;
    private double y;

    /** A feature alone in its part lies at its place; several are taken to lie in the part's middle. */
    void add(ResultSet row, long part, int zoom) throws SQLException {
      long features = row.getLong("features");
      boolean single = features == 1;
      long place = single ? row.getLong("place") : part;
      x += features * Place.easting(place, single ? Place.ZOOM : zoom);
      y += features * Place.northing(place, single ? Place.ZOOM : zoom);
      id = row.getLong("id");
      count += features;
    }
  }
}
