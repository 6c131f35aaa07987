package org.comparto.zone;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.comparto.text.FieldText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The works of a zone, what is done before what is planned, each in the order of their days; those without a day last.
 *
 * @param done with the day in words
 */
record Works(List<Work> done, List<Work> planned) {

  /** @param day in words; null where it is not known */
  record Work(String what, @Nullable String day) {}

  private record Dated(String what, @Nullable LocalDate on) {}

  /** @param json [{what_it, what_en, done_on | planned_on}]; null for nothing known */
  static Works of(@Nullable String json, FieldText texts, String language) {
    List<Dated> done = new ArrayList<>();
    List<Dated> planned = new ArrayList<>();
    for (JsonNode work : read(json)) {
      String what = work.path("what_" + language).asString(work.path("what_it").asString(""));
      if (!what.isEmpty()) {
        boolean isDone = work.has("done_on");
        (isDone ? done : planned).add(new Dated(what, day(work.path(isDone ? "done_on" : "planned_on").asString(""))));
      }
    }
    return new Works(written(done, texts), written(planned, texts));
  }

  private static List<Work> written(List<Dated> works, FieldText texts) {
    return works.stream().sorted(Comparator.comparing(Dated::on, Comparator.nullsLast(Comparator.naturalOrder())))
        .map(work -> new Work(work.what(), work.on() == null ? null : texts.day(work.on()))).toList();
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Iterable<JsonNode> read(@Nullable String json) {
    try {
      JsonNode read = json == null ? null : JsonMapper.shared().readTree(json);
      return read != null && read.isArray() ? read : List.of();
    } catch (JacksonException e) {
      return List.of();
    }
  }
}
