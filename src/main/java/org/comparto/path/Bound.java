package org.comparto.path;

import org.jspecify.annotations.Nullable;

/** From a junction, at least what it still costs to a place. Going along an arc lowers it by no more than the arc costs. */
final class Bound {

  private final @Nullable Landmarks landmarks;
  /** By landmark, the least cost from it to the place; {@link Travel#NEVER} if it says nothing. */
  private final int[] fromLandmark;
  /** By landmark, the greatest of what is left from the place's two sides to it; {@link Travel#NEVER} if it says nothing. */
  private final int[] toLandmark;

  Bound(@Nullable Landmarks landmarks, Travel travel, Place to) {
    this.landmarks = landmarks;
    fromLandmark = new int[landmarks == null ? 0 : landmarks.count];
    toLandmark = new int[fromLandmark.length];
    for (int i = 0; i < fromLandmark.length; i++) {
      fromLandmark[i] = Travel.NEVER;
      toLandmark[i] = Integer.MIN_VALUE;
      for (int arc = 2 * to.edge(); arc <= 2 * to.edge() + 1; arc++) {
        int rest = travel.cost(arc, 0, Direction.fraction(to, arc));
        if (rest != Travel.NEVER) {
          int index = travel.network().tail(arc) * landmarks.count + i;
          int from = landmarks.from[index];
          fromLandmark[i] = Math.min(fromLandmark[i], from == Travel.NEVER ? Travel.NEVER : from + rest);
          int left = landmarks.to[index];
          toLandmark[i] = Math.max(toLandmark[i], left == Travel.NEVER ? Travel.NEVER : left - rest);
        }
      }
      if (toLandmark[i] == Integer.MIN_VALUE) {
        toLandmark[i] = Travel.NEVER;
      }
    }
  }

  /** {@link Travel#NEVER} if there is no way from there, which only a search would find out otherwise. */
  int at(int node) {
    int bound = 0;
    for (int i = 0, at = node * fromLandmark.length; i < fromLandmark.length; i++, at++) {
      if (toLandmark[i] != Travel.NEVER) {
        int to = landmarks.to[at];
        if (to == Travel.NEVER) {
          return Travel.NEVER;
        }
        bound = Math.max(bound, to - toLandmark[i]);
      }
      if (fromLandmark[i] != Travel.NEVER && landmarks.from[at] != Travel.NEVER) {
        bound = Math.max(bound, fromLandmark[i] - landmarks.from[at]);
      }
    }
    return bound;
  }
}
