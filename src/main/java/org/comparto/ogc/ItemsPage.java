package org.comparto.ogc;

import java.util.Map;
import org.comparto.feature.FeatureQuery;
import org.comparto.layer.Layer;

/**
 * What a caller asked for, checked.
 *
 * @param query which features, with their order, page and reference system; for a single feature only attributes and reference system count
 * @param revision of the layer, read before the features
 * @param parameters of the question as they came, for links to neighbouring pages and other forms
 * @param format by which it is answered
 */
record ItemsPage(FeatureQuery query, long revision, Map<String, String> parameters, ItemsFormat format) {

  Layer layer() {
    return query.layer();
  }
}
