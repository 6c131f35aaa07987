package org.comparto.hours;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.WeekDayRange;
import ch.poole.openinghoursparser.WeekRange;
import ch.poole.openinghoursparser.YearRange;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The days that a rule of opening hours speaks of. */
final class RuleDays {

  private static final int LAST_YEAR = 9999;

  private RuleDays() {}

  static boolean hold(Rule rule, LocalDate day) {
    return rule.isTwentyfourseven()
        || any(rule.getYears(), range -> holds(range, day)) && any(rule.getWeeks(), range -> holds(range, day))
            && any(rule.getDates(), range -> holds(range, day)) && onWeekDayOrHoliday(rule, day);
  }

  /** Whether only what is read here stands in the rule's days: no school holidays, no dates that move, no offsets. */
  static boolean areUnderstood(Rule rule) {
    return all(rule.getHolidays(), holiday -> holiday.getType() == Holiday.Type.PH && holiday.getOffset() == 0)
        && all(rule.getDays(), range -> range.getOffset() == 0)
        && all(rule.getYears(), range -> range.getInterval() <= 1)
        && all(rule.getWeeks(), range -> range.getInterval() <= 1)
        && all(rule.getDates(), range -> range.getInterval() == 0 && isPlain(range.getStartDate()) && (range.getEndDate() == null || isPlain(range.getEndDate())));
  }

  /** "PH,Mo" is either, "PH Mo" both. */
  private static boolean onWeekDayOrHoliday(Rule rule, LocalDate day) {
    List<Holiday> holidays = rule.getHolidays();
    if (holidays == null) {
      return any(rule.getDays(), range -> holds(range, day));
    }
    if (rule.getDays() == null) {
      return Holidays.hold(day);
    }
    boolean onDay = any(rule.getDays(), range -> holds(range, day));
    return holidays.stream().allMatch(Holiday::getUseAsWeekDay) ? onDay || Holidays.hold(day) : onDay && Holidays.hold(day);
  }

  private static boolean holds(WeekDayRange range, LocalDate day) {
    int from = range.getStartDay().ordinal();
    int to = range.getEndDay() == null ? from : range.getEndDay().ordinal();
    int asked = day.getDayOfWeek().ordinal();
    boolean within = from <= to ? from <= asked && asked <= to : asked >= from || asked <= to;
    return within && any(range.getNths(), nth -> holds(nth, day));
  }

  /** The second Monday of the month, or the last: -1. */
  private static boolean holds(Nth nth, LocalDate day) {
    int last = nth.getEndNth() < nth.getStartNth() ? nth.getStartNth() : nth.getEndNth();
    int fromStart = (day.getDayOfMonth() - 1) / 7 + 1;
    int fromEnd = -((day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1);
    int asked = nth.getStartNth() < 0 ? fromEnd : fromStart;
    return nth.getStartNth() <= asked && asked <= (nth.getStartNth() < 0 && nth.getEndNth() >= 0 ? nth.getStartNth() : last);
  }

  private static boolean holds(YearRange range, LocalDate day) {
    int last = range.isOpenEnded() ? LAST_YEAR : Math.max(range.getStartYear(), range.getEndYear());
    return range.getStartYear() <= day.getYear() && day.getYear() <= last;
  }

  private static boolean holds(WeekRange range, LocalDate day) {
    int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return range.getStartWeek() <= week && week <= Math.max(range.getStartWeek(), range.getEndWeek());
  }

  private static boolean holds(DateRange range, LocalDate day) {
    DateWithOffset start = range.getStartDate();
    DateWithOffset end = range.getEndDate() == null ? start : range.getEndDate();
    if (!start.undefinedYear()) {
      LocalDate from = first(start).atYear(start.getYear());
      MonthDay last = last(end);
      LocalDate to = last.atYear(!end.undefinedYear() ? end.getYear() : last.isBefore(first(start)) ? start.getYear() + 1 : start.getYear());
      return !day.isBefore(from) && !day.isAfter(to);
    }
    MonthDay from = first(start);
    MonthDay to = last(end);
    MonthDay asked = MonthDay.from(day);
    return from.compareTo(to) <= 0 ? from.compareTo(asked) <= 0 && asked.compareTo(to) <= 0
        : asked.compareTo(from) >= 0 || asked.compareTo(to) <= 0;
  }

  private static MonthDay first(DateWithOffset date) {
    return date.getMonth() == null ? MonthDay.of(1, 1) : MonthDay.of(date.getMonth().ordinal() + 1, date.undefinedDay() ? 1 : date.getDay());
  }

  private static MonthDay last(DateWithOffset date) {
    if (date.getMonth() == null) {
      return MonthDay.of(12, 31);
    }
    java.time.Month month = java.time.Month.of(date.getMonth().ordinal() + 1);
    return MonthDay.of(month, date.undefinedDay() ? month.maxLength() : date.getDay());
  }

  /** A day that a calendar has: no date that moves with Easter, nothing counted from another day, and no 31st of June. */
  private static boolean isPlain(@Nullable DateWithOffset date) {
    return date != null && (date.getMonth() != null || !date.undefinedYear()) && !date.isOpenEnded() && date.getVarDate() == null
        && date.getWeekDayOffset() == null && date.getDayOffset() == 0 && date.getNthWeekDay() == null
        && (date.undefinedDay() || YearMonth.of(2024, date.getMonth().ordinal() + 1).isValidDay(date.getDay()));
  }

  private static <T> boolean any(@Nullable List<T> ranges, Predicate<T> test) {
    return ranges == null || ranges.isEmpty() || ranges.stream().anyMatch(test);
  }

  private static <T> boolean all(@Nullable List<T> ranges, Predicate<T> test) {
    return ranges == null || ranges.stream().allMatch(test);
  }
}
