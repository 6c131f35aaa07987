package org.comparto.bottleneck;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a level crossing costs on average, where nobody has measured it. Who comes at any moment meets it closed for
 * {@code closed / 60} of the time, and then waits for half of one closure: {@code delay = closed / 60 · closure / 2}, in minutes. One
 * closure lasts {@code closed · 24 / trains}, as if every train closed it once and trains were spread over the day; 4 minutes where the
 * trains are not known. The formula is ours and to be confirmed: queues and the hours of the day are left out.
 */
final class CrossingDelay {

  static final String FORMULA = "delay_min = closed_min_per_h / 60 × closure_min / 2; closure_min = closed_min_per_h × 24 / trains_per_day, or 4";
  private static final double USUAL_CLOSURE_MIN = 4;

  private CrossingDelay() {}

  /** Minutes. */
  static double minutes(BigDecimal closedMinPerHour, @Nullable Integer trainsPerDay) {
    double closed = closedMinPerHour.doubleValue();
    double closure = trainsPerDay == null || trainsPerDay == 0 ? USUAL_CLOSURE_MIN : Math.min(60, closed * 24 / trainsPerDay);
    return closed / 60 * closure / 2;
  }
}
