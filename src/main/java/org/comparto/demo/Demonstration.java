package org.comparto.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Polygon;

/**
 * All demonstration data of one scale, as rows in the order in which tables depend on each other.
 * A pure function of seeds, scale and first id: two runs give the same rows.
 */
final class Demonstration {

  /** Raised whenever seeds or generator change what is written. */
  static final String VERSION = "5";
  /** A generated zone keeps no more company sites than this: companies come after all plots and must fit in memory. */
  private static final int SITES_KEPT = 12;

  private final int scale;
  private long nextId;
  private final Municipalities municipalities = new Municipalities();
  private final List<Territory> territories = Territory.all();
  private final Substations substations = new Substations(territories);

  Demonstration(int scale, long firstId) {
    if (scale < 1) {
      throw new IllegalArgumentException("scale must be at least 1, not " + scale);
    }
    this.scale = scale;
    this.nextId = firstId;
  }

  /** More ids than a scale can use. */
  static long idsOf(int scale) {
    return 20_000 + scale * 400L;
  }

  /** @return the id after the last one used */
  long writeTo(RowSink sink) {
    writeTerritories(sink);
    substations.write(this::takeId, sink);
    SeedLayers.writeCore(this::takeId, sink); // before the plots, which are measured against gateways once
    List<Zone> drawn = ZoneSeeds.zones(territories, this::takeId);
    LandUse landUse = LandUse.around(drawn, municipalities);
    List<Zone> further = FurtherZones.zones(scale, territories, FurtherZones.taken(landUse), municipalities, this::takeId);
    drawn.forEach(zone -> sink.row("industrial_zone", ZoneFacts.row(zone)));
    further.forEach(zone -> sink.row("industrial_zone", ZoneFacts.row(zone)));

    Parcels parcels = new Parcels();
    Map<Zone, List<Plot>> occupied = new LinkedHashMap<>();
    for (Zone zone : drawn) {
      occupied.put(zone, writePlots(zone, sink, parcels).stream().filter(Plot::occupied).toList());
    }
    Map<Zone, List<CompanySite>> sites = new LinkedHashMap<>();
    for (Zone zone : further) {
      List<CompanySite> here = writePlots(zone, sink, null).stream()
          .filter(Plot::occupied).limit(SITES_KEPT).map(CompanySite::on).toList();
      if (!here.isEmpty()) {
        sites.put(zone, here);
      }
    }
    EnergyAreas.write(drawn, substations, this::takeId, sink);
    Companies.write(occupied, sites, scale, this::takeId, sink);
    landUse.write(further, this::takeId, sink);
    Establishments.write(occupied, this::takeId, sink);
    Buildings.write(occupied, this::takeId, sink);
    SeedLayers.writeThematic(this::takeId, sink);
    parcels.write(this::takeId, sink);
    Completeness.write(territories, sink);
    SeedLayers.writeVisitPlaces(this::takeId, sink); // the last, so that all others keep the ids they had
    return nextId;
  }

  private void writeTerritories(RowSink sink) {
    for (Territory territory : territories) {
      Seed seed = territory.seed();
      Map<String, @Nullable Object> row = Row.of(takeId(), territory.code(), seed.text("name"), territory.code(), null,
          Draw.of("territory " + territory.code()).verifiedDay());
      for (String column : List.of("region", "iso_3166_2", "description_it", "description_en", "contact")) {
        row.put(column, seed.optionalText(column));
      }
      row.put("geom", SeedGeometry.multi(territory.outline()));
      sink.row("territory", row);
    }
    for (Seed seed : municipalities.all()) {
      Map<String, @Nullable Object> row = Row.of(takeId(), seed.code(), seed.text("name"), seed.text("territory"), seed.code(),
          Draw.of("municipality " + seed.code()).verifiedDay());
      row.put("cadastral_code", seed.optionalText("cadastral_code"));
      row.put("province_code", seed.text("province_code"));
      row.put("province_name", seed.text("province_name"));
      row.put("geom", SeedGeometry.of(seed));
      sink.row("municipality", row);
    }
  }

  /** @param parcels get the ground of each plot; null for none */
  private List<Plot> writePlots(Zone zone, RowSink sink, @Nullable Parcels parcels) {
    List<Plot> plots = new ArrayList<>();
    for (Polygon metres : zone.plots()) {
      Plot plot = Plot.of(takeId(), plots.size() + 1, zone, metres);
      plots.add(plot);
      Map<String, @Nullable Object> facts = PlotFacts.row(plot, municipalities.cadastralCode(zone.municipality()), substations.codeAt(plot.inside()));
      sink.row("plot", facts);
      if (parcels != null) {
        parcels.under(plot, metres, facts);
      }
    }
    return plots;
  }

  private long takeId() {
    return nextId++;
  }
}
