package org.comparto.tour;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.comparto.host.Host;
import org.comparto.orienteering.Window;
import org.comparto.tour.Question.Hours;
import org.comparto.tour.Question.Wish;
import org.jspecify.annotations.Nullable;

/** When a visit can be on a day: spans of seconds that hold all of it, and windows for its beginning. */
final class Openings {

  /** A stretch of a day that holds a visit, in seconds. */
  record Span(int from, int to) {}

  /** Somebody else's visit. @param people 0 if that is not known */
  record Busy(int from, int to, int people) {}

  /** Two days: a tour ends with its day, whatever a window says. */
  private static final int ANY = 48 * 3600;

  private Openings() {}

  /** As the question says, else as the host says; null for any time, empty for closed. */
  static @Nullable List<Span> of(Wish wish, @Nullable Host host, LocalDate day) {
    if (wish.windows() != null) {
      return joined(wish.windows().stream().filter(one -> one.date() == null || one.date().equals(day)).map(one -> new Span(one.from(), one.to())).toList());
    }
    if (host == null) {
      return null;
    }
    if (!host.visit().hasKnownHours()) {
      return host.visit().blackout().stream().anyMatch(stretch -> holds(stretch, day)) ? List.of() : null;
    }
    return joined(host.open(day).stream().map(one -> new Span(one.opens() * 60, one.closes() * 60)).toList());
  }

  /** What others leave, by whom the host receives at a time. @param people of the group; null if nobody said */
  static @Nullable List<Span> free(@Nullable List<Span> open, List<Busy> busy, @Nullable Host host, @Nullable Integer people) {
    if (busy.isEmpty()) {
      return open;
    }
    TreeSet<Integer> times = new TreeSet<>();
    busy.forEach(one -> {
      times.add(one.from());
      times.add(one.to());
    });
    List<Span> left = open == null ? List.of(new Span(0, ANY)) : open;
    Integer from = null;
    for (int to : times) {
      if (from != null) {
        int begin = from;
        List<Busy> there = busy.stream().filter(one -> one.from() <= begin && one.to() >= to).toList();
        if (!there.isEmpty() && !admits(host, there, people)) {
          left = without(left, new Span(begin, to));
        }
      }
      from = to;
    }
    return left;
  }

  private static boolean admits(@Nullable Host host, List<Busy> there, @Nullable Integer people) {
    if (host == null) {
      return true;
    }
    if (host.visit().groupsAtOnce() != null) {
      return there.size() < host.visit().groupsAtOnce();
    }
    return people != null && host.visit().maxPeople() != null && there.stream().allMatch(one -> one.people() > 0)
        && there.stream().mapToInt(Busy::people).sum() + people <= host.visit().maxPeople();
  }

  /** When a visit of so many seconds may begin. */
  static List<Window> starts(@Nullable List<Span> spans, int seconds) {
    return spans == null ? List.of(new Window(0, ANY))
        : spans.stream().filter(span -> span.to() - span.from() >= seconds).map(span -> new Window(span.from(), span.to() - seconds)).toList();
  }

  /** Those parts of windows that lie between two times. */
  static List<Window> within(List<Window> windows, int from, int to) {
    return windows.stream().filter(one -> one.opens() <= to && one.closes() >= from).map(one -> new Window(Math.max(one.opens(), from), Math.min(one.closes(), to))).toList();
  }

  static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
      Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && span.from() <= last.to()) {
        joined.set(joined.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  private static List<Span> without(List<Span> spans, Span off) {
    List<Span> left = new ArrayList<>();
    for (Span span : spans) {
      if (span.from() < Math.min(span.to(), off.from())) {
        left.add(new Span(span.from(), Math.min(span.to(), off.from())));
      }
      if (Math.max(span.from(), off.to()) < span.to()) {
        left.add(new Span(Math.max(span.from(), off.to()), span.to()));
      }
    }
    return left;
  }

  /** A day, or two with a slash between them, both included. */
  private static boolean holds(String stretch, LocalDate day) {
    try {
      String[] ends = stretch.split("/", 2);
      return !day.isBefore(LocalDate.parse(ends[0])) && !day.isAfter(LocalDate.parse(ends[ends.length - 1]));
    } catch (DateTimeException e) {
      return false;
    }
  }
}
