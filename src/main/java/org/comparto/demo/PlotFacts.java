package org.comparto.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record of a plot: plausible values with gaps, since a desk never knows everything. */
final class PlotFacts {

  private static final List<String> ACTIVITIES =
      List.of("manufacturing", "craft", "logistics", "warehousing", "offices", "research", "data_centre", "wholesale", "energy");

  private static final List<String> STREETS =
      List.of("via dell'Industria", "via del Lavoro", "via dell'Artigianato", "via delle Officine");

  private PlotFacts() {}

  /** @param substation area code of the primary substation, null where none covers the plot */
  static Map<String, @Nullable Object> row(Plot plot, @Nullable String cadastralCode, @Nullable String substation) {
    Zone zone = plot.zone();
    Draw draw = Draw.of("plot facts " + plot.code());
    Map<String, @Nullable Object> row = Row.of(plot.id(), plot.code(), "Lotto " + plot.code(), zone.territory().code(),
        zone.municipality(), draw.verifiedDay());
    row.put("surveyed_on", draw.unless(0.25, draw.dayBefore(Draw.REFERENCE_DAY.minusDays(400), 900)));
    identity(plot, draw, row);
    cadastre(plot, cadastralCode, draw, row);
    planning(zone, draw, row);
    quantities(plot, draw, row);
    market(plot, draw, row);
    constraints(draw, row);
    utilities(zone, draw, row);
    row.put("primary_substation_code", substation);
    row.put("contact", zone.territory().seed().optionalText("contact"));
    descriptions(plot, draw, row);
    row.put("geom", SeedGeometry.multi(plot.area()));
    return row;
  }

  private static void identity(Plot plot, Draw draw, Map<String, @Nullable Object> row) {
    Zone zone = plot.zone();
    List<String> streets = zone.seed().texts("streets");
    String street = draw.pick(streets.isEmpty() ? STREETS : streets);
    row.put("status", plot.status());
    row.put("available_from", plot.occupied() ? null : draw.unless(0.25, Draw.REFERENCE_DAY.plusDays(draw.whole(-20, 48) * 15L)));
    row.put("zone_id", zone.id());
    row.put("address", draw.unless(0.1, street + " " + draw.whole(1, 80)));
    String history = zone.seed().optionalText("land_history");
    row.put("land_history", draw.unless(0.12, history != null ? history : draw.chance(0.75) ? "greenfield" : "brownfield"));
  }

  private static void cadastre(Plot plot, @Nullable String cadastralCode, Draw draw, Map<String, @Nullable Object> row) {
    row.put("cadastral_code", cadastralCode);
    // the letter D, which no Italian sheet or parcel number begins with, marks demonstration values
    row.put("cadastral_sheet", draw.unless(0.08, "D" + draw.whole(1, 60)));
    int first = draw.whole(10, 800);
    row.put("cadastral_parcels", draw.unless(0.08,
        draw.chance(0.6) ? List.of("D" + first) : List.of("D" + first, "D" + (first + 1), "D" + (first + 7))));
    row.put("cadastral_area_m2", draw.unless(0.2, Math.rint(plot.areaM2() * draw.between(0.97, 1.03) / 10) * 10));
  }

  private static void planning(Zone zone, Draw draw, Map<String, @Nullable Object> row) {
    String zoning = zone.seed().optionalText("zoning_code");
    row.put("zoning_code", zoning != null ? zoning : "D1");
    row.put("planning_instrument", ZoneFacts.planningInstrument(zone.territory()));
    row.put("planning_act", draw.unless(0.25, "Atto dimostrativo n. " + draw.whole(1, 90) + "/" + draw.whole(2012, 2025)));
    row.put("planning_article", draw.unless(0.15, "art. " + draw.whole(20, 60) + " NTA (dimostrativo)"));
    row.put("implementation_status",
        draw.unless(0.1, draw.pickOf("in_force", "in_force", "pip", "pua_adopted", "pua_approved", "pua_agreed", "pua_expired",
            "suap_variant")));
    row.put("apea_status", draw.unless(0.1, draw.pickOf("yes", "in_progress", "no", "no")));
    row.put("permitted_activities", draw.unless(0.07, draw.some(ACTIVITIES, 5)));
    row.put("permitted_ateco", draw.unless(0.1, Chain.divisions(zone.chains(), draw)));
    row.put("acoustic_class", draw.unless(0.15, draw.pickOf(5, 5, 5, 6, 4)));
    row.put("remediation_status", draw.unless(0.2,
        draw.pickOf("not_needed", "not_needed", "not_needed", "not_needed", "completed", "under_way", "needed")));
  }

  private static void quantities(Plot plot, Draw draw, Map<String, @Nullable Object> row) {
    double uf = draw.stepped(0.5, 0.8, 0.05);
    double height = draw.stepped(9, 15, 0.5);
    double share = draw.stepped(0.6, 0.8, 0.05);
    double area = Math.rint(plot.areaM2());
    row.put("area_m2", area);
    row.put("territorial_area_m2", draw.unless(0.25, Math.rint(area / share)));
    row.put("floor_area_index_m2_m2", draw.unless(0.08, hundredths(uf)));
    row.put("territorial_floor_area_index_m2_m2", draw.unless(0.25, hundredths(uf * share)));
    row.put("density_index_m3_m2", draw.unless(0.25, hundredths(uf * 4)));
    row.put("territorial_density_index_m3_m2", draw.unless(0.25, hundredths(uf * 4 * share)));
    row.put("index_local_label", switch (plot.zone().territory().code()) {
      case "cremona" -> "IF (SL/SF)";
      case "canavese" -> "UF (SUL/SF)";
      case "segromigno" -> "IF (SE/SF)";
      default -> "UF (SC/SF)";
    });
    row.put("coverage_percent", draw.unless(0.08, draw.stepped(50, 60, 5)));
    row.put("permeability_percent", draw.unless(0.2, draw.stepped(15, 30, 5)));
    row.put("max_height_m", draw.unless(0.1, height));
    double buildable = Math.rint(area * uf / 10) * 10;
    row.put("max_buildable_m2", draw.unless(0.25, buildable));
    double built = plot.occupied() ? Math.rint(buildable * draw.between(0.35, 0.9)) : 0;
    row.put("built_floor_area_m2", draw.unless(plot.occupied() ? 0.2 : 0.1, built));
    row.put("divisible", draw.unless(0.15, area > 6000 && draw.chance(0.6)));
  }

  private static void market(Plot plot, Draw draw, Map<String, @Nullable Object> row) {
    Territory territory = plot.zone().territory();
    String owner = draw.pickOf("private", "private", "private", "public", "consortium");
    String offer = plot.status().equals("leased") ? "lease"
        : draw.pickOf("sale", "sale", "sale", "sale", "sale", "sale", "sale", "lease", "surface_right", "auction");
    boolean sale = offer.equals("sale") || offer.equals("auction");
    row.put("owner_type", draw.unless(0.1, owner));
    row.put("owner_name", draw.unless(0.2, "Proprietà dimostrativa " + plot.code()));
    row.put("owner_contact", draw.unless(0.3, "proprieta-" + plot.code().toLowerCase(Locale.ROOT) + "@example.org"));
    row.put("offer_type", draw.unless(0.08, offer));
    row.put("price_eur_m2", draw.unless(0.15, draw.stepped(territory.lowPrice(), territory.highPrice(), 1)));
    boolean known = row.get("price_eur_m2") != null;
    // where no sale is offered the price is the appraised value of the land: a rent would not compare with the others
    row.put("price_basis", !known ? null : !sale ? "appraisal" : offer.equals("auction") ? "auction_base"
        : draw.pickOf("asking", "asking", "asking", "appraisal"));
    row.put("price_on", known ? draw.dayBefore(Draw.REFERENCE_DAY.minusDays(10), 600) : null);
    row.put("price_vat_note", known ? draw.unless(0.3, draw.pickOf("IVA esclusa", "IVA inclusa", "Fuori campo IVA")) : null);
    row.put("urbanisation_status", draw.unless(0.08, draw.pickOf("complete", "complete", "complete", "partial", "none")));
    row.put("urbanisation_charges_eur_m2", draw.unless(0.25, draw.stepped(8, 38, 0.5)));
  }

  private static void constraints(Draw draw, Map<String, @Nullable Object> row) {
    row.put("incentives", draw.unless(0.75, new RowSink.Json(List.of(Map.of("name_it", "Riduzione degli oneri (dimostrativa)",
        "name_en", "Reduced charges (demonstration)", "until", "2027-12-31")))));
    String kind = draw.pickOf("road_strip", "power_line_strip", "gas_pipeline_strip", "river_strip", "rail_strip");
    row.put("stated_constraints", draw.unless(0.8, new RowSink.Json(List.of(
        Map.of("kind", kind, "act", "Piano vigente (dimostrativo)", "share_percent", draw.whole(2, 25))))));
  }

  private static void utilities(Zone zone, Draw draw, Map<String, @Nullable Object> row) {
    utility("electricity", "electricity_kw", 0.97, draw.stepped(50, 1500, 50), "Rete elettrica dimostrativa", draw, row);
    utility("high_voltage", "high_voltage_kv", 0.12, draw.pickOf(132.0, 150.0), "Alta tensione dimostrativa", draw, row);
    utility("gas", "gas_m3_h", 0.85, draw.stepped(40, 900, 20), "Rete gas dimostrativa", draw, row);
    utility("water", "water_l_s", 0.95, draw.stepped(1, 15, 0.5), "Acquedotto dimostrativo", draw, row);
    utility("sewer", "sewer_l_s", 0.9, draw.stepped(1, 20, 0.5), "Acquedotto dimostrativo", draw, row);
    utility("fibre", "fibre_mbit_s", 0.75, draw.pickOf(200.0, 1000.0, 1000.0, 2500.0, 10000.0), "Fibra dimostrativa", draw, row);
    row.put("district_heating_present", draw.unless(0.15, zone.seed().flag("district_heating") && draw.chance(0.8)));
    row.put("rail_siding", draw.unless(0.1, zone.seed().flag("rail_siding") && draw.chance(0.5)));
    row.put("quay", draw.unless(0.1, zone.seed().flag("quay") && draw.chance(0.3)));
  }

  private static void utility(String name, String capacityColumn, double probability, double capacity, String operator, Draw draw,
      Map<String, @Nullable Object> row) {
    Boolean present = draw.unless(0.08, draw.chance(probability));
    boolean there = Boolean.TRUE.equals(present);
    row.put(name + "_present", present);
    row.put(capacityColumn, there ? draw.unless(0.2, capacity) : null);
    row.put(name + "_operator", there ? draw.unless(0.15, operator) : null);
    double distance = there ? draw.stepped(0, 60, 5) : draw.stepped(100, 1200, 50);
    row.put(name + "_distance_m", present == null ? null : draw.unless(0.2, distance));
  }

  private static void descriptions(Plot plot, Draw draw, Map<String, @Nullable Object> row) {
    boolean described = !plot.occupied() && draw.chance(0.6);
    long area = Math.round(plot.areaM2());
    String name = plot.zone().name();
    row.put("description_it", described ? "Lotto di " + area + " m² nell'area " + name + " (dato dimostrativo)." : null);
    row.put("description_en", described ? "Plot of " + area + " m² in the area " + name + " (demonstration data)." : null);
    row.put("desk_notes", draw.chance(0.2) ? "Nota interna dimostrativa: verificare la disponibilità con la proprietà." : null);
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
