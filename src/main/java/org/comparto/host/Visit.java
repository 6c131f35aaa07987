package org.comparto.host;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.comparto.hours.Window;
import org.jspecify.annotations.Nullable;

/**
 * What a host offers to visitors and asks of them, as its layer's attributes visit_* have it; null is not known, which is neither yes nor no.
 *
 * @param visitable by_appointment or open_days
 * @param levels codes of visit_group: whom it receives; empty: it does not say
 * @param groupsAtOnce how many groups it receives at the same time; where it does not say, one
 * @param minutes how long a visit usually takes
 * @param minutesMin the shortest that is worth while
 * @param minutesMax the longest
 * @param setupMinutes what a group needs before the visit begins: reception, protective gear
 * @param minAge in years
 * @param cost in euro for each person; 0 for nothing
 * @param leadDays how many days before it wants to know
 * @param coachMaxHeightM metres
 * @param coachMaxLengthM metres
 * @param gate where to ring, in its own words
 * @param hours in OpenStreetMap's notation
 * @param season the days of the year in which it receives anybody, in the same notation; null for all
 * @param blackout days ("2026-12-24") and stretches of days, both included ("2026-12-24/2027-01-06"), on which it receives nobody
 */
public record Visit(String visitable, List<String> levels, @Nullable Integer minPeople, @Nullable Integer maxPeople, @Nullable Integer groupsAtOnce,
    @Nullable Integer minutes, @Nullable Integer minutesMin, @Nullable Integer minutesMax, @Nullable Integer setupMinutes, @Nullable Integer minAge,
    List<String> languages, List<String> themes, @Nullable Boolean wheelchair, @Nullable Boolean toilets, @Nullable Boolean lunch,
    @Nullable BigDecimal cost, @Nullable String protectiveGear, @Nullable Integer leadDays, @Nullable Boolean coachParking,
    @Nullable BigDecimal coachMaxHeightM, @Nullable BigDecimal coachMaxLengthM, @Nullable String gate, @Nullable String hours,
    @Nullable String season, List<String> blackout) {

  /** Whether it can be told when it is open: somebody has written its hours, in words that can be read. */
  @JsonIgnore
  public boolean hasKnownHours() {
    return OpenDays.read(hours).isPresent() && (season == null || OpenDays.read(season).isPresent());
  }

  /** How many groups may be there at the same time. */
  public int capacity() {
    return groupsAtOnce == null ? 1 : groupsAtOnce;
  }

  List<Window> open(LocalDate day) {
    return OpenDays.windows(hours, season, blackout, day);
  }
}
