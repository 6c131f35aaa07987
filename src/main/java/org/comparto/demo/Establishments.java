package org.comparto.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Industrial establishments: invented plants on large occupied plots, with the attributes that energy rules ask for. */
final class Establishments {

  private static final double LEAST_M2 = 4_500;
  private static final int MOST_PER_ZONE = 3;

  private Establishments() {}

  static void write(Map<Zone, List<Plot>> occupied, LongSupplier ids, RowSink sink) {
    sink.thematicLayer("industrial_establishment");
    occupied.values().stream()
        .flatMap(plots -> plots.stream().filter(plot -> plot.areaM2() >= LEAST_M2).limit(MOST_PER_ZONE))
        .forEach(plot -> sink.row("thematic_industrial_establishment", row(plot, ids.getAsLong())));
  }

  private static Map<String, @Nullable Object> row(Plot plot, long id) {
    Zone zone = plot.zone();
    Draw draw = Draw.of("establishment " + plot.code());
    String chain = zone.chains().get(0);
    Chain trade = Chain.of(chain);
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("operator_name", draw.pick(trade.heads()) + " Esempio " + plot.code());
    properties.put("ateco_code", draw.pick(trade.ateco2025()));
    properties.put("aia", draw.chance(0.35));
    properties.put("agricultural_production", chain.equals("agri_food") && draw.chance(0.6));
    properties.put("seveso", draw.chance(0.07));
    return SeedLayers.thematic(id, "ST-" + plot.code(), "Stabilimento dimostrativo " + plot.code(), zone.territory().code(),
        zone.municipality(), properties, plot.area());
  }
}
