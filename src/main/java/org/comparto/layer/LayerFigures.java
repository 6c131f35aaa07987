package org.comparto.layer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many public features a layer has and where they lie; counted once per revision. */
@Component
@DependsOnDatabaseInitialization
public class LayerFigures {

  /**
   * Figures of one layer at one revision.
   *
   * @param bounds west, south, east, north in degrees (EPSG:4326); null for an empty layer
   * @param validFrom the first day on which any feature is valid; null where one has no such day, so that nobody knows
   * @param validTo the day from which on no feature is valid; null where one has no such day
   * @param demonstration whether any of the features is synthetic
   */
  public record Figures(long revision, long count, @Nullable List<Double> bounds, @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo, boolean demonstration) {}

  private static final Sql FIGURES = Sql.load("layer/figures.sql");

  private final JdbcClient db;
  private final Revisions revisions;
  private final Cache<String, Figures> known = Caffeine.newBuilder().maximumSize(1_000).build();

  LayerFigures(JdbcClient db, Revisions revisions) {
    this.db = db;
    this.revisions = revisions;
  }

  public Figures of(Layer layer) {
    long revision = revisions.current(layer.id());
    return known.asMap().compute(layer.id(), (id, figures) ->
        figures != null && figures.revision() == revision ? figures : count(layer, revision));
  }

  private Figures count(Layer layer, long revision) {
    PublicReading reading = new PublicReading(layer);
    return db.sql(FIGURES.with(Map.of("relation", reading.relation(), "public", reading.condition())))
        .query((row, n) -> new Figures(revision, row.getLong("features"),
            row.getObject("west") == null ? null
                : List.of(row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north")),
            row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class), row.getBoolean("demonstration")))
        .single();
  }
}
