package org.comparto.estate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.columns.Columns;
import org.comparto.columns.Selection;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds available plots that together have a wanted area ("8 ha side by side, of at most 3 owners"). Who the owners are is
 * never said, only how many: a plot whose owner is not known counts as an owner of its own, since it may be.
 */
@Component
class JoinablePlots {

  private static final String AVAILABLE = "status = 'available'";
  private static final Duration SEARCH = Duration.ofMillis(500);
  private static final Duration COME_BACK = Duration.ofMinutes(1);
  private static final Sql OWNERS = Sql.load("estate/owners.sql");
  private static final Sql SHAPE = Sql.load("estate/unions.sql");

  private final PlotSearch search;
  private final Neighbours neighbours;
  private final PlotItems items;
  private final PlotLinks links;
  private final ReadingPlaces places;
  private final JdbcClient db;
  private volatile Ground.@Nullable Places placed;

  JoinablePlots(PlotSearch search, Neighbours neighbours, PlotItems items, PlotLinks links, ReadingPlaces places, JdbcClient db) {
    this.search = search;
    this.neighbours = neighbours;
    this.items = items;
    this.links = links;
    this.places = places;
    this.db = db;
  }

  /** Reads what a first question would otherwise wait for. */
  void prepare() {
    search.select(AVAILABLE).ifPresent(selection -> places(selection.columns(), neighbours.known().pairs()));
  }

  JoinAnswer answer(JoinQuestion question, String language) {
    search.text(question.filter()); // refused in the caller's own words
    String filter = question.filter() == null ? AVAILABLE : "(" + question.filter() + ") AND " + AVAILABLE;
    Neighbours.Known known = neighbours.known();
    Selection selection = search.select(filter).orElseThrow(() -> new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "too-many-plots",
        "Joinable plots are searched in memory, and these plots do not fit into it; the setting comparto.columns.share gives them more.",
        null, COME_BACK));
    Ground ground = Ground.of(selection.rows(), places(selection.columns(), known.pairs()), question.street());
    Unions.Found found = new Unions(ground.neighbours(), ground.areas(),
        plots -> owners(Arrays.stream(plots).mapToLong(plot -> ground.ids()[plot]).toArray()), question.minArea(), question.mostOwners(), question.limit(),
        System.nanoTime() + SEARCH.toNanos()).find();
    List<JoinAnswer.Union> unions = new ArrayList<>();
    for (int[] set : found.sets()) {
      union(ground, set, question).ifPresent(unions::add);
    }
    return new JoinAnswer(unions, found.complete() && known.complete(), links.joinable(question, language));
  }

  private Ground.Places places(Columns columns, Neighbours.Pairs pairs) {
    Ground.Places last = placed;
    if (last == null || last.layout() != columns.layout() || last.pairs() != pairs) {
      last = Ground.Places.of(columns, pairs);
      placed = last;
    }
    return last;
  }

  private Optional<JoinAnswer.Union> union(Ground ground, int[] set, JoinQuestion question) {
    long[] ids = Arrays.stream(set).mapToLong(plot -> ground.ids()[plot]).toArray();
    List<PlotItem> plots = items.read(search.layer(), ids);
    if (plots.size() < ids.length) {
      return Optional.empty(); // one went away meanwhile
    }
    int[] owners = owners(ids);
    int unknown = (int) Arrays.stream(owners).filter(owner -> owner == 0).count();
    int distinct = unknown + (int) Arrays.stream(owners).filter(owner -> owner > 0).distinct().count();
    double area = Arrays.stream(set).mapToDouble(plot -> ground.areas()[plot]).sum();
    double price = Arrays.stream(set).mapToDouble(plot -> ground.prices()[plot]).sum(); // NaN if one is
    List<JoinAnswer.Gap> gaps = ground.joints(set);
    String geometry = places.read(() -> db.sql(SHAPE.text()).param("ids", ids).query(String.class).single());
    return Optional.of(new JoinAnswer.Union(Arrays.stream(ids).boxed().toList(),
        plots.stream().map(plot -> plot.name() == null ? String.valueOf(plot.id()) : plot.name()).toList(), area, area - question.minArea(),
        distinct, unknown, Double.isNaN(price) ? null : price,
        JoinWords.explain(plots.size(), area, question.minArea(), distinct, unknown, Double.isNaN(price) ? null : price, gaps), box(plots), geometry, gaps));
  }

  /** A number per plot, the same for the same owner; 0 where nobody is known. */
  private int[] owners(long[] ids) {
    Map<Long, Integer> known = new HashMap<>();
    places.run(() -> db.sql(OWNERS.text()).param("ids", ids).query(row -> {
      known.put(row.getLong(1), row.getInt(2));
    }));
    return Arrays.stream(ids).mapToInt(id -> known.getOrDefault(id, 0)).toArray();
  }

  private static List<Double> box(List<PlotItem> plots) {
    return List.of(edge(plots, 0, Comparator.reverseOrder()), edge(plots, 1, Comparator.reverseOrder()), edge(plots, 2, Comparator.naturalOrder()),
        edge(plots, 3, Comparator.naturalOrder()));
  }

  private static double edge(List<PlotItem> plots, int side, Comparator<Double> outermost) {
    return plots.stream().map(plot -> plot.bbox().get(side)).max(outermost).orElseThrow();
  }
}
