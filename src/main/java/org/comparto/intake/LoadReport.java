package org.comparto.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a load would do, or has done, in rows of its file; removed counts records.
 *
 * @param rejected rows that are left out, by code; a row with two problems counts under both
 * @param repaired rows whose geometry was repaired, by code
 * @param sourceCrs as EPSG:code; null for none
 * @param accuracyM of the transform, in metres
 */
record LoadReport(long read, long created, long changed, long unchanged, long removed, List<ProblemCount> rejected, List<ProblemCount> repaired,
    @Nullable String sourceCrs, @Nullable String transform, @Nullable Double accuracyM, List<String> warnings) {

  /**
   * One kind of problem: how many rows have it, and the first of them.
   *
   * @param repairable whether {@code repair} in the plan mends these rows; a code comes twice if it mends only some. Null in
   *     reports from before this was said
   */
  record ProblemCount(String code, long count, @Nullable Boolean repairable, List<Example> first) {}

  /** @param lon, lat where on the map, degrees (EPSG:4326); null for a row without a place */
  record Example(long row, String reason, @Nullable Double lon, @Nullable Double lat) {}

  long accepted() {
    return created + changed + unchanged;
  }

  boolean hasSameEffectAs(LoadReport other) {
    return created == other.created && changed == other.changed && removed == other.removed;
  }
}
