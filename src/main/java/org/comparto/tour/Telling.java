package org.comparto.tour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comparto.tour.Dropped.Relaxation;

/** Says what would let a stop in, in words and as a change of the question, and what that costs. */
final class Telling {

  private static final double ANOTHER = 300;

  private final Setting setting;
  private final List<int[]> shown;
  private final Wording wording;

  /** @param shown by route, indexes of candidates */
  Telling(Setting setting, List<int[]> shown, Wording wording) {
    this.setting = setting;
    this.shown = shown;
    this.wording = wording;
  }

  /** By the table of docs/tours.md. */
  double cost(Option option) {
    return option.steps().stream().mapToDouble(Step::cost).sum() + another(option);
  }

  private double another(Option option) {
    if (option.out() < 0) {
      return 0;
    }
    int out = out(option);
    return ANOTHER + setting.candidates.get(out).wish().priority() + (setting.problem().stops().get(out).must() ? 1000 : 0);
  }

  private int out(Option option) {
    return shown.get(option.route())[option.out()];
  }

  /** @param position where the stop goes in the itinerary */
  Relaxation of(Option option, int position) {
    String group = setting.question.groups().get(setting.group(option.route())).id();
    LocalDate date = setting.date(option.route());
    String insteadOf = option.out() < 0 ? null : setting.candidates.get(out(option)).wish().id();
    List<Relaxation> parts = new ArrayList<>();
    for (Step step : option.steps()) {
      parts.add(new Relaxation(step.kind(), step.quantity(), step.unit(), group, step.date() == null ? date : step.date(), step.from() < 0 ? null : TourClock.words(step.from()),
          step.to() < 0 ? null : TourClock.words(step.to()), null, position, null, step.cost(), words(step), step.operations()));
    }
    if (insteadOf != null) {
      String other = setting.candidates.get(out(option)).name(wording.language());
      parts.add(new Relaxation(Kind.NO_TIME, null, null, group, date, null, null, insteadOf, position, null, another(option),
          wording.of("relaxation.instead_of", Map.of("other", other)), List.of()));
    }
    if (parts.isEmpty()) {
      parts.add(new Relaxation(Kind.FITS, null, null, group, date, null, null, null, position, null, 0, wording.of("relaxation.fits"), List.of()));
    }
    Relaxation first = parts.get(0);
    String text = parts.size() == 1 ? first.text()
        : wording.of("relaxation.together", Map.of("q", parts.size(), "list", parts.stream().map(Relaxation::text).collect(Collectors.joining("; "))));
    return new Relaxation(first.kind(), first.quantity(), first.unit(), group, first.date(), first.from(), first.to(), insteadOf, position,
        parts.size() == 1 ? null : List.copyOf(parts.subList(1, parts.size())), cost(option), text, Step.operations(option.steps()));
  }

  private String words(Step step) {
    Map<String, Object> values = new HashMap<>(step.values());
    values.replaceAll((name, value) -> value instanceof LocalDate day ? wording.day(day)
        : value instanceof List<?> codes ? codes.stream().map(code -> wording.language((String) code)).collect(Collectors.joining(", ")) : value);
    return wording.of("relaxation." + step.key(), values);
  }
}
