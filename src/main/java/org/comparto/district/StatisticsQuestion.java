package org.comparto.district;

import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know. Firms are told apart by where they are and by one thing besides, never by two: what would single firms out can not be asked.
 *
 * @param territory its code; null for all, one row each
 * @param filter with {@code value}: only firms of that area, or with that value
 * @param exact what the desk sees, and nobody publishes
 */
record StatisticsQuestion(@Nullable String territory, Dimension by, @Nullable Dimension by2, @Nullable Dimension filter, @Nullable String value, Measure measure, boolean exact) {

  StatisticsQuestion {
    Variable first = variable(by, null);
    Variable second = by2 == null ? first : variable(by2, first);
    Variable third = filter == null ? second : variable(filter, second);
    if (by2 != null && by.isArea() == by2.isArea()) {
      throw new InvalidInputException("by2", "by and by2 are a kind of area and what firms are told apart by there; the figures of two areas or of two properties "
          + "at a time are not made, since they would single firms out");
    }
    if (filter != null && by2 != null || filter != null && by.isArea() == filter.isArea()) {
      throw new InvalidInputException("filter", "a filter is an area where by is a property, or the value of a property where by is a kind of area, and there is no by2 "
          + "beside it; more at a time would single firms out");
    }
    if (measure.yes() != null && third != null) {
      throw new InvalidInputException("measure", measure.id() + " is itself a property of firms: it is told by area only, since two properties at a time would single "
          + "firms out");
    }
    if (territory == null && !(by.area() == Area.Kind.TERRITORY || by2 != null && by2.area() == Area.Kind.TERRITORY)) {
      throw new InvalidInputException("territory", "territory is required, but where figures are asked by=territory");
    }
  }

  static StatisticsQuestion of(@Nullable String territory, @Nullable String by, @Nullable String by2, @Nullable String filter, @Nullable String measure, boolean exact) {
    Dimension dimension = null;
    String value = null;
    if (filter != null && !filter.isBlank()) {
      int colon = filter.indexOf(':');
      if (colon < 1 || colon == filter.length() - 1) {
        throw new InvalidInputException("filter", "filter is \"" + filter + "\"; it must be a dimension and a value, as chain:ceramics or zone:12");
      }
      dimension = Dimension.of("filter", filter.substring(0, colon));
      value = filter.substring(colon + 1);
    }
    Dimension second = by2 == null || by2.isBlank() ? null : Dimension.of("by2", by2);
    // one value of by2 is what a filter means
    return new StatisticsQuestion(territory, Dimension.of("by", by == null ? "municipality" : by), second != null && second.equals(dimension) ? null : second, dimension, value,
        Measure.of(measure), exact);
  }

  private static @Nullable Variable variable(Dimension dimension, @Nullable Variable before) {
    return dimension.variable() == null ? before : dimension.variable();
  }
}
