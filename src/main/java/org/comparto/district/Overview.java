package org.comparto.district;

import java.time.OffsetDateTime;
import java.util.List;
import org.comparto.district.Statistics.Heading;
import org.comparto.district.Statistics.Key;
import org.jspecify.annotations.Nullable;

/**
 * Every measure of one area; the members are those of {@link Statistics}.
 *
 * @param area the territory, or the part of it that was asked for
 */
record Overview(String territory, Key area, @Nullable Integer k, boolean exact, boolean demonstration, OffsetDateTime takenAt, boolean renewing, List<Figure> figures) {

  /** One measure; the members are those of {@link Statistics.Row}. */
  record Figure(Heading measure, @Nullable String unit, @Nullable Integer firms, @Nullable Double figure, @Nullable Integer answered,
      Figures.@Nullable Hidden hidden) {}
}
