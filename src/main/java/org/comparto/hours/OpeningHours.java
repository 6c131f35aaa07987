package org.comparto.hours;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Hours written as OpenStreetMap writes opening_hours: days of the week and of the month's weeks, dates with and without a year, weeks, Italian
 * public holidays (PH), spans of time also past midnight, and what is off. What else the notation knows (school holidays, sunrise, Easter and what
 * is counted from it, "unknown", fall-back rules and comments) is not read.
 */
public final class OpeningHours {

  private final List<Rule> rules;

  private OpeningHours(List<Rule> rules) {
    this.rules = rules;
  }

  /** Empty if the text can not be read, in whole or in part: a part of it could mean the contrary of the whole. */
  public static Optional<OpeningHours> read(String text) {
    try {
      List<Rule> rules = new OpeningHoursParser(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).rules(false);
      return rules.isEmpty() || !rules.stream().allMatch(OpeningHours::isUnderstood) ? Optional.empty() : Optional.of(new OpeningHours(rules));
    } catch (OpeningHoursParseException e) {
      return Optional.empty();
    }
  }

  /** @param time on the clock of the place */
  public boolean holdAt(LocalDateTime time) {
    LocalDate day = time.toLocalDate();
    int minute = time.getHour() * 60 + time.getMinute();
    return on(day).stream().anyMatch(window -> window.holds(minute))
        || on(day.minusDays(1)).stream().anyMatch(window -> window.holds(minute + Window.DAY)); // what began the day before
  }

  /**
   * The windows that begin on a day, in order and without overlaps; none where it is closed. Rules after another replace it on the days they
   * speak of, unless they are added by a comma.
   */
  public List<Window> on(LocalDate day) {
    List<Window> open = List.of();
    for (Rule rule : rules) {
      if (!RuleDays.hold(rule, day)) {
        continue;
      }
      List<Window> spans = rule.getTimes() == null ? List.of(new Window(0, Window.DAY)) : rule.getTimes().stream().map(OpeningHours::window).toList();
      List<Window> before = isOff(rule) || rule.isAdditive() ? open : List.of();
      for (Window span : spans) {
        before = isOff(rule) ? Window.without(before, span) : Window.with(before, span);
      }
      open = before;
    }
    return open;
  }

  private static Window window(TimeSpan span) {
    return new Window(span.getStart(), span.getEnd() <= span.getStart() ? span.getEnd() + Window.DAY : span.getEnd());
  }

  private static boolean isOff(Rule rule) {
    RuleModifier modifier = rule.getModifier();
    return modifier != null && (modifier.getModifier() == RuleModifier.Modifier.OFF || modifier.getModifier() == RuleModifier.Modifier.CLOSED);
  }

  private static boolean isUnderstood(Rule rule) {
    RuleModifier modifier = rule.getModifier();
    return !rule.isFallBack() && rule.getComment() == null && RuleDays.areUnderstood(rule)
        && (modifier == null || modifier.getModifier() != RuleModifier.Modifier.UNKNOWN && modifier.getModifier() != null)
        && (rule.getTimes() == null || rule.getTimes().stream().allMatch(OpeningHours::isPlain));
  }

  private static boolean isPlain(TimeSpan span) {
    return span.getStartEvent() == null && span.getEndEvent() == null && !span.isOpenEnded() && span.getInterval() == 0
        && span.getStart() >= 0 && span.getEnd() >= 0;
  }
}
