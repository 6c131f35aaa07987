package org.comparto.path;

/**
 * A travel seen the way a search goes through it: ahead from where one starts, or back from where one wants to be. Going back, an arc of
 * the search is the twin of the arc that is driven, so that one search does for both; fractions count in the search's own direction.
 */
final class Direction {

  final Travel travel;
  /** 0 ahead, 1 back: what turns an arc of the search into the driven one. */
  final int flip;

  Direction(Travel travel, boolean ahead) {
    this.travel = travel;
    flip = ahead ? 0 : 1;
  }

  boolean allowed(int arc, int next) {
    return flip == 0 ? travel.turns().allowed(arc, next) : travel.turns().allowed(next ^ 1, arc ^ 1);
  }

  int cost(int arc, double from, double to) {
    return flip == 0 ? travel.cost(arc, from, to) : travel.cost(arc ^ 1, 1 - to, 1 - from);
  }

  int millis(int arc, double from, double to) {
    return flip == 0 ? travel.millis(arc, from, to) : travel.millis(arc ^ 1, 1 - to, 1 - from);
  }

  /** Where a place lies on one of its edge's two arcs. */
  static double fraction(Place place, int arc) {
    return (arc & 1) == 0 ? place.fraction() : 1 - place.fraction();
  }
}
