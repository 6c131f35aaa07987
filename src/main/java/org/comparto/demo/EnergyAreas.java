package org.comparto.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Energy areas of energy_areas.yaml, placed relative to a zone; power and yield follow from area and technology. */
final class EnergyAreas {

  private EnergyAreas() {}

  static void write(List<Zone> zones, Substations substations, LongSupplier ids, RowSink sink) {
    Map<String, Zone> byCode = zones.stream().collect(Collectors.toMap(Zone::code, Function.identity()));
    for (Seed seed : SeedFile.features("energy_areas.yaml")) {
      sink.row("energy_area", row(seed, byCode.get(seed.text("zone")), substations, ids.getAsLong()));
    }
  }

  private static Map<String, @Nullable Object> row(Seed seed, Zone zone, Substations substations, long id) {
    Draw draw = Draw.of("energy area " + seed.code());
    double[] offset = seed.pair("offset_m");
    double[] size = seed.pair("size_m");
    Coordinate centre = zone.frame().toDegrees(offset[0], offset[1]);
    Polygon area = SeedGeometry.box(centre, size[0], size[1], zone.frame().turn() + seed.number("turn", 0));
    String technology = seed.text("technology");
    double areaM2 = Math.rint(size[0] * size[1]);
    double usable = Math.rint(areaM2 * 0.8);
    @Nullable Double power = density(technology) == 0 ? null : (Double) Math.rint(areaM2 * density(technology));
    Map<String, @Nullable Object> row = Row.of(id, seed.code(), seed.text("name"), zone.territory().code(), zone.municipality(),
        draw.verifiedDay());
    row.put("technology", technology);
    row.put("eligibility", seed.text("eligibility"));
    row.put("marking_status", seed.text("marking_status"));
    row.put("ruleset", "demo");
    row.put("basis", seed.texts("basis").isEmpty() ? null : seed.texts("basis"));
    row.put("citation", seed.text("citation"));
    row.put("evaluated_on", LocalDate.of(2026, 10, 15));
    row.put("area_m2", areaM2);
    row.put("usable_area_m2", usable);
    row.put("power_kwp", power);
    row.put("yield_kwh_year", power == null ? null : power * specificYield(zone.territory()));
    row.put("primary_substation_code", substations.codeAt(centre));
    row.put("community_name", seed.optionalText("community_name"));
    row.put("reason", seed.optionalText("reason"));
    row.put("description_it", "Area energetica dimostrativa: posizione, esito e potenza sono inventati.");
    row.put("description_en", "Demonstration energy area: place, verdict and power are invented.");
    row.put("contact", zone.territory().seed().optionalText("contact"));
    row.put("geom", SeedGeometry.multi(area));
    return row;
  }

  /** kWp per m² of gross area, 0 where peak power says nothing. */
  private static double density(String technology) {
    return switch (technology) {
      case "pv_roof", "pv_canopy" -> 0.10;
      case "pv_ground", "pv_floating" -> 0.075;
      case "agripv" -> 0.04;
      default -> 0;
    };
  }

  /** kWh per kWp and year: round planning figures, not PVGIS values. */
  private static double specificYield(Territory territory) {
    return territory.code().equals("segromigno") ? 1200 : territory.code().equals("montaletto") ? 1180 : 1130;
  }
}
