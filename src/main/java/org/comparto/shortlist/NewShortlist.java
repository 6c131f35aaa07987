package org.comparto.shortlist;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to share; it checks itself.
 *
 * @param ids of plots, in their order
 * @param title what they call it; null for nothing
 * @param days after so many the link ends
 */
record NewShortlist(List<Long> ids, @Nullable String title, Integer days) {

  private static final int MOST_PLOTS = 100;
  private static final int LONGEST_TITLE = 120;
  private static final int MOST_DAYS = 365;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  NewShortlist(@Nullable List<@Nullable Long> ids, @Nullable String title, @Nullable Integer days) {
    if (ids == null || ids.isEmpty() || ids.size() > MOST_PLOTS || ids.contains(null) || Set.copyOf(ids).size() < ids.size()) {
      throw new InvalidInputException("ids", "ids must be a list of 1 to " + MOST_PLOTS + " different ids of plots");
    }
    if (days == null || days < 1 || days > MOST_DAYS) {
      throw new InvalidInputException("days", "days must be from 1 to " + MOST_DAYS);
    }
    String called = title == null ? "" : title.strip();
    if (called.length() > LONGEST_TITLE || CONTROL.matcher(called).find()) {
      throw new InvalidInputException("title", "title must be one line of at most " + LONGEST_TITLE + " characters");
    }
    this.ids = List.copyOf(ids);
    this.title = called.isEmpty() ? null : called;
    this.days = days;
  }
}
