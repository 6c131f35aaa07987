package org.comparto.eligible;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Days between which nothing changes that a result depends on: [from, to), null for an end that is open. */
record Span(@Nullable LocalDate from, @Nullable LocalDate to) {

  /** The spans that some days divide time into, the earliest first. */
  static List<Span> between(SortedSet<LocalDate> days) {
    List<Span> spans = new ArrayList<>();
    LocalDate from = null;
    for (LocalDate day : days) {
      spans.add(new Span(from, day));
      from = day;
    }
    spans.add(new Span(from, null));
    return spans;
  }

  /** One of its days, always the same. */
  LocalDate day() {
    return from != null ? from : to != null ? to.minusDays(1) : LocalDate.EPOCH;
  }
}
