package org.comparto.eligible;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.ruleset.Ruleset;
import org.comparto.ruleset.Rulesets;
import org.jspecify.annotations.Nullable;

/**
 * One end of a comparison: a day, or a version of a rule set on the first day on which it is in force.
 *
 * @param ruleset null for what is in force on the day
 */
record Moment(LocalDate day, @Nullable Ruleset ruleset) {

  private static final Pattern VERSION = Pattern.compile("ruleset:([a-z][a-z0-9_.-]{1,59})@(\\d{1,6})");

  /** Reads {@code 2026-03-01} or {@code ruleset:it-190-2024@1}. */
  static Moment parse(String text, String parameter, Rulesets rulesets) {
    Matcher version = VERSION.matcher(text);
    if (version.matches()) {
      Ruleset set = rulesets.find(version.group(1), Integer.parseInt(version.group(2))).orElseThrow(() -> new NotFoundException(parameter,
          "There is no rule set " + version.group(1) + "@" + version.group(2) + "; GET /api/energy/rulesets lists those there are."));
      return new Moment(set.from() != null ? set.from() : set.to() != null ? set.to().minusDays(1) : LocalDate.EPOCH, set);
    }
    try {
      return new Moment(LocalDate.parse(text), null);
    } catch (DateTimeException e) {
      throw new InvalidInputException(parameter, parameter + " is \"" + text + "\"; give a day as 2026-03-01, or a version as ruleset:it-190-2024@1");
    }
  }

  /** Whether what is computed already tells it: the set decides, or none is named. */
  boolean isStored() {
    return ruleset == null || ruleset.active();
  }
}
