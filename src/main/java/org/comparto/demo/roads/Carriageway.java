package org.comparto.demo.roads;

import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** One direction of a motorway, in metres: the right of its middle line, and the points on it that ramps need. Both directions meet at its ends. */
public final class Carriageway {

  private static final double HALF_APART_M = 12;

  private final LengthIndexedLine middle;
  private final double length;
  private final TreeMap<Double, Coordinate> points = new TreeMap<>();

  private Carriageway(LineString line) {
    middle = new LengthIndexedLine(line);
    length = line.getLength();
    points.put(0.0, line.getCoordinateN(0));
    for (int i = 1; i < line.getNumPoints() - 1; i++) {
      pointAt(middle.project(line.getCoordinateN(i)));
    }
    points.put(length, line.getCoordinateN(line.getNumPoints() - 1));
  }

  /** Both directions along a middle line. */
  public static List<Carriageway> of(LineString middle) {
    return List.of(new Carriageway(middle), new Carriageway(middle.reverse()));
  }

  /** How far along the middle line is nearest to a place. */
  public double metresTo(Coordinate place) {
    return middle.project(place);
  }

  /** Whether so far along there is road before and after. */
  public boolean has(double metres) {
    return metres > 50 && metres < length - 50;
  }

  /** A point so far along, which belongs to the carriageway from now on. */
  public Coordinate pointAt(double metres) {
    return points.computeIfAbsent(metres, at -> middle.extractPoint(at, -HALF_APART_M));
  }

  /** All its points as one drives. */
  public List<Coordinate> points() {
    return List.copyOf(points.values());
  }
}
