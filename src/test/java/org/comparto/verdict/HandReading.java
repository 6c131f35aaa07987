package org.comparto.verdict;

import static org.locationtech.jts.operation.overlayng.OverlayNG.DIFFERENCE;
import static org.locationtech.jts.operation.overlayng.OverlayNG.INTERSECTION;
import static org.locationtech.jts.operation.overlayng.OverlayNG.UNION;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The law read by hand, letter by letter (DOMAIN.md §1.2-1.4), with JTS alone: what the rule-set files and the kernel are held against. What
 * is for sure and what may be are two polygons; a layer that is not there, and a plan where it has no zone, widen the second.
 */
final class HandReading {

  private static final Set<String> PV = Set.of("pv_ground", "pv_roof", "pv_canopy", "pv_floating", "agripv");
  private static final Geometry NOTHING = new GeometryFactory().createPolygon();
  private static final LocalDate FARMLAND_MASK = LocalDate.of(2024, 5, 16);
  private static final LocalDate DECREE = LocalDate.of(2025, 11, 22);
  private static final LocalDate LAW = LocalDate.of(2026, 1, 21);
  private static final LocalDate REGIONAL_DEMONSTRATION = LocalDate.of(2026, 3, 22);

  /** Ground that is covered for sure, and that may be. */
  record Ground(Geometry sure, Geometry possible) {

    Ground or(Ground other) {
      return new Ground(op(sure, other.sure, UNION), op(possible, other.possible, UNION));
    }

    Ground in(Ground other) {
      return new Ground(op(sure, other.sure, INTERSECTION), op(possible, other.possible, INTERSECTION));
    }

    Ground but(Ground other) {
      return new Ground(op(sure, other.possible, DIFFERENCE), op(possible, other.sure, DIFFERENCE));
    }
  }

  private final RawLayers raw;
  private final Geometry area;
  private final String technology;
  private final LocalDate date;
  private final String territory;
  private final boolean exempt;
  private final Map<String, Ground> includes = new LinkedHashMap<>();
  private final Map<String, Geometry> notKnown = new HashMap<>();
  private @Nullable Ground farmland;
  private Ground forbidden = new Ground(NOTHING, NOTHING);
  private Ground unsuitable = new Ground(NOTHING, NOTHING);

  /** @param lonLat the area @param exempt the project is one of a community or of the PNRR */
  HandReading(RawLayers raw, Geometry lonLat, String technology, LocalDate date, String territory, boolean exempt) {
    this.raw = raw;
    this.area = raw.plane().project(lonLat);
    this.technology = technology;
    this.date = date;
    this.territory = territory;
    this.exempt = exempt;
    if (date.isBefore(DECREE)) {
      decree199();
    } else {
      decree190();
    }
    if (!date.isBefore(REGIONAL_DEMONSTRATION) && Set.of("cremona", "fiorano").contains(territory)) {
      demonstration();
    }
  }

  double areaM2() {
    return area.getArea();
  }

  /** m² by result. */
  Map<Result, Double> areas() {
    Ground suitable = includes.values().stream().reduce(new Ground(NOTHING, NOTHING), Ground::or);
    Geometry no = unsuitable.sure();
    Geometry ban = op(forbidden.sure(), no, DIFFERENCE);
    Geometry yes = op(suitable.sure(), op(unsuitable.possible(), forbidden.possible(), UNION), DIFFERENCE);
    Geometry maybe = op(op(suitable.possible(), unsuitable.possible(), UNION), forbidden.possible(), UNION);
    Geometry unknown = op(op(op(maybe, no, DIFFERENCE), ban, DIFFERENCE), yes, DIFFERENCE);
    double told = no.getArea() + ban.getArea() + yes.getArea() + unknown.getArea();
    return Map.of(Result.UNSUITABLE, no.getArea(), Result.GROUND_PV_FORBIDDEN, ban.getArea(), Result.SUITABLE, yes.getArea(), Result.UNKNOWN,
        unknown.getArea(), Result.ORDINARY, area.getArea() - told);
  }

  /** m² that each rule that makes suitable covers for sure, by its name. */
  Map<String, Double> rules() {
    Map<String, Double> areas = new LinkedHashMap<>();
    includes.forEach((name, ground) -> areas.put(name, ground.sure().getArea()));
    return areas;
  }

  /** D.Lgs. 199/2021 art. 20 c. 8, and from 16 May 2024 c. 1-bis beside it. */
  private void decree199() {
    String set = "it-199-2021/";
    boolean pv = PV.contains(technology);
    boolean besideZones = pv || technology.equals("biomethane");
    existing(set); // a
    include(set + "remediation", layer("remediation_site", row -> row.is("procedure_status", "open"))); // b
    include(set + "quarries", layer("quarry", row -> row.is("quarry_status", "ceased", "abandoned"))); // c
    include(set + "rail_motorway_sites", layer("transport_site", row -> row.is("holder_kind", "rail", "motorway"))); // c-bis
    include(set + "airport_sites", layer("transport_site", row -> row.is("holder_kind", "airport"))); // c-bis.1
    Ground partTwo = layer("cultural_asset", row -> row.is("protection_basis", "part_ii"));
    Ground plants = layer("industrial_establishment", 500, row -> true).in(farmland()).or(layer("industrial_establishment", row -> true)).but(partTwo);
    Ground motorway = layer("motorway", 300, row -> true).but(partTwo);
    if (besideZones) { // c-ter 1, 2 and 3
      include(set + "zones_500", zones(500).or(layer("remediation_site", 500, row -> row.is("site_kind", "sin"))).or(layer("quarry", 500, row -> true))
          .in(farmland()).but(partTwo));
      include(set + "plants_500", plants);
      include(set + "motorway_300", motorway);
    }
    Ground everywhere = new Ground(area, area);
    Ground assets = everywhere.but(layer("cultural_asset", row -> true)).but(layer("landscape_constraint", row -> true));
    double around = technology.equals("wind") ? 3000 : 500;
    if (technology.equals("biomethane")) { // c-quater
      include(set + "c_quater_other", assets);
    } else {
      include(set + (pv ? "c_quater_pv" : "c_quater_wind"), assets.but(layer("cultural_asset", around, row -> row.is("protection_basis", "part_ii", "art_136")))
          .but(layer("landscape_constraint", around, row -> row.is("constraint_basis", "art_136"))));
    }
    if (technology.equals("pv_ground") && !date.isBefore(FARMLAND_MASK) && !exempt) {
      forbidden = farmland().but(includes.get(set + "existing_pv")).but(layer("quarry", row -> row.is("quarry_status", "ceased", "abandoned", "restored")))
          .but(layer("landfill", row -> row.is("landfill_status", "closed", "restored"))).but(includes.get(set + "rail_motorway_sites"))
          .but(includes.get(set + "airport_sites")).but(plants).but(motorway);
    }
  }

  /** D.Lgs. 190/2024 art. 11-bis: the decree asks plants for an AIA, the law of January 2026 does not. */
  private void decree190() {
    boolean law = !date.isBefore(LAW);
    String set = law ? "it-190-2024/" : "it-190-2024-dl/";
    existing(set);
    include(set + "remediation", layer("remediation_site", row -> row.is("procedure_status", "open")));
    include(set + "quarries", layer("quarry", row -> row.is("quarry_status", "ceased", "abandoned")));
    include(set + "landfills", layer("landfill", row -> row.is("landfill_status", "closed", "restored")));
    include(set + "rail_motorway_sites", layer("transport_site", row -> row.is("holder_kind", "rail", "motorway")));
    include(set + "airport_sites", layer("transport_site", row -> row.is("holder_kind", "airport")));
    include(set + "state_property", layer("state_property", row -> row.is("property_kind", "military", "interior_justice")
        || row.is("property_kind", "state_real_estate") && row.yes("valorisation_programme", false)));
    Predicate<RawLayers.Row> counts = row -> row.yes("agricultural_production", false) && (law || row.yes("aia", true));
    Ground plants = layer("industrial_establishment", 350, counts).in(farmland()).or(layer("industrial_establishment", counts))
        .but(layer("cultural_asset", row -> row.is("protection_basis", "part_ii")));
    Ground motorway = layer("motorway", 300, row -> true);
    if (PV.contains(technology)) {
      include(set + "plants_350", plants);
      include(set + "zones", zones(0));
      include(set + "water_service", layer("water_service_plant", row -> true));
    }
    if (Set.of("pv_roof", "pv_canopy").contains(technology)) {
      include(set + "buildings", layer("building", row -> true));
    }
    if (technology.equals("pv_canopy")) {
      include(set + "car_parks", layer("car_park", row -> true));
    }
    if (technology.equals("pv_floating")) {
      include(set + "water_bodies", layer("water_body", row -> row.is("water_kind", "reservoir", "quarry_lake")));
    }
    if (!technology.equals("wind")) {
      include(set + "motorway_300", motorway);
    }
    if (technology.equals("biomethane")) {
      include(set + "biomethane_500", zones(500).or(layer("industrial_establishment", 500, row -> row.yes("aia", true))).in(farmland()));
      include(set + "biomethane_plants", layer("industrial_establishment", row -> true));
    }
    if (technology.equals("pv_ground") && !exempt) {
      forbidden = farmland().but(includes.get(set + "existing_pv")).but(includes.get(set + "quarries")).but(includes.get(set + "landfills"))
          .but(includes.get(set + "rail_motorway_sites")).but(includes.get(set + "airport_sites")).but(plants).but(motorway);
    }
  }

  /** What the demonstration invents for two territories. */
  private void demonstration() {
    if (PV.contains(technology)) {
      include("demo-cremona-fiorano/addition_landfills", layer("landfill", 200, row -> row.is("landfill_status", "closed", "restored")).in(farmland())
          .but(layer("cultural_asset", 500, row -> true)));
    }
    if (Set.of("pv_ground", "agripv", "wind").contains(technology)) {
      unsuitable = unsuitable.or(layer("protected_area", row -> row.is("protection_kind", "natura_2000", "reserve")));
    }
    if (Set.of("pv_ground", "biomethane").contains(technology)) {
      unsuitable = unsuitable.or(layer("flood_hazard", row -> row.is("hazard_class", "P3")));
    }
  }

  private void existing(String set) {
    String source = PV.contains(technology) ? "solar" : technology.equals("wind") ? "wind" : "biogas";
    include(set + (PV.contains(technology) ? "existing_pv" : "existing_" + technology), layer("existing_plant", row -> row.is("energy_source", source)));
  }

  private Ground zones(double metres) {
    return layer("industrial_zone", metres, row -> true).or(layer("land_use_zone", metres, row -> row.is("zone_class", "D")));
  }

  private Ground farmland() {
    if (farmland == null) {
      farmland = layer("land_use_zone", row -> row.is("zone_class", "E"));
    }
    return farmland;
  }

  private void include(String name, Ground ground) {
    includes.put(name, ground);
  }

  private Ground layer(String layer, Predicate<RawLayers.Row> which) {
    return layer(layer, 0, which);
  }

  private Ground layer(String layer, double metres, Predicate<RawLayers.Row> which) {
    Geometry sure = raw.cover(area, layer, metres, which);
    return new Ground(sure, op(sure, notKnown.computeIfAbsent(layer, this::notKnown), UNION));
  }

  private Geometry notKnown(String layer) {
    Geometry known = raw.cover(area, "territory", 0, row -> raw.knownIn(layer).contains(row.territory()));
    if (layer.equals("land_use_zone")) { // a plan covers everything: where nothing is drawn it is not known
      known = op(known, raw.cover(area, layer, 0, row -> true), INTERSECTION);
    }
    return op(area, known, DIFFERENCE);
  }

  private static Geometry op(Geometry a, Geometry b, int operation) {
    return RawLayers.overlay(a, b, operation);
  }
}
