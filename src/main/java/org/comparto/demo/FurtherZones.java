package org.comparto.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Zones of a larger scale: one per cell of a grid, on cells inside a territory and clear of everything drawn by hand.
 * The cells are shuffled once, so that a smaller scale holds the first zones of a larger one.
 */
final class FurtherZones {

  /** Zones that one step of scale adds; with about 70 plots each, a scale of 1000 passes 200,000 plots. */
  static final double PER_STEP = 3.2;
  private static final double CELL_M = 660;
  private static final double GRAIN = 0.62;
  private static final double LEAST_M2 = 800;
  private static final List<List<String>> CHAINS = List.of(List.of("mechanics", "agri_food"), List.of("agri_food", "logistics"),
      List.of("mechanics", "services"), List.of("digital", "services"), List.of("ceramics", "mechanics"), List.of("logistics"),
      List.of("cosmetics", "mechanics"), List.of("steel", "mechanics"), List.of("energy", "logistics"));

  private record Cell(Territory territory, Coordinate centre) {}

  private FurtherZones() {}

  /** @param taken areas in degrees that generated zones keep away from */
  static List<Zone> zones(int scale, List<Territory> territories, List<? extends Geometry> taken, Municipalities municipalities,
      LongSupplier ids) {
    int wanted = (int) Math.round((scale - 1) * PER_STEP);
    if (wanted == 0) {
      return List.of();
    }
    List<Cell> cells = freeCells(territories, taken);
    if (cells.size() < wanted) {
      throw new IllegalArgumentException("scale " + scale + " needs " + wanted
          + " further zones but the territories have free ground for "
          + cells.size() + "; the largest scale is " + (int) (cells.size() / PER_STEP));
    }
    shuffle(cells, Draw.of("further zones"));
    List<Zone> zones = new ArrayList<>(wanted);
    for (int i = 0; i < wanted; i++) {
      zones.add(zone(i + 1, cells.get(i), municipalities, ids));
    }
    return zones;
  }

  /** The areas in degrees that generated zones keep away from: everything drawn by hand. */
  static List<Geometry> taken(LandUse landUse) {
    List<Geometry> taken = new ArrayList<>(landUse.areas());
    taken.addAll(SeedLayers.keepClear());
    return taken;
  }

  private static Zone zone(int number, Cell cell, Municipalities municipalities, LongSupplier ids) {
    String code = String.format(Locale.ROOT, "%s-%05d", cell.territory.prefix(), number);
    Draw draw = Draw.of("further zone " + code);
    double turn = draw.between(-15, 15);
    LocalFrame frame = new LocalFrame(cell.centre.x, cell.centre.y, turn);
    double w = draw.between(185, 215);
    double h = draw.between(170, 205);
    List<Coordinate> corners = List.of(
        new Coordinate(-w, -h * draw.between(0.85, 1)),
        new Coordinate(w * draw.between(0.8, 1), -h),
        new Coordinate(w, h * draw.between(-0.1, 0.4)),
        new Coordinate(w * draw.between(0.6, 0.9), h),
        new Coordinate(-w, h * draw.between(0.8, 1)));
    String municipality = municipalities.nearest(cell.centre, cell.territory.code());
    String name = "Area generata " + number + ", presso " + municipalities.name(municipality);
    return new Zone(ids.getAsLong(), code, name, cell.territory, municipality, frame, LocalFrame.ring(corners, LocalFrame.METRES),
        draw.pick(CHAINS), GRAIN, LEAST_M2, new Seed("generated", Map.of("code", code, "name", name)));
  }

  private static List<Cell> freeCells(List<Territory> territories, List<? extends Geometry> taken) {
    STRtree index = new STRtree();
    taken.forEach(area -> index.insert(area.getEnvelopeInternal(), area));
    List<Cell> cells = new ArrayList<>();
    for (Territory territory : territories) {
      if (territory.grid()) {
        addCells(territory, index, cells);
      }
    }
    return cells;
  }

  private static void addCells(Territory territory, STRtree taken, List<Cell> cells) {
    Envelope box = territory.outline().getEnvelopeInternal();
    PreparedGeometry inside = PreparedGeometryFactory.prepare(territory.outline());
    double latitudeStep = latitudeStep();
    double longitudeStep = longitudeStep(territory);
    for (double y = box.getMinY(); y < box.getMaxY(); y += latitudeStep) {
      for (double x = box.getMinX(); x < box.getMaxX(); x += longitudeStep) {
        Envelope cell = new Envelope(x, x + longitudeStep, y, y + latitudeStep);
        Polygon square = (Polygon) LocalFrame.DEGREES.toGeometry(cell);
        if (inside.contains(square) && taken.query(cell).stream().noneMatch(area -> ((Geometry) area).intersects(square))) {
          cells.add(new Cell(territory, new Coordinate(LocalFrame.round(cell.centre().x), LocalFrame.round(cell.centre().y))));
        }
      }
    }
  }

  /** The height of a cell in degrees. */
  static double latitudeStep() {
    return CELL_M / 111_100;
  }

  /** The width of a cell in degrees. */
  static double longitudeStep(Territory territory) {
    return latitudeStep() / Math.cos(Math.toRadians(territory.outline().getEnvelopeInternal().centre().y));
  }

  private static void shuffle(List<Cell> cells, Draw draw) {
    for (int i = cells.size() - 1; i > 0; i--) {
      Collections.swap(cells, i, draw.whole(0, i));
    }
  }
}
