package org.comparto.roadbook;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Times and lengths as people read them. */
final class Clock {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private Clock() {}

  static String time(ZonedDateTime moment) {
    return moment.format(TIME);
  }

  /** For instance "mercoledì 25 novembre 2026". */
  static String day(ZonedDateTime moment, String language) {
    Locale locale = Locale.forLanguageTag(language.equals("en") ? "en-GB" : "it");
    return moment.getDayOfWeek().getDisplayName(TextStyle.FULL, locale) + " " + moment.format(DateTimeFormatter.ofPattern("d MMMM yyyy", locale));
  }

  /** Whole minutes, rounded up: nobody should be promised to be there early. */
  static long minutes(double seconds) {
    return (long) Math.ceil(seconds / 60 - 1e-9);
  }

  static String kilometres(double metres, String language) {
    return String.format(Locale.forLanguageTag(language), metres < 10_000 ? "%.1f km" : "%.0f km", metres / 1000);
  }
}
