package org.comparto.inquiry;

import java.util.Set;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Which inquiries somebody of the desk wants to see; null is any.
 *
 * @param state one of {@link State}, or open for new and in_progress
 * @param assigned a username, or - for nobody
 * @param territory code of a territory that the inquiry concerns
 * @param olderThanHours received more than so many hours ago
 */
record InboxFilter(@Nullable String state, @Nullable String assigned, @Nullable String territory, @Nullable Integer olderThanHours, boolean overdue) {

  private static final Set<String> STATES = Set.of("open", "new", "in_progress", "answered", "closed", "spam");

  InboxFilter {
    if (state != null && !STATES.contains(state)) {
      throw new InvalidInputException("state", "state must be open, new, in_progress, answered, closed or spam");
    }
    Field.optional("assigned", assigned, 60);
    Field.optional("territory", territory, 60);
    if (olderThanHours != null && (olderThanHours < 0 || olderThanHours > 100_000)) {
      throw new InvalidInputException("olderThanHours", "olderThanHours is " + olderThanHours + "; it must be from 0 to 100000");
    }
  }

  InboxFilter ofAnyState() {
    return new InboxFilter(null, assigned, territory, olderThanHours, false);
  }
}
