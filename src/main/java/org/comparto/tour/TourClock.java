package org.comparto.tour;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The clock of the place: seconds of a day become instants, and "HH:MM". */
final class TourClock {

  static final ZoneId ZONE = ZoneId.of("Europe/Rome");

  private TourClock() {}

  /** Counted on the clock, so that 9 o'clock is 9 o'clock on the days when clocks change too. */
  static OffsetDateTime at(LocalDate day, int seconds) {
    return day.atStartOfDay().plusSeconds(seconds).atZone(ZONE).toOffsetDateTime();
  }

  /** "HH:MM", the minute that has begun; 24:00 and later on the next day. */
  static String words(int seconds) {
    return "%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60);
  }
}
