package org.comparto.feature;

import java.util.List;
import org.comparto.layer.Attribute;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;

/**
 * Which features of a layer are asked for.
 *
 * @param attributes those the answer carries, all public
 * @param limit most features in one page, at least 1
 * @param after features with this id or a lower one were in earlier pages; 0 from the start
 */
public record FeatureQuery(Layer layer, List<Attribute> attributes, @Nullable BoundingBox box, int limit, long after) {}
