package org.comparto.bottleneck;

import java.util.Map;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What lies where a bottleneck of railways, waterways, the grid or broadband is felt: in its area, or within the distance in which the
 * layer counts as a constraint. It is an area and no road time.
 */
@Component
class AffectedAreas {

  private static final Sql AFFECTED = Sql.load("bottleneck/affected.sql");

  /**
   * Public features only.
   *
   * @param jobs of the companies that agreed to tell; null if none did
   */
  record Affected(long plots, long zones, long companies, @Nullable Long jobs, long jobsNotKnown) {}

  private final JdbcClient db;
  private final Layers layers;
  private final ReadingPlaces places;

  AffectedAreas(JdbcClient db, Layers layers, ReadingPlaces places) {
    this.db = db;
    this.layers = layers;
    this.places = places;
  }

  /** In metres, from the descriptor of the layer. */
  double within() {
    return layers.getLayer(BottleneckRoads.LAYER, "layer").constraint().withinM();
  }

  Affected of(long bottleneck) {
    Layer company = layers.getLayer("company", "layer");
    PublicReading plots = new PublicReading(layers.getLayer("plot", "layer"));
    PublicReading zones = new PublicReading(layers.getLayer("industrial_zone", "layer"));
    PublicReading companies = new PublicReading(company);
    String sql = AFFECTED.with(Map.of("plots", plots.relation(), "publicPlots", plots.condition(), "zones", zones.relation(), "publicZones",
        zones.condition(), "companies", companies.relation(), "publicCompanies", companies.condition(), "jobs",
        companies.value(company.findAttribute("employees").orElseThrow())));
    return places.read(() -> db.sql(sql).param("id", bottleneck).param("within", within()).query(Affected.class).single());
  }
}
