package org.comparto.estate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * Which plots an investor is shown (EXPECTATIONS 4): those somebody has verified lately. The one place of the rule; as CQL2, so
 * that list, map, exports, ranking and alerts all ask the same question.
 *
 * <p>A plot that was never verified counts from the day it was surveyed, one without that from the day of its last change.
 */
@Component
public class Freshness {

  /** A record is marked as old after so many days … */
  public static final int MARKED_AFTER_DAYS = 180;
  /** … and hidden from investors after so many. */
  public static final int HIDDEN_AFTER_DAYS = 360;
  private static final ZoneId ITALY = ZoneId.of("Europe/Rome");

  private final Clock clock = Clock.system(ITALY);

  /** The first day that is not too long ago, today in Italy. */
  public LocalDate since() {
    return LocalDate.now(clock).minusDays(HIDDEN_AFTER_DAYS);
  }

  /** The first day that is not marked as long ago. */
  public LocalDate marked() {
    return LocalDate.now(clock).minusDays(MARKED_AFTER_DAYS);
  }

  /** The rule as a filter on plots. */
  public String filter() {
    LocalDate since = since();
    return "(verified_on >= DATE('" + since + "') OR verified_on IS NULL AND (surveyed_on >= DATE('" + since
        + "') OR surveyed_on IS NULL AND updated_at >= TIMESTAMP('" + since.atStartOfDay(ITALY).toInstant() + "')))";
  }
}
