package org.comparto.campaign.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who visits.
 *
 * @param people with those who come along
 * @param visits wanted: 1 or 2, at different hosts
 * @param days by index, on which it can come
 * @param leaves minute of the day before which it can not set out
 * @param back minute of the day by which it must be back
 * @param mostMetres by road to a host, {@link Problem#ANY} for any distance
 * @param level of school; null if nobody said, which stands in nobody's way
 * @param age years, 0 if nobody said
 * @param languages that it understands; empty if nobody said
 * @param points by host, what a visit there is worth; 0 where the group has no preference
 */
public record Group(int people, int visits, boolean[] days, int leaves, int back, int mostMetres, @Nullable String level, int age,
    Set<String> languages, boolean wheelchair, int[] points) {

  /** What it would get if it were alone: the best host, or the two best. */
  public int bestPoints() {
    int first = 0;
    int second = 0;
    for (int value : points) {
      second = Math.max(second, Math.min(first, value));
      first = Math.max(first, value);
    }
    return visits == 1 ? first : first + second;
  }
}
