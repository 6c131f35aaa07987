package org.comparto.target;

import java.time.OffsetDateTime;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What a territory wants to have reached by the end of a year; what is null is no target of this one.
 *
 * @param mw installed power
 * @param gwh yearly production
 * @param farmlandPercent of the farmland, that ground-mounted PV may take at most
 * @param demonstration made by us, not official
 * @param version its ETag
 */
record Target(String territory, int year, @Nullable Double mw, @Nullable Double gwh, @Nullable Double farmlandPercent, @Nullable String note,
    boolean demonstration, int version, OffsetDateTime updatedAt) {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  static void checkYear(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new InvalidInputException("year", "year is " + year + "; it must be from " + FIRST_YEAR + " to " + LAST_YEAR);
    }
  }
}
