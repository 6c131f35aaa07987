package org.comparto.tour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.tour.Dropped.Operation;
import org.comparto.tour.Openings.Span;
import org.jspecify.annotations.Nullable;

/**
 * One thing that gives.
 *
 * @param key of its text, behind {@code relaxation.}
 * @param date another one than the itinerary's; else null
 * @param from and {@code to}: the window that is needed, seconds of the day; -1 for none
 * @param values of the text
 */
record Step(Kind kind, String key, @Nullable Integer quantity, @Nullable String unit, double cost, @Nullable LocalDate date, int from, int to, Map<String, Object> values,
    List<Operation> operations) {

  static Step minutes(Kind kind, int quantity, double cost, Operation operation) {
    return new Step(kind, kind.word(), quantity, "min", cost, null, -1, -1, Map.of("q", quantity), List.of(operation));
  }

  static Step of(Bar bar, double cost, Operation operation) {
    Map<String, Object> values = new HashMap<>(Map.of("bound", bar.bound(), "metres", bar.bound() / 100.0));
    if (bar.quantity() != null) {
      values.put("q", bar.quantity());
    }
    return new Step(bar.kind(), bar.kind().word(), bar.quantity(), bar.unit(), cost, null, -1, -1, values, List.of(operation));
  }

  /** Hours that are longer on the itinerary's day. */
  static Step window(Scene scene, List<Span> open, int quantity, int from, int to) {
    return new Step(Kind.WINDOW, "window", quantity, "min", 10 + 2 * quantity, null, from, to,
        Map.of("q", quantity, "from", TourClock.words(from), "to", TourClock.words(to)), List.of(windows(scene, open)));
  }

  /** The hours of every day of the tour, one of them as given: in a question hours hold instead of all that the host says. */
  static Operation windows(Scene scene, List<Span> open) {
    List<Map<String, Object>> windows = new ArrayList<>();
    for (LocalDate day : scene.setting().question.days()) {
      boolean there = day.equals(scene.setting().date(scene.route()));
      List<Span> spans = there ? open : Openings.of(scene.candidate().wish(), scene.candidate().host(), day);
      for (Span span : spans == null ? List.of(new Span(0, 24 * 3600)) : spans) {
        windows.add(Map.of("date", day.toString(), "from", TourClock.words(span.from()), "to", TourClock.words(Math.min(span.to(), 24 * 3600))));
      }
    }
    return new Operation("add", "/stops/" + scene.candidate().index() + "/windows", windows);
  }

  /** All that several steps change. */
  static List<Operation> operations(List<Step> steps) {
    return steps.stream().flatMap(step -> step.operations().stream()).toList();
  }

  /** As it is without what another step asks the host to waive. */
  Step notWaiving(Kind waived) {
    List<Operation> less = operations.stream().map(operation -> !operation.path().endsWith("/agreed") || !(operation.value() instanceof List<?> words) ? operation
        : new Operation(operation.op(), operation.path(), words.stream().filter(word -> !word.equals(waived.word())).toList())).toList();
    return new Step(kind, key, quantity, unit, cost, date, from, to, values, less);
  }

  Step told(String other) {
    return new Step(kind, other, quantity, unit, cost, date, from, to, values, operations);
  }

  Step with(String name, Object value) {
    Map<String, Object> more = new HashMap<>(values);
    more.put(name, value);
    return new Step(kind, key, quantity, unit, cost, date, from, to, more, operations);
  }
}
