package org.comparto.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who goes where, what it is worth, and what stands in the way of the rest.
 *
 * @param state none (never solved), queued, running, done, stopped, failed
 * @param version of the assignments: what PUT …/assignments names in If-Match, as "rN"
 * @param current whether the document is the one that was solved
 * @param failure why the last search failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Result(String state, @Nullable Long job, int version, int documentVersion, boolean current, @Nullable Search search, @Nullable String failure,
    List<Assignment> assignments, Figures figures, List<HostLoad> hosts, List<Unmatched> unmatched, List<Unmet> unmet, Roads roads, List<String> warnings,
    boolean demonstration) {

  /**
   * A visit.
   *
   * @param preference the host's place among the group's preferences, from 1; null if it is none of them
   * @param metres and {@code minutes}: by road from the school
   * @param violations what it breaks; only where somebody has put it there by hand
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Assignment(String group, String host, LocalDate date, Clock from, Clock to, boolean locked, @Nullable Integer preference, @Nullable Integer metres,
      @Nullable Integer minutes, List<Broken> violations) {}

  /** @param unit people, metres, minutes, years or groups; null where there is no quantity */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Broken(String kind, @Nullable Integer quantity, @Nullable String unit, String text) {}

  /** Each figure with what no assignment can exceed. */
  record Figures(Visits visits, Preferences preferences, Fairness fairness, Travel travel) {}

  /** @param bound no assignment that keeps the locked visits serves more */
  record Visits(int served, int wanted, int bound) {}

  /**
   * Preferences: the first is worth 100 points, each later one 5 less, at least 50.
   *
   * @param best what all groups would have if each were alone
   * @param share points of best; 1 where nobody prefers anything
   * @param bound points that no assignment can exceed
   * @param boundOfAsMany points that no assignment can exceed that serves as many visits
   * @param satisfied visits at a preferred host
   * @param first visits at the dearest
   * @param asked visits of groups that prefer something
   */
  record Preferences(int points, int best, double share, int bound, double boundShare, int boundOfAsMany,
      double boundShareOfAsMany, int satisfied, int first, int asked) {}

  /** Groups by host. @param index of Jain: 1 where all have as many */
  record Fairness(int least, int most, double mean, int idle, double index) {}

  record Travel(long minutes, double metres) {}

  /** @param seats of all its slots */
  record HostLoad(String host, int groups, int people, long seats, int slots, int used) {}

  /**
   * A group that lacks visits.
   *
   * @param constraint the kind of the cheapest relaxation, or of what stands in the way where it comes nearest; no_time where no single change helps
   * @param relaxation the cheapest; null if no single one helps
   * @param together where no single one helps: what would have to be allowed all at once
   * @param free where there is room, so that a search has only not used it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Unmatched(String group, int missing, String constraint, List<String> constraints, @Nullable Relaxed relaxation, List<Relaxed> others, List<Relaxed> together, @Nullable Spot free,
      @Nullable Leaving insteadOf, String text) {}

  /** One thing that would help: with it the visit fits at {@code spot} and nobody else moves. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Relaxed(String kind, @Nullable Integer quantity, @Nullable String unit, String host, LocalDate date, Clock from, double cost, String text) {}

  record Spot(String host, LocalDate date, Clock from) {}

  /** Whose visit would have to leave. */
  record Leaving(String group, String host, LocalDate date, Clock from, String text) {}

  /** A preferred host that a group did not get. @param by the groups that are there */
  record Unmet(String group, String host, int preference, List<String> constraints, List<String> by, String text) {}

  /** @param straight whether distances are straight lines, since no roads are loaded */
  record Roads(String revision, boolean straight) {}
}
