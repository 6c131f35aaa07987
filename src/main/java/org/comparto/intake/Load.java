package org.comparto.intake;

import java.time.Instant;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;

/**
 * One file that somebody wanted loaded; parameters as the columns of the table load.
 *
 * @param file name below the uploads folder; null once it is removed
 * @param unlimited sent by the operator
 * @param territory the author acts in this territory only; null for all
 */
record Load(long id, @Nullable String layer, String fileName, String sha256, long bytes, @Nullable String file,
    @Nullable Inspection inspection, @Nullable LoadPlan plan, @Nullable Staged staged, LoadState state, @Nullable LoadReport report,
    @Nullable Layer newLayer, @Nullable String message, @Nullable Long change, boolean madeLayer, @Nullable Long job, String author,
    boolean unlimited, @Nullable String territory, Instant createdAt, @Nullable Instant appliedAt) {

  String staging() {
    return "staging.load_" + id;
  }

  /** One typed row per row of the source, as it would be written. */
  String target() {
    return staging() + "_target";
  }

  /** The records that rows of the source found, and those that are to go. */
  String match() {
    return staging() + "_match";
  }

  String repaired() {
    return staging() + "_repair";
  }

  Limits limits() {
    return unlimited ? Limits.unlimited() : Limits.upload();
  }
}
