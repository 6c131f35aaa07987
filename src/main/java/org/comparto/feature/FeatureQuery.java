package org.comparto.feature;

import java.util.List;
import org.comparto.crs.Crs;
import org.comparto.filter.Condition;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;

/**
 * Which features of a layer are asked for, in which order and form. The same query gives the same features in every encoding.
 *
 * @param attributes those the answer carries, all public, in the layer's order
 * @param where what a feature must meet beside being public
 * @param near only what lies around a place, the nearest first; null for everywhere
 * @param sort the first key first; features that are equal in all of them, and all of them if there is no key, come by their ids
 * @param crs of the geometry in the answer
 * @param limit most features in one page, at least 1
 * @param offset so many features of the order are passed over
 * @param after where the page before ended; null from the start
 */
public record FeatureQuery(Layer layer, List<Attribute> attributes, Condition where, @Nullable Near near, List<SortKey> sort, Crs crs,
    int limit, long offset, @Nullable Position after) {

  /** No limit. */
  public static final int ALL = Integer.MAX_VALUE - 1;

  /** One attribute to sort by; features without a value come last. */
  public record SortKey(Attribute attribute, boolean descending) {}

  public FeatureQuery {
    attributes = List.copyOf(attributes);
    sort = List.copyOf(sort);
    if (near != null && !sort.isEmpty()) {
      throw new IllegalArgumentException("an order by distance has no other keys");
    }
    if (after != null && after.keys().size() != (near == null ? sort.size() : 1)) {
      throw new IllegalArgumentException("the page continues another order");
    }
  }

  /** Everything public of a layer, in the order of ids. */
  public static FeatureQuery all(Layer layer) {
    return new FeatureQuery(layer, layer.publicAttributes(), Condition.NONE, null, List.of(), Crs.CRS84, ALL, 0, null);
  }

  public FeatureQuery showing(List<Attribute> chosen) {
    return new FeatureQuery(layer, chosen, where, near, sort, crs, limit, offset, after);
  }

  public FeatureQuery meeting(Condition condition) {
    return new FeatureQuery(layer, attributes, where.and(condition), near, sort, crs, limit, offset, after);
  }

  public FeatureQuery around(Near place) {
    return new FeatureQuery(layer, attributes, where, place, List.of(), crs, limit, offset, after);
  }

  public FeatureQuery sortedBy(List<SortKey> keys) {
    return new FeatureQuery(layer, attributes, where, near, keys, crs, limit, offset, after);
  }

  public FeatureQuery in(Crs answer) {
    return new FeatureQuery(layer, attributes, where, near, sort, answer, limit, offset, after);
  }

  /** One page of the order of ids. */
  public FeatureQuery page(int atMost, long passOver, long afterId) {
    return page(atMost, passOver, afterId > 0 ? Position.after(afterId) : null);
  }

  /** One page of any order. */
  public FeatureQuery page(int atMost, long passOver, @Nullable Position behind) {
    return new FeatureQuery(layer, attributes, where, near, sort, crs, atMost, passOver, behind);
  }
}
