package org.comparto.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The zoning plan around the zones drawn by hand: D on the zones, A, B, C and F in their towns, E belts around.
 * All outlines are noded together and every face is given to one class, so that neighbours share their edges exactly.
 */
final class LandUse {

  /** More than twice the widest rule buffer (350 m), so that every belt also has ground beyond it. */
  private static final double BELT_M = 900;

  private record Candidate(String zoneClass, String code, String name, Zone zone, Geometry area) {}

  private final Map<Candidate, Geometry> faces;

  private LandUse(Map<Candidate, Geometry> faces) {
    this.faces = faces;
  }

  static LandUse around(List<Zone> zones, Municipalities municipalities) {
    Map<Candidate, Geometry> all = new LinkedHashMap<>();
    zones.stream().map(Zone::territory).distinct().forEach(territory ->
        all.putAll(divide(candidates(zones.stream().filter(zone -> zone.territory() == territory).toList(), municipalities))));
    return new LandUse(all);
  }

  /** In degrees. */
  Collection<Geometry> areas() {
    return faces.values();
  }

  void write(LongSupplier ids, RowSink sink) {
    sink.thematicLayer("land_use_zone");
    faces.forEach((candidate, area) -> {
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      properties.put("zone_class", candidate.zoneClass);
      properties.put("zoning_code", candidate.zoneClass.equals("D") ? ZoneFacts.row(candidate.zone).get("zoning_code")
          : candidate.zoneClass + "1");
      properties.put("plan_name", ZoneFacts.planningInstrument(candidate.zone.territory()));
      sink.row("thematic_land_use_zone", SeedLayers.thematic(ids.getAsLong(), candidate.code, candidate.name,
          candidate.zone.territory().code(), candidate.zone.municipality(), properties, area));
    });
  }

  /** In the order in which they win where they overlap. */
  private static List<Candidate> candidates(List<Zone> zones, Municipalities municipalities) {
    List<Candidate> candidates = new ArrayList<>();
    for (Zone zone : zones) {
      candidates.add(new Candidate("D", "D-" + zone.code(), "Zona D, " + zone.name(), zone, zone.area()));
    }
    Set<String> towns = new LinkedHashSet<>();
    for (Zone zone : zones) {
      if (towns.add(zone.municipality())) {
        town(zone, municipalities.name(zone.municipality()), municipalities.seat(zone.municipality()), candidates);
      }
    }
    for (Zone zone : zones) {
      Geometry belt = zone.frame().toDegrees(zone.outline().buffer(BELT_M, 2));
      candidates.add(new Candidate("E", "E-" + zone.code(), "Zona E attorno a " + zone.name(), zone, belt));
    }
    return candidates;
  }

  private static void town(Zone zone, String name, Coordinate seat, List<Candidate> candidates) {
    String code = zone.municipality();
    LocalFrame frame = new LocalFrame(seat.x, seat.y, 0);
    Draw draw = Draw.of("town " + code);
    candidates.add(new Candidate("A", "A-" + code, "Centro storico di " + name, zone, SeedGeometry.blob(seat, 160, draw)));
    candidates.add(new Candidate("F", "F-" + code, "Attrezzature pubbliche di " + name, zone,
        SeedGeometry.box(frame.toDegrees(320, 180), 150, 110, draw.between(0, 90))));
    candidates.add(new Candidate("B", "B-" + code, "Zona residenziale di " + name, zone, SeedGeometry.blob(seat, 560, draw)));
    candidates.add(new Candidate("C", "C-" + code, "Zona di espansione di " + name, zone,
        SeedGeometry.blob(frame.toDegrees(-480, -300), 260, draw)));
  }

  private static Map<Candidate, Geometry> divide(List<Candidate> candidates) {
    List<Geometry> lines = candidates.stream().map(candidate -> candidate.area.getBoundary()).toList();
    Geometry noded = UnaryUnionNG.union(lines, LocalFrame.DEGREES, LocalFrame.DEGREES.getPrecisionModel());
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(noded);
    Map<Candidate, List<Polygon>> parts = new LinkedHashMap<>();
    for (Object face : polygonizer.getPolygons()) {
      Geometry inside = ((Polygon) face).getInteriorPoint();
      candidates.stream().filter(candidate -> candidate.area.contains(inside)).findFirst()
          .ifPresent(owner -> parts.computeIfAbsent(owner, key -> new ArrayList<>()).add((Polygon) face));
    }
    Map<Candidate, Geometry> faces = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      List<Polygon> own = parts.get(candidate);
      if (own != null) {
        faces.put(candidate, own.size() == 1 ? own.get(0) : CoverageUnion.union(LocalFrame.DEGREES.buildGeometry(own)));
      }
    }
    return faces;
  }
}
