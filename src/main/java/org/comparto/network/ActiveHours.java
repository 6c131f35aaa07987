package org.comparto.network;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.WeekDayRange;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which a bottleneck holds, written as OpenStreetMap writes opening_hours: days of the week, months and days of the year,
 * spans of time also past midnight, and what is off. What else the notation knows (holidays, sunrise, weeks, years) is not read.
 */
final class ActiveHours {

  private static final int DAY = 24 * 60;

  private final List<Rule> rules;

  private ActiveHours(List<Rule> rules) {
    this.rules = rules;
  }

  /** Empty if the text can not be read: whoever asks counts it as always in force, and says so. */
  static Optional<ActiveHours> read(String text) {
    try {
      List<Rule> rules = new OpeningHoursParser(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).rules(false);
      return rules.isEmpty() || !rules.stream().allMatch(ActiveHours::isUnderstood) ? Optional.empty() : Optional.of(new ActiveHours(rules));
    } catch (OpeningHoursParseException e) {
      return Optional.empty();
    }
  }

  /** @param time on the clock of the place */
  boolean holdAt(LocalDateTime time) {
    LocalDate day = time.toLocalDate();
    int minute = time.getHour() * 60 + time.getMinute();
    return holdOn(day, minute) || holdOn(day.minusDays(1), minute + DAY); // what began the day before
  }

  /** Rules after another replace it on the days they speak of, unless they are added by a comma. */
  private boolean holdOn(LocalDate day, int minute) {
    boolean holds = false;
    for (Rule rule : rules) {
      if (!speaksOf(rule, day)) {
        continue;
      }
      boolean within = rule.getTimes() == null ? minute < DAY : rule.getTimes().stream().anyMatch(span -> within(span, minute));
      if (isOff(rule)) {
        holds &= !within;
      } else {
        holds = within || rule.isAdditive() && holds;
      }
    }
    return holds;
  }

  private static boolean speaksOf(Rule rule, LocalDate day) {
    return rule.isTwentyfourseven()
        || (rule.getDays() == null || rule.getDays().stream().anyMatch(range -> holds(range, day)))
            && (rule.getDates() == null || rule.getDates().stream().anyMatch(range -> holds(range, day)));
  }

  private static boolean holds(WeekDayRange range, LocalDate day) {
    int from = range.getStartDay().ordinal();
    int to = range.getEndDay() == null ? from : range.getEndDay().ordinal();
    int asked = day.getDayOfWeek().ordinal();
    return from <= to ? from <= asked && asked <= to : asked >= from || asked <= to;
  }

  private static boolean holds(DateRange range, LocalDate day) {
    MonthDay from = first(range.getStartDate());
    MonthDay to = last(range.getEndDate() == null ? range.getStartDate() : range.getEndDate());
    MonthDay asked = MonthDay.from(day);
    return from.compareTo(to) <= 0 ? from.compareTo(asked) <= 0 && asked.compareTo(to) <= 0
        : asked.compareTo(from) >= 0 || asked.compareTo(to) <= 0;
  }

  private static MonthDay first(DateWithOffset date) {
    return MonthDay.of(date.getMonth().ordinal() + 1, date.undefinedDay() ? 1 : date.getDay());
  }

  private static MonthDay last(DateWithOffset date) {
    java.time.Month month = java.time.Month.of(date.getMonth().ordinal() + 1);
    return MonthDay.of(month, date.undefinedDay() ? month.maxLength() : date.getDay());
  }

  private static boolean within(TimeSpan span, int minute) {
    int end = span.getEnd() <= span.getStart() ? span.getEnd() + DAY : span.getEnd();
    return span.getStart() <= minute && minute < end;
  }

  private static boolean isOff(Rule rule) {
    RuleModifier modifier = rule.getModifier();
    return modifier != null && (modifier.getModifier() == RuleModifier.Modifier.OFF || modifier.getModifier() == RuleModifier.Modifier.CLOSED);
  }

  private static boolean isUnderstood(Rule rule) {
    RuleModifier modifier = rule.getModifier();
    return !rule.isFallBack() && rule.getComment() == null && rule.getYears() == null && rule.getWeeks() == null && rule.getHolidays() == null
        && (modifier == null || modifier.getModifier() != RuleModifier.Modifier.UNKNOWN && modifier.getModifier() != null)
        && (rule.getDays() == null || rule.getDays().stream().allMatch(range -> range.getNths() == null && range.getOffset() == 0))
        && (rule.getDates() == null || rule.getDates().stream().allMatch(range -> range.getInterval() == 0 && isPlain(range.getStartDate())
            && (range.getEndDate() == null || isPlain(range.getEndDate()))))
        && (rule.getTimes() == null || rule.getTimes().stream().allMatch(ActiveHours::isPlain));
  }

  private static boolean isPlain(@Nullable DateWithOffset date) {
    return date != null && date.undefinedYear() && date.getMonth() != null && !date.isOpenEnded() && date.getVarDate() == null
        && date.getWeekDayOffset() == null && date.getDayOffset() == 0 && date.getNthWeekDay() == null;
  }

  private static boolean isPlain(TimeSpan span) {
    return span.getStartEvent() == null && span.getEndEvent() == null && !span.isOpenEnded() && span.getInterval() == 0
        && span.getStart() >= 0 && span.getEnd() >= 0;
  }
}
