package org.comparto.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which layers the demonstration holds completely, also where nothing of them lies. One is left out on purpose, so that an area whose
 * state is not known can be seen: State property in the territory of Montaletto.
 */
final class Completeness {

  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

  private Completeness() {}

  static void write(List<Territory> territories, RowSink sink) {
    List<String> layers = new ArrayList<>(SeedLayers.THEMATIC);
    layers.addAll(List.of("industrial_zone", "industrial_establishment", "land_use_zone", "building"));
    layers.remove("background");
    for (Territory territory : territories) {
      layers.stream().filter(layer -> !(layer.equals("state_property") && territory.code().equals("montaletto")))
          .forEach(layer -> sink.row("layer_coverage", row(territory, layer)));
    }
  }

  private static Map<String, @Nullable Object> row(Territory territory, String layer) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("territory_code", territory.code());
    row.put("layer_id", layer);
    row.put("as_of", AS_OF);
    row.put("source", Row.SOURCE);
    row.put("recorded_by", "demonstration");
    return row;
  }
}
