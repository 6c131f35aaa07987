package org.comparto.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.demo.roads.Piece;
import org.comparto.demo.roads.RoadLine;
import org.comparto.demo.roads.RoadNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** The streets of an industrial zone: one around it, and those between its blocks. */
final class ZoneStreets {

  /** Streets are drawn so much beyond the block they pass, to meet the street at its end; what sticks out beyond that is cut off. */
  private static final double BEYOND_M = 16;

  private ZoneStreets() {}

  static List<RoadLine> lines(Zone zone, boolean inner) {
    List<RoadLine> metres = new ArrayList<>();
    metres.add(street(zone, 0, Arrays.asList(zone.outline().getCoordinates())));
    if (inner) {
      for (LineString street : zone.streets()) {
        metres.add(street(zone, metres.size(), beyond(street.getCoordinateN(0), street.getCoordinateN(street.getNumPoints() - 1))));
      }
    }
    List<RoadLine> lines = new ArrayList<>();
    for (Piece piece : withoutEnds(RoadNetwork.join(metres, LocalFrame.METRES.getPrecisionModel()))) {
      lines.add(piece.road().along(piece.points().stream().map(point -> zone.frame().toDegrees(point.x, point.y)).toList()));
    }
    return lines;
  }

  private static RoadLine street(Zone zone, int number, List<Coordinate> points) {
    List<String> names = zone.seed().texts("streets");
    String name = number == 0 ? "perimetrale " + zone.name()
        : number <= names.size() ? names.get(number - 1) : "strada " + number + ", " + zone.name();
    return new RoadLine(zone.code() + " " + number, points, RoadTags.of(number == 0 ? "unclassified" : "residential", name));
  }

  private static List<Coordinate> beyond(Coordinate from, Coordinate to) {
    double length = from.distance(to);
    double dx = (to.x - from.x) / length * BEYOND_M;
    double dy = (to.y - from.y) / length * BEYOND_M;
    return List.of(new Coordinate(from.x - dx, from.y - dy), new Coordinate(to.x + dx, to.y + dy));
  }

  private static List<Piece> withoutEnds(List<Piece> pieces) {
    Map<Coordinate, Integer> degree = new HashMap<>();
    pieces.forEach(piece -> List.of(piece.start(), piece.end()).forEach(end -> degree.merge(end, 1, Integer::sum)));
    return pieces.stream().filter(piece -> degree.get(piece.start()) > 1 && degree.get(piece.end()) > 1
        || piece.start().distance(piece.end()) > 2 * BEYOND_M).toList();
  }
}
