package org.comparto.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record of an industrial zone: what its seed states, the rest drawn. */
final class ZoneFacts {

  private ZoneFacts() {}

  static Map<String, @Nullable Object> row(Zone zone) {
    Draw draw = zone.draw("zone facts");
    Map<String, @Nullable Object> row = Row.of(zone.id(), zone.code(), zone.name(), zone.territory().code(), zone.municipality(),
        draw.verifiedDay());
    row.put("zone_kind", draw.pickOf("industrial", "artisan", "mixed", "logistics"));
    row.put("zoning_code", draw.pickOf("D1", "D2", "D3"));
    row.put("planning_instrument", planningInstrument(zone.territory()));
    row.put("implementation_status", draw.pickOf("in_force", "in_force", "pip", "pua_agreed", "pua_approved"));
    row.put("territorial_area_m2", (double) Math.round(zone.outline().getArea() / 10) * 10);
    row.put("manager", draw.unless(0.2, "Gestore dimostrativo di " + zone.name()));
    row.put("apea_status", draw.unless(0.1, draw.pickOf("yes", "in_progress", "no", "no", "no")));
    row.put("acoustic_class", draw.unless(0.1, draw.pickOf(5, 5, 6, 4)));
    row.put("brand", null);
    row.put("desired_vocation", zone.chains());
    row.put("broadband_mbit_s", draw.unless(0.15, draw.pickOf(100, 1000, 1000, 2500)));
    row.put("video_surveillance", draw.unless(0.1, draw.chance(0.4)));
    row.put("canteen", draw.unless(0.15, draw.chance(0.35)));
    row.put("childcare", draw.unless(0.15, draw.chance(0.12)));
    row.put("district_heating", draw.unless(0.15, draw.chance(0.1)));
    row.put("truck_parking_places", draw.unless(0.2, draw.whole(0, 30)));
    row.put("works", draw.unless(0.7, new RowSink.Json(List.of(Map.of("what_it", "Asfaltatura della strada principale",
        "what_en", "Resurfacing of the main street", "done_on", draw.verifiedDay().toString())))));
    row.put("excellences_it", null);
    row.put("excellences_en", null);
    row.put("description_it", "Area produttiva dimostrativa: luogo vero, perimetro e dati inventati.");
    row.put("description_en", "Demonstration production area: a real place, with invented outline and data.");
    row.put("contact", zone.territory().seed().optionalText("contact"));
    zone.seed().copyOthers(ZoneSeeds.KEYS, row);
    row.put("geom", SeedGeometry.multi(zone.area()));
    return row;
  }

  static String planningInstrument(Territory territory) {
    return switch (territory.code()) {
      case "cremona" -> "PGT (dimostrativo)";
      case "canavese" -> "PRGC (dimostrativo)";
      case "segromigno" -> "Piano operativo (dimostrativo)";
      default -> "PUG (dimostrativo)";
    };
  }
}
