package org.comparto.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.comparto.database.ReadingPlaces;
import org.comparto.filter.Uncomputable;
import org.comparto.layer.Layer;
import org.comparto.layer.Revisions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Vector tiles of public features: single features, or counts where the layer says so or where one tile could not hold
 * them all. They are kept, compressed, until their layer changes; a tile asked for twice at once is made once.
 */
@Component
@EnableConfigurationProperties(TileProperties.class)
public class Tiles {

  private record Key(String layers, String filter, String revisions, TileCoordinate tile) {

    int bytes() {
      return ENTRY_OVERHEAD_BYTES + 2 * filter.length();
    }
  }

  /** Part of every tag: raised when the same features make another tile. */
  private static final String GENERATION = "2";
  private static final int ENTRY_OVERHEAD_BYTES = 250;
  private static final int TIMEOUT_SECONDS = 20;
  /** So many that threads that make different tiles seldom wait for one another. */
  private static final int BINS = 4096;

  private final FeatureTiles features;
  private final CountTiles counts;
  private final Revisions revisions;
  private final ReadingPlaces places;
  private final Cache<Key, Tile> ready;

  Tiles(JdbcTemplate jdbc, Revisions revisions, ReadingPlaces places, TileProperties properties) {
    JdbcTemplate bounded = new JdbcTemplate(jdbc.getDataSource());
    bounded.setQueryTimeout(TIMEOUT_SECONDS);
    NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(bounded);
    this.features = new FeatureTiles(named, new Drawables(named, properties.drawableBytes()), new FoundSquares(properties.foundBytes(), properties.settled(), System::nanoTime));
    this.counts = new CountTiles(named);
    this.revisions = revisions;
    this.places = places;
    this.ready = Caffeine.newBuilder()
        .initialCapacity(BINS)
        .maximumWeight(properties.cacheBytes())
        .weigher((Key key, Tile tile) -> tile.size() + key.bytes())
        .build();
  }

  /** What some layers' tiles are at now: ask before making one, and a caller who has it already can be told so without it. */
  public String revision(List<Layer> layers) {
    return layers.stream().map(layer -> Long.toString(revisions.current(layer.id()))).collect(Collectors.joining(".", GENERATION + "-", ""));
  }

  /**
   * The tile of one or several layers.
   *
   * @param revision as {@link #revision} has answered for these layers
   * @param compressed whether it will be sent so
   */
  public Tile get(List<Layer> layers, TileCoordinate tile, String revision, boolean compressed) {
    if (layers.size() == 1) {
      return get(Shown.all(layers.get(0)), tile, revision, compressed);
    }
    Key key = new Key(layers.stream().map(Layer::id).collect(Collectors.joining(",")), "", revision, tile);
    Tile known = ready.getIfPresent(key);
    return known != null ? known : together(layers, tile, key, compressed);
  }

  /**
   * The tile of one layer, or of what meets a filter in it.
   *
   * @param revision as {@link #revision} has answered for the layer
   * @param compressed whether it will be sent so
   * @throws org.comparto.problem.InvalidInputException if the filter can not be computed
   */
  public Tile get(Shown shown, TileCoordinate tile, String revision, boolean compressed) {
    return ready.get(new Key(shown.layer().id(), shown.filter(), revision, tile), key -> {
      try {
        return new Tile(places.read(() -> make(shown, tile, revision)), compressed);
      } catch (DataAccessException e) {
        throw Uncomputable.explain(e, shown.where());
      }
    });
  }

  /** Layers of a tile stand one behind the other in it. Their own tiles first: what fills a cache must not ask it. */
  private Tile together(List<Layer> layers, TileCoordinate tile, Key key, boolean compressed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Layer layer : layers) {
      bytes.writeBytes(get(List.of(layer), tile, revision(List.of(layer)), false).plain());
    }
    return ready.get(key, none -> new Tile(bytes.toByteArray(), compressed));
  }

  private byte[] make(Shown shown, TileCoordinate tile, String revision) {
    if (tile.z() < shown.layer().display().minZoom()) {
      return new byte[0];
    }
    return tile.z() < shown.layer().display().aggregateBelowZoom()
        ? counts.make(shown, tile)
        : features.make(shown, tile, revision).orElseGet(() -> counts.make(shown, tile));
  }
}
