package org.comparto.ruleset;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * One version of an act's rules about where plants may be built.
 *
 * @param confirmedBy who has confirmed that the rules are what the act says; null for a draft
 * @param active whether it decides in this installation while it is in force
 * @param from first day in force; null for always before
 * @param to first day no longer in force; null for open
 * @param regions names of the regions for which it counts; empty for all of Italy
 * @param territories codes of the territories for which it counts; empty for all
 * @param overlay the set to which it adds; null for one that stands by itself
 * @param layers every layer that its rules read
 * @param demonstration invented: no real act says so
 * @param note what a reader must know about the set as a whole; null for nothing
 */
public record Ruleset(String id, int version, Status status, @Nullable String confirmedBy, boolean active, @Nullable LocalDate from,
    @Nullable LocalDate to, List<String> regions, List<String> territories, Localized title, @Nullable String overlay,
    Map<String, LayerUse> layers, List<Rule> rules, boolean demonstration, @Nullable Localized note) {

  /** Whether somebody has answered for the rules. */
  public enum Status { DRAFT, CONFIRMED }

  /** Whether the act is in force on a day: from it on, and before the day on which it ends. */
  public boolean isInForce(LocalDate date) {
    return (from == null || !date.isBefore(from)) && (to == null || date.isBefore(to));
  }

  /** Whether it counts for a place: a set of a region or territory counts nowhere else, nor where neither is known. */
  boolean countsFor(@Nullable String territory, @Nullable String region) {
    return (regions.isEmpty() || regions.contains(region)) && (territories.isEmpty() || territories.contains(territory));
  }

  /** The rule's name among all sets: {@code set/rule}. */
  public String nameOf(Rule rule) {
    return id + "/" + rule.id();
  }

  Ruleset as(int number, boolean decides, @Nullable String confirmer) {
    return new Ruleset(id, number, confirmer == null ? Status.DRAFT : Status.CONFIRMED, confirmer, decides, from, to, regions, territories,
        title, overlay, layers, rules, demonstration, note);
  }
}
