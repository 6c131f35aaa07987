package org.comparto.feature;

import java.util.List;
import org.comparto.crs.Crs;
import org.comparto.filter.Condition;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;

/**
 * Which features of a layer are asked for, in which order and form. The same query gives the same features in every encoding.
 *
 * @param attributes those the answer carries, all public
 * @param where what a feature must meet beside being public
 * @param sort the first key first; features that are equal in all of them, and all of them if there is no key, come by their ids
 * @param crs of the geometry in the answer
 * @param limit most features in one page, at least 1
 * @param offset so many features of the order are passed over
 * @param after features with this id or a lower one were in earlier pages; 0 from the start; only where there is no sort key
 */
public record FeatureQuery(Layer layer, List<Attribute> attributes, Condition where, List<SortKey> sort, Crs crs, int limit, long offset,
    long after) {

  /** One attribute to sort by; features without a value come last. */
  public record SortKey(Attribute attribute, boolean descending) {}

  public FeatureQuery {
    attributes = List.copyOf(attributes);
    sort = List.copyOf(sort);
    if (after > 0 && !sort.isEmpty()) {
      throw new IllegalArgumentException("only the order of ids can be continued after an id");
    }
  }

  /** Everything public of a layer, in the order of ids. */
  public static FeatureQuery all(Layer layer) {
    return new FeatureQuery(layer, layer.publicAttributes(), Condition.NONE, List.of(), Crs.CRS84, Integer.MAX_VALUE - 1, 0, 0);
  }

  public FeatureQuery showing(List<Attribute> chosen) {
    return new FeatureQuery(layer, chosen, where, sort, crs, limit, offset, after);
  }

  public FeatureQuery meeting(Condition condition) {
    return new FeatureQuery(layer, attributes, where.and(condition), sort, crs, limit, offset, after);
  }

  public FeatureQuery sortedBy(List<SortKey> keys) {
    return new FeatureQuery(layer, attributes, where, keys, crs, limit, offset, after);
  }

  public FeatureQuery in(Crs answer) {
    return new FeatureQuery(layer, attributes, where, sort, answer, limit, offset, after);
  }

  /** One page of the order. */
  public FeatureQuery page(int atMost, long passOver, long afterId) {
    return new FeatureQuery(layer, attributes, where, sort, crs, atMost, passOver, afterId);
  }
}
