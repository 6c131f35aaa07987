package org.comparto.facts;

import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lies around a plot: what gateways are called, and how many companies of which kind. */
@Component
class Surroundings {

  /** The farthest ring, in metres. */
  static final double FARTHEST = 5_000;

  /** A gateway that a way leads to. */
  record Gateway(long id, int version, String name) {}

  /**
   * How many companies within 1, 3 and 5 km have this activity and size; null for what a company does not let everybody see.
   *
   * @param ateco the version of the classification that the division belongs to
   */
  record Firms(@Nullable String ateco, @Nullable String division, @Nullable String size, int km1, int km3, int km5) {}

  private static final Sql GATEWAYS = Sql.load("facts/gateways.sql");
  private static final Sql FIRMS = Sql.load("facts/firms.sql");

  private final Layers layers;

  Surroundings(Layers layers) {
    this.layers = layers;
  }

  /** What these gateways are called; one that is not public is left out. */
  List<Gateway> gateways(AsOf data, List<Long> ids) {
    return ids.isEmpty() ? List.of() : data.query(GATEWAYS, layers.getLayer("gateway", "layer"), Map.of()).param("ids", ids.toArray(Long[]::new))
        .query((row, n) -> new Gateway(row.getLong("id"), row.getInt("version"), row.getString("name"))).list();
  }

  List<Firms> firms(AsOf data, PlotRecord plot) {
    Layer company = layers.getLayer("company", "layer");
    PublicReading reading = new PublicReading(company);
    Map<String, String> pieces = Map.of("division", reading.value(company.findAttribute("ateco_code").orElseThrow()),
        "version", reading.value(company.findAttribute("ateco_version").orElseThrow()),
        "size", reading.value(company.findAttribute("size_class").orElseThrow()));
    return data.query(FIRMS, company, pieces).param("shape", plot.shape()).param("within", FARTHEST).params(plot.around(FARTHEST))
        .query((row, n) -> new Firms(row.getString("ateco"), row.getString("division"), row.getString("size"), row.getInt("km1"), row.getInt("km3"),
            row.getInt("km5"))).list();
  }
}
