package org.comparto.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The zoning plan of all territories: D on the zones, A, B, C and F in the towns of the zones drawn by hand, E belts around them, and E on
 * all the rest, in pieces of a grid so that no polygon is huge. All outlines are noded together and every face is given to one class, so that
 * neighbours share their edges exactly.
 */
final class LandUse {

  /** More than twice the widest rule buffer (350 m), so that every belt also has ground beyond it. */
  private static final double BELT_M = 900;

  /** So many cells of the grid of generated zones along a piece of the rest, 5.3 km: a generated zone lies in one piece. */
  private static final int CELLS_PER_PIECE = 8;

  /** @param municipality null for a piece of the rest, which lies in several */
  private record Candidate(String zoneClass, String code, String name, String zoningCode, Territory territory,
      @Nullable String municipality, Geometry area) {

    boolean isRest() {
      return municipality == null;
    }
  }

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

  /** What is drawn around zones and towns, in degrees: not the rest. */
  Collection<Geometry> areas() {
    return faces.entrySet().stream().filter(face -> !face.getKey().isRest()).map(Map.Entry::getValue).toList();
  }

  /** @param further generated zones, each inside of one piece of the rest: they are D, and cut out of it */
  void write(List<Zone> further, LongSupplier ids, RowSink sink) {
    sink.thematicLayer("land_use_zone");
    STRtree zones = new STRtree();
    further.forEach(zone -> zones.insert(zone.area().getEnvelopeInternal(), zone.area()));
    faces.forEach((candidate, area) -> write(candidate, candidate.isRest() ? without(area, zones) : area, ids, sink));
    further.forEach(zone -> write(production(zone), zone.area(), ids, sink));
  }

  private static void write(Candidate candidate, Geometry area, LongSupplier ids, RowSink sink) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("zone_class", candidate.zoneClass);
    properties.put("zoning_code", candidate.zoningCode);
    properties.put("plan_name", ZoneFacts.planningInstrument(candidate.territory));
    sink.row("thematic_land_use_zone", SeedLayers.thematic(ids.getAsLong(), candidate.code, candidate.name,
        candidate.territory.code(), candidate.municipality, properties, area));
  }

  private static Geometry without(Geometry area, STRtree zones) {
    List<Geometry> holes = new ArrayList<>();
    for (Object zone : zones.query(area.getEnvelopeInternal())) {
      if (area.contains((Geometry) zone)) {
        holes.add((Geometry) zone);
      }
    }
    return holes.isEmpty() ? area : OverlayNG.overlay(area, LocalFrame.DEGREES.buildGeometry(holes), OverlayNG.DIFFERENCE,
        LocalFrame.DEGREES.getPrecisionModel());
  }

  private static Candidate production(Zone zone) {
    return new Candidate("D", "D-" + zone.code(), "Zona D, " + zone.name(), String.valueOf(ZoneFacts.row(zone).get("zoning_code")),
        zone.territory(), zone.municipality(), zone.area());
  }

  /** In the order in which they win where they overlap. */
  private static List<Candidate> candidates(List<Zone> zones, Municipalities municipalities) {
    List<Candidate> candidates = new ArrayList<>();
    for (Zone zone : zones) {
      candidates.add(production(zone));
    }
    Set<String> towns = new LinkedHashSet<>();
    for (Zone zone : zones) {
      if (towns.add(zone.municipality())) {
        town(zone, municipalities.name(zone.municipality()), municipalities.seat(zone.municipality()), candidates);
      }
    }
    for (Zone zone : zones) {
      Geometry belt = zone.frame().toDegrees(zone.outline().buffer(BELT_M, 2));
      candidates.add(new Candidate("E", "E-" + zone.code(), "Zona E attorno a " + zone.name(), "E1", zone.territory(), zone.municipality(), belt));
    }
    rest(zones.get(0).territory(), candidates);
    return candidates;
  }

  private static void rest(Territory territory, List<Candidate> candidates) {
    Envelope box = territory.outline().getEnvelopeInternal();
    double width = CELLS_PER_PIECE * FurtherZones.longitudeStep(territory);
    double height = CELLS_PER_PIECE * FurtherZones.latitudeStep();
    for (int row = 0; box.getMinY() + row * height < box.getMaxY(); row++) {
      for (int column = 0; box.getMinX() + column * width < box.getMaxX(); column++) {
        double west = box.getMinX() + column * width;
        double south = box.getMinY() + row * height;
        Geometry square = LocalFrame.DEGREES.toGeometry(new Envelope(LocalFrame.round(west), LocalFrame.round(west + width),
            LocalFrame.round(south), LocalFrame.round(south + height)));
        Geometry piece = OverlayNG.overlay(square, territory.outline(), OverlayNG.INTERSECTION, LocalFrame.DEGREES.getPrecisionModel());
        if (piece.getDimension() == 2) {
          String number = String.format(Locale.ROOT, "%02d%02d", row, column);
          candidates.add(new Candidate("E", "E-" + territory.prefix() + "-R" + number, "Zona E, riquadro " + number, "E1", territory, null, piece));
        }
      }
    }
  }

  private static void town(Zone zone, String name, Coordinate seat, List<Candidate> candidates) {
    String code = zone.municipality();
    LocalFrame frame = new LocalFrame(seat.x, seat.y, 0);
    Draw draw = Draw.of("town " + code);
    candidates.add(new Candidate("A", "A-" + code, "Centro storico di " + name, "A1", zone.territory(), code, SeedGeometry.blob(seat, 160, draw)));
    candidates.add(new Candidate("F", "F-" + code, "Attrezzature pubbliche di " + name, "F1", zone.territory(), code,
        SeedGeometry.box(frame.toDegrees(320, 180), 150, 110, draw.between(0, 90))));
    candidates.add(new Candidate("B", "B-" + code, "Zona residenziale di " + name, "B1", zone.territory(), code, SeedGeometry.blob(seat, 560, draw)));
    candidates.add(new Candidate("C", "C-" + code, "Zona di espansione di " + name, "C1", zone.territory(), code,
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
