package org.comparto.access;

import java.util.Arrays;
import java.util.List;
import org.comparto.path.Place;
import org.jspecify.annotations.Nullable;

/**
 * How one profile comes from one feature to the nearest gateway of each kind, as the database keeps it. The lists have a place for each of
 * {@link Gateway#KINDS}, null where no way leads to one.
 *
 * @param place where the feature joins the roads; null if no road is near, and then everything is
 * @param snapMetres from the feature to there, in a straight line that no time is counted for
 * @param metres of the way that takes the least time
 */
record Times(@Nullable Place place, @Nullable Float snapMetres, @Nullable List<@Nullable Long> gateways, @Nullable List<@Nullable Integer> seconds,
    @Nullable List<@Nullable Integer> metres) {

  /** Of a feature that no road is near to. */
  static final Times OFF_THE_ROADS = new Times(null, null, null, null, null);

  /** As an array is written in PostgreSQL; null for none. */
  static @Nullable String written(@Nullable List<?> list) {
    return list == null ? null : list.toString().replace('[', '{').replace(']', '}').replace(" ", "");
  }

  /** As JDBC hands over an array. */
  static <T> @Nullable List<@Nullable T> list(T @Nullable [] array) {
    return array == null ? null : Arrays.asList(array);
  }
}
