package org.comparto.path;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** From a junction, at least what it still costs to a place. Going along an arc lowers it by no more than the arc costs. */
final class Bound {

  /** So many landmarks tell nearly as much as all, if they are those that tell most about the whole way. */
  private static final int ACTIVE = 6;

  private final @Nullable Landmarks landmarks;
  private final int[] active;
  /** By active landmark, the least cost from it to the place; {@link Travel#NEVER} if it says nothing. */
  private final int[] fromLandmark;
  /** By active landmark, the greatest of what is left from the place's two sides to it; {@link Travel#NEVER} if it says nothing. */
  private final int[] toLandmark;

  private Bound(@Nullable Landmarks landmarks, int[] active, Travel travel, Place to) {
    this.landmarks = landmarks;
    this.active = active;
    fromLandmark = new int[active.length];
    toLandmark = new int[active.length];
    for (int i = 0; i < active.length; i++) {
      int from = Travel.NEVER;
      int left = Integer.MIN_VALUE;
      for (int arc = 2 * to.edge(); arc <= 2 * to.edge() + 1; arc++) {
        int rest = travel.cost(arc, 0, Direction.fraction(to, arc));
        if (rest != Travel.NEVER) {
          int tail = travel.network().tail(arc);
          int there = landmarks.from(active[i], tail);
          int away = landmarks.to(active[i], tail);
          from = there == Travel.NEVER ? from : Math.min(from, there + rest);
          left = Math.max(left, away == Travel.NEVER ? Travel.NEVER : away - rest);
        }
      }
      fromLandmark[i] = from;
      toLandmark[i] = left == Integer.MIN_VALUE ? Travel.NEVER : left;
    }
  }

  /** @param landmarks null for a bound that says nothing */
  static Bound of(@Nullable Landmarks landmarks, Travel travel, Place from, Place to) {
    if (landmarks == null) {
      return new Bound(null, new int[0], travel, to);
    }
    int node = travel.network().head(2 * from.edge());
    Bound whole = new Bound(landmarks, IntStream.range(0, landmarks.count()).toArray(), travel, to);
    int[] best = Arrays.stream(whole.active).boxed().sorted(Comparator.comparingInt((Integer i) -> -whole.at(node, i)))
        .limit(ACTIVE).mapToInt(Integer::intValue).toArray();
    return new Bound(landmarks, best, travel, to);
  }

  /** {@link Travel#NEVER} if there is no way from there, which only a search would find out otherwise. */
  int at(int node) {
    int bound = 0;
    for (int i = 0; i < active.length; i++) {
      bound = Math.max(bound, at(node, i));
    }
    return bound;
  }

  private int at(int node, int i) {
    int bound = 0;
    if (toLandmark[i] != Travel.NEVER) {
      int to = landmarks.to(active[i], node);
      bound = to == Travel.NEVER ? Travel.NEVER : Math.max(0, to - toLandmark[i]);
    }
    if (fromLandmark[i] != Travel.NEVER) {
      int from = landmarks.from(active[i], node);
      bound = from == Travel.NEVER ? bound : Math.max(bound, fromLandmark[i] - from);
    }
    return bound;
  }
}
