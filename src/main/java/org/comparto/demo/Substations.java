package org.comparto.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Fictional primary-substation areas: each territory is divided among its sites, every place to the nearest. */
final class Substations {

  private final Map<Seed, MultiPolygon> areas = new LinkedHashMap<>();

  Substations(List<Territory> territories) {
    List<Seed> seeds = SeedFile.features("substations.yaml");
    for (Territory territory : territories) {
      divide(territory, seeds.stream().filter(seed -> seed.text("territory").equals(territory.code())).toList());
    }
  }

  void write(LongSupplier ids, RowSink sink) {
    areas.forEach((seed, area) -> {
      Draw draw = Draw.of("substation " + seed.code());
      Map<String, @Nullable Object> row = Row.of(ids.getAsLong(), seed.code(), seed.text("name"), seed.text("territory"), null,
          draw.verifiedDay());
      row.put("substation_name", seed.text("name"));
      row.put("distributor", "Distributore dimostrativo");
      row.put("hosting_class", seed.text("hosting_class"));
      row.put("hosting_on", LocalDate.of(2026, 9, 30));
      row.put("geom", area);
      sink.row("primary_substation_area", row);
    });
  }

  /** The area code at a place in degrees, null outside all areas. */
  @Nullable String codeAt(Coordinate degrees) {
    Geometry point = LocalFrame.DEGREES.createPoint(degrees);
    return areas.entrySet().stream()
        .filter(entry -> entry.getValue().getEnvelopeInternal().contains(degrees) && entry.getValue().contains(point))
        .map(entry -> entry.getKey().code()).findFirst().orElse(null);
  }

  private void divide(Territory territory, List<Seed> sites) {
    if (sites.size() == 1) {
      areas.put(sites.get(0), SeedGeometry.multi(territory.outline()));
      return;
    }
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    List<Coordinate> points = new ArrayList<>();
    sites.forEach(site -> points.add(SeedGeometry.coordinate(site.values().get("at"))));
    builder.setSites(points);
    builder.setClipEnvelope(territory.outline().getEnvelopeInternal());
    Geometry cells = builder.getDiagram(LocalFrame.DEGREES);
    for (int i = 0; i < sites.size(); i++) {
      Geometry site = LocalFrame.DEGREES.createPoint(points.get(i));
      for (int j = 0; j < cells.getNumGeometries(); j++) {
        if (cells.getGeometryN(j).intersects(site)) {
          Geometry part = OverlayNG.overlay(cells.getGeometryN(j), territory.outline(), OverlayNG.INTERSECTION,
              LocalFrame.DEGREES.getPrecisionModel());
          areas.put(sites.get(i), SeedGeometry.multi(LocalFrame.DEGREES.createGeometry(part)));
        }
      }
    }
  }
}
