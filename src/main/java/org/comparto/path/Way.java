package org.comparto.path;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quickest way from one place to another.
 *
 * @param arcs in the order they are driven, at least one
 * @param fromFraction of the first arc's way, where one starts
 * @param toFraction of the last arc's way, where one ends; at least {@code fromFraction} if there is but one arc
 * @param millis what it takes
 * @param metres how far it is
 */
public record Way(int[] arcs, double fromFraction, double toFraction, int millis, double metres) {

  /**
   * @param landmarks of an ideal travel on the same network, which no way of this one beats; null to search without
   * @return null if there is no way
   */
  public static @Nullable Way find(Travel travel, @Nullable Landmarks landmarks, Place from, Place to) {
    return new WaySearch(travel, landmarks, from, to).find();
  }

  static Way of(Travel travel, List<Integer> order, double fromFraction, double toFraction) {
    int[] arcs = order.stream().mapToInt(Integer::intValue).toArray();
    int millis = 0;
    double metres = 0;
    for (int i = 0; i < arcs.length; i++) {
      double begin = i == 0 ? fromFraction : 0;
      double end = i == arcs.length - 1 ? toFraction : 1;
      millis += travel.millis(arcs[i], begin, end);
      metres += (end - begin) * travel.network().metres(arcs[i]);
    }
    return new Way(arcs, fromFraction, toFraction, millis, metres);
  }
}
