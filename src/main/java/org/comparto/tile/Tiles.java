package org.comparto.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.comparto.database.Sql;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.comparto.layer.Revisions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes vector tiles of public features and keeps them, compressed, until their layer changes; a tile asked for twice at once is made once. */
@Component
public class Tiles {

  private record Key(String layer, long revision, TileCoordinate tile) {}

  private static final Sql FEATURES = Sql.load("tile/features.sql");
  private static final Sql AGGREGATES = Sql.load("tile/aggregates.sql");
  /** How far beyond its edges a tile carries shapes, so that outlines do not show at the seams; as a share of its size. */
  private static final double MARGIN = 64.0 / 4096;
  private static final long CACHE_BYTES = 96L << 20;
  private static final int ENTRY_OVERHEAD_BYTES = 200;
  private static final int TIMEOUT_SECONDS = 20;

  private final NamedParameterJdbcTemplate db;
  private final Revisions revisions;
  private final Cache<Key, Tile> ready = Caffeine.newBuilder()
      .maximumWeight(CACHE_BYTES)
      .weigher((Key key, Tile tile) -> tile.gzipped().length + ENTRY_OVERHEAD_BYTES)
      .build();

  Tiles(JdbcTemplate jdbc, Revisions revisions) {
    JdbcTemplate bounded = new JdbcTemplate(jdbc.getDataSource());
    bounded.setQueryTimeout(TIMEOUT_SECONDS);
    this.db = new NamedParameterJdbcTemplate(bounded);
    this.revisions = revisions;
  }

  /** The layer's revision now, by which a caller who has the tile already can be told so without making it. */
  public long revision(Layer layer) {
    return revisions.current(layer.id());
  }

  public Tile get(Layer layer, TileCoordinate tile, long revision) {
    return ready.get(new Key(layer.id(), revision, tile), key -> new Tile(revision, gzip(make(layer, tile))));
  }

  private byte[] make(Layer layer, TileCoordinate tile) {
    if (tile.z() < layer.display().minZoom()) {
      return new byte[0];
    }
    PublicReading reading = new PublicReading(layer);
    List<Attribute> carried = layer.publicAttributes().stream().filter(Attribute::tile).toList();
    boolean aggregated = tile.z() < layer.display().aggregateBelowZoom();
    String sql = (aggregated ? AGGREGATES : FEATURES).with(Map.of(
        "relation", reading.relation(), "public", reading.condition(), "values", reading.values(carried), "names", names(carried)));
    return db.queryForObject(sql, Map.of("layer", layer.id(), "west", tile.west(), "east", tile.west() + tile.size(),
        "south", tile.north() - tile.size(), "north", tile.north(), "margin", tile.size() * MARGIN), byte[].class);
  }

  private static String names(List<Attribute> attributes) {
    return attributes.stream().map(a -> Sql.quote(a.name())).collect(Collectors.joining(", "));
  }

  private static byte[] gzip(byte[] plain) {
    if (plain.length == 0) {
      return plain;
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2 + 64);
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(plain);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
