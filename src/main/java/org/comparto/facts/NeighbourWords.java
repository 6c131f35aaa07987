package org.comparto.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.comparto.ateco.Divisions;
import org.comparto.facts.PlotFacts.Group;
import org.comparto.facts.PlotFacts.Tally;
import org.comparto.facts.Surroundings.Firms;
import org.comparto.layer.Layer;
import org.comparto.text.FieldText;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Companies around a plot, in words. Only what companies have themselves made public is counted, so that no difference of two
 * counts tells more than the map does; beyond that, fewer than three are not told apart: divisions with fewer within 5 km
 * are gathered in one line, and cells with one or two say "fewer than 3".
 */
final class NeighbourWords {

  private static final int SMALLEST = 3;
  private static final int MOST_DIVISIONS = 12;
  private static final List<Integer> RINGS = List.of(1, 3, 5);

  /** Counts ring by ring. */
  private record Counts(String code, String title, int km1, int km3, int km5) {
    Counts plus(Firms firms) {
      return new Counts(code, title, km1 + firms.km1(), km3 + firms.km3(), km5 + firms.km5());
    }

    Counts plus(Counts other) {
      return new Counts(code, title, km1 + other.km1, km3 + other.km3, km5 + other.km5);
    }
  }

  private final Words t;
  private final Layer company;

  NeighbourWords(Words t, Layer company) {
    this.t = t;
    this.company = company;
  }

  PlotFacts.Neighbours of(List<Firms> firms, Finding.Loaded loaded, String data) {
    if (loaded.features() == 0) {
      return new PlotFacts.Neighbours(false, RINGS, List.of(), List.of(), List.of(), t.of("plot.noData"), data);
    }
    Counts all = firms.stream().reduce(new Counts("", "", 0, 0, 0), Counts::plus, Counts::plus);
    List<Tally> totals = List.of(exact(all.km1), exact(all.km3), exact(all.km5));
    return new PlotFacts.Neighbours(true, RINGS, totals, divisions(firms), sizes(firms), t.of("plot.neighbours.rule"), data);
  }

  private List<Group> divisions(List<Firms> firms) {
    List<Counts> counted = counted(firms, f -> f.division() == null ? "" : f.ateco() + "/" + f.division(), this::divisionTitle);
    counted.sort(Comparator.comparingInt((Counts c) -> -c.km5).thenComparing(Counts::code));
    List<Group> groups = new ArrayList<>();
    Counts others = new Counts("", t.of("plot.neighbours.others"), 0, 0, 0);
    Counts unknown = null;
    for (Counts c : counted) {
      if (c.code.isEmpty()) {
        unknown = c;
      } else if (c.km5 < SMALLEST || groups.size() == MOST_DIVISIONS) {
        others = others.plus(c);
      } else {
        groups.add(group(c.code.replaceFirst(".*/", ""), c));
      }
    }
    if (others.km5 > 0) {
      groups.add(group(null, others));
    }
    if (unknown != null) {
      groups.add(group(null, unknown));
    }
    return groups;
  }

  private String divisionTitle(Firms f) {
    if (f.division() == null) {
      return t.of("plot.neighbours.noDivision");
    }
    return Divisions.title(f.ateco(), f.division()).map(title -> title.in(t.language()))
        .orElseGet(() -> t.of("plot.neighbours.division", Map.of("version", f.ateco() == null ? "" : f.ateco())).strip());
  }

  private List<Group> sizes(List<Firms> firms) {
    FieldText text = new FieldText(company, t);
    List<Counts> counted = counted(firms, f -> f.size() == null ? "" : f.size(),
        f -> f.size() == null ? t.of("plot.neighbours.noSize") : text.code("size_class", f.size()).orElse(f.size()));
    List<String> order = company.codes().get("size_class").stream().map(Layer.Code::value).toList();
    counted.sort(Comparator.comparingInt(c -> order.contains(c.code) ? order.indexOf(c.code) : order.size()));
    return counted.stream().map(c -> group(c.code.isEmpty() ? null : c.code, c)).toList();
  }

  private static List<Counts> counted(List<Firms> firms, Function<Firms, String> key, Function<Firms, String> title) {
    Map<String, Counts> counted = new LinkedHashMap<>();
    for (Firms f : firms) {
      counted.merge(key.apply(f), new Counts(key.apply(f), title.apply(f), f.km1(), f.km3(), f.km5()), (before, more) -> before.plus(f));
    }
    return new ArrayList<>(counted.values());
  }

  private Group group(@Nullable String code, Counts c) {
    return new Group(code, c.title, List.of(told(c.km1), told(c.km3), told(c.km5)));
  }

  private Tally told(int count) {
    return count > 0 && count < SMALLEST ? new Tally(null, t.of("plot.neighbours.few", Map.of("smallest", SMALLEST))) : exact(count);
  }

  private Tally exact(int count) {
    return new Tally(count, new FieldText(company, t).number(count, null));
  }
}
