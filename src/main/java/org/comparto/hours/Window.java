package org.comparto.hours;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a day in which something is open, on the clock of the place.
 *
 * @param opens minutes after midnight
 * @param closes minutes after the same midnight, exclusive; beyond 24 hours where it goes past the next one
 */
public record Window(@JsonIgnore int opens, @JsonIgnore int closes) {

  public static final int DAY = 24 * 60;

  public Window {
    if (opens < 0 || closes <= opens) {
      throw new IllegalArgumentException("a window from minute %d to %d".formatted(opens, closes));
    }
  }

  /** "HH:MM"; 24:00 and later where it ends there. */
  @JsonProperty("from")
  public String from() {
    return clock(opens);
  }

  /** As {@link #from}. */
  @JsonProperty("to")
  public String to() {
    return clock(closes);
  }

  public boolean holds(int minute) {
    return opens <= minute && minute < closes;
  }

  /** Whether something from one minute to another lies in it. */
  public boolean holds(int from, int to) {
    return opens <= from && to <= closes;
  }

  /** Some windows and one more, without overlaps, in order. */
  static List<Window> with(List<Window> windows, Window more) {
    int opens = more.opens;
    int closes = more.closes;
    List<Window> joined = new ArrayList<>();
    for (Window one : windows) {
      if (one.closes < opens || closes < one.opens) {
        joined.add(one);
      } else {
        opens = Math.min(opens, one.opens);
        closes = Math.max(closes, one.closes);
      }
    }
    joined.add(new Window(opens, closes));
    joined.sort((a, b) -> Integer.compare(a.opens, b.opens));
    return joined;
  }

  /** What is left of some windows without another, in order. */
  static List<Window> without(List<Window> windows, Window off) {
    List<Window> left = new ArrayList<>();
    for (Window one : windows) {
      if (one.opens < Math.min(one.closes, off.opens)) {
        left.add(new Window(one.opens, Math.min(one.closes, off.opens)));
      }
      if (Math.max(one.opens, off.closes) < one.closes) {
        left.add(new Window(Math.max(one.opens, off.closes), one.closes));
      }
    }
    return left;
  }

  private static String clock(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }
}
