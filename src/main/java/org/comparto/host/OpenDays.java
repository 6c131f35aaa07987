package org.comparto.host;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.comparto.hours.OpeningHours;
import org.comparto.hours.Window;
import org.jspecify.annotations.Nullable;

/** When a host is open: its hours, in its season, without its blackout days. */
final class OpenDays {

  /** Hosts share few texts, and reading one costs more than asking it. */
  private static final Map<String, Optional<OpeningHours>> READ = new ConcurrentHashMap<>();
  private static final int MOST_KEPT = 20_000;

  private OpenDays() {}

  /** Empty if there is no text, or none that can be read. What is read is kept: for texts of hosts, which are few, and not for what callers write. */
  static Optional<OpeningHours> read(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    if (READ.size() > MOST_KEPT) {
      READ.clear();
    }
    return READ.computeIfAbsent(text, OpeningHours::read);
  }

  /** The windows of a day; none where it is closed, or where nobody can tell. */
  static List<Window> windows(@Nullable String hours, @Nullable String season, List<String> blackout, LocalDate day) {
    return windows(read(hours), season == null ? null : read(season), blackout, day);
  }

  /** @param season null for all the year */
  static List<Window> windows(Optional<OpeningHours> hours, @Nullable Optional<OpeningHours> season, List<String> blackout, LocalDate day) {
    boolean away = season != null && season.map(open -> open.on(day).isEmpty()).orElse(true) || blackout.stream().anyMatch(days -> holds(days, day));
    return away ? List.of() : hours.map(open -> open.on(day)).orElse(List.of());
  }

  /** Whether a blackout, "2026-12-24" or "2026-12-24/2027-01-06", holds on a day; what is neither holds on none. */
  static boolean holds(String blackout, LocalDate day) {
    try {
      String[] ends = blackout.split("/", 2);
      return !day.isBefore(LocalDate.parse(ends[0])) && !day.isAfter(LocalDate.parse(ends[ends.length - 1]));
    } catch (DateTimeException e) {
      return false; // the table takes no such text
    }
  }
}
