package org.comparto.ranking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ranks the plots that meet a filter, and explains the order. */
@Component
class Ranker {

  private final PlotReading reading;

  Ranker(PlotReading reading) {
    this.reading = reading;
  }

  /** A ranking that is computed, with what it was computed from. */
  record Ranked(Criteria asked, PlotValues values, List<Criterion> criteria, Ranking ranking) {}

  Ranked rank(@Nullable String filter, List<Wish> wishes, String parameter) {
    Criteria asked = Criteria.check(reading.plot(), wishes, parameter);
    PlotValues values = reading.read(filter, asked.attributes());
    List<Criterion> criteria = asked.over(values);
    return new Ranked(asked, values, criteria, Ranking.of(values.ids(), criteria, values.columns()));
  }

  Answer answer(@Nullable String filter, List<Wish> wishes, String parameter, int limit, String language) {
    Ranked ranked = rank(filter, wishes, parameter);
    int[] order = ranked.ranking().order();
    List<Sensitivity> intervals = intervals(ranked);
    Map<Long, String> names = names(ranked, limit, intervals);
    List<Answer.Item> items = new ArrayList<>();
    for (int place = 0; place < Math.min(limit, order.length); place++) {
      items.add(item(ranked, order[place], place + 1, names));
    }
    List<Answer.Used> used = new ArrayList<>();
    for (int k = 0; k < ranked.criteria().size(); k++) {
      used.add(used(ranked, k, intervals.isEmpty() ? null : interval(ranked, intervals.get(k), names), language));
    }
    return new Answer(ranked.values().size(), order.length, used, items, Formula.inWords(language), permalink(filter, wishes));
  }

  /** Opens the ranking in the page; relative to this installation. */
  static String permalink(@Nullable String filter, List<Wish> wishes) {
    return "/#place=plots&tab=rank" + (filter == null ? "" : "&filter=" + encoded(filter)) + "&rank=" + encoded(RankText.write(wishes));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%3A", ":").replace("%2C", ",");
  }

  /** A number as the kind of value that the attribute holds; null for what is not known. */
  static @Nullable Object shown(double value, Attribute attribute) {
    if (Double.isNaN(value)) {
      return null;
    }
    if (attribute.type() == AttributeType.BOOLEAN) {
      return value != 0;
    }
    return attribute.type() == AttributeType.DATE ? LocalDate.ofEpochDay((long) value).toString() : (Object) value;
  }

  /** What people call the first plots, and those that would lead with other weights. */
  private Map<Long, String> names(Ranked ranked, int limit, List<Sensitivity> intervals) {
    return reading.names(IntStream.concat(IntStream.of(ranked.ranking().order()).limit(limit),
        intervals.stream().flatMapToInt(interval -> IntStream.of(interval.below(), interval.above()).filter(position -> position >= 0)))
        .distinct().mapToLong(position -> ranked.values().ids()[position]).toArray());
  }

  private static List<Sensitivity> intervals(Ranked ranked) {
    return ranked.ranking().order().length == 0 ? List.of()
        : IntStream.range(0, ranked.criteria().size()).mapToObj(k -> Sensitivity.of(ranked.criteria(), ranked.ranking(), k)).toList();
  }

  private static Answer.Used used(Ranked ranked, int k, Answer.@Nullable Interval interval, String language) {
    Criterion criterion = ranked.criteria().get(k);
    Attribute attribute = ranked.asked().attributes().get(k);
    PlotValues values = ranked.values();
    double weights = ranked.criteria().stream().mapToDouble(Criterion::weight).sum();
    return new Answer.Used(criterion.attribute(), attribute.title().in(language), attribute.unit(), criterion.direction(), criterion.shape(),
        criterion.weight(), criterion.weight() / weights, shown(criterion.worst(), attribute), shown(criterion.best(), attribute),
        criterion.needsValue(), shown(values.least(k), attribute), shown(values.greatest(k), attribute), values.unknown(k),
        ranked.ranking().knockedOut()[k], interval);
  }

  private static Answer.Interval interval(Ranked ranked, Sensitivity sensitivity, Map<Long, String> names) {
    return new Answer.Interval(sensitivity.from(), sensitivity.to(), rival(ranked, sensitivity.below(), names), rival(ranked, sensitivity.above(), names));
  }

  private static Answer.@Nullable Rival rival(Ranked ranked, int position, Map<Long, String> names) {
    return position < 0 ? null : new Answer.Rival(ranked.values().ids()[position], name(ranked, position, names));
  }

  /** By its number where it went while the ranking was made. */
  private static String name(Ranked ranked, int position, Map<Long, String> names) {
    long id = ranked.values().ids()[position];
    return names.getOrDefault(id, String.valueOf(id));
  }

  private static Answer.Item item(Ranked ranked, int position, int rank, Map<Long, String> names) {
    List<Answer.Contribution> contributions = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    double weights = ranked.criteria().stream().mapToDouble(Criterion::weight).sum();
    for (int k = 0; k < ranked.criteria().size(); k++) {
      double worth = ranked.ranking().worth()[k][position];
      boolean known = !Double.isNaN(worth);
      if (!known) {
        unknown.add(ranked.criteria().get(k).attribute());
      }
      contributions.add(new Answer.Contribution(shown(ranked.values().columns()[k][position], ranked.asked().attributes().get(k)),
          known ? worth : null, known ? Ranking.contribution(ranked.criteria().get(k).weight(), worth, weights) : null));
    }
    return new Answer.Item(rank, ranked.values().ids()[position], name(ranked, position, names), ranked.ranking().scores()[position],
        contributions, unknown);
  }
}
