package org.comparto.proposal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comparto.account.Scope;
import org.comparto.problem.Field;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals are asked for; null leaves a condition out.
 *
 * @param states comma-separated
 * @param task mine, review or publish
 * @param words of the title or the author, or the number of a proposal
 * @param after where the page before ended
 */
record WorklistQuestion(@Nullable String states, @Nullable String layer, @Nullable String territory, @Nullable String author, @Nullable String task,
    @Nullable String words, int limit, @Nullable String after) {

  private static final int MOST = 200;
  private static final int LONGEST = 200;
  private static final Pattern AFTER = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final List<String> TASKS = List.of("mine", "review", "publish");

  WorklistQuestion {
    states = Field.optional("state", states, LONGEST);
    if (limit < 1 || limit > MOST) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to " + MOST);
    }
    if (task != null && !TASKS.contains(task)) {
      throw new InvalidInputException("task", "task must be one of " + String.join(", ", TASKS));
    }
    if (after != null && !AFTER.matcher(after).matches()) {
      throw new InvalidInputException("after", "after must be the member next of the page before");
    }
    layer = Field.optional("layer", layer, LONGEST);
    territory = Field.optional("territory", territory, LONGEST);
    author = Field.optional("author", author, LONGEST);
    words = Field.optional("q", words, LONGEST);
    Stream.of(states == null ? new String[0] : states.split(",", -1)).forEach(WorklistQuestion::checkState);
  }

  private static void checkState(String word) {
    List<String> states = Stream.of(State.values()).map(State::toString).toList();
    if (!states.contains(word)) {
      throw new InvalidInputException("state", "state must be one of " + String.join(", ", states));
    }
  }

  /** In microseconds, as the database keeps it. */
  static String after(Instant at, long id) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
  }

  /** Adds what it asks for to some SQL, whose values are bound. */
  void conditions(Caller reader, List<String> conditions, Map<String, @Nullable Object> values) {
    add(conditions, values, "state = ANY (string_to_array(:states, ','))", "states", states);
    add(conditions, values, "layer_id = :layer", "layer", layer);
    add(conditions, values, "territory_code = :place", "place", territory);
    add(conditions, values, "author = :author", "author", author);
    if (words != null) {
      boolean isNumber = NUMBER.matcher(words).matches();
      conditions.add(isNumber ? "(id = :number OR search_text LIKE '%' || :words || '%')" : "search_text LIKE '%' || search_form(:words) || '%'");
      values.put("words", words.replaceAll("[\\\\%_]", "\\\\$0"));
      values.put("number", isNumber ? Long.valueOf(words) : null);
    }
    Matcher end = AFTER.matcher(after == null ? "" : after);
    if (end.matches()) {
      conditions.add("(updated_at, id) < (:moment, :id)");
      values.put("moment", Instant.EPOCH.plus(Long.parseLong(end.group(1)), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
      values.put("id", Long.valueOf(end.group(2)));
    }
    addTask(reader, conditions);
  }

  private void addTask(Caller reader, List<String> conditions) {
    String own = "writers && string_to_array(:names, ',')";
    String reviews = String.valueOf(reader.account().may(Scope.REVIEW)).toUpperCase(Locale.ROOT);
    switch (task == null ? "" : task) {
      case "mine" -> conditions.add(own + " AND state IN ('draft', 'submitted', 'approved', 'sent_back')");
      case "review" -> conditions.add(reviews + " AND state = 'submitted' AND NOT " + own);
      case "publish" -> conditions.add(reviews + " AND state = 'approved'");
      default -> { } // all of them
    }
  }

  private static void add(List<String> conditions, Map<String, @Nullable Object> values, String condition, String name, @Nullable String value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }
}
