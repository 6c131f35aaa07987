package org.comparto.demo.roads;

import org.locationtech.jts.geom.Coordinate;

/**
 * A turn that a sign forbids.
 *
 * @param kind as OpenStreetMap names it: no_left_turn, no_right_turn, no_straight_on
 */
public record Turn(Piece from, Coordinate via, Piece to, String kind) {

  /** Degrees by which one turns left (negative: right), coming along a piece and leaving by another. */
  public static double degrees(Piece from, Coordinate via, Piece to) {
    Coordinate before = from.nextTo(via);
    Coordinate after = to.nextTo(via);
    double narrow = Math.cos(Math.toRadians(via.y));
    double arriving = Math.atan2(via.y - before.y, (via.x - before.x) * narrow);
    double leaving = Math.atan2(after.y - via.y, (after.x - via.x) * narrow);
    return Math.toDegrees(Math.IEEEremainder(leaving - arriving, 2 * Math.PI));
  }

  /** What OpenStreetMap calls a forbidden turn by so many degrees; turning back has no name here. */
  public static String kindOf(double degrees) {
    return degrees > 40 ? "no_left_turn" : degrees < -40 ? "no_right_turn" : "no_straight_on";
  }
}
