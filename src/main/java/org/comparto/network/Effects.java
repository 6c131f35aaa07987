package org.comparto.network;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.comparto.hours.OpeningHours;
import org.comparto.hours.Window;
import org.jspecify.annotations.Nullable;

/**
 * What a bottleneck does to who passes it.
 *
 * @param limits larger vehicles can not pass
 * @param closed nobody on wheels passes
 * @param delaySeconds what passing takes besides, 0 if nothing
 * @param speedFactor the part of the usual speed that is left, above 0 and at most 1
 * @param hours when it holds, in OpenStreetMap's notation; null is always. Without a time asked for it counts as in force
 */
public record Effects(Limits limits, boolean closed, int delaySeconds, double speedFactor, @Nullable String hours) {

  public Effects {
    if (delaySeconds < 0 || !(speedFactor > 0 && speedFactor <= 1)) {
      throw new IllegalArgumentException("a delay of %d s and a speed factor of %s".formatted(delaySeconds, speedFactor));
    }
  }

  /** Whether it holds at a time on the clock of the place; hours that can not be read count as always. */
  public boolean holdsAt(LocalDateTime time) {
    return hours == null || OpeningHours.read(hours).map(read -> read.holdAt(time)).orElse(true);
  }

  /** Whether it holds for one minute at least between two minutes of a day on the clock of the place; hours that can not be read count as always. */
  public boolean holdsWithin(LocalDate day, int from, int to) {
    return hours == null || OpeningHours.read(hours).map(read -> read.on(day).stream().anyMatch(one -> one.opens() <= to && one.closes() > from)
        || read.on(day.minusDays(1)).stream().anyMatch(one -> one.closes() - Window.DAY > from)).orElse(true);
  }

  /** Whether it names hours that can not be read. */
  public boolean hasUnreadHours() {
    return hours != null && OpeningHours.read(hours).isEmpty();
  }

  /** Whether this vehicle can not pass at all. */
  public boolean stops(Vehicle vehicle) {
    return closed || !limits.admit(vehicle);
  }

  /** Whether it does nothing to anybody. */
  public boolean isEmpty() {
    return !closed && limits.equals(Limits.NONE) && delaySeconds == 0 && speedFactor == 1;
  }
}
