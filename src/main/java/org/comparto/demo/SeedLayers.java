package org.comparto.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Layers that are written entirely by hand: one seed file each, core tables by column, thematic layers by property. */
final class SeedLayers {

  static final List<String> THEMATIC = List.of("motorway", "quarry", "landfill", "remediation_site", "cultural_asset",
      "protected_area", "flood_hazard", "landslide_hazard", "landscape_constraint", "railway", "transport_site", "state_property",
      "existing_plant", "car_park", "water_body", "water_service_plant", "background");
  private static final Set<String> RECORD_KEYS = Set.of("code", "name", "territory", "municipality");

  private SeedLayers() {}

  static void writeCore(LongSupplier ids, RowSink sink) {
    writeTable("logistics_zone", "logistics_zones.yaml", true, ids, sink);
    writeTable("bottleneck", "bottlenecks.yaml", false, ids, sink);
    writeTable("gateway", "gateways.yaml", false, ids, sink);
  }

  /** Places that are no firm and receive visitors. */
  static void writeVisitPlaces(LongSupplier ids, RowSink sink) {
    writeTable("visit_place", "visit_places.yaml", false, ids, sink);
  }

  static void writeThematic(LongSupplier ids, RowSink sink) {
    for (String layer : THEMATIC) {
      sink.thematicLayer(layer);
      for (Seed seed : SeedFile.features("thematic/" + layer + ".yaml")) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        others(seed, properties);
        sink.row("thematic_" + layer, thematic(ids.getAsLong(), seed.code(), seed.optionalText("name"),
            seed.optionalText("territory"),
            seed.optionalText("municipality"), properties, SeedGeometry.of(seed)));
      }
    }
  }

  static Map<String, @Nullable Object> thematic(long id, String code, @Nullable String name, @Nullable String territory,
      @Nullable String municipality, Map<String, @Nullable Object> properties, Geometry geometry) {
    Map<String, @Nullable Object> row = Row.of(id, code, name, territory, municipality,
        Draw.of("thematic " + code).verifiedDay());
    row.put("properties", new RowSink.Json(properties));
    row.put("geom", geometry);
    return row;
  }

  /** Areas drawn by hand that generated zones must not cover. */
  static List<Geometry> keepClear() {
    List<Geometry> areas = new ArrayList<>();
    for (Seed seed : SeedFile.features("logistics_zones.yaml")) {
      areas.add(SeedGeometry.of(seed));
    }
    for (Seed seed : SeedFile.features("thematic/background.yaml")) {
      String kind = seed.text("background_kind");
      if (kind.equals("urban") || kind.equals("water") || kind.equals("river")) {
        areas.add(SeedGeometry.of(seed));
      }
    }
    return areas;
  }

  private static void writeTable(String table, String file, boolean areas, LongSupplier ids, RowSink sink) {
    List<Seed> seeds = SeedFile.features(file);
    Set<String> columns = new LinkedHashSet<>();
    seeds.forEach(seed -> columns.addAll(seed.values().keySet()));
    columns.removeAll(RECORD_KEYS);
    columns.removeAll(SeedGeometry.KEYS);
    for (Seed seed : seeds) {
      Map<String, @Nullable Object> row = Row.of(ids.getAsLong(), seed.code(), seed.text("name"), seed.text("territory"),
          seed.optionalText("municipality"), Draw.of(table + " " + seed.code()).verifiedDay());
      columns.forEach(column -> row.put(column, null));
      others(seed, row);
      Geometry geometry = SeedGeometry.of(seed);
      row.put("geom", areas ? SeedGeometry.multi(geometry) : geometry);
      sink.row(table, row);
    }
  }

  private static void others(Seed seed, Map<String, @Nullable Object> into) {
    Set<String> but = new LinkedHashSet<>(RECORD_KEYS);
    but.addAll(SeedGeometry.KEYS);
    seed.copyOthers(but, into);
  }
}
