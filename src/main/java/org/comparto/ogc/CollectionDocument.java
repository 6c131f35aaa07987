package org.comparto.ogc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One layer as a collection of features.
 *
 * @param extent null for a layer without features
 * @param numberOfFeatures those that are public
 */
record CollectionDocument(String id, String title, String description, @Nullable Extent extent, String itemType, List<String> crs,
    String storageCrs, long numberOfFeatures, String attribution, List<Link> links) {

  /** Where the features lie and when they are valid. */
  record Extent(Spatial spatial, @Nullable Temporal temporal) {}

  /** West, south, east, north in degrees. */
  record Spatial(List<List<Double>> bbox, String crs) {}

  /** From when to when; null where an end is open or not known. */
  record Temporal(List<List<@Nullable String>> interval, String trs) {}
}
