package org.comparto.district;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comparto.district.Figures.Hidden;
import org.comparto.district.Figures.OfArea;
import org.comparto.district.Figures.OfSlot;
import org.comparto.district.Statistics.Key;
import org.comparto.district.Statistics.Row;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads answers out of the figures of territories. Nothing is computed here: what is not in the figures can not be asked. */
@Component
class Answering {

  private final Editions editions;
  private final Titles titles;

  Answering(Editions editions, Titles titles) {
    this.editions = editions;
    this.titles = titles;
  }

  /**
   * Every measure of one area.
   *
   * @param filter the area; null for the whole territory
   */
  Overview overview(String territory, @Nullable String filter, boolean exact) {
    StatisticsQuestion question = StatisticsQuestion.of(territory, filter == null || filter.isBlank() ? "territory" : "size_class", null, filter, null, exact);
    Source source = source(territory, exact);
    OfArea area = filterArea(question, source);
    List<Overview.Figure> figures = measures().map(measure -> {
      Row row = row(measure, exact, area, Slot.ALL, null, null);
      return new Overview.Figure(titles.heading(measure.id()), measure.amount() == null ? null : measure.amount().unit, row.firms(), row.figure(), row.answered(), row.hidden());
    }).toList();
    return new Overview(territory, titles.area(new Area(area.kind(), area.code()), source.names()), source.k(), exact, source.demonstration(), source.takenAt(), source.renewing(), figures);
  }

  static Stream<Measure> measures() {
    return Stream.of(Stream.of(Measure.FIRMS), Arrays.stream(Amount.values()).map(amount -> new Measure(amount, null)),
        Arrays.stream(Variable.values()).filter(Variable::isYesOrNo).map(variable -> new Measure(null, variable))).flatMap(one -> one);
  }

  /** One territory's figures with what is said beside them. */
  private record Source(Figures figures, OffsetDateTime takenAt, boolean renewing, boolean demonstration, @Nullable Integer k, Map<Area, Titles.AreaName> names) {}

  Statistics answer(StatisticsQuestion question) {
    List<String> territories = question.territory() == null ? editions.territories() : List.of(question.territory());
    if (territories.isEmpty()) {
      throw new NotFoundException("territory", "There is no territory yet; load one, then its companies.");
    }
    List<Source> sources = territories.stream().map(territory -> source(territory, question.exact())).toList();
    List<Row> rows = new ArrayList<>();
    sources.forEach(source -> rows.addAll(rows(question, source)));
    Source first = sources.get(0);
    Dimension filter = question.filter();
    return new Statistics(question.territory(), titles.heading(question.by().id()), question.by2() == null ? null : titles.heading(question.by2().id()),
        filter == null ? null : titles.heading(filter.id()), filter == null ? null : filterValue(question, first), titles.heading(question.measure().id()),
        question.measure().amount() == null ? null : question.measure().amount().unit, first.k(), question.exact(),
        sources.stream().anyMatch(Source::demonstration), sources.stream().map(Source::takenAt).min(Comparator.naturalOrder()).orElseThrow(),
        sources.stream().anyMatch(Source::renewing), rows,
        question.territory() == null ? null : total(question, first), titles.source(), titles.licence());
  }

  private Source source(String territory, boolean exact) {
    if (exact) {
      Editions.Exact now = editions.exact(territory);
      return new Source(now.figures(), now.at(), false, now.demonstration(), null, titles.areas(territory));
    }
    Editions.Current current = editions.current(territory);
    Edition edition = current.edition();
    return new Source(editions.figures(edition), edition.takenAt(), current.renewing(), edition.demonstration(), edition.k(), titles.areas(territory));
  }

  private List<Row> rows(StatisticsQuestion question, Source source) {
    List<Row> rows = new ArrayList<>();
    Dimension area = question.by().isArea() ? question.by() : question.by2() != null && question.by2().isArea() ? question.by2() : null;
    Variable variable = question.by().variable() != null ? question.by().variable() : question.by2() == null ? null : question.by2().variable();
    List<OfArea> areas = area != null ? areas(source, area.area()) : List.of(filterArea(question, source));
    List<String> values = variable == null ? List.of() : values(source, variable);
    if (variable == null) {
      areas.forEach(one -> rows.add(row(question.measure(), question.exact(), one, filterSlot(question), titles.area(new Area(one.kind(), one.code()), source.names()), null)));
    } else if (question.by().isArea()) {
      areas.forEach(one -> values.forEach(value -> rows.add(row(question.measure(), question.exact(), one, new Slot(variable, value), titles.area(new Area(one.kind(), one.code()), source.names()),
          titles.value(variable, value)))));
    } else {
      values.forEach(value -> areas.forEach(one -> rows.add(row(question.measure(), question.exact(), one, new Slot(variable, value), titles.value(variable, value),
          area == null ? null : titles.area(new Area(one.kind(), one.code()), source.names())))));
    }
    return rows;
  }

  private Row total(StatisticsQuestion question, Source source) {
    return row(question.measure(), question.exact(), question.by().isArea() ? areas(source, Area.Kind.TERRITORY).get(0) : filterArea(question, source), filterSlot(question), null, null);
  }

  private List<OfArea> areas(Source source, Area.Kind kind) {
    return source.figures().areas().stream().filter(area -> area.kind() == kind)
        .sorted(Comparator.comparing((OfArea area) -> area.code().equals(Area.NONE))
            .thenComparing(area -> titles.area(new Area(area.kind(), area.code()), source.names()).in("it")))
        .toList();
  }

  /** The values that firms of the territory have. */
  private List<String> values(Source source, Variable variable) {
    TreeSet<String> values = new TreeSet<>(titles.order(variable));
    areas(source, Area.Kind.TERRITORY).get(0).slots().stream().filter(slot -> slot.variable() == variable).forEach(slot -> values.add(slot.value()));
    return List.copyOf(values);
  }

  private OfArea filterArea(StatisticsQuestion question, Source source) {
    Dimension filter = question.filter();
    if (filter == null || !filter.isArea()) {
      return areas(source, Area.Kind.TERRITORY).get(0);
    }
    return areas(source, filter.area()).stream().filter(area -> area.code().equals(question.value())).findFirst()
        .orElseThrow(() -> new InvalidInputException("filter", "there is no firm in a " + filter.id() + " \"" + question.value() + "\" of this territory"));
  }

  private static Slot filterSlot(StatisticsQuestion question) {
    return question.filter() == null || question.filter().isArea() ? Slot.ALL : new Slot(question.filter().variable(), question.value());
  }

  private Key filterValue(StatisticsQuestion question, Source source) {
    Dimension filter = question.filter();
    return filter.isArea() ? titles.area(new Area(filter.area(), question.value()), source.names()) : titles.value(filter.variable(), question.value());
  }

  private static Row row(Measure measure, boolean exact, OfArea area, Slot slot, @Nullable Key by, @Nullable Key by2) {
    OfSlot found = area.find(slot).orElse(new OfSlot(slot.variable(), slot.value(), exact ? 0 : null, exact ? null : Hidden.FEW, List.of()));
    if (measure.amount() != null) {
      Figures.Sum sum = found.sum(measure.amount()).orElse(new Figures.Sum(measure.amount(), null, null, found.hidden()));
      return new Row(by, by2, found.firms(), sum.value(), sum.answered(), sum.hidden());
    }
    if (measure.yes() != null) {
      return shareOfYes(area, found, measure.yes(), exact, by, by2);
    }
    return new Row(by, by2, found.firms(), found.firms() == null ? null : found.firms().doubleValue(), null, found.hidden());
  }

  /** How many said yes; who has not answered is counted apart, and where those are too few to be shown they are about none. */
  private static Row shareOfYes(OfArea area, OfSlot all, Variable variable, boolean exact, @Nullable Key by, @Nullable Key by2) {
    OfSlot yes = area.find(new Slot(variable, Variable.YES)).orElse(null);
    Integer unknown = area.find(new Slot(variable, Variable.NOT_KNOWN)).map(OfSlot::firms).orElse(0);
    Integer answered = all.firms() == null ? null : Math.max(0, all.firms() - (unknown == null ? 0 : unknown));
    Integer said = yes == null ? exact ? Integer.valueOf(0) : null : yes.firms();
    return new Row(by, by2, all.firms(), said == null ? null : said.doubleValue(), answered, said != null ? null : yes == null ? Hidden.FEW : yes.hidden());
  }
}
