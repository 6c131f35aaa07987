package org.comparto.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.Localized;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is inside an area, as far as everybody may know. */
@Component
class Inside {

  /**
   * What was counted.
   *
   * @param firms public companies
   * @param jobs of those among them that let everybody see their employees; null if none does
   * @param jobsOf how many companies that are
   * @param firmsVerifiedOn the latest day on which one of them was verified; null if none was
   * @param inhabitants by the part of each municipality's ground inside; null if municipalities with a population do not cover the area
   * @param inhabitantsYear the oldest year of these populations
   */
  record Counted(long firms, @Nullable Long jobs, long jobsOf, @Nullable String firmsVerifiedOn, @Nullable Long inhabitants,
      @Nullable Integer inhabitantsYear) {}

  /** Inhabitants, if they are known. */
  private record People(long inhabitants, @Nullable Integer year) {}

  private static final Sql FIRMS = Sql.load("network/firms-inside.sql");
  private static final Sql INHABITANTS = Sql.load("network/inhabitants-inside.sql");

  private final Layers layers;
  private final JdbcClient db;
  private final ReadingPlaces places;

  Inside(Layers layers, JdbcClient db, ReadingPlaces places) {
    this.layers = layers;
    this.db = db;
    this.places = places;
  }

  /** @param area EPSG:4326 (lon, lat) */
  Counted count(Geometry area) {
    byte[] shape = new WKBWriter().write(area);
    return places.read(() -> {
      Optional<People> people = query(INHABITANTS, "municipality", Map.of("population", "population", "year", "population_year"), shape)
          .query((row, n) -> new People(row.getLong("inhabitants"), row.getObject("year", Integer.class))).optional();
      return query(FIRMS, "company", Map.of("employees", "employees"), shape)
          .query((row, n) -> new Counted(row.getLong("firms"), row.getObject("jobs", Long.class), row.getLong("counted"),
              row.getString("verified_on"), people.map(People::inhabitants).orElse(null), people.map(People::year).orElse(null))).single();
    });
  }

  /** @param values what stands for an attribute's public value in the query: the hole's name, the attribute's name */
  private JdbcClient.StatementSpec query(Sql sql, String layerId, Map<String, String> values, byte[] shape) {
    Layer layer = layers.getLayer(layerId, "layer");
    PublicReading reading = new PublicReading(layer);
    Map<String, String> pieces = new HashMap<>(Map.of("relation", reading.relation(), "condition", reading.condition()));
    values.forEach((hole, attribute) -> pieces.put(hole, reading.value(layer.findAttribute(attribute).orElseThrow())));
    return db.sql(sql.with(pieces)).param("area", shape);
  }

  /** Where the figures are from. */
  Map<String, Localized> sources() {
    return Map.of("firms", layers.getLayer("company", "layer").source(), "inhabitants", layers.getLayer("municipality", "layer").source());
  }
}
