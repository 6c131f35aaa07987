package org.comparto.estate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.comparto.columns.Counting;
import org.comparto.columns.Facet;
import org.comparto.columns.InDatabase;
import org.comparto.columns.Ordering;
import org.comparto.columns.Selection;
import org.comparto.feature.FeatureQuery.SortKey;
import org.comparto.feature.SortKeys;
import org.comparto.filter.Filter;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.comparto.usage.Usage;
import org.springframework.stereotype.Component;

/** Answers a plot search: how many, how they are spread over the values, and one page of them. */
@Component
class PlotList {

  /** What was found, before the plots of the page are read. */
  private record Found(long total, List<PlotFacets.Answer> facets, long[] page) {}

  /** So often a page is looked for again of which a plot went away before it was read. */
  private static final int MOST_TRIES = 3;

  private final PlotSearch search;
  private final Freshness freshness;
  private final InDatabase database;
  private final Ordering ordering;
  private final PlotItems items;
  private final FacetNames names;
  private final PlotLinks links;
  private final Usage usage;

  PlotList(PlotSearch search, Freshness freshness, InDatabase database, Ordering ordering, PlotItems items, FacetNames names,
      PlotLinks links, Usage usage) {
    this.search = search;
    this.freshness = freshness;
    this.database = database;
    this.ordering = ordering;
    this.items = items;
    this.names = names;
    this.links = links;
    this.usage = usage;
  }

  PlotAnswer answer(PlotQuestion question) {
    Layer layer = search.layer();
    List<SortKey> keys = SortKeys.parse(layer, question.sort(), "sort");
    String text = search.text(question.filter());
    if (question.offset() == 0) { // further pages belong to the same search
      usage.countSearch(search.attributes(question.filter()));
    }
    for (int tries = 1; ; tries++) {
      Found found = find(layer, keys, question);
      List<PlotItem> page = items.read(layer, found.page());
      if (page.size() == found.page().length || tries == MOST_TRIES) {
        return new PlotAnswer(found.total(), found.facets(), page, links.page(question.filter(), question.sort(), question.language()), text,
            new PlotAnswer.Fresh(freshness.since(), freshness.marked()), links.exports(text, question.sort(), question.language()));
      }
    }
  }

  private Found find(Layer layer, List<SortKey> keys, PlotQuestion question) {
    Filter filter = search.filter(question.filter());
    Optional<Selection> inMemory = search.select(question.filter());
    if (inMemory.isEmpty()) {
      return new Found(database.count(layer, filter), facets(layer, question, attribute -> database.facet(layer, filter, attribute)),
          database.page(layer, filter, keys, question.offset(), question.limit()));
    }
    Selection selection = inMemory.get();
    long[] page = Ordering.knows(selection.columns(), keys)
        ? ordering.page(selection.columns(), selection.rows(), keys, question.offset(), question.limit())
        : database.page(layer, filter, keys, question.offset(), question.limit());
    return new Found(selection.rows().count(), facets(layer, question, attribute -> selection.columns().holds(attribute.name())
        ? Counting.count(selection.columns(), attribute.name(), selection.without(attribute.name()))
        : database.facet(layer, filter, attribute)), page);
  }

  private List<PlotFacets.Answer> facets(Layer layer, PlotQuestion question, Function<Attribute, Facet> facet) {
    return PlotFacets.attributes(layer).stream()
        .map(attribute -> PlotFacets.answer(layer, attribute, facet.apply(attribute), names, question.language())).toList();
  }
}
