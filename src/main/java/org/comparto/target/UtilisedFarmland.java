package org.comparto.target;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The utilised agricultural area (SAU) of a territory, as somebody has read it in a statistic.
 *
 * @param year to which the figure belongs
 * @param source where it was read
 * @param version its ETag
 */
record UtilisedFarmland(String territory, double hectares, int year, String source, int version, OffsetDateTime updatedAt) {

  private static final double MOST_HECTARES = 30_000_000; // all of Italy
  private static final int FIRST_YEAR = 1900;
  private static final int LONGEST_SOURCE = 500;

  /** As somebody sends it. */
  record Sent(@Nullable Double hectares, @Nullable Integer year, @Nullable String source) {

    Sent {
      hectares = Field.quantity("hectares", hectares, 0, MOST_HECTARES);
      if (hectares == null || hectares <= 0) {
        throw new InvalidInputException("hectares", "hectares must be the utilised agricultural area of the territory, more than 0");
      }
      int now = LocalDate.now(ZoneId.of("Europe/Rome")).getYear();
      if (year == null || year < FIRST_YEAR || year > now) {
        throw new InvalidInputException("year", "year must be the one to which the figure belongs, from " + FIRST_YEAR + " to " + now);
      }
      source = Field.required("source", source, LONGEST_SOURCE);
    }
  }
}
