package org.comparto.ranking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a brief finds.
 *
 * @param total how many plots were looked at: those on offer that meet the filter
 * @param requirements what the brief asks for, as it was understood
 * @param matches plots that meet all of it
 * @param open plots that fail nothing, but of which something is not known: ask the desk
 * @param nearMisses plots that fail exactly one requirement
 * @param zones zones with such plots or that look for the brief's production chain, best first
 * @param filter the requirements as a CQL2 text: what {@code matches} meet
 * @param permalink opens the same brief in the page
 */
record BriefAnswer(int total, List<Asked> requirements, Group matches, Group open, Group nearMisses, List<Zone> zones, String filter,
    String description, String permalink) {

  /**
   * A requirement.
   *
   * @param bound a number, a day, a code, true or false
   * @param nearMisses how many plots fail this one only
   */
  record Asked(String field, String attribute, String title, @Nullable String unit, Requirement.Kind kind, Object bound, int nearMisses) {}

  /** @param items the first ones */
  record Group(int count, List<Item> items) {}

  /**
   * A plot.
   *
   * @param score 0 to 1: the mean over the requirements of 1 where met, of the share that is there where failed, of 0 where not known
   * @param wanted whether its zone looks for the brief's production chain; null if the brief names none or nobody knows
   * @param failed the one that fails; null for none
   * @param unknown fields of the brief about which nothing is known
   */
  record Item(long id, String name, @Nullable Long zone, double score, @Nullable Boolean wanted, List<Value> values, @Nullable Miss failed,
      List<String> unknown) {}

  /** What the plot has, in the order of the requirements; null for not known. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Value(String field, @Nullable Object value, BriefMatching.Outcome outcome) {}

  /**
   * What fails, and by how much.
   *
   * @param gap missing or too much, in the unit of the attribute or in days; null where it is a matter of yes or no
   * @param share of what is asked for, of a year for days; null likewise
   */
  record Miss(String field, @Nullable Double gap, @Nullable Double share) {}

  /**
   * A zone.
   *
   * @param wanted whether it looks for the brief's production chain; null if the brief names none or nobody knows
   * @param vocation the chains that it looks for
   */
  record Zone(long id, String name, @Nullable Boolean wanted, List<String> vocation, int matches, int open, int nearMisses) {}
}
