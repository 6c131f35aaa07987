package org.comparto.alert;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** What can happen to a plot, as somebody who looks for plots sees it. */
enum EventKind {

  /** It meets the search and did not before. */
  NEW,
  /** Something else of it that is public. */
  CHANGED,
  /** Its price per square metre. */
  PRICE,
  /** Whether it can be had; also that it is no longer published. */
  STATUS;

  @JsonValue
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those that were named, each once; all of them where none is. */
  static List<EventKind> of(@Nullable List<@Nullable String> ids) {
    if (ids == null || ids.isEmpty()) {
      return List.of(values());
    }
    return ids.stream().distinct().map(id -> Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst().orElseThrow(() ->
        new InvalidInputException("events", "events holds \"" + id + "\"; there are "
            + Arrays.stream(values()).map(EventKind::id).collect(Collectors.joining(", "))))).toList();
  }
}
