package org.comparto.demo.roads;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** What lies of a road between two junctions. Compared by identity: two roads may share a course. */
public final class Piece {

  private final RoadLine road;
  private final List<Coordinate> points;
  private boolean oneway;

  Piece(RoadLine road, List<Coordinate> points) {
    this.road = road;
    this.points = points;
    this.oneway = road.oneway();
  }

  public RoadLine road() {
    return road;
  }

  public List<Coordinate> points() {
    return points;
  }

  public Coordinate start() {
    return points.get(0);
  }

  public Coordinate end() {
    return points.get(points.size() - 1);
  }

  /** Whether it is driven from its start to its end only. */
  public boolean oneway() {
    return oneway;
  }

  void openBothWays() {
    oneway = false;
  }

  /** Where the piece leads, seen from one of its ends: the point next to it. */
  Coordinate nextTo(Coordinate end) {
    return start().equals2D(end) ? points.get(1) : points.get(points.size() - 2);
  }
}
