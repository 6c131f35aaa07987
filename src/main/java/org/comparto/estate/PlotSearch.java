package org.comparto.estate;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.columns.Selection;
import org.comparto.columns.Selections;
import org.comparto.crs.Crs;
import org.comparto.filter.Filter;
import org.comparto.filter.FilterLanguage;
import org.comparto.filter.Filters;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to what an investor finds: the public plots that are fresh and meet a filter. List, ranking, joinable plots and
 * alerts ask here, so that they all speak of the same set.
 */
@Component
public class PlotSearch {

  private final Layers layers;
  private final Filters filters;
  private final Freshness freshness;
  private final Selections selections;

  PlotSearch(Layers layers, Filters filters, Freshness freshness, Selections selections) {
    this.layers = layers;
    this.filters = filters;
    this.freshness = freshness;
    this.selections = selections;
  }

  public Layer layer() {
    return layers.getLayer("plot", "layer");
  }

  /**
   * The whole question as CQL2 text: what the caller asks and that the plot is fresh. Maps and exports given this text as
   * their filter show the same set.
   *
   * @param filter CQL2 text in longitude and latitude; null for all plots
   * @throws org.comparto.problem.InvalidInputException naming the parameter filter, and what to change
   */
  public String text(@Nullable String filter) {
    if (filter == null) {
      return freshness.filter();
    }
    read(filter); // only what is complete in itself may be put into parentheses
    return "(" + filter + ") AND " + freshness.filter();
  }

  /** The names of the attributes that a caller's filter asks about. */
  Set<String> attributes(@Nullable String filter) {
    return filter == null ? Set.of() : read(filter).parts().stream().flatMap(part -> part.attributes().stream()).collect(Collectors.toSet());
  }

  /** The same, read. */
  public Filter filter(@Nullable String filter) {
    return read(text(filter));
  }

  /**
   * The plots that are found, with their values by column: {@code select(f).get().rows().ids()} and {@code .numbers("area_m2")}.
   *
   * @return empty if the plots' columns do not fit into the share of memory they may have
   */
  public Optional<Selection> select(@Nullable String filter) {
    return selections.select(layer(), filter(filter));
  }

  private Filter read(String text) {
    return filters.read(layer(), text, FilterLanguage.TEXT, Crs.CRS84);
  }
}
