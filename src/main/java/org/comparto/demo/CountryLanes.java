package org.comparto.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.comparto.demo.roads.RoadLine;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Lanes through the countryside of a territory, on an uneven grid: wide where zones are drawn by hand, between all cells of a larger scale. */
final class CountryLanes {

  /** At scale 1, so many cells of {@link FurtherZones} lie between two lanes. */
  private static final int CELLS_APART = 3;

  private CountryLanes() {}

  /** @param free whether a lane may lie on the stretch between two points in degrees */
  static List<RoadLine> lines(Territory territory, int scale, Predicate<List<Coordinate>> free) {
    boolean dense = scale > 1 && territory.grid();
    int stride = dense ? 1 : CELLS_APART;
    double latitudeStep = FurtherZones.latitudeStep();
    double longitudeStep = FurtherZones.longitudeStep(territory);
    Envelope box = territory.outline().getEnvelopeInternal();
    int columns = (int) (box.getWidth() / (longitudeStep * stride)) + 1;
    int rows = (int) (box.getHeight() / (latitudeStep * stride)) + 1;
    Draw draw = Draw.of("lanes " + territory.code() + " " + stride);
    // lanes of the dense grid must stay clear of the zones in its cells
    double uneven = dense ? 0.06 : 0.15;
    Coordinate[][] grid = new Coordinate[columns][rows];
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < rows; j++) {
        grid[i][j] = new Coordinate(
            LocalFrame.round(box.getMinX() + (i + draw.between(-uneven, uneven)) * longitudeStep * stride),
            LocalFrame.round(box.getMinY() + (j + draw.between(-uneven, uneven)) * latitudeStep * stride));
      }
    }
    PreparedGeometry inside = PreparedGeometryFactory.prepare(territory.outline());
    Predicate<List<Coordinate>> kept = stretch -> inside.covers(LocalFrame.DEGREES.createPoint(stretch.get(0)))
        && inside.covers(LocalFrame.DEGREES.createPoint(stretch.get(1))) && !draw.chance(0.1) && free.test(stretch);
    List<RoadLine> lines = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      lines.addAll(lane(territory, "n", i + 1, List.of(grid[i]), kept));
    }
    for (int j = 0; j < rows; j++) {
      List<Coordinate> row = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        row.add(grid[i][j]);
      }
      lines.addAll(lane(territory, "e", j + 1, row, kept));
    }
    return lines;
  }

  private static List<RoadLine> lane(Territory territory, String direction, int number, List<Coordinate> points,
      Predicate<List<Coordinate>> kept) {
    if (points.size() < 2) {
      return List.of();
    }
    String code = territory.prefix() + " " + direction + number;
    Map<String, String> tags = RoadTags.of("unclassified", "strada comunale " + (direction.equals("n") ? number : number + 200));
    return TownStreets.street(code, tags, points, kept);
  }
}
