package org.comparto.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comparto.crs.Crs;
import org.comparto.layer.Layer;
import org.comparto.problem.InvalidInputException;
import org.springframework.stereotype.Component;

/** Turns what a caller asks of a layer's features into a SQL condition with bound values. */
@Component
public class Filters {

  private static final int LONGEST = 16_384;

  private final Reprojection reprojection;

  Filters(Reprojection reprojection) {
    this.reprojection = reprojection;
  }

  /**
   * Reads a CQL2 filter. Its values are bound as f0, f1 and so on.
   *
   * @param filterCrs of the geometries in the filter, in whose axis order they are written
   * @throws InvalidInputException naming the parameter filter, and what to change
   */
  public Condition parse(Layer layer, String filter, FilterLanguage language, Crs filterCrs) {
    return read(layer, filter, language, filterCrs).condition();
  }

  /** The same as {@link #parse}, in a form that can be taken apart. */
  public Filter read(Layer layer, String filter, FilterLanguage language, Crs filterCrs) {
    if (filter.length() > LONGEST) {
      throw new Mistake("the filter has " + filter.length() + " characters; the limit is " + LONGEST);
    }
    Characters.requireStorable(filter);
    Queryables queryables = new Queryables(layer);
    Nodes nodes = new Nodes(queryables, new Shapes(filterCrs, reprojection));
    Expression read = language == FilterLanguage.TEXT ? TextParser.parse(filter, nodes) : JsonReader.parse(filter, nodes);
    return Filter.of(new TypeCheck(queryables.mayHoldCollections()).predicate(read), queryables.mayHoldCollections());
  }

  /**
   * The condition of query parameters that each name a queryable and the value it must have: OGC API - Features - Part 1,
   * 7.15.5, without wildcards. A list must hold the value. Values are bound as q0, q1 and so on.
   *
   * @throws InvalidInputException naming the parameter that is no queryable or whose value has the wrong type
   */
  public Condition equal(Layer layer, Map<String, String> queryables) {
    Queryables known = new Queryables(layer);
    List<Expression> equalities = new ArrayList<>();
    queryables.forEach((name, value) -> equalities.add(new Equality(known).of(name, value)));
    return equalities.isEmpty() ? Condition.NONE
        : new SqlWriter("q", false).write(equalities.size() == 1 ? equalities.get(0) : new Expression.Operation(Operator.AND, equalities));
  }

  /** Whether a query parameter of this name would be understood by {@link #equal}. */
  public static boolean isQueryable(Layer layer, String name) {
    return new Queryables(layer).find(name).filter(Equality::takes).isPresent();
  }
}
